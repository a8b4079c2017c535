"""The regulation's figures and rules, one reading per test."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from chinese_calendar.constants import holidays, workdays
from hypothesis import given
from hypothesis import strategies as st

from hallctl import appraising, complaints, handover, ledger, policy, posts, service, workstudy
from hallctl.errors import Refused, Usage
from hallctl.model import SHANGHAI, DueStatus, Undecided
from hallctl.policy import FIGURES, Decision, Week
from hallctl.workdays import Calendar, NationalYear

FIRST = date(2026, 9, 1)
LAW = policy.law([], FIRST)
TODAY = LAW.on(date(2026, 11, 24))
CALENDAR = Calendar(
    {
        2026: NationalYear(
            {on: name for on, name in holidays.items() if on.year == 2026},
            {on: name for on, name in workdays.items() if on.year == 2026},
        )
    }
)


def decide(name: str, value: object, day: date) -> Decision:
    return Decision(name, value, day, "A0001", day)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def test_every_figure_has_its_article_and_reading() -> None:
    """Each setting names an article of the 37 and the reading taken."""
    for figure in FIGURES.values():
        assert 1 <= int(figure.article) <= 37
        assert figure.reading


def test_the_shipped_values_are_of_their_kind() -> None:
    """What ships would be accepted if somebody typed it."""
    for figure in FIGURES.values():
        if figure.kind in {"int", "choice", "time"}:
            assert policy.parse_value(figure.name, str(figure.value)) == figure.value


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("credit.steps", "2,5,10", [2, 5, 10]),
        ("credit.steps", "2、5、10", [2, 5, 10]),
        ("clock.makeup_days", "no", False),
        ("clock.cutoff", "none", "none"),
        ("limits.promised", "3", 3),
        ("appraise.weights", '{"attendance": 100}', {"attendance": 100}),
    ],
)
def test_values_are_parsed_by_their_kind(name: str, text: str, value: object) -> None:
    """A setting is typed as people write it."""
    assert policy.parse_value(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("nonsense", "1"), ("limits.promised", "-1"), ("limits.promised", "five"),
        ("clock.cutoff", "25:00"), ("clock.start", "later"), ("clock.makeup_days", "perhaps"),
        ("credit.kinds", "attitude"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_not_taken(name: str, text: str) -> None:
    """What cannot be a value of this setting is refused as words, not as law."""
    with pytest.raises(Usage):
        policy.parse_value(name, text)


@pytest.mark.parametrize(("name", "cap"), [("promised", 5), ("college", 7), ("superior", 30)])
def test_a_college_may_be_stricter_never_laxer(name: str, cap: int) -> None:
    """The caps of article 27 can be lowered and not raised (Art. 34)."""
    assert policy.parse_value(f"limits.{name}", str(cap)) == cap
    with pytest.raises(Refused) as caught:
        policy.parse_value(f"limits.{name}", str(cap + 1))
    assert caught.value.article == "27"


def test_nothing_is_judged_before_the_regulation() -> None:
    """The law of a day before its first is refused by article 36; the first day itself is fine."""
    assert LAW.on(FIRST)["limits.promised"] == 5
    with pytest.raises(Refused) as caught:
        LAW.on(FIRST - timedelta(days=1))
    assert (caught.value.code, caught.value.article) == ("regulation.not_yet_in_force", "36")


def test_a_decision_counts_from_its_day() -> None:
    """The day before keeps the earlier value; of two decisions for a day the later recorded counts."""
    day = date(2026, 10, 1)
    law = policy.law([decide("limits.promised", 3, day), decide("limits.promised", 4, day)], FIRST)
    assert law.on(day - timedelta(days=1))["limits.promised"] == 5
    assert law.on(day)["limits.promised"] == 4


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 5)), max_size=8), st.integers(0, 300))
def test_a_new_decision_never_changes_an_earlier_day(
    found: list[tuple[int, int]], new: int
) -> None:
    """History is never judged anew."""
    earlier = [decide("limits.promised", value, FIRST + timedelta(days=n)) for n, value in found]
    law = policy.law(earlier, FIRST)
    later = policy.law([*earlier, decide("limits.promised", 1, FIRST + timedelta(days=new))], FIRST)
    for n in range(0, new, 7):
        day = FIRST + timedelta(days=n)
        assert law.on(day)["limits.promised"] == later.on(day)["limits.promised"]


@pytest.mark.parametrize(
    ("leaders", "students", "missing"),
    [(1, 2, (0, 0, 0)), (1, 3, (0, 0, 0)), (0, 2, (1, 0, 0)), (2, 2, (0, 1, 0)), (1, 0, (0, 0, 2))],
)
def test_a_window_has_one_leader_and_two_students(
    leaders: int, students: int, missing: tuple[int, int, int]
) -> None:
    """Article 6: fewer is a finding, a second leader too, more students are not."""
    assert policy.staffing_of_window(leaders, students, TODAY).value == missing


@pytest.mark.parametrize(
    ("departments", "joint"),
    [([], False), (["甲", "乙"], False), (["甲", "乙", "乙"], False), (["甲", "乙", "丙"], True)],
)
def test_three_distinct_departments_make_a_joint_case(departments: list[str], joint: bool) -> None:
    """Article 8 counts departments, not steps."""
    assert policy.is_joint(departments, TODAY).value is joint


def test_a_joint_case_waits_for_every_department() -> None:
    """It is not granted while one is undecided, nor against a refusal."""
    policy.may_grant_joint([("甲", "granted"), ("乙", "granted")])
    with pytest.raises(Refused) as undecided:
        policy.may_grant_joint([("甲", "granted"), ("乙", None)])
    assert (undecided.value.code, undecided.value.values["departments"]) == (
        "case.joint_undecided",
        ["乙"],
    )
    with pytest.raises(Refused) as refused:
        policy.may_grant_joint([("甲", "refused"), ("乙", None)])
    assert refused.value.code == "case.joint_refused"


@pytest.mark.parametrize(
    ("month_end", "due"),
    [(date(2026, 10, 31), date(2026, 11, 5)), (date(2026, 11, 30), date(2026, 12, 7))],
)
def test_the_report_is_due_on_the_fifth_or_the_next_working_day(month_end: date, due: date) -> None:
    """5 December 2026 is a Saturday."""
    assert policy.report_due_on(month_end, CALENDAR, TODAY).value == due


def test_the_notice_names_everything_missing_in_order() -> None:
    """One complete list, in the item's order; what was brought beyond it does not matter."""
    found = policy.missing_materials(["甲", "乙", "丙"], ["乙", "丁"])
    assert found.value == ("甲", "丙")


@pytest.mark.parametrize(("tier", "cap"), [("promised", 5), ("college", 7), ("superior", 30)])
def test_promises_are_capped_by_tier(tier: str, cap: int) -> None:
    """The cap itself is fine, one day more is refused by article 27; silence means the cap."""
    assert policy.promise_for(tier, cap, None, TODAY).value == cap
    assert policy.promise_for(tier, None, None, TODAY).value == cap
    assert policy.promise_for(tier, None, 2, TODAY).value == 2
    assert policy.promise_for(tier, None, cap + 9, TODAY).value == cap  # Art. 34
    for days in (cap + 1, 0):
        with pytest.raises(Refused) as caught:
            policy.promise_for(tier, days, 2, TODAY)
        assert (caught.value.article, caught.value.values["cap"]) == ("27", cap)


def test_an_instant_case_has_no_days() -> None:
    """What is done on the spot is promised for the same day."""
    assert policy.promise_for("instant", None, None, TODAY).value == 0
    with pytest.raises(Refused):
        policy.promise_for("instant", 1, None, TODAY)


def test_a_soft_superior_limit_is_not_refused() -> None:
    """Under the soft reading passing 30 asks for an explanation only; the other tiers stay hard."""
    law = policy.law([decide("limits.superior_binding", "soft", FIRST)], FIRST).on(FIRST)
    assert policy.promise_for("superior", 31, None, law).value == 31
    with pytest.raises(Refused):
        policy.promise_for("college", 8, None, law)


@pytest.mark.parametrize(
    ("accepted", "dated"),
    [
        ("2026-11-24T17:30", "2026-11-24"),
        ("2026-11-24T17:30:59", "2026-11-24"),
        ("2026-11-24T17:31", "2026-11-25"),
        ("2026-11-27T18:00", "2026-11-30"),
        ("2026-11-28T09:00", "2026-11-30"),
        ("2026-10-10T09:00", "2026-10-10"),
    ],
)
def test_a_late_case_is_dated_the_next_working_day(accepted: str, dated: str) -> None:
    """17:30 is still in time; later, or on a rest day, the next working day counts; a make-up day counts."""
    assert policy.dated_on(at(accepted), CALENDAR, TODAY).value.isoformat() == dated


def test_the_start_of_the_clock_is_a_setting() -> None:
    """Under the other reading the day of acceptance is already day 1."""
    monday = date(2026, 11, 16)
    law = policy.law([decide("clock.start", "same_day", FIRST)], FIRST).on(monday)
    assert policy.completion_due(monday, 5, CALENDAR, law=TODAY).value.due_on == date(2026, 11, 23)
    assert policy.completion_due(monday, 5, CALENDAR, law=law).value.due_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("closed", "expected"),
    [
        ("2026-11-20", ("early", 4, 0)),
        ("2026-11-23", ("on_time", 5, 0)),
        ("2026-11-24", ("late", 6, 1)),
        ("2026-11-28", ("late", 9, 4)),
    ],
)
def test_lateness_is_counted_in_working_days(closed: str, expected: tuple[str, int, int]) -> None:
    """Promised for 5 days from Monday 16 November, due Monday 23."""
    monday = date(2026, 11, 16)
    due = CALENDAR.deadline(monday, 5)
    found = policy.lateness(due, date.fromisoformat(closed), monday, CALENDAR, "promised")
    assert found.value == expected


def test_a_provisional_case_is_late_only_after_the_latest_date() -> None:
    """Nobody is late by a date that the national notice may still move."""
    day = date(2026, 12, 25)
    due = CALENDAR.deadline(day, 30)
    assert due.status == DueStatus.PROVISIONAL
    words = [
        policy.lateness(due, closed, day, CALENDAR, "superior").value.lateness
        for closed in (due.earliest, due.due_on, due.latest, due.latest + timedelta(days=1))
    ]
    assert words == ["on_time", "on_time", "on_time", "late"]


def test_an_instant_case_is_never_early() -> None:
    """On the spot is on time; the next day is late."""
    day = date(2026, 11, 24)
    due = CALENDAR.deadline(day, 0)
    assert policy.lateness(due, day, day, CALENDAR, "instant").value == ("on_time", 0, 0)
    assert policy.lateness(due, date(2026, 11, 25), day, CALENDAR, "instant").value == (
        "late",
        1,
        1,
    )


GOOD_WEEK = Week(due=3, attended=3, late=0, early=0, missing=0, leave=0, cases_closed=4, cases_late=0,
                 violations=0)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "score"),
    [
        ({}, 100.0),
        ({"attended": 2}, 80.0),  # 30 * 666/1000 = 19.98; no full attendance
        ({"late": 1}, 87.0),
        ({"cases_late": 1}, 92.5),
        ({"violations": 1}, 85.0),
        ({"leave": 1, "attended": 2}, 100.0),
        ({"cases_closed": 0}, 100.0),
    ],
)
def test_the_weekly_score(change: dict[str, int], score: float) -> None:
    """Attendance 30, discipline 30, service 30, full attendance 10, each fault where it belongs."""
    weights = {"attendance": 30, "discipline": 30, "service": 30, "full_attendance": 10}
    law = policy.law([decide("appraise.weights", weights, FIRST)], FIRST).on(FIRST)
    assert policy.week_score(GOOD_WEEK._replace(**change), law).value == pytest.approx(
        score, abs=0.11
    )


def test_no_score_without_adopted_weights() -> None:
    """No weights are shipped as truth: the college decides."""
    found = policy.week_score(GOOD_WEEK, TODAY)
    assert isinstance(found, Undecided)
    assert (found.article, found.decider) == ("29", "college")


ROOMS = (policy, service, complaints, ledger, appraising, posts, handover, workstudy)
"""Where rules stand."""


def test_every_rule_says_what_its_article_asks() -> None:
    """Each rule has its article, a first sentence, and the date that selects its version."""
    for name, number in policy.RULES.items():
        room = next(one for one in ROOMS if hasattr(one, name))
        text = getattr(room, name).__doc__
        assert 1 <= int(number) <= 37
        assert text.split("\n")[0].endswith("."), name
        assert "In force by:" in text, name


def test_rules_stand_in_the_order_of_the_articles() -> None:
    """Each room of rules reads like the regulation."""
    source = Path(policy.__file__).read_text(encoding="utf-8")
    for room in ROOMS:
        own = [name for name in policy.RULES if getattr(room, name, None)]
        places = [int(policy.RULES[name]) for name in own]
        assert own
        assert places == sorted(places)
    assert source.index("# --- figures") < source.index("# --- article")
