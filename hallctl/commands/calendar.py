"""``hallctl calendar``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands import words
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.said import imported
from hallctl.errors import Note
from hallctl.messages import _, name_of, weekday, word
from hallctl.model import CountedDay, Deadline
from hallctl.office import days, notices
from hallctl.show import Reply

app = noun(_("Working days: the national notice, make-up days, and local days."))


@command(app, "sync", _("Load every year that the national calendar package knows."), writes=True)
def sync(desk: Desk) -> Reply:
    """Load the package's years; years recorded alike stay."""
    return imported(notices.sync(desk.hall), "calendar.synced")


@command(app, "import", _("Load a year's notice from holiday-cn JSON or CSV."), writes=True)
def import_years(
    desk: Desk,
    file: Annotated[
        Path,
        typer.Argument(help=_("JSON as holiday-cn publishes it, or CSV date,kind,name,source.")),
    ],
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help=_("Leave bad rows out."))] = False,
) -> Reply:
    """Load a newer year; an empty one is refused."""
    return imported(notices.import_years(desk.hall, file, skip_bad=skip_bad), "calendar.imported")


@command(
    app,
    "override",
    _("Record a local row: closed, on holiday, special hours, made up."),
    writes=True,
)
def override(
    desk: Desk,
    kind: Annotated[
        str,
        typer.Argument(
            help=_("vacation, closure, holiday, special_hours, makeup_work or makeup_class.")
        ),
    ],
    from_on: Annotated[str, typer.Option("--from", metavar="DATE", help=_("The first day."))],
    to_on: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="DATE", help=_("The last day, included; the first when left out.")
        ),
    ] = None,
    hours: Annotated[
        str | None,
        typer.Option(metavar="HH:MM-HH:MM", help=_("When the hall is open on these days.")),
    ] = None,
    authority: Annotated[str, typer.Option(help=_("The paper or person that ordered it."))] = "",
    as_weekday: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            max=7,
            help=_("For makeup_class: whose weekday's classes run, 1 for Monday to 7."),
        ),
    ] = None,
    as_week: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            max=60,
            help=_("For makeup_class: of which teaching week; the day's own when left out."),
        ),
    ] = None,
) -> Reply:
    """A local row wins over the national notice (Art. 22)."""
    first = desk.day(from_on)
    opens, _dash, closes = (hours or "").partition("-")
    span = (opens.strip(), closes.strip()) if hours else None
    last = desk.maybe_day(to_on) or first
    found = notices.override(desk.hall, kind, first, last, span, authority, (as_weekday, as_week))
    code = "calendar.override_already" if found.already else "calendar.overridden"
    return Reply(found, [Note(code, "22", found._asdict())])


@command(
    app, "recompute", _("Count provisional due dates anew by the calendar as it is now."),
    writes=True,
)  # fmt: skip
def recompute(
    desk: Desk,
    case_no: Annotated[
        str | None,
        typer.Option("--case", metavar="NO", help=_("Only this one, also when it is firm.")),
    ] = None,
    note: Annotated[str | None, typer.Option(help=_("Why a firm date moves."))] = None,
) -> Reply:
    """Old and new dates are listed and logged (Art. 27)."""
    from hallctl.office.cases import correcting

    found = correcting.recompute(desk.hall, case_no, note)
    code = "calendar.redated" if found else "calendar.none_redated"
    columns = ("case_no", "was_due_on", "was_status", "due_on", "due_status", "due_earliest",
               "due_latest", "lateness")  # fmt: skip
    return Reply(
        list(found), [Note(code, "27", {"number": len(found)})], columns=columns if found else ()
    )


@command(app, "check", _("Look for dates that the calendar of today would give otherwise."))
def check(desk: Desk) -> Reply:
    """Quiet and 0 when well; 8 with provisional dates to settle or firm ones that differ."""
    from hallctl.office.cases import correcting

    found = correcting.check_dates(desk.hall)
    lines = [word(one.code, {**one.values, "where": one.where}) for one in found]
    return Reply({"findings": found}, text=lines, exit_status=8 if found else 0)


@command(app, "show", _("Show a month day by day."), lists=True)
def show_month(
    desk: Desk,
    month: Annotated[str, typer.Option(help=_("2026-11, last or this."))] = "this",
) -> Reply:
    """Every day of the month with what it counts as."""
    from hallctl.commands import periods

    period = periods.month(month, desk.now.date())
    found = days.month(desk.hall, period.from_on, period.to_on)
    return Reply(found, columns=("on", "weekday", "counts", "day_kind", "name"))


@command(app, "due", _("Count working days from an acceptance day."))
def due(
    desk: Desk,
    accepted: Annotated[
        str, typer.Option(metavar="DATE", help=_("The day that counts as accepted."))
    ],
    workdays: Annotated[int, typer.Option("--days", min=0, help=_("How many working days."))],
    pause: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DATE..DATE",
            help=_("The clock stood still after the first day, up to the second."),
        ),
    ] = None,
) -> Reply:
    """Pure day arithmetic: no cut-off, any date."""
    pauses = [words.span(said, desk.now.date()) for said in pause or ()]
    found = days.due(desk.hall, desk.day(accepted), workdays, pauses)
    return Reply(deadline_data(found), text=deadline_lines(found))


def deadline_data(found: Deadline) -> dict[str, object]:
    """A due date and its reckoning as JSON has it."""
    listed = [{"date": day.on, "kind": day.kind.value, "n": day.n} for day in found.days]
    return {
        "due_on": found.due_on,
        "status": found.status.value,
        "earliest": found.earliest,
        "latest": found.latest,
        "days": listed,
    }


def deadline_lines(found: Deadline) -> list[str]:
    """A due date and its reckoning as people read it."""
    lines = [_("Due on {day} ({status}).").format(day=found.due_on, status=name_of(found.status))]
    if found.earliest != found.latest:
        text = _("Between {earliest} and {latest}, until the national notice settles it.")
        lines.append(text.format(earliest=found.earliest, latest=found.latest))
    return [*lines, *day_lines(found.days)]


def day_lines(days: Sequence[CountedDay]) -> list[str]:
    """The dates of a count, with the number of each working day."""
    lines = []
    for day in days:
        number = f"{day.n:>3}" if day.n is not None else "   "
        lines.append(f"{number}  {day.on} {weekday(day.on.isoweekday())}  {name_of(day.kind)}")
    return lines
