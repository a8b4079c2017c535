"""A kiosk in a terminal of its own, driven as a card reader and a window manager would."""

import fcntl
import os
import pty
import random
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent.parent
DAY = "2026-12-01"

LAUNCH = (
    "import fcntl, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
    "sys.argv = ['hallctl', '--db', *sys.argv[1:]]\n"
    "from hallctl.__main__ import main; main()\n"
)


class Tap(NamedTuple):
    """One line of the script, and whether a punch must come of it."""

    at: datetime
    said: str
    counts: bool


class Terminal:
    """The far end of the kiosk's terminal."""

    def __init__(self, db: Path, *words: str, now: str = f"{DAY}T07:55") -> None:
        self._ours, self._theirs = pty.openpty()
        self.resize(90, 26)
        self.before = termios.tcgetattr(self._theirs)
        environ = {
            **os.environ, "PYTHONPATH": str(ROOT), "HALLCTL_LANG": "zh_CN", "HALLCTL_NOW": now,
            "TERM": "xterm-256color",
        }  # fmt: skip
        self._child = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, str(db), *(words or ("signin", "--kiosk"))],
            stdin=self._theirs, stdout=self._theirs, stderr=subprocess.PIPE, env=environ,
            start_new_session=True,
        )  # fmt: skip
        self.said = b""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def type(self, text: str | bytes) -> None:
        """Send keys."""
        content = text.encode() if isinstance(text, str) else text
        while content:
            content = content[os.write(self._ours, content[:256]) :]

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def wait_for(self, text: str, seconds: float = 30) -> None:
        """Wait until the screen has shown a text."""
        until = time.monotonic() + seconds
        while text.encode() not in self.said:
            assert time.monotonic() < until, f"{text} never came: {self.said[-2000:]!r}"
            time.sleep(0.02)

    def forget(self) -> None:
        """Look only at what comes from now on."""
        self.said = b""

    def interrupt(self) -> None:
        """Control-C, as the keyboard sends it."""
        self.type(b"\x03")

    def kill(self) -> None:
        """A power cut for the kiosk."""
        self._child.send_signal(signal.SIGKILL)

    def ended(self) -> tuple[int, str]:
        """Wait for the end; returns the exit status and what was said on stderr."""
        assert self._child.stderr is not None
        status = self._child.wait(30)
        said = self._child.stderr.read().decode()
        self._child.stderr.close()
        self.after: list[Any] = termios.tcgetattr(self._theirs)
        os.close(self._theirs)
        self._reader.join(10)
        os.close(self._ours)
        return status, said

    def _read(self) -> None:
        while True:
            try:
                content = os.read(self._ours, 65536)
            except OSError:
                return
            if not content:
                return
            self.said += content


@contextmanager
def locked(db: Path, kind: str = "IMMEDIATE") -> Iterator[None]:
    """Another program holds the hall file."""
    other = sqlite3.connect(db, isolation_level=None)
    other.execute(f"BEGIN {kind}")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def an_hour_of_taps(numbers: list[str], seed: int = 20260901) -> list[Tap]:
    """About 150 taps of 24 people: early, late, doubled, gone again, with bad cards between them."""
    chance = random.Random(seed)
    start = datetime.fromisoformat(f"{DAY}T08:00:00")
    found: list[Tap] = []
    for number in numbers:
        at = start + timedelta(seconds=chance.randint(0, 900))
        for _visit in range(chance.choice((3, 4, 5))):
            found.append(Tap(at, number, True))
            if chance.random() < 0.35:
                found.append(Tap(at + timedelta(seconds=chance.randint(1, 29)), number, False))
            at += timedelta(seconds=chance.randint(130, 800))
    for bad in ("9999999999", "卡坏了!!", "0" * 400, "\x00\x07\x1b[A\x1b", ";;;", "%E?", "\u202e1"):
        found.append(Tap(start + timedelta(seconds=chance.randint(60, 3500)), bad, False))
    return sorted(found)
