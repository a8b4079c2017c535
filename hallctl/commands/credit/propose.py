"""``hallctl credit propose``."""

from typing import Annotated

import typer

from hallctl.commands.credit.said import about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.credit import overdue, proposing
from hallctl.show import Reply

app = verb()


@command(
    app, "propose", _("Record that a violation was observed; nothing is deducted yet."),
    writes=True, lists=True,
)  # fmt: skip
def propose(
    desk: Desk,
    staff: Annotated[str | None, typer.Option(metavar="NO", help=_("Whose it is."))] = None,
    kind: Annotated[
        str | None, typer.Option(help=_("attitude, overdue, or a kind the college switched on."))
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help=_("The day it happened."))] = None,
    note: Annotated[str | None, typer.Option(help=_("What happened, and how it is known."))] = None,
    evidence: Annotated[str | None, typer.Option(help=_("What shows it, and where it lies."))] = None,
    case: Annotated[str | None, typer.Option(metavar="NO", help=_("The case it is about."))] = None,
    ref: Annotated[
        str | None,
        typer.Option(metavar="KEY", help=_("A key of your own: the same again changes nothing.")),
    ] = None,
    from_cases: Annotated[
        bool, typer.Option("--from-cases", help=_("One for every case that became late in the month."))
    ] = False,
    month: Annotated[
        str, typer.Option(metavar="MONTH", help=_("With --from-cases: 2026-11, last or this."))
    ] = "this",
) -> Reply:  # fmt: skip
    """Propose; the officer confirms or rejects."""
    if from_cases:
        if staff or kind or on or note or case or ref:
            raise Usage("credit.from_cases_alone")
        return _from_cases(desk, month)
    if staff is None or kind is None or on is None or note is None:
        raise Usage("credit.needs_words")
    asked = proposing.Asked(kind, desk.day(on), note, case, ref, evidence=evidence)
    found = proposing.propose(desk.hall, staff, asked)
    return Reply(found, about("proposed", found))


def _from_cases(desk: Desk, month: str) -> Reply:
    from hallctl.commands import periods

    period = periods.month(month, desk.now.date())
    found = overdue.propose_from_cases(desk.hall, period.from_on, period.to_on)
    columns = ("case_no", "on", "staff_no", "name", "workdays_late", "department_days",
               "departments", "outcome", "entry_no")  # fmt: skip
    made = sum(one.outcome == "proposed" for one in found)
    return Reply(found, [Note("credit.from_cases", "32", {"number": made})], columns=columns)
