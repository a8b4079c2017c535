"""People served and enquiries by window, day and kind; the busiest hours and items (Art. 24)."""

from collections.abc import Sequence

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.reports.busy import Busy, WindowTally
from hallctl.reports.monthly import MonthlyReport
from hallctl.sheets.daysheets import KINDS
from hallctl.sheets.forms import (
    HEAD,
    REST,
    Block,
    Form,
    Heading,
    Part,
    SignOff,
    Text,
    Wide,
    keep_groups,
    lay,
    lines_of,
    width_of,
)  # fmt: skip
from hallctl.sheets.labels import WEEKDAY
from hallctl.sheets.monthly.defined import BUSY
from hallctl.sheets.monthly.parts import head_once, is_open, named, percent, rate, sheet, title

ROW, LINE = 18.0, 14.0
"""Points of a row of one line, and of each further line."""
NAME, WIDEST, LAST, DAY = 14.0, 22.0, 8.0, 4.6
"""The least and greatest width of the windows' column, and those of the others."""
SMALL = 9.0
"""Points of the counts of a day."""
BUSIEST = 3
"""How many hours are named."""


def add(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add the sheet."""
    found, days = report.busy, len(report.days)
    matrix = Matrix(report)
    counted = any(one.by_day for one in found.tallies)
    blocks: list[Block] = [title(report, "服务情况", [f"{named('tallied')}单位：次；收件单位：件"])]
    if counted:
        blocks += [
            matrix,
            Text(f"{named('tallied')}由窗口逐日登记，不记姓名；本月有登记的{found.days_tallied}天，未登记的不推算。"),
            Heading("一、各窗口各类计数"),
            _kinds(found, days),
        ]  # fmt: skip
    else:
        blocks.append(Text(f"一、本月没有登记{named('tallied')}。"))
    blocks += [
        Heading("二、忙时（按收件时刻）"),
        *_hours(found, days),
        Heading("三、收件最多的十个事项"),
        *_items(found, days),
        SignOff(report.prepared_by),
    ]
    form = lay(book, sheet(report, BUSY, [_name_width(found), *[DAY] * days, LAST], blocks), fonts)
    keep_groups(form, matrix.starts, form.row - 1)


def _name_width(found: Busy) -> float:
    longest = max((width_of(one.window) for one in found.tallies), default=0)
    return min(max(NAME, longest + 2.5), WIDEST)


class Matrix:
    """A row for each window that counted, a column for each day."""

    def __init__(self, report: MonthlyReport) -> None:
        self.report = report
        self.starts: list[int] = []

    def fill(self, form: Form) -> None:
        """Two head rows, the windows, the sum."""
        days = self.report.days
        form.head_row(["窗口", *[day.on.day for day in days], "合计"])
        for n, text in enumerate(["", *[WEEKDAY[day.on.weekday()] for day in days], ""], 1):
            form.cell(n, text, align="center")
        self._shade(form)
        form.repeat_head(frozen_columns=1)
        form.next_row(18)
        told = [one for one in self.report.busy.tallies if one.by_day]
        for one in told:
            self.starts.append(form.row)
            counts = [one.by_day.get(day.on, 0) for day in days]
            self._row(form, one.window, counts)
        sums = [sum(one.by_day.get(day.on, 0) for one in told) for day in days]
        self._row(form, "合计", sums)
        for cell in form.sheet[form.row - 1][: form.columns]:
            cell.fill = HEAD
        self.starts.append(form.row)
        head_once(form)

    def _row(self, form: Form, name: str, counts: Sequence[int]) -> None:
        form.cell(1, name, align="center")
        for n, count in enumerate(counts, 2):
            form.cell(n, count or "", align="center", size=SMALL)
        form.cell(2 + len(counts), sum(counts), align="center")
        self._shade(form)
        form.next_row(ROW + LINE * (lines_of(name, form.room(1, 1)) - 1))

    def _shade(self, form: Form) -> None:
        for n, day in enumerate(self.report.days, 2):
            if not is_open(day):
                form.sheet.cell(form.row, n).fill = REST


def _kinds(found: Busy, days: int) -> Wide:
    """A column for each kind, as many as stand side by side."""
    kinds = list(found.kinds)
    each = max(2, (days - 4) // (len(kinds) + 1)) if kinds else 4
    parts = [
        Part("窗口", 1, "center"),
        *(Part(KINDS.get(kind, kind), each, "center") for kind in kinds),
        Part("合计", each, "center"),
    ]
    told = [one for one in found.tallies if one.by_day]
    rows: list[list[object]] = [_counts(one.window, [one], kinds) for one in told]
    return Wide(parts, [*rows, _counts("合计", told, kinds)])


def _counts(name: str, told: Sequence[WindowTally], kinds: Sequence[str]) -> list[object]:
    sums = [sum(one.by_kind.get(kind, 0) for one in told) for kind in kinds]
    return [name, *sums, sum(sums)]


def _hours(found: Busy, days: int) -> list[Block]:
    if not found.hours:
        return [Text("本月没有收件。")]
    at = sorted({hour for _day, hour in found.hours})
    shown = list(range(at[0], at[-1] + 1))
    each = max(1, min(3, (days - 2) // (len(shown) + 1)))
    parts = [
        Part("收件时刻", 1, "center"),
        *(Part(f"{hour}时", each, "center") for hour in shown),
        Part("合计", 2, "center"),
    ]
    weekdays = sorted({day for day, _hour in found.hours} | set(range(5)))
    rows: list[list[object]] = []
    for day in weekdays:
        counts = [found.hours.get((day, hour), 0) for hour in shown]
        rows.append([f"星期{WEEKDAY[day]}", *[count or "" for count in counts], sum(counts)])
    sums = {hour: sum(found.hours.get((day, hour), 0) for day in weekdays) for hour in shown}
    rows.append(["合计", *sums.values(), sum(sums.values())])
    most = sorted((hour for hour in shown if sums[hour]), key=lambda hour: (-sums[hour], hour))
    told = "、".join(f"{hour}–{hour + 1}时（{sums[hour]}件）" for hour in most[:BUSIEST])
    return [
        Wide(parts, rows),
        Text(
            f"最忙的是{told}。按办件登记的收件时刻统计，共{found.received}件；批量补录的办件以登记的时刻为准。"
        ),
    ]


def _items(found: Busy, days: int) -> list[Block]:
    if not found.items:
        return [Text("无。")]
    parts = [Part("序号", 1, "center"), Part("事项", days - 18), Part("窗口", 7), Part("收件", 4, "center"),
             Part("其中已办结", 4, "center"), Part("占收件", 4, "center")]  # fmt: skip
    rows = [
        [
            n, one.item, one.window, one.received, one.completed,
            f"{rate(percent(one.received, found.received))}%",
        ]
        for n, one in enumerate(found.items, 1)
    ]  # fmt: skip
    return [Wide(parts, rows)]
