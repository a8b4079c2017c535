"""Closing a week: what is published is kept as it is."""

from datetime import datetime
from typing import NamedTuple

from hallctl import appraising
from hallctl.office.appraisal.week import WeekSpan, draw
from hallctl.office.hall import Hall, act
from hallctl.store import appraisals
from hallctl.store.appraisals import Publication
from hallctl.store.writing import Writing


class Published(NamedTuple):
    """A published week."""

    week: str
    people: int
    at: datetime
    digest: str
    already: bool | None = None


@act("appraise week")
def publish(hall: Hall, work: Writing, span: WeekSpan) -> Published:
    """The officer closes a week: its lines are kept, later facts do not change them.

    Raises Refused unless the officer acts, the week is over, and everybody has a score.
    """
    hall.require_officer("29")
    before = appraisals.publication(hall.db, span.name)
    if before is not None:
        rows = appraisals.lines(hall.db, span.to_on, span.to_on)
        count = sum(row.week == span.name for row in rows)
        return Published(span.name, count, before.at, before.digest, already=True)
    drawn = draw(hall, span)
    unscored = [one.line.name for one in drawn if one.line.score is None]
    hall.notes[:] = [one for one in hall.notes if one.code not in WAITING]
    law = hall.law.on(span.to_on)
    appraising.may_publish(span.name, span.to_on, hall.today, unscored, law)
    digest = appraisals.digest_of([one.line._asdict() for one in drawn])
    row = Publication(span.name, span.from_on, span.to_on, hall.now, hall.actor_no, digest)
    appraisals.publish(work, row, [(one.line._asdict(), one.ground) for one in drawn])
    work.tell({"people": len(drawn), "digest": digest}, week=span.name)
    return Published(span.name, len(drawn), hall.now, digest)


WAITING = ("appraise.no_weights", "appraise.unscored")
"""What a draft warns of; publishing refuses it with names."""
