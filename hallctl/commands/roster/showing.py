"""``hallctl roster show``."""

from collections.abc import Iterator

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.roster.said import COLUMNS, Staff
from hallctl.messages import _, labelled, spoken
from hallctl.office.roster import looking
from hallctl.office.roster.looking import MemberSheet
from hallctl.show import Reply

app = verb()


@command(app, "show", _("Show one person with every post and this term's duties."))
def show_person(desk: Desk, staff: Staff) -> Reply:
    """One person."""
    found = looking.show(desk.hall, staff)
    return Reply(found, text=list(_lines(found)))


def _lines(found: MemberSheet) -> Iterator[str]:
    facts = found._asdict()
    yield from (labelled(key, facts[key]) for key in (*COLUMNS, "phone", "badge_no") if facts[key])
    for one in found.assignments:
        span = f"{one.started_on} … {one.last_on or ''}".rstrip()
        why = spoken("leaving", one.leaving) if one.leaving else ""
        parts = (span, spoken("role", one.role), one.window_no, one.window, why, one.note)
        yield "  " + "  ".join(part for part in parts if part)
    line = _("  {from_on}: {new_no} for {old_no}: {reason}")
    yield from (line.format(**one._asdict()) for one in found.replacements)
    if found.duties and found.duties.rostered:
        text = _(
            "{term}: {rostered} shifts rostered; of {due} due so far {attended} attended,"
            " {late} late, {absent} absent, {leave} on leave"
        )
        yield text.format(**found.duties._asdict())
