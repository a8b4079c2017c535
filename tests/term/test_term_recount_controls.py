"""Negative controls of the recount: one that cannot fail proves nothing."""

import copy
from typing import Any

import pytest
from recount import appraisal
from term.facts import Case, Punch, Score, Script, Verdict, monday
from term.telling import Term


def another(script: Script) -> Script:
    """The same script, to be falsified."""
    found = copy.copy(script)
    found.punches, found.events = list(script.punches), list(script.events)
    found.cases, found.scores = dict(script.cases), dict(script.scores)
    return found


def without_a_punch(script: Script) -> None:
    """Somebody's way in on one morning."""
    tap = next(
        one
        for one in script.punches
        if one.staff_no == "0240601002" and one.at.date() > monday("2026-W44")
    )
    script.punches.remove(tap)


def later_by_a_minute(script: Script) -> None:
    """A shift on time becomes one that is not."""
    n, tap = next((n, one) for n, one in enumerate(script.punches)
                  if one.staff_no == "0240601002" and one.at.date() > monday("2026-W44"))  # fmt: skip
    start = tap.at.replace(hour=8 if tap.at.hour < 13 else 14, minute=31 if tap.at.hour < 13 else 1)
    script.punches[n] = Punch(tap.staff_no, start, tap.status)


def another_score(script: Script) -> None:
    """One mark of one week."""
    script.scores["2026-W44", "0240601002"] -= 40


def without_a_verdict(script: Script) -> None:
    """A reversal that never came."""
    script.events = [one for one in script.events if one[1] != Verdict("y4", "reverse", "记错人")]


def never_said(script: Script) -> None:
    """What a leader gave by word."""
    script.events = [one for one in script.events if not isinstance(one[1], Score)]


def another_handler(script: Script) -> None:
    """One closed case moves to another window's people."""
    one: Case = next(
        one for one in script.cases.values() if one.closed_at and one.handler == "0240601002"
    )
    script.cases[one.ref] = one._replace(handler="0240601001")


@pytest.mark.parametrize(
    "falsify",
    [
        without_a_punch,
        later_by_a_minute,
        another_score,
        without_a_verdict,
        never_said,
        another_handler,
    ],
    ids=lambda one: one.__name__,
)
def test_a_wrong_fact_makes_the_recount_differ(lived: Term, falsify: Any) -> None:
    """Every kind of fact that the term's lines rest on is really looked at."""
    wrong = another(lived.script)
    falsify(wrong)
    assert appraisal.term_lines(wrong) != appraisal.term_lines(lived.script)
