"""The weekly appraisal (Art. 29): attendance, cases and conduct of everybody, side by side."""

from datetime import date
from pathlib import Path

from hallctl import policy
from hallctl.figures import Tally, tally
from hallctl.model import Judged, Undecided
from hallctl.office.attendance import judge_days
from hallctl.office.hall import Hall
from hallctl.reports import WeekLine, WeekReport
from hallctl.store import cases, credit, people, places


def week(hall: Hall, from_on: date, to_on: date) -> list[WeekLine]:
    """Everybody who serves in the week (both ends included), by window and number.

    ``score`` is None until the college has adopted weights; a week before the regulation is refused.
    """
    hall.require_in_force(to_on)
    law = hall.law.on(to_on)
    judged: dict[str, list[Judged]] = {}
    for one in judge_days(hall, max(from_on, hall.facts.effective_from), to_on):
        judged.setdefault(one.shift.staff_no, []).append(one)
    closed, late = _cases(hall, from_on, to_on)
    violations: dict[str, int] = {}
    for row in credit.between(hall.db, from_on, to_on):
        violations[row.staff_no] = violations.get(row.staff_no, 0) + (row.state == "confirmed")
    names = places.window_names(hall.db, to_on)
    found = []
    for person in people.everybody(hall.db, to_on):
        mine = judged.get(person.staff_no, [])
        if not (mine or (person.serves_on(to_on) and person.role != "officer")):
            continue
        count = tally(mine)
        no = person.staff_no
        measured = _measured(count, closed.get(no, 0), late.get(no, 0), violations.get(no, 0))
        ruled = policy.week_score(measured, law)
        if isinstance(ruled, Undecided):
            hall.note(ruled.question, ruled.article)
        score = None if isinstance(ruled, Undecided) else ruled.value
        found.append(
            WeekLine(
                no,
                person.name,
                names.get(person.window_no or ""),
                count.due,
                count.attended,
                count.late,
                count.early,
                count.missing,
                count.absent,
                count.leave,
                closed.get(no, 0),
                late.get(no, 0),
                violations.get(no, 0),
                score,
            )
        )
    if to_on >= hall.today:
        hall.note("appraise.draft", "29", to_on=to_on)
    return found


def write_week(
    hall: Hall, label: str, from_on: date, to_on: date, path: Path
) -> tuple[list[WeekLine], str]:
    """The week as a workbook; returns the lines and the file's digest."""
    from hallctl.office.report import fonts, head_at, officer_name
    from hallctl.sheets.weekly import write_week as write

    lines = week(hall, from_on, to_on)
    report = WeekReport(
        hall.facts.college, hall.facts.name, label, from_on, to_on, officer_name(hall),
        to_on >= hall.today, lines, head_at(hall),
    )  # fmt: skip
    return lines, write(report, path, fonts(hall, to_on))


def _cases(hall: Hall, from_on: date, to_on: date) -> tuple[dict[str, int], dict[str, int]]:
    """Closed cases, and those of them closed late, by handler."""
    closed: dict[str, int] = {}
    late: dict[str, int] = {}
    for case in cases.touching(hall.db, from_on, to_on):
        now = case.now
        if now.closed_at and from_on <= now.closed_at.date() <= to_on:
            closed[now.handler_no] = closed.get(now.handler_no, 0) + 1
            late[now.handler_no] = late.get(now.handler_no, 0) + (now.lateness == "late")
    return closed, late


def _measured(count: Tally, closed: int, late: int, violations: int) -> policy.Week:
    return policy.Week(
        count.due, count.attended, count.late, count.early, count.missing, count.leave, closed, late,
        violations,
    )  # fmt: skip
