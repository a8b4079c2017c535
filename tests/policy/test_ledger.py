"""Whose lateness it is, until when it is contested, and what holds for every ledger (Art. 32)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl import ledger, policy
from hallctl.errors import Refused
from hallctl.ledger import Held
from hallctl.model import Deadline, DueStatus
from hallctl.policy import Violation
from hallctl.workdays import Calendar, NationalYear

FIRST = date(2026, 9, 1)
LAW = policy.law([], FIRST)
CALENDAR = Calendar({2026: NationalYear({}, {}), 2027: NationalYear({}, {})})
MONDAY = date(2026, 11, 2)


def due(on: date) -> Deadline:
    return Deadline(on, DueStatus.FIRM, on, on, ())


def day(workdays: int) -> date:
    """So many working days after Monday."""
    return CALENDAR.deadline(MONDAY, workdays).due_on


@pytest.mark.parametrize(
    ("until", "held", "late", "departments", "handlers", "last"),
    [
        (7, [], 2, 0, True, 5),
        (7, [("教务处", 3, 5)], 2, 2, False, 7),
        (8, [("教务处", 3, 5)], 3, 2, True, 7),
        (7, [("教务处", 3, 3)], 2, 0, True, 5),
        (7, [("教务处", 3, 4), ("财务处", 3, 6)], 2, 3, False, 8),
    ],
)
def test_what_departments_held_is_not_the_handlers(
    until: int,
    held: list[tuple[str, int, int]],
    late: int,
    departments: int,
    handlers: bool,
    last: int,
) -> None:
    """The slowest department's delay is taken out; what is left is the handler's."""
    parts = [Held(name, day(limit), day(done)) for name, limit, done in held]
    found = ledger.liability_for_lateness(due(day(5)), day(until), parts, CALENDAR).value
    assert (found.workdays_late, found.department_days) == (late, departments)
    assert (found.is_handlers, found.last_on) == (handlers, day(last))
    assert all(name in found.departments for name, limit, done in held if done > limit)


@given(st.integers(0, 20), st.integers(0, 20))
def test_departments_only_ever_lighten_it(until: int, done: int) -> None:
    """Without departments lateness is the handler's; a slow one can take it away, never add any."""
    alone = ledger.liability_for_lateness(due(day(5)), day(until), [], CALENDAR).value
    beside = [Held("教务处", day(3), min(day(done), day(until)))]
    found = ledger.liability_for_lateness(due(day(5)), day(until), beside, CALENDAR).value
    assert alone.is_handlers is (until > 5)
    assert found.is_handlers <= alone.is_handlers
    assert found.last_on >= alone.last_on


@pytest.mark.parametrize(("last", "who"), [(0, "a"), (3, "a"), (4, "b"), (5, "b"), (9, "c")])
def test_it_is_whose_the_case_was_when_it_became_late(last: int, who: str) -> None:
    """The last one who had it on or before the last day in time."""
    holders = [(day(1), "a"), (day(4), "b"), (day(9), "c")]
    assert ledger.holder_when_late(holders, day(last)) == who


def test_the_last_day_to_appeal_is_in_time() -> None:
    """Five working days from the confirmation; the next day is too late."""
    until = ledger.appeal_until(MONDAY, CALENDAR, LAW.on(MONDAY)).value
    assert until.due_on == date(2026, 11, 9)
    ledger.may_appeal("V2026-0001", until.latest, until)
    with pytest.raises(Refused) as caught:
        ledger.may_appeal("V2026-0001", until.latest + timedelta(days=1), until)
    assert (caught.value.code, caught.value.article) == ("credit.appeal_too_late", "32")


@pytest.mark.parametrize(
    ("standing", "balance", "kept_at", "due"),
    [
        ("good", 83, None, False),
        ("dismissal_proposed", 73, None, True),
        ("dismissal_proposed", 73, 73, False),
        ("dismissal_proposed", 63, 73, True),
        ("dismissal_proposed", 73, 63, False),
    ],
)
def test_a_dismissal_stays_due_until_it_is_decided(
    standing: str, balance: int, kept_at: int | None, due: bool
) -> None:
    """A decision holds at its balance and above; below, it is due again."""
    assert ledger.must_decide_dismissal(standing, balance, kept_at) is due


STATES = ("proposed", "confirmed", "rejected", "reversed")
ENTRIES = st.lists(st.tuples(st.integers(0, 364), st.sampled_from(STATES)), max_size=10)


def violations(entries: list[tuple[int, str]]) -> list[Violation]:
    return [
        Violation(f"V2026-{n:04d}", FIRST + timedelta(days=offset), "attitude", state)
        for n, (offset, state) in enumerate(entries)
    ]


def balance(facts: list[Violation]) -> int:
    lines = policy.ledger(facts, LAW, date(2027, 8, 31))
    known = [line.balance for line in lines if line.balance is not None]
    return known[-1] if known else 100


@given(ENTRIES)
def test_only_confirmed_entries_count(entries: list[tuple[int, str]]) -> None:
    """The balance depends only on the multiset of confirmed entries in the window."""
    facts = violations(entries)
    assert balance(facts) == balance([one for one in facts if one.state == "confirmed"])


@given(ENTRIES, st.integers(0, 364))
def test_a_reversal_restores(entries: list[tuple[int, str]], offset: int) -> None:
    """One more entry, confirmed and reversed, leaves every balance and ordinal as it was."""
    before = policy.ledger(violations(entries), LAW, date(2027, 8, 31))
    taken_back = violations([*entries, (offset, "reversed")])
    after = policy.ledger(taken_back, LAW, date(2027, 8, 31))
    extra = taken_back[-1].violation_no
    assert [line for line in after if line.violation.violation_no != extra] == before


@given(ENTRIES)
def test_no_path_to_dismissal_without_confirmations(entries: list[tuple[int, str]]) -> None:
    """Below 80 takes four confirmed entries, whatever else is on record."""
    facts = violations(entries)
    standing = policy.standing(balance(facts), date(2027, 8, 31), LAW).value
    count = sum(one.state == "confirmed" for one in facts)
    assert (standing == "dismissal_proposed") == (count >= 4)
