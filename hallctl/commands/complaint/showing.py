"""``hallctl complaint show``."""

from collections.abc import Iterator

from hallctl.commands.complaint.said import ComplaintNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _, labelled, name_of, paired, spoken
from hallctl.office.complaints import looking
from hallctl.office.complaints.looking import Whole
from hallctl.show import Reply

app = verb()

SAID = ("channel", "about", "kind", "complained_of", "window", "case_no", "on", "received_at", "accept_by",
        "reply_by", "finding", "investigated_by", "lateness", "violations")  # fmt: skip


@command(app, "show", _("Show one complaint with everything that was done about it."))
def show(desk: Desk, complaint_no: ComplaintNo) -> Reply:
    """Never who complained: that is hallctl complaint reveal."""
    found = looking.show(desk.hall, complaint_no)
    data = {
        **found.complaint._asdict(), "matter": found.matter,
        "events": [one._asdict() for one in found.steps],
        "reveals": [one._asdict() for one in found.reveals],
    }  # fmt: skip
    return Reply(data, text=list(_lines(found)))


def _lines(found: Whole) -> Iterator[str]:
    one = found.complaint
    yield paired(one.complaint_no, name_of(one.state, "state"))
    said = one._asdict()
    yield from (f"  {labelled(key, said[key])}" for key in SAID if said[key])
    if found.matter:
        yield f"  {labelled('matter', found.matter)}"
    for step in found.steps:
        parts = [
            spoken("at", step.at),
            name_of(step.kind, "step" if step.kind == "accepted" else "state"),
            step.by_no,
            step.note or "",
        ]
        yield "  " + "  ".join(part for part in parts if part)
    for look in found.reveals:
        yield "  " + _("{at}  {by_no} looked at who complained: {reason}").format(
            at=spoken("at", look.at), by_no=look.by_no, reason=look.reason
        )
