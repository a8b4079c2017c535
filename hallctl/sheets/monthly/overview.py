"""Beside the charts: the busiest items, who was served when, meetings, praise, corrections, the plan."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from hallctl.reports.monthly import MonthlyReport
from hallctl.sheets import labels
from hallctl.sheets.daysheets import KINDS
from hallctl.sheets.forms import HEAD, Form
from hallctl.sheets.forms.style import lines_of
from hallctl.sheets.monthly.tiles import COLUMNS

HALF = COLUMNS // 2
ROW, ROWS = 17.0, 10
SIGNING = 45.0
"""Points that the line of signatures takes."""
MOST_PRAISED = 4
"""Praises that are told one by one; the others are counted."""


class Overview(NamedTuple):
    """The ten busiest items on the left; on the right what else is to be known."""

    report: MonthlyReport

    def height(self) -> float:
        """The points it takes."""
        return 20 + ROWS * ROW

    def fill(self, form: Form) -> None:
        """One head row and ten rows; each entry on the right takes two."""
        for first, last, text in ((1, 1, "序"), (2, 5, "收件最多的事项"), (6, 6, "件数"),
                                  (7, 8, "项目"), (9, COLUMNS, "情况")):  # fmt: skip
            form.boxed(first, last, text, font=form.fonts.heading).fill = HEAD
        form.next_row(20)
        items = self.report.summary.items
        entries = self._entries()
        for n in range(ROWS):
            if n < len(items):
                form.boxed(1, 1, n + 1)
                form.boxed(2, 5, items[n].item, align="left")
                form.boxed(6, 6, items[n].received)
            elif not items and n == 0:
                form.boxed(1, HALF, "本月没有收件。", rows=ROWS)
            if n % 2 == 0:
                name, text = entries[n // 2]
                form.boxed(HALF + 1, HALF + 2, name, rows=2, font=form.fonts.heading)
                form.boxed(HALF + 3, COLUMNS, text, align="left", size=10, rows=2)
            form.next_row(ROW)

    def _entries(self) -> list[tuple[str, str]]:
        return [
            ("接待与咨询", self._served()), ("高峰时段", self._hours()),
            ("会议与培训", self._meetings()), ("表扬", self._praise()), ("更正", self._corrected()),
        ]  # fmt: skip

    def _served(self) -> str:
        found = self.report.summary
        if not found.tallies:
            return "本月没有接待咨询的计数。"
        kinds = "、".join(f"{KINDS.get(one.kind, one.kind)}{one.total}" for one in found.tallies)
        return f"共{found.tallied}人次：{kinds}。"

    def _hours(self) -> str:
        found = self.report.summary
        if not found.hours:
            return "本月没有收件。"
        hours = "、".join(f"{one.hour}—{one.hour + 1}时{one.received}件" for one in found.hours)
        return f"收件{found.received}件，最多的是{hours}。"

    def _meetings(self) -> str:
        held = [one for one in self.report.summary.meetings if one.number]
        parts = [
            f"{labels.MEETING[one.kind]}{one.number}次"
            + (f"（应到{one.invited}人次，实到{one.present}人次）" if one.invited else "")
            for one in held
        ]
        return "、".join(parts) + "。" if parts else "本月没有会议、培训、讨论和总结的记录。"

    def _praise(self) -> str:
        found = self.report.summary.praise
        if not found:
            return "本月没有表扬记录。"
        if any(one.name for one in found):
            named = "；".join(f"{one.name}（{_short(one.note)}）" for one in found[:MOST_PRAISED])
            more = f"；等{len(found)}人次" if len(found) > MOST_PRAISED else ""
            return f"{named}{more}。"
        windows = Counter(one.window or "其他" for one in found)
        return f"{'、'.join(f'{name}{count}人次' for name, count in windows.items())}。"

    def _corrected(self) -> str:
        parts = [
            f"{int(one.month[-2:])}月报表更正{len(one.shifts)}班次" for one in self.report.changed
        ]
        return "、".join(parts) + "。" if parts else "上次报表以来没有更正。"


def _short(text: str) -> str:
    return text if len(text) <= 12 else text[:11] + "…"


class Lines(NamedTuple):
    """Numbered lines; on a paper of two pages only as many as the page still holds."""

    texts: Sequence[str]
    none: str
    bounded: bool = False
    reserve: float = 0.0
    """Points to leave free on the page."""
    links: Sequence[str] = ()
    """Where each line leads; empty where nowhere."""

    def fill(self, form: Form) -> None:
        """Each in as many lines as it needs, the number before it."""
        for n, text in enumerate(self.texts):
            shown = f"{n + 1}．{text}"
            needed = lines_of(shown, form.room(1, form.columns, 12)) * 17 + 18
            if self.bounded and needed + self.reserve > form.room_left():
                form.text(f"另有{len(self.texts) - n}项，见部门版。", size=12)
                return
            form.text(shown, size=12)
            if n < len(self.links) and self.links[n]:
                form.link(form.row - 1, self.links[n])
        if not self.texts:
            form.text(self.none, size=12)
