"""``hallctl attendance correct`` and ``excuse``: what the punches do not say (Art. 23)."""

from datetime import date
from typing import Annotated

import typer

from hallctl.commands import shift_words
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office import corrections
from hallctl.show import Reply

correct_app = verb()
excuse_app = verb()

Witness = Annotated[
    str, typer.Option(metavar="STAFF_NO", help=_("Who saw that they were there; not the person itself."))
]  # fmt: skip


@command(
    correct_app, "correct", _("Correct sign-ins and sign-outs with a reason and a witness (Art. 23)."), writes=True
)  # fmt: skip
def correct(
    desk: Desk,
    reason: Annotated[str, typer.Option(help=_("Why the punches are wrong or missing."))],
    witness: Witness,
    staff: Annotated[list[str] | None, typer.Argument(help=_("Numbers, or names where unique."))] = None,
    window: Annotated[str | None, typer.Option(help=_("Everybody of this window."))] = None,
    shift: Annotated[str | None, typer.Option(metavar="SHIFT_NO", help=_("One shift."))] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=_("The shifts of a day."))] = None,
    week: Annotated[str | None, typer.Option(help=_("Those of a week: 2026-W47, last or this."))] = None,
    in_clock: Annotated[str | None, typer.Option("--in", metavar="HH:MM", help=_("When they came."))] = None,
    out_clock: Annotated[str | None, typer.Option("--out", metavar="HH:MM", help=_("When they went."))] = None,
    as_rostered: Annotated[
        bool, typer.Option("--as-rostered", help=_("They came and went as the roster says."))
    ] = False,
    missing_in: Annotated[bool, typer.Option("--missing-in", help=_("Only missing sign-ins."))] = False,
    missing_out: Annotated[bool, typer.Option("--missing-out", help=_("Only missing sign-outs."))] = False,
) -> Reply:  # fmt: skip
    """Raw punches stay; a week in bulk is one correction."""
    if not (staff or window or shift):
        raise Usage("attendance.correct_whom")
    if as_rostered == bool(in_clock or out_clock):
        raise Usage("attendance.correct_what")
    first, last = _days(desk, on, week)
    wanted = corrections.Wanted(staff or [], window, shift, first, last, missing_in, missing_out)
    ends = corrections.Ends(
        shift_words.minute(in_clock), shift_words.minute(out_clock), as_rostered
    )
    found = corrections.correct(desk.hall, wanted, ends, reason, witness)
    said = [
        Note(
            "attendance.correct_already" if one.already else "attendance.corrected",
            "23",
            one._asdict(),
        )
        for one in found
    ]
    return Reply(found, said)


def _days(desk: Desk, on: str | None, week: str | None) -> tuple[date, date]:
    if week:
        from hallctl.commands import periods

        period = periods.week(week, desk.now.date())
        return period.from_on, period.to_on
    day = desk.day(on)
    return day, day


@command(
    excuse_app,
    "excuse",
    _("Excuse an absence or a late coming: a mark, the status stays."),
    writes=True,
)
def excuse(
    desk: Desk,
    shift_no: Annotated[str, typer.Argument(metavar="SHIFT_NO", help=_("The shift's number."))],
    reason: Annotated[str, typer.Option(help=_("Why; it is shown in the report."))],
    staff: Annotated[
        str | None, typer.Option(metavar="STAFF_NO", help=_("Whose, when several share the shift."))
    ] = None,
) -> Reply:  # fmt: skip
    """The officer excuses a fault."""
    found = corrections.excuse(desk.hall, shift_no, staff, reason)
    code = "attendance.excused_already" if found.already else "attendance.excused"
    return Reply(found, [Note(code, "23", found._asdict())])
