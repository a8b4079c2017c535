"""The terminal of the kiosk: the other screen, keys from a thread of their own, only changed lines drawn.

Standard library only. Where there is no termios (Windows) keys come from msvcrt; where there is no
terminal at all they come from the pipe, and answers are printed line by line.
"""

import codecs
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from types import FrameType
from typing import Any, NamedTuple

from hallctl.commands.signing.widths import padded

USUAL_SIZE = (80, 24)
_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J"
_LEAVE = "\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l"
_WHOLE = ("\x1b[?2026h", "\x1b[?2026l")
"""Between these a terminal that knows them shows nothing half drawn."""

COLOURS = {
    "bar": "\x1b[7m", "good": "\x1b[1;37;42m", "late": "\x1b[1;30;43m", "bad": "\x1b[1;37;41m",
    "calm": "\x1b[1;37;44m", "title": "\x1b[1m", "faint": "\x1b[2m", "warning": "\x1b[1;33m",
}  # fmt: skip
PLAIN = {
    "bar": "\x1b[7m",
    "good": "\x1b[7m",
    "late": "\x1b[7m",
    "bad": "\x1b[7m",
    "calm": "\x1b[7m",
}
"""Without colour: reverse video is no colour, and the words say everything."""


class Row(NamedTuple):
    """One line of the screen and the tone it is drawn in."""

    text: str
    tone: str = ""


class Event(NamedTuple):
    """What happened: keys that came, or the end of the input; neither when only time passed."""

    keys: str = ""
    ended: bool = False


class Screen:
    """Draws frames; a line that is as it was is not drawn again, so nothing flickers."""

    def __init__(self, write: Callable[[str], object], tones: Mapping[str, str]) -> None:
        self._write = write
        self._tones = tones
        self._drawn: list[Row] = []
        self._size = (0, 0)

    def draw(self, rows: Sequence[Row], size: tuple[int, int]) -> None:
        """Show a frame that fits ``size``."""
        out = []
        if size != self._size:
            self._size, self._drawn = size, []
            out.append("\x1b[0m\x1b[2J")
        wanted = [*rows[: size[1]]]
        before = [*self._drawn, *[Row("")] * len(wanted)]
        for place, row in enumerate(wanted):
            if not self._drawn or row != before[place]:
                out.append(f"\x1b[{place + 1};1H{self._styled(row)}\x1b[K")
        for place in range(len(wanted), len(self._drawn)):
            out.append(f"\x1b[{place + 1};1H\x1b[K")
        self._drawn = wanted
        if out:
            self._write(_WHOLE[0] + "".join(out) + _WHOLE[1])

    def _styled(self, row: Row) -> str:
        start = self._tones.get(row.tone)
        text = padded(row.text, self._size[0]) if start else row.text
        return f"{start}{text}\x1b[0m" if start else text


class Terminal:
    """Keys in, frames out."""

    def __init__(self, *, full: bool) -> None:
        self.full = full
        self._events: SimpleQueue[Event] = SimpleQueue()
        tones = PLAIN if os.environ.get("NO_COLOR") else COLOURS
        self._screen = Screen(_write, tones)

    def next(self, seconds: float) -> Event:
        """What comes within some seconds; keys that come together are one event."""
        try:
            event = self._events.get(timeout=max(seconds, 0.0))
        except Empty:
            return Event()
        while event.keys and not event.ended and not self._events.empty():
            more = self._events.get()
            event = Event(event.keys + more.keys, more.ended)
        return event

    def draw(self, rows: Sequence[Row]) -> None:
        """Show a frame; without a full screen there is none."""
        if self.full:
            self._screen.draw(rows, self.size())

    def size(self) -> tuple[int, int]:
        """Columns and lines just now."""
        try:
            found = os.get_terminal_size(sys.stdout.fileno())
        except (OSError, ValueError):
            return USUAL_SIZE
        return (found.columns or USUAL_SIZE[0], found.lines or USUAL_SIZE[1])

    def wake(self, *_signal: object) -> None:
        """Look at the size again."""
        self._events.put(Event())

    def listen(self) -> None:
        """Start the thread that reads keys; it ends with the input or the process."""
        threading.Thread(target=self._read, name="keys", daemon=True).start()

    def _read(self) -> None:
        try:
            for part in keys():
                self._events.put(Event(part))
        finally:
            self._events.put(Event(ended=True))


@contextmanager
def opened() -> Iterator[Terminal]:
    """A terminal in use; whatever happens, it is left as it was found."""
    full = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    terminal = Terminal(full=full)
    with contextlib.ExitStack() as after:
        for name, handler in (("SIGWINCH", terminal.wake), ("SIGTERM", _stop), ("SIGHUP", _stop)):
            _handled(after, name, handler)
        if full:
            after.enter_context(_single_keys())
            if sys.platform == "win32":
                os.system("")  # noqa: S605, S607 - the usual way to let the console know escapes
            after.callback(_write, _LEAVE)
            _write(_ENTER)
        terminal.listen()
        yield terminal


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _handled(after: contextlib.ExitStack, name: str, handler: Callable[..., object]) -> None:
    number = getattr(signal, name, None)
    if number is not None and threading.current_thread() is threading.main_thread():
        after.callback(signal.signal, number, signal.signal(number, handler))


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def keys() -> Iterator[str]:
    """Characters as they come, until the input is closed."""
    if sys.platform == "win32" and sys.stdin.isatty():
        yield from _windows_keys()
        return
    try:
        source = sys.stdin.fileno()
    except (OSError, ValueError, AttributeError):
        yield from sys.stdin
        return
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while True:
        try:
            content = os.read(source, 4096)
        except OSError:  # the terminal has gone
            return
        if not content:
            return
        yield decoder.decode(content)


def _windows_keys() -> Iterator[str]:
    import msvcrt

    wide: Any = msvcrt
    while True:
        key = wide.getwch()
        if key == "\x03":
            signal.raise_signal(signal.SIGINT)
        elif key in "\x00\xe0":  # a function or arrow key: its second half says which
            wide.getwch()
        else:
            yield key


@contextmanager
def _single_keys() -> Iterator[None]:
    """Keys one by one, not echoed; Control-C still interrupts, Control-S and -Z do nothing."""
    try:
        import termios

        source = sys.stdin.fileno()
        before = termios.tcgetattr(source)
    except (ImportError, OSError, ValueError, AttributeError):
        yield
        return
    except termios.error:  # a pipe
        yield
        return
    wanted: list[Any] = termios.tcgetattr(source)
    wanted[0] &= ~(termios.IXON | termios.ICRNL)
    wanted[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
    for name in (termios.VSUSP, termios.VQUIT):
        wanted[6][name] = b"\x00"
    termios.tcsetattr(source, termios.TCSANOW, wanted)
    try:
        yield
    finally:
        termios.tcsetattr(source, termios.TCSANOW, before)
