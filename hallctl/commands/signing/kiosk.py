"""The full-screen loop beside a card reader: it greets, and goes on through whatever comes."""

import re
import time
from collections import Counter, deque
from datetime import date, datetime
from typing import NamedTuple

from hallctl import clock
from hallctl.commands.desk import Desk
from hallctl.commands.signing import terminal
from hallctl.commands.signing.greeting import greeting, idle, recent
from hallctl.commands.signing.layout import Shown, frame
from hallctl.commands.signing.pipe import PATIENCE
from hallctl.commands.signing.terminal import Terminal
from hallctl.commands.signing.typed import Line, Typing, plain
from hallctl.errors import HallError, HallFileTrouble, Note, NotFound, Usage
from hallctl.messages import _
from hallctl.model import SHANGHAI
from hallctl.office import kiosk, waiting
from hallctl.office.hall import Hall
from hallctl.office.waiting import Answer, Queue, Tap
from hallctl.show import Reply

RETRY = 1.0
GREETING = 8.0
REFRESH = 20.0
HALF_LINE = 20.0
"""Seconds after which taps are tried again, a greeting ends, the lists are read anew, and half a
number that nobody finished is forgotten."""

ROUND = 0.25
LAST_TAPS = 12

LEAVE = frozenset({"quit", "exit", "q", "退出"})
WAYS = {"1": "in", "2": "out", "in": "in", "out": "out", "签到": "in", "签退": "out"}
_SAID = re.compile(r"(?:(签到|签退|in|out)\s+|([+-]))?(\S.*)", re.IGNORECASE)
_NUMBER = re.compile(r"[\w.·-]{1,32}")
_CLOCK = re.compile(r"@(\S+)(?:\s+(.*))?")


class Ended(NamedTuple):
    """What a kiosk did until it was left."""

    recorded: int
    already: int
    refused: int
    waiting: int
    unknown: dict[str, int]
    """Numbers that nobody has, with how often they came."""


class Kiosk:
    """The state of one kiosk between two events."""

    def __init__(self, desk: Desk, command: str, way: str | None) -> None:
        self._desk = desk
        self._always = way
        self._next_way: str | None = None
        self._typing = Typing()
        desk.patience = PATIENCE
        self._queue = Queue(self._hall, desk.path, command, "kiosk", keeps=not desk.dry_run)
        self._view: kiosk.View | None = None
        self._greeting = idle()
        self._recent: deque[str] = deque(maxlen=LAST_TAPS)
        self._counts: Counter[str] = Counter()
        self._unknown: Counter[str] = Counter()
        self._greeted = self._refreshed = self._retried = self._typed = float("-inf")
        self._day: date | None = None
        self.left = False

    def run(self, screen: Terminal) -> Ended:
        """Go on until somebody leaves or the input is closed."""
        self._retry(screen)
        while not self.left:
            self._pass_time(screen)
            event = screen.next(ROUND)
            if event.keys:
                self._typed = time.monotonic()
                for line in self._typing.feed(event.keys):
                    self._take(line, screen)
            if event.ended:
                for line in self._typing.rest():
                    self._take(line, screen)
                self.left = True
        self._retry(screen)
        return Ended(
            self._counts["recorded"], self._counts["already"], self._counts["refused"],
            len(self._queue.waiting), dict(self._unknown),
        )  # fmt: skip

    def _pass_time(self, screen: Terminal) -> None:
        """Whatever falls due without anybody touching the reader, then the screen."""
        now = time.monotonic()
        self._retry_when_due(screen)
        if now - self._greeted >= GREETING:
            self._greeting = idle()
        if self._typing.text and now - self._typed >= HALF_LINE:
            self._typing.clear()
        at = self._now()
        if at.date() != self._day:  # midnight: yesterday's taps and lists are no news
            self._day, self._view = at.date(), None
            self._recent.clear()
            self._refreshed = float("-inf")
        if screen.full and now - self._refreshed >= REFRESH:
            self._refresh()
        if screen.full:
            columns, lines = screen.size()
            screen.draw(frame(self._shown(at), columns, lines))

    def _take(self, line: Line, screen: Terminal) -> None:
        if self.left:
            return
        text = line.text
        if line.too_long:
            self._tell(Answer(self._tap(text), error=Usage("kiosk.too_long")), screen)
        elif text.casefold() in LEAVE:
            self.left = True
        elif text.casefold() in WAYS:
            self._next_way = WAYS[text.casefold()]
        elif text.startswith("@") and self._desk.now_said:
            self._trial(text, screen)
        else:
            self._tapped(text, screen)

    def _tapped(self, text: str, screen: Terminal) -> None:
        prefix, sign, said = _parts(text)
        way = WAYS.get(prefix.casefold()) or {"+": "in", "-": "out"}.get(sign)
        tap = self._tap(said)._replace(way=self._always or way or self._next_way)
        self._next_way = None
        if not _NUMBER.fullmatch(said):
            self._tell(Answer(tap, error=NotFound("kiosk.not_a_number")), screen)
            return
        self._retry_when_due(screen)
        self._tell(self._queue.take(tap), screen)

    def _tap(self, said: str) -> Tap:
        return Tap(said, self._now())

    def _retry_when_due(self, screen: Terminal) -> None:
        if self._queue.waiting and time.monotonic() - self._retried >= RETRY:
            self._retry(screen)

    def _retry(self, screen: Terminal) -> None:
        self._retried = time.monotonic()
        for answer in self._queue.drain():
            self._tell(answer, screen)

    def _tell(self, answer: Answer, screen: Terminal) -> None:
        """Say what became of a tap: big for who stands there, in the list for what was kept."""
        self._count(answer)
        found = greeting(answer)
        if not screen.full:
            print(f"{answer.tap.at:%H:%M:%S} {found.line}", flush=True)
        if not answer.was_waiting:
            self._greeting, self._greeted = found, time.monotonic()
        self._recent.appendleft(recent(answer))
        self._refreshed = float("-inf")

    def _count(self, answer: Answer) -> None:
        if answer.waits:
            return
        if answer.error is not None:
            self._counts["refused"] += 1
            if answer.error.code == "staff.unknown":
                self._unknown[answer.tap.said] += 1
        elif answer.signed is not None:
            self._counts["already" if answer.signed.already else "recorded"] += 1

    def _refresh(self) -> None:
        self._refreshed = time.monotonic()
        try:
            self._view = kiosk.view(self._hall())
        except HallFileTrouble:
            return  # the lists stay as they were until the file can be read again

    def _shown(self, at: datetime) -> Shown:
        return Shown(
            at, self._view, self._greeting, tuple(self._recent), self._notice(), self._typing.text,
            self._always or self._next_way,
        )  # fmt: skip

    def _notice(self) -> str:
        number = len(self._queue.waiting)
        if not number:
            return ""
        said = _("{number} taps are noted and will be written as soon as the hall file is free.")
        text = " " + said.format(number=number)
        if self._queue.only_in_memory:
            text += _(" They are kept in memory only: do not switch off.")
        return text

    def _trial(self, text: str, screen: Terminal) -> None:
        """``@08:31:05 NUMBER`` moves a trial's clock; the real clock is never moved."""
        found = _CLOCK.fullmatch(text)
        try:
            at = _moved(found[1] if found else "", self._now())
        except ValueError:
            self._tapped(text, screen)
            return
        self._desk.now_said = at.isoformat()
        if found and found[2]:
            self._take(Line(plain(found[2])), screen)

    def _hall(self) -> Hall:
        self._desk.renew()
        return self._desk.hall

    def _now(self) -> datetime:
        return clock.now(self._desk.now_said)


def run(desk: Desk, way: str | None) -> Reply:
    """Run the kiosk until it is left; raises HallFileTrouble when the hall file cannot be used at all."""
    desk.hall.require_in_force(desk.now.date())
    with terminal.opened() as screen:
        found = Kiosk(desk, desk.command, way).run(screen)
    said = [Note("kiosk.ended", values=found._asdict())]
    for number, times in sorted(found.unknown.items()):
        said.append(Note("kiosk.unknown", values={"said": number[:40], "times": times}))
    failed: list[HallError] = []
    if found.waiting:
        path = str(waiting.place(desk.path))
        failed.append(HallFileTrouble("kiosk.still_waiting", number=found.waiting, path=path))
    return Reply(found, said, exit_status=7 if failed else 0, failed=failed)


def _parts(text: str) -> tuple[str, str, str]:
    found = _SAID.fullmatch(text)
    return (found[1] or "", found[2] or "", found[3]) if found else ("", "", text)


def _moved(said: str, now: datetime) -> datetime:
    """A clock time of the same day, or a whole instant; raises ValueError for anything else."""
    if re.fullmatch(r"\d{2}:\d{2}(:\d{2})?", said):
        said = f"{now:%Y-%m-%d}T{said}"
    at = datetime.fromisoformat(said)
    return at if at.tzinfo else at.replace(tzinfo=SHANGHAI)
