"""When nobody was at an open window (Art. 14, 22): by window and day, and the longest stretches."""

from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.reports.coverage import Coverage, GapLine, Uncovered, WindowGaps
from hallctl.reports.monthly import MonthlyReport
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
from hallctl.sheets.monthly.defined import COVERAGE
from hallctl.sheets.monthly.parts import head_once, is_open, named, percent, rate, sheet, title

WHY = {
    "nobody": "未排班", "leave": "请假", "absent": "缺勤", "late": "迟到", "early": "早退",
    "missing_in": "未签到", "missing_out": "未签退",
}  # fmt: skip
NAME, WIDEST = 13.0, 20.0
"""The width of the windows' column, by the longest name."""
KIND, LAST = 6.0, (9.0, 9.0)
"""The widths of the other columns beside the days."""
ROW, LINE = 16.0, 14.0
"""Points of a row, and of a line of text."""
DAY = 4.3
SMALL = 9.0
"""Points of the minutes of a day."""


def add(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add the sheet."""
    found = report.coverage
    days = len(report.days)
    matrix = Matrix(report)
    blocks: list[Block] = [
        title(report, "空岗情况", ["单位：分钟"]),
        matrix,
        Text(
            f"“{named('planned_gap')}”为值班表上窗口开放时间内无人的分钟，“{named('actual_gap')}”为按签到签退无人在岗的分钟；"
            "空白为无空岗或不开放；底色为休息日。"
            + ("月份未结束，实际只计到数据截至时刻。" if report.draft else "")
        ),
        Heading(f"最长的空岗（实际，共{found.stretches}段）"),
        *_longest(found.longest, days),
        SignOff(report.prepared_by),
    ]
    widths = [_name_width(found), KIND, *[_day_width(found)] * days, *LAST]
    form = lay(book, sheet(report, COVERAGE, widths, blocks), fonts)
    keep_groups(form, matrix.starts, form.row - 1)


def _name_width(found: Coverage) -> float:
    longest = max((width_of(one.window) for one in found.windows), default=0)
    return min(max(NAME, longest + 1.5), WIDEST)


def _day_width(found: Coverage) -> float:
    """As wide as the largest sum of a day."""
    whole = _whole(found.windows)
    most = max([0, *whole.planned.by_day.values(), *whole.actual.by_day.values()])
    return max(DAY, len(str(most)) + 1.3)


def _longest(lines: Sequence[GapLine], days: int) -> list[Block]:
    if not lines:
        return [Text("无。")]
    parts = [Part("日期", 1, "center"), Part("窗口", 4), Part("起止", 4, "center"), Part("分钟", 2, "center"),
             Part("原因", 6), Part("应在岗人员", days - 13)]  # fmt: skip
    rows = [
        [
            f"{one.on:%m-%d} {WEEKDAY[one.on.weekday()]}", one.window, f"{one.start}-{one.end}",
            one.minutes, "、".join(WHY.get(why, why) for why in one.why), "、".join(one.names) or "—",
        ]
        for one in lines
    ]  # fmt: skip
    return [Wide(parts, rows)]


class Matrix:
    """Two rows for each window, planned and actual, with a column for each day."""

    def __init__(self, report: MonthlyReport) -> None:
        self.report = report
        self.starts: list[int] = []

    def fill(self, form: Form) -> None:
        """Two head rows, the windows, the sums."""
        days = self.report.days
        form.head_row(["窗口", "", *[day.on.day for day in days], "合计", named("coverage_rate")])
        for n, text in enumerate(["", "", *[WEEKDAY[day.on.weekday()] for day in days], "", ""], 1):
            form.cell(n, text, align="center")
        self._shade(form)
        form.repeat_head(frozen_columns=2)
        form.next_row(18)
        windows = self.report.coverage.windows
        for one in windows:
            self.starts.append(form.row)
            self._window(form, one)
        self._window(form, _whole(windows))
        for row in (form.row - 2, form.row - 1):
            for cell in form.sheet[row][: form.columns]:
                cell.fill = HEAD
        self.starts.append(form.row)
        head_once(form)

    def _window(self, form: Form, one: WindowGaps) -> None:
        high = max(ROW, lines_of(one.window, form.room(1, 1)) * LINE / 2 + 2)
        for kind, told in (("计划", one.planned), ("实际", one.actual)):
            form.cell(1, one.window if kind == "计划" else "", align="center")
            form.cell(2, kind, align="center")
            for n, day in enumerate(self.report.days, 3):
                form.cell(n, told.by_day.get(day.on, 0) or "", align="center", size=SMALL)
            end = 3 + len(self.report.days)
            form.cell(end, told.gap_minutes, align="center")
            form.cell(end + 1, rate(told.coverage_rate), align="center")
            self._shade(form)
            form.next_row(high)
        form.sheet.merge_cells(
            start_row=form.row - 2, end_row=form.row - 1, start_column=1, end_column=1
        )

    def _shade(self, form: Form) -> None:
        for n, day in enumerate(self.report.days, 3):
            if not is_open(day):
                form.sheet.cell(form.row, n).fill = REST


def _whole(windows: Sequence[WindowGaps]) -> WindowGaps:
    return WindowGaps(
        "", "合计", _sum([one.planned for one in windows]), _sum([one.actual for one in windows])
    )


def _sum(found: Sequence[Uncovered]) -> Uncovered:
    by_day: dict[date, int] = {}
    for one in found:
        for day, minutes in one.by_day.items():
            by_day[day] = by_day.get(day, 0) + minutes
    opened, gone = (
        sum(one.open_minutes for one in found),
        sum(one.gap_minutes for one in found),
    )
    return Uncovered(opened, gone, percent(opened - gone, opened), by_day)
