"""The figures of the reports: each formula at its edges, and the identities that must hold."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl import figures
from hallctl.figures import (
    ARTICLES,
    CaseFact,
    CaseFigures,
    RatingFigures,
    Tally,
    case_figures,
    change,
    rate,
    tally,
)
from hallctl.figures.complaints import ComplaintFigures
from hallctl.model import SHANGHAI, Judged, Shift, Status

NOV1, NOV30 = date(2026, 11, 1), date(2026, 11, 30)
START = datetime(2026, 11, 2, 8, 30, tzinfo=SHANGHAI)
SHIFT = Shift("1", "240001", "W01", date(2026, 11, 2), START, START + timedelta(hours=3))


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(1, 16, 6.3), (1, 3, 33.3), (2, 3, 66.7), (1, 8, 12.5), (5, 4, 125.0), (0, 7, 0.0), (0, 0, None),
     (1, 2000, 0.1), (1, 2001, 0.0)],
)  # fmt: skip
def test_rates_are_half_up_with_one_decimal(part: int, whole: int, expected: float | None) -> None:
    """6.25 becomes 6.3; nothing divided by nothing is nothing."""
    assert rate(part, whole) == expected


def test_saved_time_may_be_negative() -> None:
    """Using more than was promised saves less than nothing, and rounds half up."""
    assert rate(-1, 16) == -6.2


def test_month_on_month() -> None:
    """The change is in points; without a month before there is none."""
    assert change(97.3, 95.1) == 2.2
    assert change(97.3, None) is None


def judged(status: Status, marks: tuple[str, ...] = (), **more: Any) -> Judged:
    shift = SHIFT._replace(**{key: more.pop(key) for key in list(more) if key in Shift._fields})
    return Judged(shift, status, marks, None, None, 0, 0, more.pop("minutes_served", 0), **more)


def test_attendance_counts() -> None:
    """Late counts over status and marks, a half-punched shift was attended, what is due counts nowhere."""
    found = tally(
        [
            judged(Status.PRESENT, minutes_served=210),
            judged(Status.MISSING_OUT, ("late",)),
            judged(Status.LATE, ("early",), minutes_served=100),
            judged(Status.ABSENT),
            judged(Status.LEAVE, leave_kind="sick"),
            judged(Status.GIVEN_AWAY),
            judged(Status.PRESENT, taken_from="240002"),
            judged(Status.DUE),
        ]
    )
    assert found == Tally(due=6, attended=4, late=2, early=1, missing=1, absent=1, leave=1, leave_sick=1,
                          swaps=1, substitutes=1, minutes_served=310)  # fmt: skip
    assert (found.attendance_rate, found.presence_rate) == (66.7, 80.0)
    assert found.balances


def fact(
    number: int, accepted: date, due: date, closed: date | None = None, **more: Any
) -> CaseFact:
    def at(day: date) -> datetime:
        return datetime(day.year, day.month, day.day, 10, tzinfo=SHANGHAI)

    values: dict[str, Any] = {"tier": "promised", "promise_days": 5, **more}
    if closed:
        values.setdefault("result", "granted")
        values.setdefault("lateness", "late" if closed > due else "on_time")
    return CaseFact(str(number), values.pop("tier"), values.pop("promise_days"), at(accepted), due,
                    values.pop("due_latest", due), at(closed) if closed else None, **values)  # fmt: skip


def test_case_figures() -> None:
    """One case of each kind, counted where the definitions say."""
    day = timedelta(days=1)
    found = case_figures(
        [
            fact(
                1,
                NOV1 - 3 * day,
                NOV1 + day,
                NOV1,
                lateness="early",
                workdays_used=2,
                workdays_gross=3,
            ),
            fact(
                2,
                NOV1,
                NOV1 + 6 * day,
                NOV1 + 8 * day,
                workdays_used=7,
                workdays_gross=7,
                notices=1,
            ),
            fact(3, NOV1, NOV1, NOV1, tier="instant", promise_days=0),
            fact(4, NOV1 + day, NOV1 + 7 * day, NOV1 + 2 * day, result="refused", notices=2),
            fact(5, NOV1 + day, NOV30 - day),
            fact(6, NOV30, NOV30 + 7 * day, NOV30 + 2 * day),
            fact(7, NOV1 - 9 * day, NOV1 - 2 * day, NOV1 - day),
            fact(8, NOV30 + day, NOV30 + 9 * day),
            fact(
                9,
                NOV1,
                NOV1 + 6 * day,
                NOV1 + 2 * day,
                lateness="early",
                workdays_used=2,
                workdays_gross=2,
            ),
        ],
        NOV1,
        NOV30,
    )
    assert found == CaseFigures(
        cases_opening=1, cases_accepted=6, cases_completed=4, cases_refused=1, cases_withdrawn=0,
        cases_open=2, cases_late=2, completion_rate=66.7, on_time_rate=66.7, early_rate=66.7,
        instant_rate=16.7, mean_workdays_net=3.7, mean_workdays_gross=4.0, saved_time_rate=26.7,
        one_notice_rate=50.0,
    )  # fmt: skip
    assert found.balances


def test_a_month_that_is_not_over() -> None:
    """What falls due today or later is neither in time nor late; what fell due yesterday is."""
    yesterday, today = date(2026, 11, 23), date(2026, 11, 24)
    facts = [fact(1, NOV1, yesterday), fact(2, NOV1, today), fact(3, NOV1, NOV30)]
    found = case_figures(facts, NOV1, NOV30, over_on=yesterday)
    assert (found.cases_late, found.on_time_rate) == (1, 0.0)
    ended = case_figures(facts, NOV1, NOV30)
    assert (ended.cases_late, ended.on_time_rate) == (3, 0.0)


def test_an_empty_month_has_no_rates() -> None:
    """Nothing happened: counts are zero, rates are none."""
    found = case_figures([], NOV1, NOV30)
    assert found.balances
    assert {getattr(found, name) for name in found._fields if name.endswith("_rate")} == {None}


@given(
    st.lists(
        st.tuples(st.integers(-40, 40), st.integers(0, 30), st.none() | st.integers(0, 60),
                  st.sampled_from(["granted", "refused"])),
        max_size=12,
    )
)  # fmt: skip
def test_the_months_cases_balance(rows: list[tuple[int, int, int | None, str]]) -> None:
    """opening + accepted = completed + refused + withdrawn + open, whatever happened."""
    facts = []
    for n, (start, promise, length, result) in enumerate(rows):
        accepted = NOV1 + timedelta(days=start)
        closed = None if length is None else accepted + timedelta(days=length)
        more = {"result": result} if closed else {}
        facts.append(fact(n, accepted, accepted + timedelta(days=promise), closed, **more))
    found = case_figures(facts, NOV1, NOV30)
    assert found.balances
    later = case_figures(facts, NOV30 + timedelta(days=1), NOV30 + timedelta(days=31))
    assert later.cases_opening == found.cases_open


def test_every_figure_has_its_article() -> None:
    """The register of figures names each field of every record, and says who counts."""
    fields = {
        *Tally._fields,
        "attendance_rate",
        "presence_rate",
        *CaseFigures._fields,
        *RatingFigures._fields,
        *ComplaintFigures._fields,
    }
    assert fields == set(ARTICLES)
    for formula in figures.FORMULAS.values():
        assert formula.part.__doc__
        assert formula.whole is None or formula.whole.__doc__
