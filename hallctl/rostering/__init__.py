"""Availability and demand become duties and explained gaps (Art. 6, 14, 22).

One week at a time, as a flow of least cost: from each person, through limits of the week, the month and
the day and through "one place at a time", to the slots. Each unit of flow is one person in one slot.
The cost first counts uncovered minutes, then leaders, then substitutes, then hours served so far in the
term (a growing price for each further shift, so that the hours even out), then changes against the
week before. Everything is sorted first and nothing is left to chance: the same facts give the same roster.

Where slots of a week have one length the result is the best there is. Where they differ, limits in hours
are turned into whole shifts by the longest slot a person could get, and slots of one day that overlap in
a chain count as one moment; both may leave out a little and never exceed a limit. What they left out is
tried once more, one slot at a time, with exact minutes.
"""

from collections.abc import Iterable

from hallctl.rostering.book import Book
from hallctl.rostering.flow import best_flow
from hallctl.rostering.records import Duty, Gap, Obstacle, Roster, Slot, WhyNot, Worker

__all__ = ["Duty", "Gap", "Obstacle", "Roster", "Slot", "WhyNot", "Worker", "roster_week"]


def roster_week(
    slots: Iterable[Slot],
    workers: Iterable[Worker],
    *,
    fixed: Iterable[Duty] = (),
    before: frozenset[tuple[str, str, int, int]] = frozenset(),
    substitutes: bool = False,
) -> Roster:
    """The best roster of the slots of one week.

    ``before`` are the duties of the week before as (staff_no, window_no, weekday, start): kept where it
    costs nothing else. With ``substitutes`` students may stand at other windows than their own.
    """
    ordered = sorted(slots)
    people = {one.staff_no: one for one in sorted(workers, key=lambda one: one.staff_no)}
    book = Book(people, substitutes)
    broken = [found for duty in sorted(fixed) if (found := book.keep(duty, ordered))]
    for duty in best_flow(ordered, book, before):
        book.take(duty)
    for slot in ordered:
        for staff_no in book.candidates(slot):
            if book.missing(slot) and book.why_not(staff_no, slot) is None:
                book.take(Duty(slot, staff_no))
    gaps = [
        Gap(slot, missing, tuple(book.reasons(slot)))
        for slot in ordered
        if (missing := book.missing(slot))
    ]
    return Roster(sorted(book.duties), gaps, broken)
