"""The opened hall file together with the clock, the acting person and the law in force."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from hallctl import policy
from hallctl.errors import HallFileTrouble, Note, NotFound, Refused, Usage
from hallctl.model import Role
from hallctl.store import halls, people
from hallctl.store.hall_file import BUSY_SECONDS, open_file, telling
from hallctl.store.writing import Writing

if TYPE_CHECKING:
    from hallctl.store.places import ItemRow
    from hallctl.workdays import NationalYear

SETUP = "setup"
"""Who acts until the hall has an officer."""


P = ParamSpec("P")
R = TypeVar("R")


def act(
    command: str,
) -> Callable[[Callable[Concatenate["Hall", Writing, P], R]], Callable[Concatenate["Hall", P], R]]:
    """Make a function one transaction: it is handed the writing, and reads within it what it decides on."""

    def wrap(
        body: Callable[Concatenate["Hall", Writing, P], R],
    ) -> Callable[Concatenate["Hall", P], R]:
        @wraps(body)
        def whole(hall: "Hall", /, *args: P.args, **kwargs: P.kwargs) -> R:
            with hall.writing(command) as work:
                return body(hall, work, *args, **kwargs)

        return whole

    return wrap


class Hall:
    """What every act works with; opens the file at the first need and only once."""

    def __init__(
        self, path: Path, now: datetime, actor: str | None = None, *, dry_run: bool = False
    ) -> None:
        self.path = path
        self.now = now
        self.dry_run = dry_run
        self.notes: list[Note] = []
        self.patience = BUSY_SECONDS
        """How long to wait for another program that writes."""
        self._actor = actor
        self._items: dict[int, ItemRow] = {}
        self._work: Writing | None = None

    @property
    def actor_said(self) -> str | None:
        """Who was named as acting; None for the officer."""
        return self._actor

    @cached_property
    def db(self) -> sqlite3.Connection:
        """The connection; raises HallFileTrouble when the file cannot be used."""
        return open_file(self.path, self.patience)

    @cached_property
    def facts(self) -> halls.HallFacts:
        """What ``init`` was told."""
        with telling(self.path):
            found = halls.hall_facts(self.db)
        if found is None:
            raise HallFileTrouble("hall_file.not_set_up", path=str(self.path))
        return found

    @cached_property
    def law(self) -> policy.Law:
        """The college's dated decisions over the shipped figures."""
        rows = halls.decisions(self.db)
        decided = [policy.Decision(*row[:6]) for row in rows]
        return policy.law(decided, self.facts.effective_from)

    @cached_property
    def recorded_years(self) -> "Mapping[int, NationalYear]":
        """The announced years of the national calendar, read one by one when touched."""
        from hallctl.office.days import RecordedYears

        return RecordedYears(self)

    @property
    def today(self) -> date:
        """The civil date of the clock."""
        return self.now.date()

    @cached_property
    def officer_no(self) -> str | None:
        """The active officer (Art. 5), None until the roster names one."""
        found = people.officers(self.db, self.today)
        return found[0] if found else None

    @cached_property
    def actor_no(self) -> str:
        """Who acts: the one named, else the officer, else ``setup``; unknown numbers are refused."""
        if self._actor is None or self._actor == SETUP:
            return self.officer_no or SETUP
        if people.person(self.db, self._actor, self.today) is None:
            raise NotFound("actor.unknown", staff_no=self._actor)
        return self._actor

    def person(self, said: str, day: date | None = None) -> people.Person:
        """A person by number, or by name where it is unique.

        Raises NotFound for an unknown word, Usage for a name that several people bear.
        """
        day = day or self.today
        found = people.person(self.db, said, day)
        if found is not None:
            return found
        bearers = people.named(self.db, said, day)
        if len(bearers) > 1:
            numbers = [one.staff_no for one in bearers]
            raise Usage("staff.ambiguous", name=said, numbers=numbers)
        if not bearers:
            raise NotFound("staff.unknown", said=said)
        return bearers[0]

    def item_version(self, version_id: int) -> "ItemRow":
        """The version of an item that a case was opened under; each is read once."""
        from hallctl.store import places

        if version_id not in self._items:
            self._items[version_id] = places.item_version(self.db, version_id)
        return self._items[version_id]

    @property
    def in_act(self) -> bool:
        """Whether a transaction is running that is not kept yet."""
        return self._work is not None

    def require_officer(self, article: str) -> None:
        """Refuse, in the name of ``article``, unless the officer acts (or nobody is officer yet)."""
        if self.officer_no is not None and self.actor_no != self.officer_no:
            raise Refused(
                "actor.not_the_officer",
                article=article,
                actor_no=self.actor_no,
                officer_no=self.officer_no,
            )

    def require_head(self, article: str, day: date) -> None:
        """Refuse unless the hall's head of ``day`` acts: the officer, or the deputy the college named."""
        head: str = self.law.on(day)["hall.head"]
        if head == "officer":
            self.require_officer(article)
        elif self.actor_no != head:
            raise Refused(
                "actor.not_the_head", article=article, actor_no=self.actor_no, head_no=head
            )

    def require_manager(self, window_no: str, day: date) -> bool:
        """Refuse unless the officer acts, or the leader of the window (Art. 11); whether it is the officer."""
        if self.officer_no is None or self.actor_no == self.officer_no:
            return True
        actor = self.person(self.actor_no, day)
        if actor.role != Role.LEADER or actor.window_no != window_no:
            raise Refused("actor.not_the_manager", article="11", actor_no=self.actor_no)
        return False

    def require_in_force(self, day: date) -> None:
        """Refuse a fact from before the regulation was in force (Art. 36)."""
        self.law.on(day)

    def note(self, code: str, article: str | None = None, **values: object) -> None:
        """Leave a warning beside the result."""
        found = Note(code, article, values)
        if found not in self.notes:
            self.notes.append(found)

    @contextmanager
    def writing(self, command: str) -> Iterator[Writing]:
        """One transaction with its audit entry; rolled back on error, in a dry run, or unchanged.

        An act within an act is part of the outer transaction and its entry; when it fails, what it
        wrote is taken back and the outer act decides what follows.
        """
        if self._work is not None:
            with self._part(self._work) as part:
                yield part
            return
        actor_no = self.actor_no
        with telling(self.path):
            work = self._work = Writing(self.db, self.now.isoformat(), actor_no, command)
            try:
                yield work
                if work.changed():
                    self._warn_of_clock(work)
                    work.seal()
                work.end(keep=work.changed() and not self.dry_run)
            except BaseException:
                work.end(keep=False)
                raise
            finally:
                self._work = None

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Let the acts within wait for the disk together: each has its entry and fails alone, one commit keeps all.

        Nothing may be told of them before this ends. A dry run keeps nothing, so there is nothing to gather.
        """
        if self.dry_run:
            yield
            return
        with telling(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    @contextmanager
    def _part(self, work: Writing) -> Iterator[Writing]:
        mark = work.mark()
        self.db.execute("SAVEPOINT part")
        try:
            yield work
            self.db.execute("RELEASE part")
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK TO part")
                self.db.execute("RELEASE part")
                work.go_back(mark)
            raise

    @contextmanager
    def rehearsing(self, command: str) -> Iterator[Writing]:
        """A transaction that is always rolled back: to learn what an act would meet."""
        with telling(self.path):
            work = self._work = Writing(self.db, self.now.isoformat(), self.actor_no, command)
            try:
                yield work
            finally:
                self._work = None
                self.db.execute("ROLLBACK")

    def _warn_of_clock(self, work: Writing) -> None:
        if work.newest_at and work.newest_at > work.at:
            self.note("clock.behind", now=work.at, newest=work.newest_at)

    def look_again(self, now: datetime) -> None:
        """Forget what was read of people and settings: the next act may come hours later."""
        self.now = now
        self.notes.clear()
        for name in ("law", "officer_no", "actor_no", "recorded_years"):
            self.__dict__.pop(name, None)

    def close(self) -> None:
        """Close the file if it was opened."""
        if "db" in self.__dict__:
            self.db.close()
