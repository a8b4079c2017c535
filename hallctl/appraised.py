"""The immutable records of appraisal, as the office fills them and the sheets print them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple


class WeekLine(NamedTuple):
    """One person's week on the appraisal sheet."""

    staff_no: str
    name: str
    window: str | None
    due: int
    attended: int
    late: int
    early: int
    missing: int
    absent: int
    leave: int
    cases_closed: int
    cases_late: int
    violations: int
    score: float | None
    excused: int = 0
    """Shifts on sick or official leave, of all on leave."""
    incidents: int = 0
    praise: int = 0
    leader_score: int | None = None
    """What the leader gave, or the officer a leader."""
    remark: str = ""
    scored_by: str | None = None
    missing_logs: int = 0
    """Hand-overs without a log (Art. 19)."""


class ScoreLine(NamedTuple):
    """One row of the scoring sheet: who is scored, by whom, on which figures."""

    week: str
    staff_no: str
    name: str
    window: str
    figures: Sequence[int]
    """due, attended, late, early, missing, absent, leave, closed, late cases, incidents, praise."""
    by_no: str
    score: int | None
    remark: str


class ScoreSheet(NamedTuple):
    """The sheet on which leaders and the officer give their scores for a week."""

    college: str
    hall: str
    label: str
    from_on: date
    to_on: date
    most: int
    lines: Sequence[ScoreLine]
    made_at: datetime


class WeekReport(NamedTuple):
    """The weekly appraisal sheet (Art. 29)."""

    college: str
    hall: str
    label: str
    from_on: date
    to_on: date
    prepared_by: str
    draft: bool
    lines: Sequence[WeekLine]
    made_at: datetime
    digest: str = ""
    """Of the published lines."""


class TermLine(NamedTuple):
    """One person's term over its published weeks; rates are percent, None has no denominator."""

    staff_no: str
    name: str
    role: str
    window: str
    faculty: str
    class_name: str
    weeks: int
    score: float | None
    due: int
    attended: int
    excused: int
    presence_rate: float | None
    late: int
    early: int
    missing: int
    absent: int
    leave: int
    cases_closed: int
    cases_late: int
    violations: int
    """Confirmed ones of the term, whenever they were confirmed."""
    undecided: int
    """Proposed ones of the term that the officer has not decided."""
    incidents: int
    praise: int
    missing_logs: int
    place: int | None = None
    leaving: str | None = None
    """dismissed or replaced, when the hall parted with the person in the term (Art. 30, 32)."""
    satisfaction_rate: float | None = None
    """With the person's window over the term, by cases and surveys; nobody is rated by name."""

    @property
    def faults(self) -> int:
        """Everything that was not in order at sign-in and sign-out, and absences."""
        return self.late + self.early + self.missing + self.absent


class StarLine(NamedTuple):
    """One candidate for service star: the place, what settled it, or why not."""

    place: int | None
    staff_no: str
    name: str
    window: str
    weeks: int
    score: float | None
    presence_rate: float | None
    faults: int
    praise: int
    incidents: int
    cases_closed: int
    settled_by: str | None
    """What separates it from the one before; tied where nothing does."""
    excluded: Sequence[str]
    """Why not, by codes."""
    standing: str
    """star, shortlisted, listed or excluded."""
    satisfaction_rate: float | None = None
    """With the window over the term."""


class MeritLine(NamedTuple):
    """One student worker before a faculty: certified, or why not."""

    faculty: str
    staff_no: str
    name: str
    class_name: str
    window: str
    weeks: int
    score: float | None
    presence_rate: float | None
    place: int | None
    certified: bool
    excluded: Sequence[str]


class AnnualLine(NamedTuple):
    """One person's academic year."""

    staff_no: str
    name: str
    role: str
    window: str
    weeks: int
    score: float | None
    violations: int
    balance: int
    standing: str
    stars: int
    flags: Sequence[str]
    """What goes into the annual review, by codes."""


class Paper(NamedTuple):
    """What every paper of a term or a year says alike."""

    college: str
    hall: str
    label: str
    from_on: date
    to_on: date
    prepared_by: str
    weeks: Sequence[str]
    """The published weeks that were drawn together."""
    made_at: datetime


class Publicity(NamedTuple):
    """From when to when a list hangs out, both days included, and where to object."""

    from_on: date
    to_on: date
    provisional: bool
    phone: str
    email: str
