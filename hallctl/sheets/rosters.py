"""The roster on the wall: a week of the whole hall, and a week of each window (Art. 22)."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from openpyxl.styles import Alignment

from hallctl.reports import Fonts
from hallctl.sheets.forms import Block, Form, Gap, Sheet, Text, Title, font, lay, lines_of, new_book
from hallctl.sheets.save import save

DAYS = ("", "一", "二", "三", "四", "五", "六", "日")
CHANGED = "▲"
"""Stands before a name that was not there when the roster was published."""


class WallRow(NamedTuple):
    """One shift of one window: who stands there on each day of the week."""

    window_no: str
    window: str
    leader: str
    phone: str
    shift: str
    times: str
    cells: Sequence[Sequence[str]]
    """For each day the names, those of today's changes with their mark."""


class WallWeek(NamedTuple):
    """One week."""

    label: str
    """Such as 2026-W49."""
    teaching: int | None
    """Which week of the term."""
    days: Sequence[date]
    notes: Sequence[str]
    """What each day is besides a weekday: 休, 班, or nothing."""
    rows: Sequence[WallRow]
    changes: Sequence[str]
    """What has changed since publication, in words."""


class WallRoster(NamedTuple):
    """Everything the roster workbook shows."""

    college: str
    hall: str
    published: str
    """Which version, and when."""
    weeks: Sequence[WallWeek]
    windows: Sequence[str]
    """The windows that get a sheet of their own."""
    whole: bool
    """Whether the hall's sheet is wanted."""
    made_at: datetime


def write_roster(roster: WallRoster, path: Path, fonts: Fonts) -> str:
    """Write the workbook; the same roster gives the same bytes. Returns their digest."""
    book = new_book()
    for week in roster.weeks if roster.whole else ():
        name = "大厅" if len(roster.weeks) == 1 else f"大厅{week.label[-3:]}"
        width = 90 / max(len(week.days), 1)
        widths = [14, 17, *[width] * len(week.days), 15]
        blocks: list[Block] = [_title(roster, roster.hall, week), _Hall(week), *_remarks(week)]
        lay(book, Sheet(name, widths, blocks, one_page=True), fonts)
    for number in roster.windows:
        for week in roster.weeks:
            rows = [row for row in week.rows if row.window_no == number]
            if rows:
                name = number if len(roster.weeks) == 1 else f"{number} {week.label[-3:]}"
                own = week._replace(
                    rows=rows, changes=[one for one in week.changes if rows[0].window in one]
                )
                blocks = [  # one list for both kinds of sheet
                    _title(roster, f"{roster.hall}{rows[0].window}", own),
                    Text(f"窗口负责人：{rows[0].leader or '＿＿＿＿'}　　联系电话：{rows[0].phone or '＿＿＿＿'}", 14),
                    Gap(), _Window(own), *_remarks(own),
                ]  # fmt: skip
                widths = [20, *[108 / max(len(week.days), 1)] * len(week.days)]
                lay(book, Sheet(name, widths, blocks, one_page=True), fonts)
    return save(book, path, roster.made_at)


def _title(roster: WallRoster, name: str, week: WallWeek) -> Title:
    span = f"{week.days[0]:%Y年%m月%d日}至{week.days[-1]:%m月%d日}"
    when = f"{span}（第{week.teaching}教学周）" if week.teaching else span
    return Title(f"{name}值班表", roster.college, [when, roster.published])


def _remarks(week: WallWeek) -> list[Block]:
    if not week.changes:
        return []
    return [Text(f"{CHANGED} 发布后有变动：" + "；".join(week.changes) + "。")]


def _heads(week: WallWeek) -> list[str]:
    return [
        f"星期{DAYS[on.isoweekday()]}{f'（{note}）' if note else ''}\n{on.month}月{on.day}日"
        for on, note in zip(week.days, week.notes, strict=True)
    ]


class _Hall(NamedTuple):
    """Windows down, each with its shifts; days across; the leader with the phone at the end."""

    week: WallWeek

    def fill(self, form: Form) -> None:
        """The grid."""
        form.head_row(["窗口", "班次", *_heads(self.week), "负责人及电话"], height=36)
        first, before = form.row, ""
        for row in self.week.rows:
            if before and row.window_no != before:
                _merge(form, first, (1, form.columns))
                first = form.row
            before = row.window_no
            leader = f"{row.leader}\n{row.phone}".strip()
            texts = [row.window, f"{row.shift} {row.times}".strip(), *_joined(row), leader]
            _row(form, texts, size=11, at_least=19)
        if before:
            _merge(form, first, (1, form.columns))


class _Window(NamedTuple):
    """Shifts down, days across, in letters that are read from a step away."""

    week: WallWeek

    def fill(self, form: Form) -> None:
        """The grid."""
        form.head_row(["班次", *_heads(self.week)], height=40)
        for row in self.week.rows:
            _row(form, [f"{row.shift}\n{row.times}".strip(), *_joined(row)], size=20, at_least=110)


def _joined(row: WallRow) -> list[str]:
    return ["\n".join(names) for names in row.cells]


def _row(form: Form, texts: Sequence[str], *, size: int, at_least: float) -> None:
    lines = 1.0
    for n, text in enumerate(texts, 1):  # the merged ones at both ends share their rows
        cell = form.cell(n, text, align="center")
        cell.font = font(form.fonts.body, size)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        if n not in {1, len(texts)} or at_least > 19:
            lines = max(lines, lines_of(text, form.room(n, n, size)))
    form.next_row(max(at_least, lines * (size + 4) + 4))


def _merge(form: Form, first: int, columns: Sequence[int]) -> None:
    """One cell over all shifts of a window."""
    for column in columns:
        if form.row - 1 > first:
            form.sheet.merge_cells(
                start_row=first, end_row=form.row - 1, start_column=column, end_column=column
            )
