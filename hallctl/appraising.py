"""The rules of appraisal beyond the score of a week: who scores whom, and what is published (Art. 29)."""

from collections.abc import Sequence
from datetime import date

from hallctl.errors import Refused
from hallctl.policy import LawOfDay, article


@article("29")
def may_score(staff_no: str, by_no: str, scorers: Sequence[str], score: int, law: LawOfDay) -> None:
    """Leaders score the students of their window, the officer scores leaders, nobody scores himself.

    ``scorers`` are who may: the leaders of a student's window, the officer where it has none, the
    officer for a leader. In force by: the week's last day. Raises Refused, also for more than full marks.
    """
    if by_no == staff_no:
        raise Refused("appraise.scores_himself", article="29", staff_no=staff_no)
    if by_no not in scorers:
        raise Refused(
            "appraise.not_the_scorer", article="29", staff_no=staff_no, by_no=by_no, scorers=scorers
        )
    most: int = law["appraise.score_max"]
    if not 0 <= score <= most:
        raise Refused("appraise.score_bounds", article="29", score=score, most=most)


@article("29")
def may_publish(
    week: str, to_on: date, today: date, unscored: Sequence[str], law: LawOfDay
) -> None:
    """A week is published once it is over, by adopted weights, when everybody has a score.

    In force by: the week's last day. Raises Refused.
    """
    if to_on >= today:
        raise Refused("appraise.not_over", article="29", week=week, to_on=to_on)
    if not law["appraise.weights"]:
        raise Refused("appraise.no_weights", article="29")
    if unscored:
        raise Refused("appraise.still_unscored", article="29", week=week, names=unscored)
