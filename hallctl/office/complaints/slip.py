"""The reply slip of a complaint: of what was answered, never to whom by name."""

from pathlib import Path

from hallctl import papers
from hallctl.errors import Conflict
from hallctl.office.complaints.sheet import find, newest, sheet
from hallctl.office.hall import Hall, act
from hallctl.office.slips.gathering import issuer
from hallctl.office.slips.printing import Origin, Printed, Sort, print_paper
from hallctl.papers import Slip
from hallctl.store import complaints as store
from hallctl.store.writing import Writing

REPLY = Sort("reply", "D")
"""D from 答复."""


@act("complaint slip")
def print_reply(
    hall: Hall, work: Writing, said: str, place: Path, *, current: bool = False
) -> Printed:
    """Print the reply slip into a folder or an .xlsx file; raises Conflict before there is a reply."""
    row = find(hall, said)
    number = row.complaint_no
    steps = store.steps(hall.db, number)
    found, reply = newest(steps, "found"), newest(steps, "replied")
    if found is None or reply is None:
        raise Conflict("complaint.no_slip_yet", article="33", complaint_no=number)
    shown = sheet(hall, row)
    about = "，".join(
        part for part in (shown.complained_of, shown.window, shown.case_no and f"办件{shown.case_no}") if part
    )  # fmt: skip

    def make(slip_no: str, replaces: str) -> Slip:
        from hallctl.sheets.slips import worded

        return worded(
            papers.ComplaintReply(
                issuer(hall, reply.at.date()), slip_no, replaces, number, row.channel, about,
                row.received_at, shown.accepted_at or reply.at, reply.at, found.finding or "",
                reply.note or "", row.anonymous,
            )
        )  # fmt: skip

    origin = Origin(
        f"complaint:{number}", number,
        {"complaint_no": number, "complaint_event_id": reply.step_id},
    )  # fmt: skip
    printed, path = print_paper(hall, work, origin, REPLY, make, place, current=current)
    return Printed(
        None, REPLY.name, printed.slip_no, printed.copy, printed.printed_at, str(path),
        printed.sha256, subject=origin.subject,
    )  # fmt: skip
