"""The kiosk's screen as rows of text, for any size: clock, greeting, who is here, who comes, last taps."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from hallctl.commands.signing.greeting import Greeting
from hallctl.commands.signing.terminal import Row
from hallctl.commands.signing.widths import between, centred, cut, flowed, width
from hallctl.messages import _, weekday
from hallctl.office.kiosk import AtPost, Coming, View

FIXED = 4
"""Rows that are always there: the bar, the notice, the line that is typed, and an empty one."""

KEPT = 4
"""Rows that a list leaves to each one below it, heading included."""


class Shown(NamedTuple):
    """Everything the screen shows at one moment."""

    at: datetime
    view: View | None
    greeting: Greeting
    recent: Sequence[str]
    notice: str
    typed: str
    way: str | None


def frame(shown: Shown, columns: int, lines: int) -> list[Row]:
    """The rows of a screen of ``columns`` by ``lines``; every row fits, there are never more."""
    big = max(min(lines - FIXED - 6, 7), 3)
    room = lines - FIXED - big
    rows = [_bar(shown, columns), *_panel(shown.greeting, columns, big), Row("")]
    rows += _sections(shown, columns, max(room, 0))
    rows += [Row("")] * (lines - 2 - len(rows))
    rows = rows[: max(lines - 2, 0)]
    rows.append(Row(cut(shown.notice, columns), "warning" if shown.notice else ""))
    rows.append(_prompt(shown, columns))
    return rows[-lines:] if lines < len(rows) else rows


def _bar(shown: Shown, columns: int) -> Row:
    name = shown.view.hall if shown.view else ""
    title = " " + "  ".join((name, _("signing in and out")))
    day = weekday(shown.at.isoweekday())
    return Row(between(title, f"{shown.at:%Y-%m-%d} {day} {shown.at:%H:%M:%S} ", columns), "bar")


def _panel(greeting: Greeting, columns: int, lines: int) -> list[Row]:
    """The greeting in the middle of a coloured field; the title is spaced out so that it stands out."""
    words = [_spaced(greeting.title, columns), *(line for line in greeting.lines if line)]
    if lines >= 2 * len(words) + 1:
        words = [part for word in words for part in (word, "")][:-1]
    words = words[:lines]
    above = (lines - len(words)) // 2
    texts = [""] * above + words + [""] * (lines - above - len(words))
    return [Row(centred(text, columns), greeting.tone) for text in texts]


def _spaced(title: str, columns: int) -> str:
    """A title with a space between its characters where all of them are wide."""
    spread = "".join(f"{one} " if width(one) == 2 else one for one in title).rstrip()
    return spread if width(spread) <= columns - 4 else title


def _sections(shown: Shown, columns: int, lines: int) -> list[Row]:
    view = shown.view
    parts = [
        (_("On duty now"), [_at_post(one) for one in view.now] if view else []),
        (_("Next"), [_coming(one) for one in view.next] if view else []),
        (_("Last taps"), list(shown.recent)),
    ]
    wanted = [len(flowed(items, columns - 2, 99)[0]) + 1 if items else 0 for _title, items in parts]
    rows: list[Row] = []
    for place, (title, items) in enumerate(parts):
        kept_for_others = sum(min(one, KEPT) for one in wanted[place + 1 :])
        room = min(wanted[place], lines - len(rows) - kept_for_others)
        if items and room >= 2:
            rows += _section(title, items, columns, room)
    return rows


def _section(title: str, items: Sequence[str], columns: int, lines: int) -> list[Row]:
    texts, left = flowed(items, columns - 2, lines - 1)
    more = _("and {number} more").format(number=left) if left else ""
    head = f"{title} ({len(items)})  {more}".rstrip()
    return [Row(cut(head, columns), "title"), *(Row(cut(f"  {text}", columns)) for text in texts)]


def _at_post(one: AtPost) -> str:
    if one.signed_out_at is not None:
        state = _("left {clock}").format(clock=f"{one.signed_out_at:%H:%M}")
    elif one.signed_in_at is None:
        state = _("not here yet")
    elif one.minutes_late:
        clock = f"{one.signed_in_at:%H:%M}"
        state = _("{clock}, {minutes} min late").format(clock=clock, minutes=one.minutes_late)
    else:
        state = f"{one.signed_in_at:%H:%M}"
    return f"{one.window}  {one.name} {state}"


def _coming(one: Coming) -> str:
    names = _(", ").join(one.names)
    return f"{one.shift} {one.window}  {names}"


def _prompt(shown: Shown, columns: int) -> Row:
    told = {"in": _("sign in"), "out": _("sign out")}.get(shown.way or "", "")
    asked = _("Card or number:")
    left = " " + " ".join(part for part in (asked, told, f"{shown.typed}_") if part)
    keys = _("1 Enter: sign in   2 Enter: sign out   quit: leave")
    return Row(
        between(left, keys + " ", columns) if width(left + keys) < columns else cut(left, columns)
    )
