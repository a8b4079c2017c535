"""The sheets behind the summary: every shift, every exception, every case, every definition."""

from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from hallctl.model import Status
from hallctl.reports import Fonts
from hallctl.reports.monthly import MonthlyReport, ShiftLine
from hallctl.sheets import labels
from hallctl.sheets.forms import (
    NONE,
    Block,
    Check,
    Column,
    Gap,
    Sheet,
    SignOff,
    Table,
    Text,
    Title,
    fitting,
    lay,
)  # fmt: skip

SHIFT_COLUMNS = (
    Column("日期", 12, align="center"), Column("星期", 6, align="center"), Column("窗口", 12),
    Column("学号/工号", 13), Column("姓名", 9), Column("上班", 7, align="center"), Column("下班", 7, align="center"),
    Column("签到", 10, align="center"), Column("签退", 10, align="center"), Column("认定", 9, 20, "center"),
    Column("迟到分钟", 9, align="right"), Column("早退分钟", 9, align="right"),
    Column("在岗分钟", 9, align="right"), Column("备注", 10, 24),
)  # fmt: skip
CASE_COLUMNS = (
    Column("办件编号", 13),
    Column("事项", 16, 30),
    Column("类型", 11, align="center"),
    Column("申请人", 8, align="center"),
    Column("学号", 13, align="center"),
    Column("窗口", 14),
    Column("经办人", 9),
    Column("收件", 12, align="center"),
    Column("受理", 12, align="center"),
    Column("应办结", 14, align="center"),
    Column("办结", 12, align="center"),
    Column("状态", 9, align="center"),
    Column("时效", 6, align="center"),
    Column("用时(工作日)", 12, align="right"),
)
DEFINITION_COLUMNS = (
    Column("指标", 24),
    Column("本月", 10, align="right"),
    Column("单位", 10, align="center"),
    Column("口径", 84),
    Column("依据", 12, align="center"),
)
SHIFTS, EXCEPTIONS, CASES, DEFINITIONS = "值班明细", "异常", "办件台账", "指标口径与审计"


def add_shifts(book: Workbook, report: MonthlyReport, fonts: Fonts) -> Mapping[ShiftLine, int]:
    """Add every shift; returns its row, so that an exception can point to it."""
    rows = [_shift(line) for line in report.shifts]
    blocks: list[Block] = [_title(report, "值班明细"), Table(SHIFT_COLUMNS, rows)]
    form = lay(book, _sheet(report, SHIFTS, fitting(SHIFT_COLUMNS, rows), blocks), fonts)
    return dict(zip(report.shifts, form.places, strict=True))


def add_exceptions(
    book: Workbook, report: MonthlyReport, fonts: Fonts, places: Mapping[ShiftLine, int]
) -> None:
    """Add what was not as it should be, each with a link to its shift."""
    found = [line for line in report.shifts if is_exception(line)]
    rows = [_shift(line) for line in found]
    links = {n: f"'{SHIFTS}'!A{places[line]}" for n, line in enumerate(found)}
    blocks: list[Block] = [
        _title(report, "考勤异常"),
        Table(SHIFT_COLUMNS, rows, links),
        Text(f"共{len(found)}班次；日期可点击，跳至值班明细。"),
        SignOff(report.prepared_by),
    ]
    lay(book, _sheet(report, EXCEPTIONS, fitting(SHIFT_COLUMNS, rows), blocks), fonts)


def is_exception(line: ShiftLine) -> bool:
    """Whether a shift was anything but a plain attendance, an approved leave or a swap."""
    plain = {Status.PRESENT, Status.DUE, Status.GIVEN_AWAY, Status.LEAVE}
    return line.status not in plain or bool(line.marks) or bool(line.remark)


def add_cases(book: Workbook, report: MonthlyReport, fonts: Fonts) -> Mapping[str, str]:
    """Add every case that was alive in the month, applicants masked; returns the place of each."""
    rows = [
        [
            line.case_no, line.item, labels.TIER[line.tier], line.applicant, line.applicant_no,
            line.window, line.handler, line.received, line.accepted, line.due, line.closed,
            labels.STATE[line.state], labels.LATENESS[line.lateness],
            "" if line.workdays_used is None else line.workdays_used,
        ]
        for line in report.cases
    ]  # fmt: skip
    blocks: list[Block] = [
        _title(report, "办件台账"),
        Table(CASE_COLUMNS, rows),
        Text(
            f"共{len(rows)}件：当月受理、当月办结及月末在办的办件；“暂定”的应办结日期待下一年度放假通知公布后确定。"
        ),
    ]
    form = lay(book, _sheet(report, CASES, fitting(CASE_COLUMNS, rows), blocks), fonts)
    table = form.places
    return {
        line.case_no: f"'{CASES}'!A{row}" for line, row in zip(report.cases, table, strict=True)
    }


def add_definitions(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add what every figure means, the checks, and the head of the audit chain."""
    rows: list[list[object]] = []
    for line in report.figures:
        label = labels.FIGURES[line.code]
        value = (
            NONE if line.value is None else float(line.value) if label.unit == "%" else line.value
        )
        rows.append([label.name, value, label.unit, label.definition, f"第{line.article}条"])
    count = {line.code: int(line.value or 0) for line in report.figures}
    alive = [("期初在办", count["cases_opening"]), ("受理", count["cases_accepted"])]
    gone = [
        ("办结", "completed"),
        ("不予办理", "refused"),
        ("撤回", "withdrawn"),
        ("期末在办", "open"),
    ]
    blocks: list[Block] = [
        Title(DEFINITIONS),
        Table(DEFINITION_COLUMNS, rows),
        Gap(),
        Check(alive, [(name, count[f"cases_{code}"]) for name, code in gone]),
        Text(audit_line(report)),
        *(
            [Text(f"月度关账：考勤已关账，留存内容的摘要 {report.closing}。")]
            if report.closing
            else []
        ),
    ]
    widths = [column.at_least for column in DEFINITION_COLUMNS]
    lay(book, _sheet(report, DEFINITIONS, widths, blocks)._replace(one_page=True), fonts)


def audit_line(report: MonthlyReport) -> str:
    """Up to which entry the data go, and its digest."""
    return (
        f"审计链：截至第{report.head.entry_no}号记录（{report.head.at}），摘要 {report.head.digest}。"
        "数据如有事后改动，摘要将不一致。"
    )


def _sheet(
    report: MonthlyReport, name: str, widths: Sequence[float], blocks: Sequence[Block]
) -> Sheet:
    return Sheet(name, widths, blocks, draft=report.draft)


def _title(report: MonthlyReport, what: str) -> Title:
    year, month = report.month.split("-")
    return Title(f"{report.hall}{year}年{int(month)}月{what}", report.college or report.hall)


def _shift(line: ShiftLine) -> list[object]:
    name = labels.LEAVE.get(line.leave_kind or "") if line.status == Status.LEAVE else None
    marks = [labels.STATUS[mark] for mark in line.marks]
    return [
        line.on.isoformat(), labels.WEEKDAY[line.on.weekday()], line.window, line.staff_no, line.name,
        line.start, line.end, line.signed_in, line.signed_out,
        "、".join([name or labels.STATUS[line.status], *marks]),
        line.minutes_late or "", line.minutes_early or "", line.minutes_served, line.remark,
    ]  # fmt: skip
