"""The correction sheet: what was reported of earlier months, and what is known now (Art. 23)."""

from collections.abc import Iterator, Mapping

from hallctl.figures import tally
from hallctl.model import Judged
from hallctl.office.attendance import judge_days
from hallctl.office.hall import Hall
from hallctl.office.months import line_of, span_of
from hallctl.reports.monthly import ChangedFigure, ChangedMonth, ChangedShift
from hallctl.store import months, people, places
from hallctl.store.months import Closing, Line


def changed_months(hall: Hall, month: str) -> list[ChangedMonth]:
    """What the report of ``month`` says anew: the month itself if it was reported before, and every
    month that was opened again since the last report.
    """
    found = [changes_of(hall, one) for one in _to_compare(hall, month)]
    return [one for one in found if one.shifts or one.figures]


def closing_digest(hall: Hall, month: str) -> str:
    """The digest of what was reported of a month; empty while it is open."""
    closings = months.closings(hall.db, month)
    return closings[-1].digest if closings and closings[-1].reopened_at is None else ""


def _to_compare(hall: Hall, month: str) -> Iterator[Closing]:
    """The closings whose numbers were reported and then opened, one per month, the oldest month first."""
    closings = months.closings(hall.db)
    from_no = min((one.entry_no for one in closings if one.month == _before(month)), default=0)
    to_no = min((one.entry_no for one in closings if one.month == month), default=None)
    newest: dict[str, Closing] = {}
    for one in closings:
        opened = one.reopened_entry_no
        if opened is None:
            continue
        if one.month == month:
            newest[month] = one
        elif one.month < month and from_no < opened and (to_no is None or opened < to_no):
            newest.setdefault(one.month, one)
    yield from (newest[name] for name in sorted(newest))


def _before(month: str) -> str:
    first = span_of(month)[0]
    last_year, last_month = (
        (first.year, first.month - 1) if first.month > 1 else (first.year - 1, 12)
    )
    return f"{last_year}-{last_month:02d}"


def changes_of(hall: Hall, one: Closing) -> ChangedMonth:
    """What a month's shifts and totals are called now, where they were reported otherwise."""
    first, last = span_of(one.month)
    judged = judge_days(hall, max(first, hall.facts.effective_from), last, as_closed=True)
    return ChangedMonth(
        one.month, one.at, one.by_no, one.digest, one.reopened_at or one.at, one.reason or "",
        list(_shifts(hall, one, judged)), list(_figures(hall, one, judged)),
    )  # fmt: skip


def _shifts(hall: Hall, one: Closing, judged: list[Judged]) -> Iterator[ChangedShift]:
    was = {
        (line.duty_shift_id, line.staff_no): line for line in months.lines(hall.db, one.close_no)
    }
    now = {(line.duty_shift_id, line.staff_no): line for line in map(line_of, judged)}
    last = span_of(one.month)[1]
    names = {person.staff_no: person.name for person in people.everybody(hall.db, last)}
    windows = places.window_names(hall.db, last)
    for key in sorted(was.keys() | now.keys(), key=lambda key: _order(was.get(key) or now[key])):
        before, after = was.get(key), now.get(key)
        if before != after:
            line = after or before
            assert line is not None  # noqa: S101 - the key is of one of them
            yield ChangedShift(
                line.on_date, windows[line.window_no], line.staff_no, names.get(line.staff_no, ""),
                _clock(before), _clock(after), *_called(before), *_called(after),
            )  # fmt: skip


def _order(line: Line) -> tuple[object, ...]:
    return line.on_date, line.window_no, line.start_minute, line.staff_no


def _clock(line: Line | None) -> str:
    if line is None:
        return ""
    first, last = divmod(line.start_minute, 60), divmod(line.end_minute, 60)
    return f"{first[0]:02d}:{first[1]:02d}-{last[0] % 24:02d}:{last[1]:02d}"


def _called(line: Line | None) -> tuple[str, tuple[str, ...], str | None, int]:
    if line is None:
        return "", (), None, 0
    marks = tuple(line.marks.split(",")) if line.marks else ()
    return line.status, marks, line.leave_kind, line.minutes_served


def _figures(hall: Hall, one: Closing, judged: list[Judged]) -> Iterator[ChangedFigure]:
    was: Mapping[str, int] = months.totals(hall.db, one.close_no)
    for code, value in tally(judged)._asdict().items():
        if was.get(code, 0) != value:
            yield ChangedFigure(code, was.get(code, 0), value)
