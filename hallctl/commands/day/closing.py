"""``hallctl day close``."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _, word
from hallctl.office import day_close
from hallctl.office.day_close import DayFinding
from hallctl.show import Reply

app = verb()

SECTIONS = {
    "sheets": _("Day sheets"),
    "logs": _("Work logs (Art. 19)"),
    "sign_outs": _("Open sign-outs (Art. 23)"),
    "taps": _("Taps not written yet (Art. 23)"),
    "cases": _("Cases due by tomorrow (Art. 27)"),
    "decisions": _("Waiting for your decision"),
}


@command(app, "close", _("Say what is missing before going home; exit 8 then."))
def close(
    desk: Desk,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("Which day; today."))
    ] = None,
) -> Reply:
    """Quiet when everybody may go home."""
    found = day_close.close(desk.hall, desk.day(on))
    return Reply({"findings": found}, text=list(_lines(found)), exit_status=8 if found else 0)


def _lines(found: Sequence[DayFinding]) -> Iterator[str]:
    for section, title in SECTIONS.items():
        own = [one for one in found if one.section == section]
        if own:
            yield _("{title} ({number})").format(title=title, number=len(own))
            yield from (f"  {word(one.code, one._asdict())}" for one in own)
