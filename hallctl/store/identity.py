"""What a person is called in the hall file, and how those words give way to a pseudonym."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

SHORTEST = 5
"""A number or a phone with fewer characters is replaced where it stands alone only."""


class Identity(NamedTuple):
    """One person, in all capacities: as staff and as applicant."""

    number: str
    names: frozenset[str]
    contacts: frozenset[str]
    """Phones, cards, badges, numbers on devices."""
    pseudonym: str

    def words(self) -> dict[str, str]:
        """What is looked for in free text, with what stands there afterwards."""
        written = {self.number, *self.contacts, *(one.replace("-", "") for one in self.contacts)}
        coded = {one for one in written if len(one) >= SHORTEST}
        return dict.fromkeys(coded | self.names, self.pseudonym)


_NAMES = """
SELECT name FROM staff_version WHERE staff_no = :no
UNION SELECT applicant FROM case_file WHERE applicant_no = :no
UNION SELECT applicant FROM case_event WHERE applicant_no = :no
UNION SELECT e.applicant FROM case_event e JOIN case_file f ON f.case_no = e.case_no
  WHERE f.applicant_no = :no AND e.applicant_no IS NULL
"""
_CONTACTS = """
SELECT phone FROM staff_version WHERE staff_no = :no
UNION SELECT badge_no FROM staff_version WHERE staff_no = :no
UNION SELECT card_no FROM staff_card WHERE staff_no = :no
UNION SELECT pin FROM device_pin WHERE staff_no = :no
UNION SELECT phone FROM case_file WHERE applicant_no = :no
UNION SELECT phone FROM case_event WHERE applicant_no = :no
UNION SELECT e.phone FROM case_event e JOIN case_file f ON f.case_no = e.case_no
  WHERE f.applicant_no = :no AND e.applicant_no IS NULL
"""
_EVERYBODY = """
SELECT staff_no AS word, staff_no AS number FROM staff
UNION SELECT name, staff_no FROM staff_version
UNION SELECT phone, staff_no FROM staff_version
UNION SELECT badge_no, staff_no FROM staff_version
UNION SELECT card_no, staff_no FROM staff_card
UNION SELECT pin, staff_no FROM device_pin
UNION SELECT applicant_no, applicant_no FROM case_file
UNION SELECT applicant, applicant_no FROM case_file
UNION SELECT phone, applicant_no FROM case_file
UNION SELECT applicant_no, applicant_no FROM case_event
UNION SELECT applicant, applicant_no FROM case_event
UNION SELECT phone, applicant_no FROM case_event
"""


def identity(db: sqlite3.Connection, number: str, pseudonym: str) -> Identity:
    """Everything that the file calls a person; voided rows included."""
    return Identity(
        number, _texts(db, _NAMES, number), _texts(db, _CONTACTS, number) - {number}, pseudonym
    )


def _texts(db: sqlite3.Connection, sql: str, number: str) -> frozenset[str]:
    return frozenset(row[0] for row in db.execute(sql, {"no": number}) if row[0])


def words_of_others(db: sqlite3.Connection, numbers: Iterable[str]) -> set[str]:
    """What somebody else is called or reached by: a namesake, a shared phone, a card that was passed on."""
    gone = set(numbers)
    return {row[0] for row in db.execute(_EVERYBODY) if row[0] and row[1] and row[1] not in gone}


class Words:
    """Words that give way, wherever they stand in a text; longer words that are known stay whole."""

    def __init__(self, replaced: Mapping[str, str], kept: Iterable[str] = ()) -> None:
        self._known = {**{word: word for word in kept}, **replaced}
        lengths: dict[str, set[int]] = {}
        for word in self._known:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def replace(self, text: str) -> str:
        """The text with every word exchanged."""
        found, at = [], 0
        while at < len(text):
            word = self._at(text, at)
            found.append(self._known[word] if word else text[at])
            at += len(word) or 1
        return "".join(found)

    def _at(self, text: str, at: int) -> str:
        """The longest word that stands at a place; empty when there is none."""
        for length in self._lengths.get(text[at], ()):
            word = text[at : at + length]
            if word in self._known and _alone(text, at, at + len(word)):
                return word
        return ""


def _alone(text: str, begin: int, end: int) -> bool:
    """Whether a word is no part of a longer number or Latin word."""
    before, first, last, after = (
        text[begin - 1 : begin],
        text[begin],
        text[end - 1],
        text[end : end + 1],
    )
    return not (_joins(before) and _joins(first)) and not (_joins(last) and _joins(after))


def _joins(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
