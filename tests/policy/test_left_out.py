"""Whatever a figure leaves out, it leaves out for a reason that has a name."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hallctl.figures import CaseFact, RatingFact, complaints, left_out, ratings, service
from hallctl.figures.complaints import ComplaintFact, complaints_seen
from hallctl.figures.formulas import Formula, span
from hallctl.figures.ratings import ratings_seen
from hallctl.figures.service import cases_seen
from hallctl.model import SHANGHAI

FROM, TO = date(2026, 11, 1), date(2026, 11, 30)
DAY = timedelta(days=1)
DAYS = st.integers(-40, 45).map(lambda n: FROM + n * DAY)
OVER = st.none() | st.integers(0, 29).map(lambda n: FROM + n * DAY)


def checked(formulas: dict[str, Formula[object]], facts: list[object]) -> None:
    """Each fact below the line and not above it, or on no side, has a reason; no two figures disagree."""
    for formula in formulas.values():
        for one in facts:
            above = formula.part(one)
            below = formula.whole(one) if formula.whole else True
            if not below and formula.whole:
                assert left_out.reason(one, formula.whole) != "otherwise"
            elif not above:
                assert left_out.reason(one, formula.part) != "otherwise"


@given(accepted=DAYS, promise=st.integers(0, 30), taken=st.none() | st.integers(0, 60),
       end=st.sampled_from(["granted", "refused", "withdrawn"]), notices=st.integers(0, 2), over=OVER,
       slack=st.integers(0, 9), tier=st.sampled_from(["instant", "promised"]))  # fmt: skip
def test_every_case_that_is_left_out_has_a_reason(
    accepted: date, promise: int, taken: int | None, end: str, notices: int, over: date | None,
    slack: int, tier: str,
) -> None:  # fmt: skip
    """Whenever it was accepted, due, closed, and however it ended."""
    due = accepted + promise * DAY
    closed = None if taken is None else accepted + taken * DAY
    lateness = None
    if closed:
        lateness = "late" if closed > due + slack * DAY else "early" if closed < due else "on_time"
        if end == "withdrawn" and lateness != "late":
            lateness = None

    def at(day: date) -> datetime:
        return datetime(day.year, day.month, day.day, 10, tzinfo=SHANGHAI)

    fact = CaseFact(
        "1", tier, promise, at(accepted), due, due + slack * DAY, at(closed) if closed else None,
        end if closed and end != "withdrawn" else None, lateness, notices=notices,
        withdrawn=closed is not None and end == "withdrawn",
    )  # fmt: skip
    checked(dict(service.FORMULAS), list(cases_seen([fact], span(FROM, TO, over))))


@given(rated=DAYS, due=st.none() | st.integers(1, 15), fixed=st.none() | st.integers(0, 40), over=OVER,
       answer=st.sampled_from(["", "good", "bad"]))  # fmt: skip
def test_every_rating_that_is_left_out_has_a_reason(
    rated: date, due: int | None, fixed: int | None, over: date | None, answer: str
) -> None:
    """Good or bad, put right or not, of a case or in a survey."""
    if rated > TO:
        return
    fact = RatingFact(rated, answer=answer)
    if due and not answer:
        day = rated + due * DAY
        fact = RatingFact(rated, day, day, None if fixed is None else rated + fixed * DAY)
    checked(dict(ratings.FORMULAS), list(ratings_seen([fact], span(FROM, TO, over))))


@given(received=DAYS, reply=st.none() | st.integers(0, 40), finding=st.sampled_from([None, "yes", "partly", "no"]),
       officer=st.booleans(), over=OVER)  # fmt: skip
def test_every_complaint_that_is_left_out_has_a_reason(
    received: date, reply: int | None, finding: str | None, officer: bool, over: date | None
) -> None:
    """Answered in time, late, or not at all; one about the officer is a number."""
    if received > TO:
        return
    due = received + 7 * DAY
    fact = ComplaintFact(received)
    if not officer:
        replied = None if reply is None else received + reply * DAY
        late = None if replied is None else "late" if replied > due else "on_time"
        found = received + DAY if finding else None
        fact = ComplaintFact(received, due, due, found, finding, replied, late)
    checked(dict(complaints.FORMULAS), list(complaints_seen([fact], span(FROM, TO, over))))
