"""Cards: what a reader sends, and whose it is."""

from datetime import date, timedelta
from typing import NamedTuple

from hallctl.errors import Conflict, HallError, NotFound
from hallctl.office.hall import Hall, act
from hallctl.store import cards, people
from hallctl.store.cards import CardRow
from hallctl.store.people import Person
from hallctl.store.writing import Writing


class Card(NamedTuple):
    """A card in somebody's hands."""

    card_no: str
    staff_no: str
    name: str
    from_on: date
    until_on: date | None = None
    already: bool | None = None


def holder(hall: Hall, said: str, day: date) -> Person:
    """Who is meant: a staff number first, then a card of that day, then a name that is unique.

    Raises NotFound or Usage as ``Hall.person`` does.
    """
    try:
        return hall.person(said, day)
    except HallError:
        staff_no = cards.holder(hall.db, said, day)
        if staff_no is None:
            raise
        return hall.person(staff_no, day)


@act("roster card")
def give(hall: Hall, work: Writing, staff: str, card_no: str, on: date) -> Card:
    """Say that a card is somebody's from a day on.

    Raises Conflict when it is a staff number, or somebody else's that day or later.
    """
    person = hall.person(staff)
    if people.person(hall.db, card_no, on) is not None:
        raise Conflict("card.is_a_staff_number", card_no=card_no)
    for row in cards.of_card(hall.db, card_no):
        if row.until_on is not None and row.until_on < on:
            continue
        if row.staff_no == person.staff_no and row.from_on <= on and row.until_on is None:
            return _card(person, row)._replace(already=True)
        raise Conflict("card.taken", card_no=card_no, staff_no=row.staff_no, from_on=row.from_on)
    row = CardRow(card_no, person.staff_no, on)
    cards.add(work, row)
    work.tell({"cards": 1}, staff=person.staff_no, on=on)
    return _card(person, row)


@act("roster card")
def take_back(hall: Hall, work: Writing, staff: str, card_no: str, on: date) -> Card:
    """Say that a card is nobody's from a day on: lost, or handed back."""
    person = hall.person(staff)
    mine = [row for row in cards.of_card(hall.db, card_no) if row.staff_no == person.staff_no]
    if not mine:
        raise NotFound("card.not_theirs", card_no=card_no, staff_no=person.staff_no)
    last = mine[-1]
    if last.until_on is not None:
        return _card(person, last)._replace(already=True)
    until_on = on - timedelta(days=1)
    if until_on < last.from_on:
        raise Conflict("card.ends_before_it_begins", card_no=card_no, from_on=last.from_on)
    cards.end(work, last, until_on)
    work.tell({"cards": 1}, staff=person.staff_no, on=on)
    return _card(person, last._replace(until_on=until_on))


def of_person(hall: Hall, staff: str) -> list[Card]:
    """Every card somebody has or had."""
    person = hall.person(staff)
    return [_card(person, row) for row in cards.of_person(hall.db, person.staff_no)]


def _card(person: Person, row: CardRow) -> Card:
    return Card(row.card_no, person.staff_no, person.name, row.from_on, row.until_on)
