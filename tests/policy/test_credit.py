"""Credit points (Art. 32): the table of balances, windows, and what holds for all ledgers."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl import policy
from hallctl.errors import Refused
from hallctl.policy import Decision, Violation

VECTORS = Path(__file__).parents[2] / "fixtures" / "vectors" / "credit.toml"
TABLE = tomllib.loads(VECTORS.read_text(encoding="utf-8"))["balance"]
FIRST = date(2026, 9, 1)
LAW = policy.law([], FIRST)


def confirmed(*days: date) -> list[Violation]:
    return [Violation(f"V2026-{n:04d}", day, "attitude", "confirmed") for n, day in enumerate(days)]


def balance(violations: list[Violation], day: date = date(2026, 12, 1)) -> int:
    known = [
        line.balance for line in policy.ledger(violations, LAW, day) if line.balance is not None
    ]
    return known[-1] if known else 100


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"after {row['confirmed']}")
def test_balances(row: dict[str, object]) -> None:
    """98, 93, 83, 73: dismissal is first proposed at the fourth."""
    found = balance(
        confirmed(*(FIRST + timedelta(days=n) for n in range(int(str(row["confirmed"])))))
    )
    assert found == row["balance"]
    assert policy.standing(found, date(2026, 12, 1), LAW).value == row["standing"]


def test_strictly_below_eighty() -> None:
    """80 itself is still good."""
    assert policy.standing(80, FIRST, LAW).value == "good"
    assert policy.standing(79, FIRST, LAW).value == "dismissal_proposed"


def test_reversing_one_recounts_all() -> None:
    """Reversing the second of four leaves three, every ordinal recounted, the line kept."""
    four = confirmed(*(FIRST + timedelta(days=n) for n in range(4)))
    four[1] = four[1]._replace(state="reversed")
    lines = policy.ledger(four, LAW, FIRST)
    assert [line.ordinal for line in lines] == [1, None, 2, 3]
    assert lines[-1].balance == 83


def test_a_late_record_takes_its_place_by_its_day() -> None:
    """The order is that of the days, not of the recording."""
    lines = policy.ledger(confirmed(date(2026, 10, 9), date(2026, 10, 1)), LAW, FIRST)
    assert [(line.violation.on.day, line.points) for line in lines] == [(1, 2), (9, 5)]


def test_the_academic_year_is_the_window() -> None:
    """31 August and 1 September fall into different years; the regulation's first day cuts the first."""
    law = policy.law([], date(2026, 3, 2))
    assert policy.credit_window(date(2026, 8, 31), law) == (date(2026, 3, 2), date(2026, 8, 31))
    assert policy.credit_window(date(2026, 9, 1), law) == (date(2026, 9, 1), date(2027, 8, 31))
    both = confirmed(date(2026, 8, 31), date(2026, 9, 1))
    assert [line.ordinal for line in policy.ledger(both, law, date(2026, 9, 1))] == [1]


def test_points_follow_the_settings_of_each_day() -> None:
    """A change of the steps never touches earlier entries."""
    day = date(2026, 10, 1)
    law = policy.law([Decision("credit.steps", [1, 1, 1], day, "A0001", day)], FIRST)
    lines = policy.ledger(confirmed(FIRST, day), law, day)
    assert [line.points for line in lines] == [2, 1]


def test_only_what_the_college_named_costs_points() -> None:
    """Conduct kinds are off until switched on; leaders get a letter instead."""
    today = LAW.on(FIRST)
    assert policy.may_confirm("overdue", "student", today).value
    for kind, role, code in (
        ("screen", "student", "credit.kind_is_off"),
        ("attitude", "leader", "credit.students_only"),
    ):
        with pytest.raises(Refused) as caught:
            policy.may_confirm(kind, role, today)
        assert (caught.value.code, caught.value.article) == (code, "32")


@given(st.lists(st.integers(0, 364), max_size=8), st.randoms(use_true_random=False))
def test_the_balance_depends_only_on_how_many(offsets: list[int], chance: object) -> None:
    """Under unchanged settings the days and the order do not matter."""
    violations = confirmed(*(FIRST + timedelta(days=n) for n in offsets))
    chance.shuffle(violations)  # type: ignore[attr-defined]
    expected = [100, 98, 93, *range(83, -100, -10)][len(offsets)]
    assert balance(violations, date(2027, 8, 31)) == expected
