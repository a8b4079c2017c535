"""``signin --stdin``: a number per line, an answer per line, through a busy hall file too."""

import threading
import time
from collections import deque
from collections.abc import Iterator
from queue import Empty, SimpleQueue

from hallctl.commands.desk import Desk
from hallctl.commands.signing.said import COLUMNS, Refusal, line_of, listed, worst
from hallctl.commands.signing.terminal import keys
from hallctl.commands.signing.typed import Line, Typing
from hallctl.errors import HallError, HallFileTrouble, NotFound
from hallctl.office import waiting
from hallctl.office.hall import Hall
from hallctl.office.signing import Signed
from hallctl.office.waiting import Answer, Queue, Tap
from hallctl.show import Reply

PATIENCE = 0.3
"""Seconds that a tap waits for another program before it is kept for later."""

BETWEEN = 0.5
LAST_TRIES = 20
"""What waits is tried again this many seconds apart, and at the end of the input this often."""


class Pipe:
    """Answers so far: those that wait have their place until they are written."""

    def __init__(self, desk: Desk, way: str, at: str | None) -> None:
        self._desk, self._way, self._at = desk, way, at
        desk.patience = PATIENCE
        self.queue = Queue(self._hall, desk.path, desk.command, "typed", keeps=not desk.dry_run)
        self._found: list[Signed | None] = []
        self._places: deque[int | None] = deque([None] * len(self.queue.waiting))
        self.failed: list[HallError] = []

    @property
    def found(self) -> list[Signed]:
        """Everything that was signed or still waits, in the order of the lines."""
        return [one for one in self._found if one is not None]

    def take(self, said: str) -> None:
        """Answer one line."""
        self.drain()
        self._desk.renew()
        tap = Tap(said, self._desk.instant(self._at), self._way)
        answer = self.queue.take(tap)
        if answer.waits:
            self._places.append(len(self._found))
        self._tell(answer, None)

    def refuse(self, said: str, error: HallError) -> None:
        """Answer a line that cannot be a number."""
        self._tell(Answer(Tap(said, self._desk.now, self._way), error=error), None)

    def drain(self) -> None:
        """Write what waits, as far as the file can be written."""
        for answer in self.queue.drain():
            self._tell(answer, self._places.popleft())

    def _tell(self, answer: Answer, place: int | None) -> None:
        signed = answer.signed or (_waiting(answer) if answer.waits else None)
        if place is not None:
            self._found[place] = signed
        elif signed is not None:
            self._found.append(signed)
        failed = [answer.error] if answer.error else []
        self.failed += failed
        if self._desk.form == "table":
            said = [line_of(signed)] if signed else []
            self._desk.tell(Reply(said=said, failed=failed))
        elif self._desk.form == "ndjson":
            data = signed or Refusal(answer.tap.said, answer.tap.at, failed[0].code)
            self._desk.tell(Reply([data], columns=COLUMNS, failed=failed))

    def _hall(self) -> Hall:
        self._desk.renew()
        return self._desk.hall


def run(desk: Desk, way: str, at: str | None, before: Reply) -> Reply:
    """Read numbers until the input is closed; ``before`` is what the people named gave."""
    pipe = Pipe(desk, way, at)
    pipe.drain()
    for line in _lines():
        if line is None:
            pipe.drain()
        elif line.too_long:
            pipe.refuse(line.text, NotFound("staff.unknown", said=line.text))
        else:
            pipe.take(line.text)
    for _try in range(LAST_TRIES):
        pipe.drain()
        if not pipe.queue.waiting:
            break
        time.sleep(BETWEEN)
    failed = [*before.failed, *pipe.failed]
    left: list[HallError] = []
    if number := len(pipe.queue.waiting):
        path = str(waiting.place(desk.path))
        left = [HallFileTrouble("signin.still_waiting", number=number, path=path)]
    status = worst([*failed, *left])
    if desk.form in {"table", "ndjson"}:
        return Reply(exit_status=status, failed=left)
    data = [*listed(before.data), *pipe.found]
    return Reply(data, columns=COLUMNS, exit_status=status, failed=[*failed, *left])


def _lines() -> Iterator[Line | None]:
    """Lines as they come; None when none came for a while. The next is asked for when one is done."""
    chunks: SimpleQueue[str | None] = SimpleQueue()
    asked = threading.Semaphore(0)

    def read() -> None:
        for chunk in keys():
            chunks.put(chunk)
            asked.acquire()
        chunks.put(None)

    typing = Typing("\r\n")
    threading.Thread(target=read, name="lines", daemon=True).start()
    while True:
        try:
            chunk = chunks.get(timeout=BETWEEN)
        except Empty:
            yield None
            continue
        if chunk is None:
            yield from typing.rest()
            return
        yield from typing.feed(chunk)
        asked.release()


def _waiting(answer: Answer) -> Signed:
    tap = answer.tap
    return Signed(tap.said, answer.name or "", tap.at, tap.way or "in", None, None, "waiting")
