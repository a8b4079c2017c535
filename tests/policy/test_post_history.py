"""Posts over time: what a newer one ends, since when one is vacant, how stable a window was."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hallctl import posts
from hallctl.figures import stability
from hallctl.model import Post, Role

FIRST = date(2026, 9, 1)


def day(number: int) -> date:
    """A day of the term by its number."""
    return FIRST + timedelta(days=number)


def post(start: int, end: int | None, who: str = "1", window: str = "W01") -> Post:
    """A student's post."""
    return Post(who, Role.STUDENT, window, day(start), None if end is None else day(end))


SOME = st.lists(
    st.tuples(st.integers(0, 30), st.one_of(st.none(), st.integers(0, 30)), st.sampled_from("12345")),
    max_size=6,
)  # fmt: skip


def test_a_newer_post_ends_the_one_before() -> None:
    """The last day of the old post is the day before the new one."""
    found = posts.in_turn([post(0, None), post(10, 20, window="W02"), post(15, None)])
    assert [(one.from_on, one.to_on) for one in found] == [
        (day(0), day(9)), (day(10), day(14)), (day(15), None)
    ]  # fmt: skip


def test_what_was_covered_whole_was_never_served() -> None:
    """Two posts from one day on: the newer one counts alone. An earlier end stays."""
    assert posts.in_turn([post(0, None), post(0, 5)]) == [post(0, 5)]
    assert posts.in_turn([post(0, 3), post(10, None)]) == [post(0, 3), post(10, None)]


@given(SOME)
def test_nobody_holds_two_posts(said: list[tuple[int, int | None, str]]) -> None:
    """On any day the post in force is the one that started last, if it has not ended."""
    ordered = sorted((post(start, end, window=w) for start, end, w in said),
                     key=lambda one: one.from_on)  # fmt: skip
    found = posts.in_turn(ordered)
    for number in range(35):
        on = day(number)
        begun = [one for one in ordered if one.from_on <= on]
        newest = [one for one in begun[-1:] if one.to_on is None or on <= one.to_on]
        assert [one.window_no for one in posts.serving(found, on)] == [
            one.window_no for one in newest
        ]


@given(SOME, st.integers(1, 3), st.integers(0, 35))
def test_a_vacancy_is_unbroken(
    said: list[tuple[int, int | None, str]], wanted: int, at: int
) -> None:
    """From its first day until today too few serve, and the day before enough did."""
    held = [post(start, end, who) for start, end, who in said if end is None or end >= start]
    since = posts.vacant_since(held, wanted, FIRST, day(at))
    enough = [len(posts.serving(held, day(n))) >= wanted for n in range(at + 1)]
    if since is None:
        assert enough[at]
    else:
        number = (since - FIRST).days
        assert not any(enough[number:])
        assert number == 0 or enough[number - 1]


def test_stability() -> None:
    """Of those who served at a window at all, the share who served there throughout (Art. 14)."""
    held = [
        post(0, None, "stayed"),
        post(0, 20, "left early"),
        post(5, None, "came late"),
        post(0, 9, "moved"), post(10, None, "moved", "W02"),
        post(0, 10, "new role"), post(11, None, "new role")._replace(role=Role.LEADER),
        post(0, 10, "was away"), post(12, None, "was away"),
        post(31, None, "came after"),
        Post("officer", Role.OFFICER, None, day(0), None),
    ]  # fmt: skip
    found = stability(held, day(0), day(30))
    assert (found.served, found.stayed, found.stability_rate) == (6, 2, 33.3)
    (one, two) = found.windows
    assert (one.window_no, one.served, one.stayed, one.stability_rate) == ("W01", 6, 2, 33.3)
    assert (two.window_no, two.served, two.stayed, two.stability_rate) == ("W02", 1, 0, 0.0)
    assert one.changed == ("came late", "left early", "moved", "was away")


def test_stability_of_nobody() -> None:
    """Nothing to divide by is None, not zero."""
    found = stability([], day(0), day(30))
    assert (found.served, found.stability_rate, found.windows) == (0, None, ())
