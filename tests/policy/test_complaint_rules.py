"""The rules of complaints (Art. 33): limits, investigators, figures at their edges."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl import complaints, policy
from hallctl.errors import Refused
from hallctl.figures.complaints import ComplaintFact, complaint_figures
from hallctl.model import Role
from hallctl.workdays import Calendar, NationalYear

LAW = policy.law([], date(2026, 9, 1)).on(date(2026, 11, 2))
CALENDAR = Calendar({2026: NationalYear({}, {})})
NOV1, NOV30 = date(2026, 11, 1), date(2026, 11, 30)


@given(st.integers(0, 30))
def test_a_late_acceptance_gains_no_day(wait: int) -> None:
    """The reply is due five working days after the acceptance, counted at most from its last day."""
    received = date(2026, 11, 2)
    accept = complaints.accept_due(received, CALENDAR, LAW).value
    due = complaints.reply_due(received + timedelta(days=wait), accept, CALENDAR, LAW)
    assert due.value.due_on == date(2026, 11, 9 if wait == 0 else 10)
    assert (due.ground.article, due.ground.settings) == ("33", {"complaint.reply_days": 5})


def test_the_last_day_is_in_time() -> None:
    """Late begins on the day after the latest day."""
    due = complaints.accept_due(date(2026, 11, 6), CALENDAR, LAW).value
    assert complaints.complaint_lateness(due, due.latest) == "on_time"
    assert complaints.complaint_lateness(due, due.latest + timedelta(days=1)) == "late"


@pytest.mark.parametrize(
    ("who", "role", "code"),
    [
        ("T1001", Role.LEADER, None),
        ("A0001", Role.OFFICER, None),
        ("setup", None, None),
        ("T1002", Role.LEADER, "complaint.own"),
        ("024", Role.STUDENT, "complaint.students_do_not"),
    ],
)
def test_who_may_investigate(who: str, role: Role | None, code: str | None) -> None:
    """A leader or the officer, never one who may be meant."""
    if code is None:
        complaints.may_investigate(who, role, ["T1002"], "T2026-0001")
        return
    with pytest.raises(Refused) as caught:
        complaints.may_investigate(who, role, ["T1002"], "T2026-0001")
    assert (caught.value.code, caught.value.article) == (code, "33")


def fact(due: int, replied: int | None = None, lateness: str | None = None) -> ComplaintFact:
    day = date(2026, 11, due)
    return ComplaintFact(
        day - timedelta(days=7), day, day, None, None,
        None if replied is None else day + timedelta(days=replied), lateness,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "rate", "late"),
    [
        ([], None, 0),
        ([fact(20, 0, "on_time"), fact(20, 1, "late")], 50.0, 1),
        ([fact(20)], 0.0, 1),
        ([fact(30)], 0.0, 1),
        ([fact(30, 1, "late")], 0.0, 1),
        ([ComplaintFact(date(2026, 11, 3))], None, 0),
    ],
)
def test_the_rate_is_of_what_fell_due(
    facts: list[ComplaintFact], rate: float | None, late: int
) -> None:
    """Answered in time over fallen due; a reply after the month's end was not there yet at its end."""
    found = complaint_figures(facts, NOV1, NOV30)
    assert (found.complaints_on_time_rate, found.complaints_late) == (rate, late)


def test_a_month_that_is_not_over() -> None:
    """What falls due later than yesterday is neither in time nor late yet."""
    found = complaint_figures([fact(20), fact(10)], NOV1, NOV30, date(2026, 11, 19))
    assert (found.complaints_on_time_rate, found.complaints_late) == (0.0, 1)


def test_findings_count_in_the_month_they_were_made() -> None:
    """Wholly or partly right; unsubstantiated ones not."""
    base = fact(20)
    facts = [
        base._replace(finding=word, found_on=day)
        for word, day in (
            ("yes", NOV1),
            ("partly", NOV30),
            ("no", NOV30),
            ("yes", date(2026, 12, 1)),
        )
    ]
    assert complaint_figures(facts, NOV1, NOV30).complaints_substantiated == 2
