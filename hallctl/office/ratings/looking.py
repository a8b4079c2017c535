"""How satisfied applicants were, window by window: ratings of cases and answers to surveys (Art. 33)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from hallctl import service
from hallctl.errors import Usage
from hallctl.figures import RatingFact, rate
from hallctl.office.cases.sheet import find_window
from hallctl.office.hall import Hall
from hallctl.registers import RatingReport, WindowRatings
from hallctl.store import places, ratings, surveys


class BadRating(NamedTuple):
    """One rating that does not satisfy; only that of a case has limits."""

    source: str
    """case or survey."""
    at: datetime
    window_no: str
    window: str
    level: int
    comment: str | None
    case_no: str | None = None
    fix_due_on: date | None = None
    fixed_at: datetime | None = None


class _Rated(NamedTuple):
    """One rating of either source."""

    source: str
    at: datetime
    window_no: str
    level: int
    comment: str | None
    case_no: str | None
    satisfies: bool


def by_window(
    hall: Hall, from_on: date, to_on: date, window: str | None = None
) -> list[WindowRatings]:
    """Every rated window over some days (both included), by number."""
    found = list(_rated(hall, from_on, to_on, window))
    names = _names(hall, to_on)
    return [
        _counted(no, names.get(no, no), [one for one in found if one.window_no == no])
        for no in sorted({one.window_no for one in found})
    ]


def bad(hall: Hall, from_on: date, to_on: date, window: str | None = None) -> list[BadRating]:
    """The ratings of some days (both included) that do not satisfy, by time."""
    names = _names(hall, to_on)
    found = []
    for one in _rated(hall, from_on, to_on, window):
        if one.satisfies:
            continue
        shown = BadRating(one.source, one.at, one.window_no, names.get(one.window_no, one.window_no),
                          one.level, one.comment, one.case_no)  # fmt: skip
        if rating := one.case_no and ratings.rating(hall.db, one.case_no):
            limits, fixed = rating.row.limits, rating.fixed
            shown = shown._replace(
                fix_due_on=limits.fix_due_on if limits else None,
                fixed_at=fixed.at if fixed else None,
            )
        found.append(shown)
    return found


def satisfaction(hall: Hall, from_on: date, to_on: date) -> dict[str, float | None]:
    """The satisfaction with every rated window over some days, both included."""
    return {one.window_no: one.satisfaction_rate for one in by_window(hall, from_on, to_on)}


def survey_facts(hall: Hall, from_on: date, to_on: date) -> Iterator[RatingFact]:
    """What the figures of a period need of the answers to surveys."""
    for one in surveys.answers(hall.db, from_on, to_on):
        good = service.satisfies(one.level, hall.law.on(one.at.date())).value
        yield RatingFact(
            one.at.date(), answer="good" if good else "bad", survey=one.survey, serial=one.serial
        )


def write(hall: Hall, from_on: date, to_on: date, path: Path) -> tuple[list[WindowRatings], str]:
    """The windows' ratings as a workbook; returns them and the file's digest."""
    from hallctl.office.paperwork import fonts, head_at, officer_name
    from hallctl.sheets.ratings import write_ratings

    lines = by_window(hall, from_on, to_on)
    first = max(from_on, hall.facts.effective_from)
    law = hall.law.on(min(to_on, hall.today))
    report = RatingReport(
        hall.facts.college, hall.facts.name, first, to_on, officer_name(hall), lines,
        law["rating.satisfied_from"], head_at(hall),
    )  # fmt: skip
    digest = "" if hall.dry_run else write_ratings(report, path, fonts(hall, hall.today))
    return lines, digest


def _names(hall: Hall, day: date) -> dict[str, str]:
    return places.window_names(hall.db, day)


def _rated(hall: Hall, from_on: date, to_on: date, window: str | None) -> Iterator[_Rated]:
    if to_on < from_on:
        raise Usage("register.backwards", from_on=from_on, to_on=to_on)
    hall.require_in_force(to_on)
    wanted = find_window(hall, window, min(to_on, hall.today)).window_no if window else None
    found = [
        _Rated("case", one.at, one.window_no, one.level, one.comment, one.case_no, True)
        for one in surveys.case_ratings(hall.db, from_on, to_on)
    ]
    found += [
        _Rated("survey", one.at, one.window_no, one.level, one.comment, None, True)
        for one in surveys.answers(hall.db, from_on, to_on)
    ]
    for one in sorted(found, key=lambda one: one.at):
        if wanted in {None, one.window_no}:
            good = service.satisfies(one.level, hall.law.on(one.at.date())).value
            yield one._replace(satisfies=good)


def _counted(window_no: str, name: str, found: list[_Rated]) -> WindowRatings:
    levels = Counter(one.level for one in found)
    good = sum(one.satisfies for one in found)
    cases = [one for one in found if one.source == "case"]
    bad_cases = sum(not one.satisfies for one in cases)
    return WindowRatings(
        window_no, name, len(cases), len(found) - len(cases), levels[5], levels[4], levels[3],
        levels[2], levels[1], rate(good, len(found)), bad_cases, len(found) - good - bad_cases,
    )  # fmt: skip
