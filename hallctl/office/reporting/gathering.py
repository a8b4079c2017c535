"""A period that is being reported, both days included: its shifts and cases, each read once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from hallctl.figures import CaseFact, case_figures, tally
from hallctl.model import Judged
from hallctl.office.attendance import judge_days
from hallctl.office.cases import case_lines
from hallctl.office.cases.lines import Reading
from hallctl.office.cases.sheet import subject
from hallctl.office.hall import Hall
from hallctl.office.paperwork import fonts, head_at, officer_name, over_on
from hallctl.office.remarks import remarks
from hallctl.office.reporting.figures import accepted_cases, by_code, facts_of, period_figures
from hallctl.office.reporting.rows import shift_row
from hallctl.office.signing import LATE_RECORD_HOURS
from hallctl.office.tallies import tallies
from hallctl.reports import AuditHead, Fonts
from hallctl.reports.monthly import ShiftLine
from hallctl.reports.periodic import Counted, Cover, DueLine, Figures, GroupLine, OverdueLine
from hallctl.store import duty, entries, people, places
from hallctl.store.cases import Case
from hallctl.store.people import Person


class Written(NamedTuple):
    """A report that was written."""

    period: str
    from_on: date
    to_on: date
    path: str
    sha256: str
    draft: bool
    figures: Figures


class Gathered:
    """What reports of a period have in common. Raises Refused for a period before the regulation."""

    def __init__(self, hall: Hall, name: str, from_on: date, to_on: date) -> None:
        hall.require_in_force(to_on)
        self.hall = hall
        self.name = name
        self.from_on = max(from_on, hall.facts.effective_from)
        self.to_on = to_on
        self.known_on = max(min(to_on, hall.today), hall.facts.effective_from)
        """The day whose settings and people count: the last one, or today before that."""

    @property
    def draft(self) -> bool:
        """Whether the period is not over."""
        return self.to_on >= self.hall.today

    @cached_property
    def judged(self) -> list[Judged]:
        """Every shift, called by its name."""
        return judge_days(self.hall, self.from_on, self.to_on)

    @cached_property
    def cases(self) -> dict[str, Case]:
        """Accepted cases that were alive in the period or fell due in it."""
        return accepted_cases(self.hall, self.from_on, self.to_on)

    @cached_property
    def facts(self) -> list[CaseFact]:
        """What the figures need of them."""
        return facts_of(self.hall, self.cases)

    @cached_property
    def figures(self) -> dict[str, float | int | None]:
        """Every figure of the period."""
        return self.figures_of(self.from_on, self.to_on)

    def figures_of(self, from_on: date, to_on: date) -> dict[str, float | int | None]:
        """Every figure of a part of the period."""
        own = [one for one in self.judged if from_on <= one.shift.on <= to_on]
        return by_code(period_figures(self.hall, from_on, to_on, own))

    @cached_property
    def staff(self) -> dict[str, Person]:
        """Everybody by number, with the post at the end of the period."""
        return {one.staff_no: one for one in people.everybody(self.hall.db, self.to_on)}

    @cached_property
    def windows(self) -> dict[str, str]:
        """The windows' names by number."""
        return places.window_names(self.hall.db, self.to_on)

    def who(self, staff_no: str) -> str:
        """A person's name; the number where nobody bears it."""
        person = self.staff.get(staff_no)
        return person.name if person else staff_no

    def cover(self) -> Cover:
        """What the report says of itself."""
        hall = self.hall
        head = entries.head(hall.db)
        return Cover(
            hall.facts.college, hall.facts.name, self.name, self.from_on, self.to_on,
            officer_name(hall), self.draft, head_at(hall),
            AuditHead(head.entry_no, head.digest, head.at) if head else AuditHead(0, "", ""),
        )  # fmt: skip

    def shift_lines(self) -> list[ShiftLine]:
        """Every shift as people read it."""
        hall = self.hall
        span = (duty.midnight(self.from_on), duty.midnight(self.to_on + timedelta(days=1)))
        late = duty.typed_late(hall.db, *span, hours=LATE_RECORD_HOURS)
        beside = remarks(hall, self.from_on, self.to_on, self.staff)
        return [shift_row(one, self.staff, self.windows, late, beside) for one in self.judged]

    def by_window(self) -> list[GroupLine]:
        """Every window with its attendance, its cases and the people it served."""
        shifts: dict[str, list[Judged]] = {}
        for one in self.judged:
            shifts.setdefault(one.shift.window_no, []).append(one)
        service = self.by(lambda case: case.file.window_no)
        served = self.visits_by(lambda window_no, _kind: window_no)
        found = []
        for no, name in self.windows.items():
            count = tally(shifts.get(no, ()))
            figures = {
                **count._asdict(), "attendance_rate": count.attendance_rate,
                **service.get(no, self._none),
            }  # fmt: skip
            found.append(GroupLine(no, name, figures, served.get(no, 0)))
        return found

    def by(self, key: Callable[[Case], str]) -> dict[str, Figures]:
        """The figures of the cases in groups."""
        groups: dict[str, list[CaseFact]] = {}
        for fact in self.facts:
            groups.setdefault(key(self.cases[fact.case_no]), []).append(fact)
        return {value: self._service(facts) for value, facts in groups.items()}

    @cached_property
    def _none(self) -> Figures:
        return self._service(())

    def _service(self, facts: Sequence[CaseFact]) -> Figures:
        return case_figures(facts, self.from_on, self.to_on, over_on(self.hall))._asdict()

    def visits_by(self, key: Callable[[str, str], str]) -> dict[str, int]:
        """How many people were served, by window or by kind."""
        found: dict[str, int] = {}
        for one in tallies(self.hall, self.from_on, self.to_on):
            group = key(one.window_no, one.kind)
            found[group] = found.get(group, 0) + one.total
        return found

    def visits(self) -> list[Counted]:
        """How many people were served, by kind."""
        by_kind = self.visits_by(lambda _window_no, kind: kind)
        return [Counted(kind, number) for kind, number in sorted(by_kind.items())]

    def overdue(self) -> list[OverdueLine]:
        """What the figures count as late, applicants masked: the register's own lines."""
        reading = Reading(self.hall, self.from_on, self.to_on, full=False)
        return [_overdue(line) for line in case_lines.overdue(reading).lines]

    def due_until(self, last: date) -> list[DueLine]:
        """Cases that are open at the end of the period and fall due after it, up to a day."""
        from hallctl.store import cases

        found = cases.due_between(self.hall.db, self.to_on + timedelta(days=1), last)
        return [
            DueLine(
                case.file.case_no, subject(self.hall, case), self.windows[case.file.window_no],
                self.who(case.now.handler_no), case.now.due_on,
                case.now.due_status == "provisional",
            )
            for case in sorted(found, key=lambda one: (one.now.due_on, one.file.case_no))
            if case.now.due_on
            and (_day(case.now.accepted_at) or last) <= self.to_on
            and (_day(case.now.closed_at) or last) > self.to_on
        ]  # fmt: skip


def written(
    hall: Hall, cover: Cover, path: Path, figures: Figures, write: Callable[[Path, Fonts], str]
) -> Written:
    """Let a sheet be written (not in a dry run) and tell what was written."""
    faces = fonts(hall, min(cover.to_on, hall.today))
    digest = "" if hall.dry_run else write(path, faces)
    return Written(
        cover.name, cover.from_on, cover.to_on, str(path), digest, cover.draft, figures
    )  # fmt: skip


def _overdue(line: Mapping[str, object]) -> OverdueLine:
    due_on, closed_at, days = line["due_on"], line["closed_at"], line["workdays_late"]
    assert isinstance(due_on, date)  # noqa: S101 - what is late had a due date
    return OverdueLine(
        str(line["case_no"]), str(line["item"]), str(line["applicant"]), str(line["holder"]), due_on,
        closed_at.date() if isinstance(closed_at, datetime) else None,
        max(days, 1) if isinstance(days, int) else 1, str(line["note"] or ""),
    )  # fmt: skip


def _day(at: datetime | None) -> date | None:
    return at.date() if at else None


def total(lines: Iterable[Counted]) -> int:
    """The sum of some counts."""
    return sum(one.number for one in lines)
