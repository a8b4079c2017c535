"""Cases by window and tier with every figure of theirs, and the balance of each row (Art. 27)."""

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.reports.monthly import MonthlyReport
from hallctl.reports.service import ServiceLine
from hallctl.sheets import labels
from hallctl.sheets.forms import (
    HEAD,
    Block,
    Check,
    Column,
    Form,
    SignOff,
    Table,
    Text,
    draw_in,
    fitting,
    keep_groups,
    lay,
)  # fmt: skip
from hallctl.sheets.monthly.defined import SERVICE
from hallctl.sheets.monthly.parts import DENSE, named, rate, sheet, title

COUNTS = ("cases_opening", "cases_accepted", "cases_completed", "cases_refused", "cases_withdrawn",
          "cases_open")  # fmt: skip
RATES = ("completion_rate", "on_time_rate", "early_rate", "instant_rate", "mean_workdays_net",
         "mean_workdays_gross", "saved_time_rate", "one_notice_rate")  # fmt: skip
ENDS = COUNTS[2:]
COLUMNS = (
    Column("窗口", 12, 20), Column("类型", 11, 14, "center"),
    *(Column(named(code), 8, 8, "center") for code in COUNTS), Column("平衡", 6, 6, "center"),
    Column(named("cases_late"), 6, 6, "center"), *(Column(named(code), 9, 9, "center") for code in RATES),
)  # fmt: skip


def add(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add the sheet: the hall by tier first, then window by window."""
    table = _Shaded(report)
    count = {line.code: int(line.value or 0) for line in report.figures}
    blocks: list[Block] = [
        title(report, "办件统计（按窗口和类型）", ["单位：件；时长单位：工作日"]),
        table,
        Check(
            [(named(code), count.get(code, 0)) for code in COUNTS[:2]],
            [(named(code), count.get(code, 0)) for code in ENDS],
        ),
        Text(
            "“平衡”：期初在办＋当月受理＝当月办结＋不予办理＋撤回＋期末在办，逐行验算。窗口为受理窗口；"
            "改变类型的办件按现类型计。“—”为无可计算。各项口径见末页。"
        ),
        SignOff(report.prepared_by),
    ]
    widths = fitting(COLUMNS, [_row(line, "大厅") for line in _lines(report)], DENSE)
    form = lay(book, sheet(report, SERVICE, widths, blocks), fonts)
    if not draw_in(form):
        keep_groups(form, table.starts, form.row - 1)


def _lines(report: MonthlyReport) -> list[ServiceLine]:
    return [*report.service.tiers, *report.service.lines]


class _Shaded:
    """The table with its sums shaded; it remembers where each window begins."""

    def __init__(self, report: MonthlyReport) -> None:
        self.lines = _lines(report)
        self.starts: list[int] = []

    def fill(self, form: Form) -> None:
        """Head, the hall's tiers, the windows."""
        Table(COLUMNS, [_row(line, "大厅") for line in self.lines], size=DENSE).fill(form)
        before = None
        for line, row in zip(self.lines, form.places, strict=True):
            if line.window_no != before:
                self.starts.append(row)
            before = line.window_no
            if not line.tier:
                for cell in form.sheet[row][: form.columns]:
                    cell.fill = HEAD


def _row(line: ServiceLine, hall: str) -> list[object]:
    values = line.figures
    return [
        line.window or hall,
        labels.TIER[line.tier] if line.tier else "小计" if line.window_no else "合计",
        *(values.get(code, 0) for code in COUNTS), "相符" if balances(line) else "不符",
        values.get("cases_late", 0), *(rate(values.get(code)) for code in RATES),
    ]  # fmt: skip


def balances(line: ServiceLine) -> bool:
    """Whether what was open and came in is what went out and is open."""
    count = {code: int(line.figures.get(code) or 0) for code in COUNTS}
    return sum(count[code] for code in COUNTS[:2]) == sum(count[code] for code in ENDS)
