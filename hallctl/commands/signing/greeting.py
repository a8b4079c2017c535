"""What the kiosk says to the person at the reader. Names, shifts and minutes; never a phone number."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from hallctl.errors import HallError
from hallctl.messages import _, word
from hallctl.office.signing import Signed
from hallctl.office.waiting import Answer

NOBODY = frozenset({"staff.unknown", "kiosk.not_a_number", "kiosk.too_long"})
"""Errors that are about the card, not about the person."""

LONGEST_SHOWN = 24


class Greeting(NamedTuple):
    """The words of one moment, and the tone they are shown in."""

    title: str
    lines: Sequence[str] = ()
    tone: str = "calm"

    @property
    def line(self) -> str:
        """Everything in one line."""
        return "  ".join((self.title, *self.lines))


def idle() -> Greeting:
    """Nobody is at the reader."""
    return Greeting(_("Welcome"), (_("Hold your card to the reader, or type your number."),))


def greeting(answer: Answer) -> Greeting:
    """What one tap is answered."""
    if answer.error is not None:
        return _refused(answer.tap.said, answer.error)
    if answer.signed is None:
        who = answer.name or _shown(answer.tap.said)
        return Greeting(
            who, (_("Noted, will be written in a moment"), _clock(answer.tap.at)), "late"
        )
    return _signed(answer.signed)


def recent(answer: Answer) -> str:
    """One tap in the list of the last ones."""
    one = answer.signed
    if one is None:
        found = greeting(answer)
        return "  ".join((_clock(answer.tap.at), found.title, found.lines[0]))
    if one.already:
        what = _("already recorded")
    else:
        what = " ".join((_("in") if one.direction == "in" else _("out"), _how(one)[0]))
    return f"{_clock(answer.tap.at)}  {one.name} {what}".rstrip()


def good_day(at: datetime) -> str:
    """How one greets at this hour."""
    if at.hour < 11:
        return _("Good morning")
    if at.hour < 14:
        return _("Good day")
    return _("Good afternoon") if at.hour < 18 else _("Good evening")


def _signed(one: Signed) -> Greeting:
    coming = one.direction == "in"
    where = "  ".join(part for part in (one.window, one.shift_name, one.shift) if part)
    if one.already:
        said = _("Already signed in at {clock}") if coming else _("Already signed out at {clock}")
        return Greeting(one.name, (said.format(clock=_clock(one.at)), where), "calm")
    done = _("Signed in at {clock}") if coming else _("Signed out at {clock}")
    how, tone = _how(one)
    name = _("{greeting}, {name}").format(greeting=good_day(one.at), name=one.name)
    title = name if coming else _("Goodbye, {name}").format(name=one.name)
    again = _("Tap once more when you really leave.") if one.minutes_early else ""
    said = f"{done.format(clock=_clock(one.at))}  {how}".rstrip()
    return Greeting(title, tuple(part for part in (said, where, again) if part), tone)


def _how(one: Signed) -> tuple[str, str]:
    if one.status == "no_shift":
        return _("you are not on duty now"), "late"
    if one.minutes_late:
        return _("{minutes} minutes late").format(minutes=one.minutes_late), "late"
    if one.minutes_early:
        return _("{minutes} minutes before the end").format(minutes=one.minutes_early), "late"
    return (_("right on time") if one.direction == "in" else ""), "good"


def _refused(said: str, error: HallError) -> Greeting:
    if error.code in NOBODY:
        line = _("Not known: {said}").format(said=_shown(said))
        help_ = _("Try again, or tell the hall's officer.")
        return Greeting(_("Card not recognised"), (line, help_), "bad")
    return Greeting(_("Not recorded"), (word(error.code, error.values),), "bad")


def _shown(said: str) -> str:
    return said if len(said) <= LONGEST_SHOWN else said[:LONGEST_SHOWN] + ".."


def _clock(at: datetime) -> str:
    return f"{at:%H:%M:%S}"
