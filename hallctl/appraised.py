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
