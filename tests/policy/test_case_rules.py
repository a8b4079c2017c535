"""Articles 8 and 25 to 28, rule by rule: what is asked, the last good value and the first bad one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_workdays import NATIONAL, YEARS

from hallctl import policy
from hallctl.errors import Conflict, Refused
from hallctl.lifecycle import CLOSED, OPEN, STATES, STEPS, require_step
from hallctl.workdays import Calendar

FROM = date(2026, 9, 1)
LAW = policy.law([], FROM)
DAY = date(2026, 11, 16)
OF_DAY = LAW.on(DAY)


def decided(name: str, value: object) -> policy.LawOfDay:
    decision = policy.Decision(name, value, FROM, "A0001", FROM)
    return policy.law([decision], FROM).on(DAY)


# --- article 8 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("departments", "joint"),
    [
        (["教务处", "财务处"], False),
        (["教务处", "财务处", "后勤处"], True),
        (["教务处", "财务处", "财务处"], False),
    ],
)
def test_three_departments_make_a_joint_case(departments: list[str], joint: bool) -> None:
    """Two are not joint, three are; one named twice is one."""
    assert policy.is_joint(departments, OF_DAY).value is joint


@pytest.mark.parametrize(
    ("steps", "promise", "limits"),
    [
        ([(1, None), (1, None), (1, None)], 7, [7, 7, 7]),
        ([(1, None), (2, None), (2, None)], 7, [4, 7, 7]),
        ([(1, None), (2, None), (3, None)], 7, [3, 5, 7]),
        ([(1, 2), (2, 3), (3, None)], 7, [2, 5, 7]),
        ([(1, 2), (1, 3), (2, 2)], 7, [2, 3, 5]),
        ([(1, 5), (2, 5), (3, 5)], 7, [5, 7, 7]),
    ],
)
def test_every_department_has_its_limit(
    steps: list[tuple[int, int | None]], promise: int, limits: list[int]
) -> None:
    """The item's own days add up over steps in a row; else the promise in equal parts; never more than it."""
    assert policy.step_limits(steps, promise) == limits


@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.one_of(st.none(), st.integers(1, 9))),
        min_size=1,
        max_size=6,
    ),
    st.integers(1, 30),
)
def test_limits_never_exceed_the_promise(steps: list[tuple[int, int | None]], promise: int) -> None:
    """Every department has at least a day and at most the promise."""
    assert all(1 <= limit <= promise for limit in policy.step_limits(steps, promise))


def test_the_limit_is_the_highest_tier_among_the_steps() -> None:
    """One step that a superior body decides makes the whole case superior."""
    assert policy.joint_tier("promised", ["college", "promised"]) == "college"
    assert policy.joint_tier("college", []) == "college"
    assert policy.joint_tier("promised", ["superior"]) == "superior"


def test_a_later_step_waits_for_the_earlier_ones() -> None:
    """Granted before it: its turn; undecided or refused: not."""
    steps = [(1, "教务处", "granted"), (2, "财务处", None), (3, "后勤处", None)]
    policy.may_decide("财务处", 2, steps)
    with pytest.raises(Refused) as refused:
        policy.may_decide("后勤处", 3, steps)
    assert (refused.value.article, refused.value.values["before"]) == ("8", ["财务处"])
    with pytest.raises(Refused):
        policy.may_decide("财务处", 2, [(1, "教务处", "refused"), (2, "财务处", None)])


# --- articles 25 and 26 --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("notices", "accepted", "breach", "is_breach"),
    [
        (0, False, None, False),
        (1, False, "漏看", True),
        (0, True, "漏看", True),
        (0, False, "", False),
    ],
)
def test_what_is_missing_is_told_once(
    notices: int, accepted: bool, breach: str | None, is_breach: bool
) -> None:
    """The first list is free; a second one, or one after acceptance, is a breach that says why."""
    assert policy.may_give_notice(notices, accepted, breach).value is is_breach


@pytest.mark.parametrize(("notices", "accepted"), [(1, False), (0, True), (2, True)])
def test_a_second_list_without_its_breach_is_refused(notices: int, accepted: bool) -> None:
    """Article 25."""
    with pytest.raises(Refused) as refused:
        policy.may_give_notice(notices, accepted, None)
    assert refused.value.article == "25"


def test_a_notice_lapses_after_twenty_working_days() -> None:
    """The last day is the twentieth working day; the setting moves it."""
    assert policy.notice_lapses_on(DAY, NATIONAL, OF_DAY).value == date(2026, 12, 14)
    shorter = decided("notice.lapse_days", 5)
    assert policy.notice_lapses_on(DAY, NATIONAL, shorter).value == date(2026, 11, 23)


def test_a_lapse_into_an_unannounced_year_waits_for_the_latest_day() -> None:
    """Nobody's papers lapse on a day that may turn out to be a holiday."""
    told = date(2026, 12, 25)
    assert (
        policy.notice_lapses_on(told, NATIONAL, LAW.on(told)).value
        == NATIONAL.deadline(told, 20).latest
    )


@pytest.mark.parametrize("reason", [None, ""])
def test_a_refusal_needs_a_reason(reason: str | None) -> None:
    """Article 26."""
    policy.may_refuse("不符合条件", "2026-000001")
    with pytest.raises(Refused) as refused:
        policy.may_refuse(reason, "2026-000001")
    assert refused.value.article == "26"


# --- article 27 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("tier", "cap"), [("promised", 5), ("college", 7), ("superior", 30)])
def test_the_caps_of_the_tiers(tier: str, cap: int) -> None:
    """The cap itself may be promised, one day more may not, none neither."""
    assert policy.promise_for(tier, cap, None, OF_DAY).value == cap
    assert policy.promise_for(tier, 1, None, OF_DAY).value == 1
    assert policy.promise_for(tier, None, cap + 1, OF_DAY).value == cap
    for days in (cap + 1, 0):
        with pytest.raises(Refused) as refused:
            policy.promise_for(tier, days, None, OF_DAY)
        assert refused.value.article == "27"


def test_a_pause_needs_a_registered_reason() -> None:
    """What the college registered stops the clock, nothing else; and only while it runs."""
    due = date(2026, 11, 23)
    assert policy.may_pause("applicant_supplement", due, due, "promised", OF_DAY).value
    for words, code in (
        (("public_notice", DAY, due, "promised"), "case.pause_reason"),
        (("applicant_supplement", date(2026, 11, 24), due, "promised"), "case.too_late_to_pause"),
        (("applicant_supplement", DAY, due, "instant"), "case.instant_has_no_clock"),
    ):
        with pytest.raises(Refused) as refused:
            policy.may_pause(*words, OF_DAY)
        assert (refused.value.code, refused.value.article) == (code, "27")
    registered = decided("pause.reasons", ["applicant_supplement", "public_notice"])
    assert policy.may_pause("public_notice", DAY, due, "promised", registered).value


@pytest.mark.parametrize(
    ("tier", "days", "asked", "before", "code"),
    [
        ("superior", 10, date(2026, 12, 31), None, None),
        ("superior", 1, DAY, None, None),
        ("superior", 11, DAY, None, "case.extension_days"),
        ("superior", 0, DAY, None, "case.extension_days"),
        ("superior", 5, date(2027, 1, 1), None, "case.extension_too_late"),
        ("superior", 5, DAY, 3, "case.extended_before"),
        ("college", 5, DAY, None, "case.extension_tier"),
    ],
)
def test_an_extension(
    tier: str, days: int, asked: date, before: int | None, code: str | None
) -> None:
    """Superior items, once, at most ten working days, asked on the due date at the latest."""
    law = LAW.on(asked)
    if code is None:
        assert policy.may_extend(tier, days, asked, date(2026, 12, 31), before, law).value == days
        return
    with pytest.raises(Refused) as refused:
        policy.may_extend(tier, days, asked, date(2026, 12, 31), before, law)
    assert (refused.value.code, refused.value.article) == (code, "27")


def test_reclassification_before_the_due_date_only() -> None:
    """On the due date it may be moved, the day after it may not; the college may switch it off."""
    due = date(2026, 11, 23)
    assert policy.may_reclassify("promised", "college", due, due, OF_DAY).value == "college"
    for words, law, code in (
        (("promised", "college", date(2026, 11, 24), due), OF_DAY, "case.too_late_to_reclassify"),
        (("instant", "college", DAY, due), OF_DAY, "case.instant_has_no_clock"),
        (("promised", "instant", DAY, due), OF_DAY, "case.instant_has_no_clock"),
        (
            ("promised", "college", DAY, due),
            decided("limits.reclassify", False),
            "case.reclassify_off",
        ),
    ):
        with pytest.raises(Refused) as refused:
            policy.may_reclassify(*words, law)
        assert refused.value.code == code


ACCEPTED = st.dates(date(2026, 9, 1), date(2026, 10, 9))
DAYS = st.integers(1, 15)
GAPS = st.lists(st.integers(0, 9), min_size=4, max_size=4)


def spans(start: date, gaps: list[int]) -> tuple[tuple[date, date], tuple[date, date]]:
    """Two pauses one after the other, from the acceptance on."""
    days = [start.toordinal() + sum(gaps[: n + 1]) for n in range(4)]
    one, two, three, four = (date.fromordinal(day) for day in days)
    return (one, two), (three, four)


@given(ACCEPTED, DAYS)
def test_due_dates_are_working_days_and_monotone(accepted: date, days: int) -> None:
    """More days or a later acceptance never make a date earlier."""
    law = LAW.on(accepted)
    due = policy.completion_due(accepted, days, NATIONAL, law=law).value.due_on
    assert NATIONAL.is_workday(due)
    assert due < policy.completion_due(accepted, days + 1, NATIONAL, law=law).value.due_on
    later = date.fromordinal(accepted.toordinal() + 1)
    assert due <= policy.completion_due(later, days, NATIONAL, law=LAW.on(later)).value.due_on


@given(ACCEPTED, DAYS, GAPS)
def test_pausing_never_shortens(accepted: date, days: int, gaps: list[int]) -> None:
    """A pause moves a date back or leaves it, and the date stays a working day that was not paused."""
    law = LAW.on(accepted)
    plain = policy.completion_due(accepted, days, NATIONAL, law=law).value.due_on
    pauses = list(spans(accepted, gaps))
    once = policy.completion_due(accepted, days, NATIONAL, pauses[:1], law=law).value.due_on
    twice = policy.completion_due(accepted, days, NATIONAL, pauses, law=law).value.due_on
    assert plain <= once <= twice
    assert NATIONAL.is_workday(twice)
    assert NATIONAL.workdays_between(accepted, twice, pauses) == days


@given(ACCEPTED, DAYS, GAPS)
def test_splitting_a_pause_changes_nothing(accepted: date, days: int, gaps: list[int]) -> None:
    """(a, b] and (b, c] are (a, c]."""
    law = LAW.on(accepted)
    (begin, middle), (_begin, end) = spans(accepted, gaps)
    whole = policy.completion_due(accepted, days, NATIONAL, [(begin, end)], law=law).value
    split = [(begin, middle), (middle, end)]
    assert policy.completion_due(accepted, days, NATIONAL, split, law=law).value == whole


# --- article 28 ----------------------------------------------------------------------------------


def test_the_steps_of_a_referral_have_their_days() -> None:
    """Told the next working day, referred the one after, answered by the promise; no step after it."""
    found = policy.referral_days(DAY, None, NATIONAL, OF_DAY).value
    assert found == (date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 23))
    sooner = policy.referral_days(DAY, date(2026, 11, 17), NATIONAL, OF_DAY).value
    assert sooner == (date(2026, 11, 17), date(2026, 11, 17), date(2026, 11, 17))
    assert policy.referral_days(DAY, DAY, NATIONAL, OF_DAY).value.report_on == DAY
    with pytest.raises(Refused) as refused:
        policy.referral_days(DAY, date(2026, 11, 15), NATIONAL, OF_DAY)
    assert refused.value.article == "28"


def test_a_leader_is_told_before_the_referral() -> None:
    """Article 28."""
    policy.may_refer(True, "2026-000001")
    with pytest.raises(Refused) as refused:
        policy.may_refer(False, "2026-000001")
    assert refused.value.article == "28"


@pytest.mark.parametrize(
    ("replied", "word", "late"),
    [
        (date(2026, 11, 20), "early", 0),
        (date(2026, 11, 23), "on_time", 0),
        (date(2026, 11, 24), "late", 1),
    ],
)
def test_the_promised_reply(replied: date, word: str, late: int) -> None:
    """The promised day itself is in time."""
    found = policy.reply_lateness(date(2026, 11, 23), replied, Calendar(YEARS), DAY).value
    assert (found.lateness, found.workdays_late) == (word, late)


# --- the life ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", STEPS)
@pytest.mark.parametrize("state", STATES)
def test_illegal_steps_are_refused_by_an_article(kind: str, state: str) -> None:
    """Every step from every state: allowed as the table says, else refused in an article's name."""
    if state in STEPS[kind].before:
        require_step(kind, state, "2026-000001")
        return
    with pytest.raises(Conflict) as refused:
        require_step(kind, state, "2026-000001")
    assert refused.value.article


def test_nothing_leads_out_of_a_closed_case_but_reopening() -> None:
    """A date counted anew and a correction leave the state as it is."""
    for kind, step in STEPS.items():
        if set(step.before) & set(CLOSED) and kind not in {"reopened"}:
            assert step.leads == (), kind
    assert set(STEPS["reopened"].leads) == set(OPEN)
