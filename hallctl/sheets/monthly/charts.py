"""Three native charts side by side, black-and-white safe; one without data is not drawn, a sentence says so."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)

from hallctl.reports.monthly import MonthlyReport, WindowMonth
from hallctl.sheets.forms import Form
from hallctl.sheets.forms.page import POINTS, points_wide
from hallctl.sheets.monthly.definitions import audit_line
from hallctl.sheets.save import put

DATA = "图表数据"
LEVELS = {5: "非常满意", 4: "满意", 3: "基本满意", 2: "不满意", 1: "非常不满意"}
MOST_WINDOWS = 10
"""Windows that one chart can show; of more, those with the lowest rates."""
AUDIT = 12
"""The column of the audit head, which is not on the leaders' paper; it says which edition a file is."""
BELOW_THE_LINE = 2.2
"""How much higher than the bars their axis is, so that the line has room above them."""
WIDE, ROWS, ROW = 12, 11, 15.0
"""Columns of all charts; the rows under them, and how high each is."""


class Charts(NamedTuple):
    """The charts of the month as a block; what they show stands on a hidden sheet."""

    book: Workbook
    report: MonthlyReport

    def height(self) -> float:
        """The points they take, with the sentence about those that are left out."""
        return (ROWS * ROW if self._drawn() else 0) + (18 if self._left_out() else 0)

    def fill(self, form: Form) -> None:
        """Draw those that have data, then say which are left out."""
        data = data_sheet(self.book, self.report)
        drawn = self._drawn()
        wide = WIDE // max(len(drawn), 2)
        room = sum(points_wide(form.width(column)) for column in range(1, wide + 1))
        for n, draw in enumerate(drawn):
            chart = draw(data, self.report)
            chart.width = (room - 6) / POINTS * 2.54
            chart.height = (ROWS * ROW - 6) / POINTS * 2.54
            form.sheet.add_chart(chart, form.sheet.cell(form.row, n * wide + 1).coordinate)
        for _n in range(ROWS if drawn else 0):
            form.next_row(ROW)
        if out := self._left_out():
            form.text(f"本月没有可画的数据，未画图：{'、'.join(out)}。", size=10)

    def _drawn(self) -> list[Callable[[Any, MonthlyReport], Any]]:
        return [draw for draw, has, _name in self._all() if has]

    def _left_out(self) -> list[str]:
        return [name for _draw, has, name in self._all() if not has]

    def _all(self) -> list[tuple[Callable[[Any, MonthlyReport], Any], bool, str]]:
        weeks, levels = self.report.weeks, self.report.summary.levels
        return [
            (_attendance, bool(shown_windows(self.report)), "各窗口出勤率"),
            (_weeks, any(one.accepted or one.completed or one.due for one in weeks), "每周受理与办结"),
            (_ratings, any(one.given or one.answered for one in levels), "评价分布"),
        ]  # fmt: skip


def shown_windows(report: MonthlyReport) -> Sequence[WindowMonth]:
    """The windows of the chart: all with duty, of many those with the lowest rates."""
    rated = [
        (one.attendance_rate, one) for one in report.windows if one.attendance_rate is not None
    ]
    if len(rated) > MOST_WINDOWS:
        rated = sorted(rated, key=lambda pair: (pair[0], pair[1].window_no))[:MOST_WINDOWS]
    return [one for _rate, one in rated]


def data_sheet(book: Workbook, report: MonthlyReport) -> Any:
    """What the charts read: windows from row 2, weeks and levels in columns beside them."""
    data: Any = book.create_sheet(DATA)
    data.sheet_state = "hidden"
    _table(data, 1, ["窗口", "出勤率"],
           [[one.name, one.attendance_rate] for one in shown_windows(report)])  # fmt: skip
    _table(data, 4, ["周", "受理", "办结", "按期办结率"],
           [[one.label, one.accepted, one.completed, one.on_time_rate] for one in report.weeks])  # fmt: skip
    _table(data, 9, ["评价", "件数"],
           [[LEVELS[one.level], one.given + one.answered] for one in report.summary.levels])  # fmt: skip
    if report.summary.edition == "leader":
        put(data.cell(1, AUDIT), audit_line(report))
    return data


def _table(data: Any, column: int, head: list[str], rows: Sequence[Sequence[object]]) -> None:
    for n, row in enumerate([head, *rows], 1):
        for beside, value in enumerate(row):
            put(data.cell(n, column + beside), value)


def _attendance(data: Any, report: MonthlyReport) -> Any:
    windows = shown_windows(report)
    of_all = sum(one.attendance_rate is not None for one in report.windows)
    few = f"出勤率最低的{len(windows)}个窗口（%）" if of_all > len(windows) else "各窗口出勤率（%）"
    chart = _bars(few, data, 1, 1, len(windows))
    chart.type = "bar"
    chart.legend = None
    chart.y_axis.scaling.min = max(
        0, int(min(one.attendance_rate or 0 for one in windows) // 10 * 10) - 10
    )
    chart.y_axis.scaling.max = 106  # room for the label of a full bar
    chart.y_axis.delete = True
    chart.x_axis.tickLblSkip = 1
    chart.x_axis.scaling.orientation = "maxMin"
    return chart


def _weeks(data: Any, report: MonthlyReport) -> Any:
    number = len(report.weeks)
    chart = _bars("每周受理、办结（件）与按期办结率（%）", data, 4, 2, number)
    chart.y_axis.delete = True
    most = max(max(one.accepted, one.completed) for one in report.weeks)
    chart.y_axis.scaling.max = max(most, 1) * BELOW_THE_LINE
    if any(one.on_time_rate is not None for one in report.weeks):
        chart += _line(data, number)
    return chart


def _line(data: Any, number: int) -> Any:
    """The on-time rate on an axis of its own, point to point, not smoothed."""
    line: Any = LineChart()
    line.add_data(Reference(data, min_col=7, min_row=1, max_row=1 + number), titles_from_data=True)
    line.set_categories(Reference(data, min_col=4, min_row=2, max_row=1 + number))
    own = line.series[0]
    own.smooth = False
    own.marker.symbol, own.marker.size = "diamond", 6
    own.marker.graphicalProperties = GraphicalProperties(solidFill="FFFFFF")
    own.marker.graphicalProperties.line.solidFill = "000000"
    own.graphicalProperties = GraphicalProperties()
    own.graphicalProperties.line.solidFill = "000000"
    own.graphicalProperties.line.dashStyle = "dash"
    own.graphicalProperties.line.width = 15_000
    line.y_axis.axId = 200
    line.y_axis.scaling.min, line.y_axis.scaling.max = 0, 130
    line.y_axis.crosses = "max"
    line.y_axis.majorGridlines = None
    line.y_axis.majorUnit = 50
    line.y_axis.delete = False
    own.dLbls = _labels("t")
    line.y_axis.txPr = _letters()
    return line


def _ratings(data: Any, report: MonthlyReport) -> Any:
    surveys = any(one.answered for one in report.summary.levels)
    title = "评价分布（办件评价与问卷）" if surveys else "评价分布（件）"
    chart = _bars(title, data, 9, 1, len(report.summary.levels))
    chart.legend = None
    chart.y_axis.delete = True
    return chart


def _bars(title: str, data: Any, column: int, series: int, number: int) -> Any:
    """Columns with labels: the first series grey, the second hatched."""
    chart: Any = BarChart()  # the stubs know whole centimetres only
    chart.type = "col"
    chart.title = _title(title)
    chart.gapWidth = 60
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0
    chart.add_data(
        Reference(data, min_col=column + 1, max_col=column + series, min_row=1, max_row=1 + number),
        titles_from_data=True,
    )
    chart.set_categories(Reference(data, min_col=column, min_row=2, max_row=1 + number))
    chart.legend.position = "b"
    chart.legend.txPr = chart.x_axis.txPr = chart.y_axis.txPr = _letters()
    hatch = PatternFillProperties(prst="wdUpDiag")
    color: Any = ColorChoice
    hatch.fgClr, hatch.bgClr = color(srgbClr="000000"), color(srgbClr="FFFFFF")
    looks = (GraphicalProperties(solidFill="A6A6A6"), GraphicalProperties(pattFill=hatch))
    for one, look in zip(chart.series, looks, strict=False):
        one.graphicalProperties = look
        one.graphicalProperties.line.solidFill = "000000"
        one.dLbls = _labels("outEnd")
    return chart


def _labels(place: str) -> DataLabelList:
    """The value beside each point, and nothing else."""
    found = DataLabelList(dLblPos=place, txPr=_letters())
    found.showVal = True
    found.showSerName = found.showCatName = found.showLegendKey = found.showPercent = False
    return found


def _title(text: str) -> Any:
    """A title of ten points; without a size programs draw it as large as a page's."""
    run = RegularTextRun(t=text, rPr=_small(1000))
    return Title(tx=Text(rich=RichText(p=[Paragraph(pPr=_plain(1000), r=[run])])), overlay=False)


def _letters(size: int = 800) -> RichText:
    """The letters of axes, labels and legends, in hundredths of a point."""
    return RichText(p=[Paragraph(pPr=_plain(size), endParaRPr=_small(size))])


def _plain(size: int) -> ParagraphProperties:
    return ParagraphProperties(defRPr=_small(size))


def _small(size: int) -> CharacterProperties:
    return CharacterProperties(sz=size, b=False)
