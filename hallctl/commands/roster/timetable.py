"""``hallctl roster timetable``."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.options import Map, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.messages import _, paired, weekday
from hallctl.office.rostering import timetables
from hallctl.show import Reply, table

app = noun(_("Class timetables: when students have classes, and when they are free (Art. 6)."))


@command(app, "import", _("Record class timetables: a grid, a list, lines, or .ics."), writes=True)
def import_timetables(
    desk: Desk,
    file: Annotated[
        list[Path],
        typer.Argument(
            help=_("Timetables: .xlsx, .xls, .csv, .txt or .ics; the file or sheet names whose.")
        ),
    ],
    staff: Annotated[
        str | None, typer.Option(metavar="NO", help=_("Whose timetable it is, by number or name."))
    ] = None,
    class_name: Annotated[
        str | None,
        typer.Option(
            "--class", metavar="NAME", help=_("The class of students whose timetable it is.")
        ),
    ] = None,
    term: Annotated[
        str | None, typer.Option(metavar="TERM", help=_("The term; that of today, else the next."))
    ] = None,
    from_on: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help=_("From when it counts; the first of a term from its first day, then from today."),
        ),
    ] = None,
    mapping: Map = None,
    skip_bad: SkipBad = False,
) -> Reply:
    """Import timetables; the same file twice changes nothing, a new one supersedes from a day."""
    said = timetables.Said(staff, class_name, term, desk.maybe_day(from_on))
    found = timetables.import_timetables(desk.hall, file, pairs(mapping), said, skip_bad=skip_bad)
    return imported(found, "timetable.imported")


@command(app, "show", _("Show a timetable as a grid, with the free hours of a week."))
def show(
    desk: Desk,
    staff: Annotated[str, typer.Argument(help=_("The number, or the name where unique."))],
    week: Annotated[
        str | None,
        typer.Option(help=_("2026-W49, last or this; or the number of a teaching week.")),
    ] = None,
) -> Reply:
    """One person's timetable."""
    found = timetables.show_timetable(desk.hall, staff, _monday(desk, week))
    owner = f"{found.name}（{found.staff_no}）{found.class_name or ''}"
    head = _("{owner}, term {term}, from {day}").format(
        owner=owner, term=found.term, day=found.from_on
    )
    text = [head, "", *(_week(found) if found.days else _grid(found))]
    return Reply(found, text=text)


def _monday(desk: Desk, week: str | None) -> date | None:
    from hallctl.commands import periods

    if week is None:
        return None
    if re.fullmatch(r"\d{1,2}", week):
        return timetables.week_of_term(desk.hall, int(week))
    return periods.week(week, desk.now.date()).from_on


def _grid(found: timetables.TimetableShown) -> list[str]:
    weekdays = [
        day for day in range(1, 8) if day < 6 or any(c.weekday == day for c in found.classes)
    ]
    rows: dict[str, dict[int, list[str]]] = {}
    for one in found.classes:
        text = _("{course} weeks {weeks}").format(course=one.course, weeks=one.weeks).strip()
        rows.setdefault(one.periods, {}).setdefault(one.weekday, []).append(text)
    ordered = sorted(rows, key=lambda said: [int(n) for n in re.findall(r"\d+", said)])
    body = [[said, *("\n".join(rows[said].get(day, [])) for day in weekdays)] for said in ordered]
    return table(body, [_("Periods"), *(weekday(day) for day in weekdays)]).splitlines()


def _week(found: timetables.TimetableShown) -> Iterator[str]:
    rows = []
    for day in found.days:
        classes = "\n".join(f"{one.start}-{one.end} {one.course or ''}" for one in day.classes)
        free = "\n".join(f"{one.start}-{one.end}" for one in day.free)
        name = weekday(day.weekday)
        if day.as_weekday != day.weekday:
            name = paired(name, weekday(day.as_weekday))
        rows.append([str(day.on), name, str(day.week or "—"), classes, free])
    heads = [_("Date"), _("Weekday"), _("Teaching week"), _("Classes"), _("Free")]
    yield from table(rows, heads).splitlines()
