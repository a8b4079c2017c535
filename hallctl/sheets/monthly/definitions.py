"""The last sheet: what every figure of the workbook means, the balance, the head of the audit chain."""

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.reports.monthly import MonthlyReport
from hallctl.sheets import labels
from hallctl.sheets.forms import (
    NONE,
    Block,
    Check,
    Column,
    Gap,
    Heading,
    Table,
    Text,
    Title,
    lay,
)  # fmt: skip
from hallctl.sheets.monthly.defined import DEFINITIONS, OTHERS
from hallctl.sheets.monthly.parts import DENSE, sheet

COLUMNS = (
    Column("指标", 24, 24), Column("本月", 10, 10, "right"), Column("单位", 9, 9, "center"), Column("口径", 84, 84),
    Column("依据", 11, 11, "center"),
)  # fmt: skip
OTHER_COLUMNS = (COLUMNS[0], Column("所在表", 10, 10, "center"), *COLUMNS[2:])


def add(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add the sheet."""
    count = {line.code: int(line.value or 0) for line in report.figures}
    alive = [("期初在办", count["cases_opening"]), ("受理", count["cases_accepted"])]
    gone = [
        ("办结", "completed"), ("不予办理", "refused"), ("撤回", "withdrawn"), ("期末在办", "open"),
    ]  # fmt: skip
    closing = f"月度关账：考勤已关账，留存内容的摘要 {report.closing}。"
    blocks: list[Block] = [
        Title(DEFINITIONS),
        Table(COLUMNS, list(_figures(report)), size=DENSE),
        Check(alive, [(name, count[f"cases_{code}"]) for name, code in gone]),
        Gap(),
        Heading("各表另列的指标"),
        Table(OTHER_COLUMNS, _others(), repeat=False, size=DENSE),
        Gap(),
        Text(
            f"审计链：截至第{report.head.entry_no}号记录（{report.head.at}），摘要 {report.head.digest}。"
            "数据如有事后改动，摘要将不一致。"
        ),
        *([Text(closing)] if report.closing else []),
    ]
    lay(book, sheet(report, DEFINITIONS, [one.at_least for one in COLUMNS], blocks), fonts)


def _figures(report: MonthlyReport) -> list[list[object]]:
    rows: list[list[object]] = []
    for line in report.figures:
        label = labels.FIGURES[line.code]
        fraction = label.unit in {"%", "工作日"}
        value = NONE if line.value is None else float(line.value) if fraction else line.value
        rows.append([label.name, value, label.unit, label.definition, f"第{line.article}条"])
    return rows


def _others() -> list[list[object]]:
    return [
        [one.label.name, one.sheet, one.label.unit, one.label.definition, f"第{one.article}条"]
        for one in OTHERS.values()
    ]
