"""Taps on their way into the hall file: what cannot be written now is kept and written later, in order."""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import HallError, HallFileTrouble
from hallctl.office import cards, signing
from hallctl.office.hall import Hall
from hallctl.office.signing import Signed
from hallctl.store import waiting
from hallctl.store.hall_file import telling
from hallctl.store.waiting import Tap

__all__ = ["Answer", "Queue", "Tap", "count", "place"]


class Answer(NamedTuple):
    """What became of one tap: ``signed``, or refused by ``error``, or neither yet: it waits."""

    tap: Tap
    signed: Signed | None = None
    error: HallError | None = None
    name: str | None = None
    """Who it is, when a tap waits and the hall file can at least be read."""
    was_waiting: bool = False

    @property
    def waits(self) -> bool:
        """Whether it is kept until the hall file can be written."""
        return self.signed is None and self.error is None


class Queue:
    """The taps of one reader, none lost, each with its own time, in the order they came.

    ``renew`` gives a hall with a fresh clock and a freshly opened file. Several queues may share what
    waits beside one hall file: a tap that another one wrote is known again.
    """

    def __init__(
        self,
        renew: Callable[[], Hall],
        path: Path,
        command: str,
        source: str,
        *,
        keeps: bool = True,
    ) -> None:
        self._renew = renew
        self._path = path
        self._command = command
        self._source = source
        self._keeps = keeps
        self.waiting: deque[Tap] = deque(waiting.kept(path) if keeps else ())

    @property
    def only_in_memory(self) -> bool:
        """Whether something waits that a power cut would lose."""
        return any(tap.kept_as is None for tap in self.waiting)

    def take(self, tap: Tap) -> Answer:
        """Write a tap, or keep it when others wait already or the file cannot be written."""
        if not self.waiting:
            answer = self._write(tap)
            if not answer.waits:
                return answer
        name, error = self._look(tap)
        if error is not None:
            return Answer(tap, error=error)
        self.waiting.append(self._kept(tap))
        return Answer(tap, name=name)

    def drain(self) -> Iterator[Answer]:
        """Write what waits, oldest first, until the file cannot be written again."""
        while self.waiting:
            answer = self._write(self.waiting[0])
            if answer.waits:
                return
            self._settled(self.waiting.popleft())
            yield answer._replace(was_waiting=True)

    def _write(self, tap: Tap) -> Answer:
        hall = self._renew()
        try:
            with telling(hall.path):
                signed = signing.tap(
                    hall, tap.said, tap.at, tap.way, command=self._command, source=self._source
                )
            return Answer(tap, signed)
        except HallFileTrouble:
            return Answer(tap)
        except HallError as error:
            return Answer(tap, error=error)

    def _look(self, tap: Tap) -> tuple[str | None, HallError | None]:
        """Who it is, or why nobody: a file that is busy can often be read."""
        hall = self._renew()
        try:
            with telling(hall.path):
                return cards.holder(hall, tap.said, tap.at.date()).name, None
        except HallFileTrouble:
            return None, None
        except HallError as error:
            return None, error

    def _kept(self, tap: Tap) -> Tap:
        if not self._keeps:
            return tap
        try:
            return waiting.keep(self._path, tap)
        except (OSError, sqlite3.Error):
            return tap

    def _settled(self, tap: Tap) -> None:
        try:
            waiting.settled(self._path, tap)
        except (OSError, sqlite3.Error):
            return  # it is known again when it comes once more


def count(path: Path, to_on: date = date.max) -> int:
    """How many taps up to a day (included) wait beside a hall file; cheap when there never were any."""
    try:
        return sum(tap.at.date() <= to_on for tap in waiting.kept(path))
    except (OSError, sqlite3.Error):
        return 0


def place(path: Path) -> Path:
    """Where taps wait."""
    return waiting.beside(path)
