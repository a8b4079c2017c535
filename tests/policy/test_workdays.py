"""Working days: the tables every implementation must meet, and what holds for all days."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from chinese_calendar.constants import holidays, workdays
from hypothesis import given
from hypothesis import strategies as st

from hallctl import statutory
from hallctl.errors import BadInput, Conflict
from hallctl.model import DayKind, DueStatus, LocalDay
from hallctl.workdays import Calendar, NationalYear, check_overlap

VECTORS = Path(__file__).parents[2] / "fixtures" / "vectors" / "deadlines.toml"
TABLES: dict[str, list[dict[str, Any]]] = tomllib.loads(VECTORS.read_text(encoding="utf-8"))
YEARS = {
    year: NationalYear(
        {on: name for on, name in holidays.items() if on.year == year},
        {on: name for on, name in workdays.items() if on.year == year},
    )
    for year in range(2018, 2027)
}
NATIONAL = Calendar(YEARS)
DAYS = st.dates(date(2018, 1, 1), date(2026, 11, 19))
COUNTS = st.integers(1, 30)


@pytest.mark.parametrize(
    ("accepted", "days", "due"),
    [(row["accepted"], int(n), due) for row in TABLES["due"] for n, due in row["by_days"].items()],
)
def test_firm_due_dates(accepted: date, days: int, due: date) -> None:
    """Day 1 is the first working day after acceptance; make-up days count, holidays do not."""
    found = NATIONAL.deadline(accepted, days)
    assert (found.due_on, found.status) == (due, DueStatus.FIRM)
    assert found.earliest == found.latest == due


@pytest.mark.parametrize("row", TABLES["provisional"], ids=lambda row: str(row["accepted"]))
def test_provisional_due_dates(row: dict[str, Any]) -> None:
    """A limit that runs into an unannounced year comes as an interval."""
    found = NATIONAL.deadline(row["accepted"], row["days"])
    assert found.status == DueStatus.PROVISIONAL
    assert (found.earliest, found.latest) == (row["earliest"], row["latest"])
    assert found.due_on == row.get("due", found.due_on)
    assert found.earliest <= found.due_on <= found.latest


@pytest.mark.parametrize("row", TABLES["pause"], ids=lambda row: row["note"])
def test_pauses(row: dict[str, Any]) -> None:
    """A pause (begin, end] takes out its whole working days."""
    pauses = [(begin, end) for begin, end in row["pauses"]]
    assert NATIONAL.deadline(row["accepted"], row["days"], pauses).due_on == row["due"]


def test_an_instant_case_is_due_the_same_day() -> None:
    """No working days means due on the day of acceptance, without any reckoning."""
    found = NATIONAL.deadline(date(2026, 11, 24), 0)
    assert (found.due_on, list(found.days)) == (date(2026, 11, 24), [])


def test_the_first_acceptance_days_that_reach_an_unannounced_year() -> None:
    """30 days from 20 November, 7 from 23 December, 5 from 25 December reach 2027; a day less does not."""
    for accepted, days in (
        (date(2026, 11, 20), 30),
        (date(2026, 12, 23), 7),
        (date(2026, 12, 25), 5),
    ):
        assert NATIONAL.deadline(accepted, days).status == DueStatus.PROVISIONAL
        assert NATIONAL.deadline(accepted - timedelta(days=1), days).status == DueStatus.FIRM


def test_the_statutory_days_of_2027() -> None:
    """A statutory day on a weekend moves to the next free weekday."""
    found = statutory.year(2027)
    assert found is not None
    weekdays = sorted(on for on in found.days if on.isoweekday() < 6)
    expected = "01-01 02-05 02-08 02-09 02-10 04-05 05-03 05-04 06-09 09-15 10-01 10-04 10-05"
    assert [f"{on:%m-%d}" for on in weekdays] == expected.split()
    assert found.spring_block == (date(2027, 2, 5), date(2027, 2, 12))


def test_every_statutory_year_gives_thirteen_weekdays_off() -> None:
    """However the days fall, none of the 13 is lost."""
    for number in range(2027, 2036):
        found = statutory.year(number)
        assert found is not None
        assert sum(on.isoweekday() < 6 for on in found.days) == 13, number


def test_a_year_beyond_all_knowledge_is_refused() -> None:
    """Nothing is guessed where neither a notice nor the statutory table reaches."""
    with pytest.raises(BadInput) as caught:
        NATIONAL.deadline(date(2036, 12, 30), 5)
    assert (caught.value.code, caught.value.values["year"]) == ("calendar.unannounced", 2036)


def test_the_neighbours_notice_may_name_december() -> None:
    """Next year's notice changes this year's last December days."""
    late = date(2026, 12, 31)
    years = {**YEARS, 2027: NationalYear({late: "元旦"}, {})}
    assert NATIONAL.is_workday(late)
    assert not Calendar(years).is_workday(late)


def test_a_notice_may_name_next_january() -> None:
    """This year's notice reaches into January; the new year's own notice goes before it."""
    day = date(2026, 1, 5)
    notice_2025 = YEARS[2025]._replace(off={**YEARS[2025].off, day: "元旦"})
    assert NATIONAL.is_workday(day)
    assert not Calendar({**YEARS, 2025: notice_2025}).is_workday(day)
    worked = YEARS[2026]._replace(work={**YEARS[2026].work, day: "元旦"})
    assert Calendar({**YEARS, 2025: notice_2025, 2026: worked}).is_workday(day)


@pytest.mark.parametrize(
    ("kind", "counts", "day_kind"),
    [
        ("closure", False, DayKind.LOCAL),
        ("holiday", False, DayKind.LOCAL),
        ("vacation", False, DayKind.LOCAL),
        ("special_hours", True, DayKind.COUNTED),
        ("makeup_class", True, DayKind.COUNTED),
    ],
)
def test_local_rows_win(kind: str, counts: bool, day_kind: DayKind) -> None:
    """A local row decides over the notice; hours and classes change nothing about counting."""
    day = date(2026, 11, 24)
    found = Calendar(YEARS, [LocalDay(kind, day, day, authority="校办")]).day_fact(day)
    assert (found.counts, found.kind) == (counts, day_kind)


def test_a_local_make_up_day_counts() -> None:
    """The college may add a working day."""
    saturday = date(2026, 11, 28)
    assert not NATIONAL.is_workday(saturday)
    assert Calendar(YEARS, [LocalDay("makeup_work", saturday, saturday)]).is_workday(saturday)


def test_the_settings_of_counting() -> None:
    """Vacations count, and make-up days do not, when the college decided so."""
    day, makeup = date(2026, 11, 24), date(2026, 2, 14)
    vacation = [LocalDay("vacation", day, day)]
    assert Calendar(YEARS, vacation, vacation_counts=True).is_workday(day)
    assert NATIONAL.is_workday(makeup)
    assert not Calendar(YEARS, makeup_days_count=False).is_workday(makeup)


def test_overlapping_rows_of_one_kind_are_an_error() -> None:
    """Two rows of one kind may not share a day; of two kinds they may."""
    first = LocalDay("closure", date(2026, 11, 2), date(2026, 11, 4))
    check_overlap([first, LocalDay("closure", date(2026, 11, 5), date(2026, 11, 5))])
    check_overlap([first, first._replace(kind="holiday")])
    with pytest.raises(Conflict):
        check_overlap([first, LocalDay("closure", date(2026, 11, 4), date(2026, 11, 9))])


@given(DAYS, COUNTS)
def test_the_reckoning_counts_to_its_end(accepted: date, days: int) -> None:
    """The listed days number 1 to n without a hole, and counting back gives n."""
    found = NATIONAL.deadline(accepted, days)
    assert [day.n for day in found.days if day.n] == list(range(1, days + 1))
    assert found.days[-1].on == found.due_on
    assert NATIONAL.days_after(accepted, found.due_on) == list(found.days)
    if found.status == DueStatus.FIRM:
        assert NATIONAL.workdays_between(accepted, found.due_on) == days
    assert found.earliest <= found.due_on <= found.latest


@given(DAYS, st.integers(1, 29))
def test_a_longer_promise_is_due_later(accepted: date, days: int) -> None:
    """One more working day never comes sooner."""
    assert NATIONAL.deadline(accepted, days).due_on < NATIONAL.deadline(accepted, days + 1).due_on


@given(DAYS, COUNTS, st.integers(0, 10), st.integers(0, 10))
def test_a_pause_never_shortens(accepted: date, days: int, start: int, length: int) -> None:
    """A pause leaves the due date or moves it later."""
    begin = accepted + timedelta(days=start)
    pause = [(begin, begin + timedelta(days=length))]
    assert (
        NATIONAL.deadline(accepted, days, pause).due_on >= NATIONAL.deadline(accepted, days).due_on
    )


@given(DAYS)
def test_the_next_working_day_works(day: date) -> None:
    """Nothing between a day and its next working day counts."""
    found = NATIONAL.next_workday(day)
    assert found > day
    assert NATIONAL.workdays_between(day, found) == 1
