"""Conduct that was seen (Art. 14 to 17), and praise; both count in the week they happened."""

from datetime import date
from typing import NamedTuple

from hallctl.errors import Usage
from hallctl.office.hall import Hall, act
from hallctl.store import appraisals
from hallctl.store.appraisals import ConductRow
from hallctl.store.writing import Writing

ARTICLES = {"screen": "15", "order": "16", "outsider": "17", "badge": "14", "left_post": "14"}
"""Which article each kind of incident is about."""
PRAISE = "praise"


class Seen(NamedTuple):
    """What was recorded about somebody's conduct."""

    staff_no: str
    name: str
    kind: str
    on: date
    note: str
    article: str
    already: bool | None = None


@act("appraise praise")
def praise(hall: Hall, work: Writing, said: str, on: date, note: str) -> Seen:
    """Record praise; the same again changes nothing."""
    return _record(hall, work, said, PRAISE, on, note)


@act("appraise incident")
def incident(hall: Hall, work: Writing, said: str, kind: str, on: date, note: str) -> Seen:
    """Record that conduct was seen which articles 14 to 17 do not allow; the same again changes nothing."""
    if kind not in ARTICLES:
        raise Usage("appraise.unknown_kind", kind=kind, known=list(ARTICLES))
    return _record(hall, work, said, kind, on, note)


def _record(hall: Hall, work: Writing, said: str, kind: str, on: date, note: str) -> Seen:
    person = hall.person(said, on)
    hall.require_in_force(on)
    if on > hall.today:
        raise Usage("appraise.not_yet", on=on)
    if not note.strip():
        raise Usage("appraise.needs_note")
    row = ConductRow(person.staff_no, kind, on, note.strip())
    seen = Seen(person.staff_no, person.name, kind, on, row.note, ARTICLES.get(kind, "29"))
    if row in appraisals.conduct(hall.db, on, on):
        return seen._replace(already=True)
    appraisals.add_conduct(work, row)
    work.tell({"kind": kind}, staff=person.staff_no, on=on)
    iso = on.isocalendar()
    week = f"{iso.year}-W{iso.week:02d}"
    if appraisals.publication(hall.db, week):
        hall.note("appraise.comes_late", "29", week=week, name=person.name)
    return seen
