"""The rules of appraisal beyond the score of a week: who scores, terms, stars, merit, the year (Art. 29, 31, 32)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hallctl.appraised import TermLine
from hallctl.errors import Refused
from hallctl.model import Ground, Ruling
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


class Ranked(NamedTuple):
    """A person's line with its place and what separates it from the line before."""

    line: TermLine
    settled_by: str | None


@article("29")
def term_score(scores: Sequence[float]) -> Ruling[float | None]:
    """The term is appraised over its weeks: the mean of the published ones, one decimal, half up.

    In force by: the last day of each week, when it was scored.
    """
    ground = Ground("29", "why.term_score", {"weeks": len(scores), "scores": list(scores)})
    if not scores:
        return Ruling(None, ground)
    tenths = sum(round(one * 10) for one in scores)
    return Ruling((2 * tenths + len(scores)) // (2 * len(scores)) / 10, ground)


@article("29")
def ranking(lines: Sequence[TermLine], law: LawOfDay) -> Ruling[list[Ranked]]:
    """Those who did best come first: by score, then by what the college says separates equals.

    Whoever has no score has no place. Equals in everything share a place. In force by: the term's last
    day.
    """
    names: Sequence[str] = ["score", *law["stars.tie_breaks"]]
    scored = [one for one in lines if one.score is not None]
    found: list[Ranked] = []
    for n, one in enumerate(sorted(scored, key=lambda one: (*_keys(one, names), one.staff_no))):
        settled = _settled(found[-1].line, one, names) if found else None
        place = found[-1].line.place if settled == TIED else n + 1
        found.append(Ranked(one._replace(place=place), settled))
    ground = Ground("29", "why.ranking", {"people": len(found)}, law.read("stars.tie_breaks"))
    return Ruling(found, ground)


TIED = "tied"
FEWER_IS_BETTER = frozenset({"faults", "incidents", "cases_late", "missing_logs"})


def _keys(line: TermLine, names: Sequence[str]) -> tuple[float, ...]:
    values = ((name, getattr(line, name) or 0) for name in names)
    return tuple(value if name in FEWER_IS_BETTER else -value for name, value in values)


def _settled(before: TermLine, after: TermLine, names: Sequence[str]) -> str:
    pairs = zip(names, _keys(before, names), _keys(after, names), strict=True)
    return next((name for name, left, right in pairs if left != right), TIED)


@article("29")
def why_no_star(line: TermLine, published_weeks: int, law: LawOfDay) -> Ruling[list[str]]:
    """Service stars are good workers of a term: no violation, none undecided, weeks enough to tell.

    Whom the hall dismissed or replaced is none, whatever the score.

    Empty for a candidate. In force by: the term's last day.
    """
    least = law["stars.min_weeks"]
    found = []
    if line.violations:
        found.append("violation")
    if line.undecided:
        found.append("undecided")
    if line.leaving:
        found.append(line.leaving)
    if not line.due:
        found.append("no_shifts")
    if line.score is None:
        found.append("no_score")
    elif 100 * line.weeks < least * published_weeks:
        found.append("few_weeks")
    values = {"weeks": line.weeks, "of": published_weeks, "violations": line.violations}
    return Ruling(found, Ground("29", "why.star_candidate", values, law.read("stars.min_weeks")))


@article("29")
def may_be_star(name: str, excluded: Sequence[str], term: str) -> None:
    """The officer says who becomes a service star, among those whom nothing excludes.

    In force by: the term's last day. Raises Refused.
    """
    if excluded:
        raise Refused(
            "appraise.no_star", article="29", name=name, term=term, excluded=list(excluded)
        )


@article("31")
def why_no_merit(line: TermLine, students: int, law: LawOfDay) -> Ruling[list[str]]:
    """Faculties are told who did well, so that they can prefer them: the hall certifies, they decide.

    No confirmed violation, neither dismissed nor replaced, presence high enough, and among the first of
    the scored student workers; empty for who is certified. In force by: the term's last day.
    """
    one_in = law["merit.top_one_in"]
    first = -(-students // one_in)
    found = []
    if line.violations:
        found.append("violation")
    if line.leaving:
        found.append(line.leaving)
    if line.presence_rate is None or line.presence_rate < law["merit.presence_percent"]:
        found.append("presence")
    if line.place is None:
        found.append("no_score")
    elif line.place > first:
        found.append("not_among_first")
    values = {"place": line.place, "first": first, "presence_rate": line.presence_rate}
    settings = law.read("merit.presence_percent", "merit.top_one_in")
    return Ruling(found, Ground("31", "why.merit", values, settings))


@article("32")
def annual_flags(violations: int, standing: str, law: LawOfDay) -> Ruling[list[str]]:
    """From the third violation on it goes into the annual review, and so does a balance below the line.

    In force by: the last day of the academic year.
    """
    found = []
    if violations >= law["credit.annual_from"]:
        found.append("third_violation")
    if standing != "good":
        found.append("below_line")
    values = {"violations": violations, "standing": standing}
    return Ruling(found, Ground("32", "why.annual", values, law.read("credit.annual_from")))
