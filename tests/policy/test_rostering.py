"""The best roster there is, within every limit, the same each time, and every gap explained."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from independent import allowed, best, maximum_flow

from hallctl.rostering import Duty, Obstacle, Roster, Slot, Worker, roster_week
from hallctl.rostering.network import Network

MONDAY = date(2026, 11, 30)
MORNING, NOON, AFTERNOON = (510, 720), (720, 840), (840, 1050)


def slot(day: int, span: tuple[int, int], window: str = "W1", need: int = 1) -> Slot:
    return Slot(MONDAY + timedelta(days=day), *span, window, None, need)


def busy(day: int, span: tuple[int, int], why: str = "class") -> dict[date, list[Obstacle]]:
    return {MONDAY + timedelta(days=day): [Obstacle(*span, why, "maths")]}


def covered(found: Roster) -> int:
    return len(found.duties)


# --- properties --------------------------------------------------------------------------------

DAYS = st.integers(0, 1)


@st.composite
def weeks(
    draw: st.DrawFn, *, one_length: bool = True
) -> tuple[list[Slot], dict[str, Worker], bool]:
    """A small week with everything that can be in the way."""
    spans = [MORNING, AFTERNOON] if one_length else [MORNING, NOON, AFTERNOON, (600, 780)]
    places = draw(st.lists(st.tuples(DAYS, st.sampled_from(spans), st.sampled_from(["W1", "W2"])),
                           unique=True, max_size=6))  # fmt: skip
    slots = [slot(*place, draw(st.sampled_from([1, 1, 1, 2]))) for place in places]
    people = {}
    for n in range(draw(st.integers(0, 3))):
        obstacles: dict[date, list[Obstacle]] = {}
        for day in draw(st.lists(DAYS, max_size=2)):
            start = draw(st.sampled_from([480, 600, 720, 840, 1000]))
            obstacles.setdefault(MONDAY + timedelta(days=day), []).append(
                Obstacle(start, start + 60, "class")
            )
        people[f"S{n}"] = Worker(
            f"S{n}", draw(st.sampled_from(["W1", "W2"])), draw(st.booleans()) and n == 2, draw(st.integers(0, 3000)),
            draw(st.sampled_from([None, 0, 209, 210, 420, 480])),
            draw(st.sampled_from([{}, {11: 210}, {11: 200, 12: 420}])),
            draw(st.sampled_from([{}, {MONDAY: 1}, {MONDAY: 0}])),
            frozenset(draw(st.sampled_from([(), (MONDAY,)]))), obstacles,
        )  # fmt: skip
    return slots, people, draw(st.booleans())


@settings(deadline=None, max_examples=150)
@given(weeks())
def test_no_allowed_roster_covers_more(week: tuple[list[Slot], dict[str, Worker], bool]) -> None:
    """With slots of one length the roster is as good as the best of all, and keeps every rule."""
    slots, people, substitutes = week
    found = roster_week(slots, people.values(), substitutes=substitutes)
    assert allowed(people, list(found.duties), substitutes)
    assert covered(found) == best(slots, people, substitutes)


@settings(deadline=None, max_examples=150)
@given(weeks(one_length=False))
def test_unequal_and_overlapping_slots_keep_every_rule(
    week: tuple[list[Slot], dict[str, Worker], bool],
) -> None:
    """No limit is passed and nobody is in two places; what is left open is open to nobody as things stand."""
    slots, people, substitutes = week
    found = roster_week(slots, people.values(), substitutes=substitutes)
    duties = list(found.duties)
    assert allowed(people, duties, substitutes)
    for gap in found.gaps:
        for staff_no in people:
            if Duty(gap.slot, staff_no) not in duties:
                assert not allowed(people, [*duties, Duty(gap.slot, staff_no)], substitutes)


@settings(deadline=None)
@given(weeks(one_length=False), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_says_nothing(
    week: tuple[list[Slot], dict[str, Worker], bool], dice: object
) -> None:
    """The same slots and people in any order give the same roster."""
    slots, people, substitutes = week
    wanted = roster_week(slots, people.values(), substitutes=substitutes)
    mixed, others = list(slots), list(people.values())
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    dice.shuffle(others)  # type: ignore[attr-defined]
    assert roster_week(mixed, others, substitutes=substitutes) == wanted


@settings(deadline=None)
@given(weeks(one_length=False))
def test_every_gap_says_why_each_candidate_cannot(
    week: tuple[list[Slot], dict[str, Worker], bool],
) -> None:
    """Covered and missing make up the demand; each candidate of a gap is in the slot or has a reason."""
    slots, people, substitutes = week
    found = roster_week(slots, people.values(), substitutes=substitutes)
    assert covered(found) + sum(gap.missing for gap in found.gaps) == sum(one.need for one in slots)
    for gap in found.gaps:
        there = {duty.staff_no for duty in found.duties if duty.slot == gap.slot}
        own = {no for no, one in people.items() if one.window_no == gap.slot.window_no}
        others = {no for no, one in people.items() if substitutes and not one.leader}
        assert {one.staff_no for one in gap.candidates} | there == own | others | there


def test_a_big_week_is_as_good_as_a_maximum_flow() -> None:
    """12 windows, 24 students, substitutes on: the same number as an independent flow finds."""
    windows = [f"W{n:02d}" for n in range(12)]
    slots = [
        slot(day, span, window)
        for window in windows
        for day in range(5)
        for span in (MORNING, AFTERNOON)
    ]
    people = {}
    for n in range(24):
        taken = {
            MONDAY + timedelta(days=day): [Obstacle(*span, "class")]
            for day in range(5)
            for span in (MORNING, AFTERNOON)
            if (n * 7 + day * 3 + span[0]) % 5 < 2
        }
        people[f"S{n:02d}"] = Worker(
            f"S{n:02d}", windows[n // 2], week_left=480 + 210 * (n % 3), obstacles=taken
        )
    for substitutes in (False, True):
        found = roster_week(slots, people.values(), substitutes=substitutes)
        assert allowed(people, list(found.duties), substitutes)
        assert covered(found) == maximum_flow(slots, people, substitutes)
        assert 20 < covered(found) < len(slots)


# --- who goes first ----------------------------------------------------------------------------


def test_own_window_first_then_substitutes_then_the_leader() -> None:
    """A leader covers what no student can; a substitute goes before the leader."""
    own, other = Worker("S1", "W1"), Worker("S2", "W2")
    leader = Worker("T1", "W1", leader=True)
    wanted = [slot(0, MORNING)]
    assert roster_week(wanted, [leader, other, own], substitutes=True).duties[0].staff_no == "S1"
    assert roster_week(wanted, [leader, other], substitutes=True).duties[0].staff_no == "S2"
    assert roster_week(wanted, [leader, other]).duties[0].staff_no == "T1"
    elsewhere = roster_week([slot(0, MORNING, "W2")], [leader], substitutes=True)
    assert elsewhere.duties == []


def test_coverage_comes_before_everything() -> None:
    """Somebody changes windows or a leader serves rather than that a slot stays open."""
    limited = Worker("S1", "W1", week_left=210, obstacles=busy(0, MORNING))
    leader = Worker("T1", "W1", leader=True, obstacles=busy(0, AFTERNOON))
    slots = [slot(0, MORNING), slot(0, AFTERNOON)]
    found = roster_week(slots, [limited, leader])
    assert [duty.staff_no for duty in found.duties] == ["T1", "S1"]


def test_hours_even_out_over_the_term() -> None:
    """Who served less goes first, and further shifts grow dearer."""
    tired, fresh = Worker("S1", "W1", served=1200), Worker("S2", "W1", served=600)
    slots = [slot(day, MORNING) for day in range(5)]
    found = [duty.staff_no for duty in roster_week(slots, [tired, fresh]).duties]
    assert (found.count("S1"), found.count("S2")) == (1, 4)
    even = [Worker("S1", "W1"), Worker("S2", "W1")]
    found = [duty.staff_no for duty in roster_week(slots[:4], even).duties]
    assert found.count("S1") == 2


def test_a_roster_stays_as_it_was_where_it_can() -> None:
    """The shifts of the week before are kept when nothing else is at stake (Art. 14)."""
    people = [Worker("S1", "W1"), Worker("S2", "W1")]
    slots = [slot(0, MORNING), slot(1, MORNING)]
    for first, second in (("S1", "S2"), ("S2", "S1")):
        before = frozenset({(first, "W1", 1, 510), (second, "W1", 2, 510)})
        found = roster_week(slots, people, before=before)
        assert [duty.staff_no for duty in found.duties] == [first, second]


def test_fixed_duties_are_kept_or_reported() -> None:
    """They go before everything but not against a class or a limit."""
    people = [Worker("S1", "W1", served=6000), Worker("S2", "W1")]
    wanted = slot(0, MORNING)
    found = roster_week([wanted], people, fixed=[Duty(wanted, "S1")])
    assert (found.duties, found.broken) == ([Duty(wanted, "S1")], [])
    found = roster_week(
        [wanted], [Worker("S1", "W1", obstacles=busy(0, MORNING))], fixed=[Duty(wanted, "S1")]
    )
    assert found.duties == []
    assert [(duty.staff_no, why.why, why.what) for duty, why in found.broken] == [
        ("S1", "class", "maths")
    ]


@pytest.mark.parametrize(("worker", "why"), [
    (Worker("S1", "W1", obstacles=busy(0, (600, 660))), "class"),
    (Worker("S1", "W1", obstacles=busy(0, (705, 720), "travel")), "travel"),
    (Worker("S1", "W1", week_left=209), "week_limit"),
    (Worker("S1", "W1", month_left={11: 209}), "month_limit"),
    (Worker("S1", "W1", day_left={MONDAY: 0}), "day_limit"),
])  # fmt: skip
def test_why_a_candidate_cannot(worker: Worker, why: str) -> None:
    """A class, the way to the hall, or a limit, to the minute."""
    found = roster_week([slot(0, MORNING)], [worker])
    assert [(one.staff_no, one.why) for one in found.gaps[0].candidates] == [("S1", why)]


def test_limits_are_reached_but_not_passed() -> None:
    """Exactly the minutes of the limit are allowed; days of vacation count towards none."""
    assert roster_week([slot(0, MORNING)], [Worker("S1", "W1", week_left=210)]).gaps == []
    assert roster_week([slot(0, MORNING)], [Worker("S1", "W1", month_left={11: 210})]).gaps == []
    free = Worker("S1", "W1", week_left=0, month_left={11: 0}, exempt=frozenset({MONDAY}))
    assert roster_week([slot(0, MORNING)], [free]).gaps == []
    assert len(roster_week([slot(1, MORNING)], [free]).gaps) == 1


def test_touching_shifts_are_fine_overlapping_ones_are_not() -> None:
    """Nobody stands at two windows at one minute; the other window's gap says where they are."""
    one = Worker("S1", "W1")
    assert roster_week([slot(0, MORNING), slot(0, NOON)], [one]).gaps == []
    found = roster_week([slot(0, MORNING), slot(0, (719, 840), "W2")], [one], substitutes=True)
    assert [(why.why, why.what) for why in found.gaps[0].candidates] == [("duty", "W1")]


def test_unequal_slots_use_what_whole_shifts_leave_out() -> None:
    """A limit of 330 minutes takes a long and a short shift although it is one long shift only."""
    found = roster_week([slot(0, MORNING), slot(0, NOON)], [Worker("S1", "W1", week_left=330)])
    assert found.gaps == []


def test_a_flow_takes_the_cheapest_way_and_turns_back() -> None:
    """The second unit undoes part of the first where that is cheaper."""
    net = Network()
    s, a, b, t = (net.node() for _n in range(4))
    for tail, head, cost in ((s, a, 1), (s, b, 4), (a, b, 1), (a, t, 5), (b, t, 1)):
        net.arc(tail, head, 1, cost)
    assert net.run(s, t) == 2
    assert sorted(used[:2] for used in net.used()) == sorted([(s, a), (a, t), (s, b), (b, t)])
