"""The weeks of a month add up to its figures (Art. 27)."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hallctl.figures import CaseFact, case_figures, rate
from hallctl.figures.weeks import weeks

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
DAYS = st.integers(-40, 40).map(lambda n: FIRST + timedelta(days=n))


@st.composite
def cases(draw: st.DrawFn) -> CaseFact:
    """An accepted case, open, granted, refused or withdrawn, late or not."""
    accepted, due = draw(DAYS), draw(DAYS)
    closed = draw(st.one_of(st.none(), DAYS))
    closed_at = datetime.combine(closed, datetime.min.time()) if closed else None
    how = draw(st.sampled_from(["granted", "refused", "withdrawn"])) if closed else None
    return CaseFact(
        "1", "promised", 5, datetime.combine(accepted, datetime.min.time()), due, due, closed_at,
        None if how == "withdrawn" else how,
        draw(st.sampled_from(["early", "on_time", "late"])) if how else None,
        withdrawn=how == "withdrawn",
    )  # fmt: skip


@given(st.lists(cases(), max_size=12), st.one_of(st.none(), DAYS))
def test_the_weeks_add_up(facts: list[CaseFact], over_on: date | None) -> None:
    """Accepted, completed, and the on-time rate from what fell due and what of it came in time."""
    whole = case_figures(facts, FIRST, LAST, over_on)
    found = weeks(facts, FIRST, LAST, over_on)
    assert sum(one.accepted for one in found) == whole.cases_accepted
    assert sum(one.completed for one in found) == whole.cases_completed
    in_time, due = sum(one.in_time for one in found), sum(one.due for one in found)
    assert rate(in_time, due) == whole.on_time_rate
    assert all(one.in_time <= one.due for one in found)


def test_weeks_run_from_monday_to_sunday_and_are_cut_at_the_ends() -> None:
    """November 2026 begins on a Sunday and ends on a Monday."""
    found = weeks([], FIRST, LAST)
    assert [(one.from_on.day, one.to_on.day) for one in found] == [
        (1, 1), (2, 8), (9, 15), (16, 22), (23, 29), (30, 30),
    ]  # fmt: skip
    assert {one.on_time_rate for one in found} == {None}
