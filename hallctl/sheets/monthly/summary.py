"""The first sheet: what a leader reads in one minute."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties

from hallctl.reports import FigureLine, Fonts
from hallctl.reports.monthly import MonthlyReport
from hallctl.sheets import labels
from hallctl.sheets.forms import (
    NONE,
    Block,
    Definitions,
    Form,
    Heading,
    NewPage,
    Sheet,
    SignOff,
    Text,
    Title,
    lay,
)  # fmt: skip
from hallctl.sheets.forms.page import POINTS, points_wide

WIDTHS = (31, 13, 13, 13, 31, 13, 13, 13)
"""Two halves that fill a landscape page; a chart is as wide as one."""
LEFT = (
    "due",
    "attended",
    "attendance_rate",
    "presence_rate",
    "late",
    "early",
    "missing",
    "absent",
    "leave",
    "swaps",
)
RIGHT = ("cases_opening", "cases_accepted", "cases_completed", "cases_open", "cases_late",
         "on_time_rate", "instant_rate", "saved_time_rate", "one_notice_rate",
         "satisfaction_rate")  # fmt: skip
DATA = "图表数据"
DEFINITIONS = Definitions(
    (
        ("出勤率", "实到÷应到"), ("到岗率", "实到÷（应到－请假）"),
        ("按期办结率", "应办结日期在本月的办件中按期办结的比例"), ("当日办结率", "当日办结÷当月受理"),
        ("时限压缩率", "1－实际用时÷承诺时限"), ("一次告知率", "只告知一次的÷需补材料的"),
        ("满意率", "满意的÷（评价件数＋问卷评价）"),
    ),
    "“—”为无可计算。全部口径见末页。",
)  # fmt: skip


def add(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add the summary and, behind everything, the sheet its charts read from."""
    year, month = report.month.split("-")
    draft = "（草稿）" if report.draft else ""
    matters = [labels.MATTERS[one.code].format(**one.values) for one in report.matters]
    blocks: list[Block] = [
        Title(
            f"{report.hall}{year}年{int(month)}月运行情况报告{draft}",
            report.college or report.hall,
            [f"数据截至：{_moment(report)}"],
        ),
        Heading("一、主要情况"),
        Text(_story(report), size=12),
        Heading("二、主要指标"),
        Figures({line.code: line for line in report.figures}),
        DEFINITIONS,
        Heading("三、请领导审定事项"),
        *(Text(f"{number}．{text}", size=12) for number, text in enumerate(matters, 1)),
        *([] if matters else [Text(labels.MATTERS["none"], size=12)]),
        NewPage(),
        Heading("四、图表"),
        Charts(book, report),
        SignOff(report.prepared_by),
    ]
    lay(book, Sheet("领导摘要", WIDTHS, blocks, draft=report.draft), fonts)


def _story(report: MonthlyReport) -> str:
    value = {line.code: line.value for line in report.figures}
    attendance = (
        f"本月应到{value['due']}班次，实到{value['attended']}班次，出勤率{_rate(value['attendance_rate'])}；"
        f"迟到{value['late']}次，早退{value['early']}次，漏打卡{value['missing']}次，缺勤{value['absent']}次。"
    )
    cases = (
        f"受理办件{value['cases_accepted']}件，办结{value['cases_completed']}件，"
        f"不予办理{value['cases_refused']}件，期末在办{value['cases_open']}件；"
        f"按期办结率{_rate(value['on_time_rate'])}，超期{value['cases_late']}件。"
    )
    return f"　　{attendance}\n　　{cases}"


def _rate(value: object) -> str:
    return NONE if value is None else f"{value:.1f}%"


class Figures(NamedTuple):
    """The main figures as a block: attendance on the left, cases on the right."""

    lines: Mapping[str, FigureLine]

    def fill(self, form: Form) -> None:
        """A head row and one row for each pair."""
        form.head_row(["指标", "本月", "上月", "增减"] * 2, repeat=False)
        for left, right in zip(LEFT, RIGHT, strict=True):
            row = [*_figure(self.lines, left), *_figure(self.lines, right)]
            sides = ["center" if isinstance(value, str) else "right" for value in row]
            sides[0] = sides[4] = "left"
            form.cells(row, sides)


def _figure(figures: Mapping[str, FigureLine], code: str) -> list[object]:
    line = figures[code]
    label = labels.FIGURES[code]
    unit = f"（{label.unit}）"
    change = NONE
    if line.value is not None and line.previous is not None:
        difference = round(line.value - line.previous, 1)
        change = (
            "持平"
            if difference == 0
            else f"{difference:+.1f}"
            if label.unit == "%"
            else f"{difference:+g}"
        )
    return [
        label.name + unit,
        _shown(line.value, label.unit),
        _shown(line.previous, label.unit),
        change,
    ]


def _shown(value: float | None, unit: str) -> object:
    if value is None:
        return NONE
    return float(value) if unit == "%" else value


class Charts(NamedTuple):
    """Two native charts side by side as a block."""

    book: Workbook
    report: MonthlyReport

    def fill(self, form: Form) -> None:
        """Draw them over the rows they need."""
        _charts(self.book, form, self.report)


def _charts(book: Workbook, form: Form, report: MonthlyReport) -> None:
    data = book.create_sheet(DATA)
    data.sheet_state = "hidden"
    data.append(["窗口", "出勤率"])
    for window in report.windows:
        data.append([window.name, window.attendance_rate])
    start = data.max_row + 2
    data.cell(start, 1, "周")
    data.cell(start, 2, "受理")
    data.cell(start, 3, "办结")
    for n, week in enumerate(report.weeks, start + 1):
        for column, value in enumerate((week.label, week.accepted, week.completed), 1):
            data.cell(n, column, value)
    attendance = _chart("各窗口出勤率（%）")
    attendance.type = "bar"
    attendance.add_data(
        Reference(data, min_col=2, min_row=1, max_row=1 + len(report.windows)),
        titles_from_data=True,
    )
    attendance.set_categories(
        Reference(data, min_col=1, min_row=2, max_row=1 + len(report.windows))
    )
    attendance.legend = None
    attendance.y_axis.scaling.min = _floor(report)
    attendance.y_axis.scaling.max = 103  # room for the label of a full bar
    attendance.y_axis.delete = True
    attendance.x_axis.tickLblSkip = 1
    attendance.x_axis.scaling.orientation = "maxMin"
    cases = _chart("每周受理与办结（件）")
    cases.type = "col"
    cases.add_data(
        Reference(data, min_col=2, max_col=3, min_row=start, max_row=start + len(report.weeks)),
        titles_from_data=True,
    )
    cases.set_categories(
        Reference(data, min_col=1, min_row=start + 1, max_row=start + len(report.weeks))
    )
    cases.legend.position = "b"
    for chart in (attendance, cases):
        for series, shade in zip(chart.series, ("595959", "BFBFBF"), strict=False):
            series.graphicalProperties = GraphicalProperties(solidFill=shade)
            series.graphicalProperties.line.solidFill = "000000"
            series.dLbls = DataLabelList()
            series.dLbls.showVal = True
            for name in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
                setattr(series.dLbls, name, False)
    form.sheet.add_chart(attendance, f"A{form.row}")
    form.sheet.add_chart(cases, f"E{form.row}")
    form.row += 21


def _chart(title: str) -> Any:
    chart: Any = BarChart()  # the stubs know whole centimetres only
    chart.title = title
    chart.width = sum(points_wide(width) for width in WIDTHS[:4]) / POINTS * 2.54 - 0.2
    chart.height = 10.5
    chart.gapWidth = 60
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines = None
    return chart


def _floor(report: MonthlyReport) -> int:
    """Where the axis begins: at a full ten below the lowest rate, so that differences can be seen."""
    rates = [
        window.attendance_rate for window in report.windows if window.attendance_rate is not None
    ]
    return max(0, int(min(rates, default=0) // 10 * 10) - 10)


def _moment(report: MonthlyReport) -> str:
    at = report.made_at
    return f"{at.year}年{at.month}月{at.day}日{at:%H:%M}"
