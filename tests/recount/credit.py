"""Points by article 32: 2, 5, then 10 for each, from 100, by the day it happened; no import of hallctl."""

from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from recount import cases
from term.facts import Complaint, FromCases, Gone, Kept, Script, Step, Verdict, Violation


class Entry(NamedTuple):
    """One violation as it stands."""

    key: str
    staff_no: str
    kind: str
    on: date
    state: str


@cache
def entries(script: Script, until: datetime) -> dict[str, Entry]:
    """Every violation known before an instant, by our key."""
    found: dict[str, Entry] = {}
    complaints = {one.key: one for _said, one in script.said(Complaint)}
    for said_at, fact in script.events:
        if said_at >= until:
            break
        if isinstance(fact, Violation):
            found[fact.key] = Entry(fact.key, fact.staff_no, fact.kind, fact.on, "proposed")
        elif isinstance(fact, FromCases):
            found |= _from_cases(script, fact.month, said_at)
        elif isinstance(fact, Step) and fact.finding in {"yes", "partly"}:
            one = complaints[fact.key]
            if one.whose and (fact.finding == "yes" or fact.propose):
                key = f"complaint:{one.key}"
                found[key] = Entry(key, one.whose, one.kind, one.on, "proposed")
        elif isinstance(fact, Verdict):
            state = {
                "confirm": "confirmed",
                "reject": "rejected",
                "reverse": "reversed",
                "upheld": "reversed",
            }
            if fact.act in state:
                found[fact.key] = found[fact.key]._replace(state=state[fact.act])
    return found


def _from_cases(script: Script, month: str, until: datetime) -> dict[str, Entry]:
    """What was late, against student workers; the officer doubts two people's."""
    found = {}
    for ref, (who, on, outcome) in cases.became_late(script, month, until).items():
        if outcome == "proposed":
            state = {"005": "rejected", "012": "proposed"}.get(who[-3:], "confirmed")
            found[f"case:{ref}"] = Entry(f"case:{ref}", who, "overdue", on, state)
    return found


class Account(NamedTuple):
    """One person's points."""

    balance: int
    standing: str
    kept: bool
    violations: int


def account(script: Script, staff_no: str, until: datetime) -> Account:
    """The balance, and what follows from it."""
    own = [one for one in entries(script, until).values() if one.staff_no == staff_no]
    count = sum(one.state == "confirmed" for one in own)
    balance = 100 - sum((2, 5)[n] if n < 2 else 10 for n in range(count))
    dismissed = any(
        one.staff_no == staff_no and one.why == "dismissed" for _s, one in script.said(Gone, until)
    )
    kept = any(one.staff_no == staff_no for _said, one in script.said(Kept, until))
    standing = "dismissal_proposed" if balance < 80 else "good"
    return Account(balance, "dismissed" if dismissed else standing, kept and balance < 80, count)
