"""Every shift, every exception, every case of the month."""

from collections.abc import Mapping

from openpyxl import Workbook

from hallctl.model import Status
from hallctl.reports import Fonts
from hallctl.reports.monthly import MonthlyReport, ShiftLine
from hallctl.sheets import labels
from hallctl.sheets.forms import (
    PORTRAIT_A4,
    Block,
    Column,
    SignOff,
    Table,
    Text,
    fitting,
    lay,
)  # fmt: skip
from hallctl.sheets.monthly.defined import CASES, EXCEPTIONS, SHIFTS
from hallctl.sheets.monthly.parts import DENSE, Marked, link, place, sheet, title

SHIFT_COLUMNS = (
    Column("日期", 6, align="center"), Column("星期", 5, align="center"), Column("窗口", 11, 16, "center"),
    Column("学号/工号", 10, align="center"), Column("姓名", 7, 18, "center"), Column("上班", 5.5, align="center"),
    Column("下班", 5.5, align="center"), Column("签到", 8, align="center"), Column("签退", 8, align="center"),
    Column("认定", 7, 14, "center"), Column("迟到分钟", 4.6, 4.6, "center"), Column("早退分钟", 4.6, 4.6, "center"),
    Column("在岗分钟", 4.6, 4.6, "center"), Column("备注", 9, 20),
)  # fmt: skip
CASE_COLUMNS = (
    Column("办件编号", 11, align="center"), Column("事项", 12, 26), Column("类型", 8, align="center"),
    Column("申请人", 6, align="center"), Column("学号", 10, align="center"), Column("窗口", 10, 18, "center"),
    Column("经办人", 7, 16, "center"), Column("收件", 9, align="center"), Column("受理", 9, align="center"),
    Column("应办结", 9, align="center"), Column("办结", 9, align="center"), Column("状态", 7, align="center"),
    Column("时效", 5, align="center"), Column("工作日", 6, align="center"),
)  # fmt: skip
Places = Mapping[ShiftLine, int]
"""The row of each shift."""


def add_shifts(book: Workbook, report: MonthlyReport, fonts: Fonts) -> Places:
    """Add every shift, densely, day by day; returns its row, so that an exception can point to it."""
    rows = [_shift(line) for line in report.shifts]
    blocks: list[Block] = [
        title(report, "值班明细"),
        Table(SHIFT_COLUMNS, rows, size=DENSE),
        Text("日期下有横线的为异常，可点击，跳至异常清单。", size=DENSE),
    ]
    form = lay(
        book,
        sheet(report, SHIFTS, fitting(SHIFT_COLUMNS, rows, DENSE), blocks, PORTRAIT_A4),
        fonts,
    )
    return dict(zip(report.shifts, form.places, strict=True))


def add_exceptions(book: Workbook, report: MonthlyReport, fonts: Fonts, places: Places) -> None:
    """Add what was not as it should be, each with a link to its shift and one back."""
    found = [line for line in report.shifts if is_exception(line)]
    rows = [_shift(line) for line in found]
    links = {n: place(SHIFTS, places[line]) for n, line in enumerate(found)}
    table = Marked(Table(SHIFT_COLUMNS, rows, links, size=DENSE))
    blocks: list[Block] = [
        title(report, "考勤异常"),
        table,
        Text(f"共{len(found)}班次；日期可点击，跳至值班明细。"),
        SignOff(report.prepared_by),
    ]
    lay(
        book,
        sheet(report, EXCEPTIONS, fitting(SHIFT_COLUMNS, rows, DENSE), blocks, PORTRAIT_A4),
        fonts,
    )
    for line, row in zip(found, table.places, strict=True):
        link(book[SHIFTS], places[line], place(EXCEPTIONS, row))


def shift_places(places: Places) -> dict[tuple[str, ...], str]:
    """Where each shift stands, by its day, person and start."""
    return {
        (line.on.isoformat(), line.staff_no, line.start): place(SHIFTS, row)
        for line, row in places.items()
    }


def is_exception(line: ShiftLine) -> bool:
    """Whether a shift was anything but a plain attendance, an approved leave or a swap."""
    plain = {Status.PRESENT, Status.DUE, Status.GIVEN_AWAY, Status.LEAVE}
    return line.status not in plain or bool(line.marks) or bool(line.remark)


def add_cases(book: Workbook, report: MonthlyReport, fonts: Fonts) -> dict[str, str]:
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
        title(report, "办件台账"),
        Table(CASE_COLUMNS, rows, size=DENSE),
        Text(
            f"共{len(rows)}件，“工作日”为用时：当月受理、当月办结及月末在办的办件；“暂定”的应办结日期待下一年度放假通知公布后确定。"
        ),
    ]
    form = lay(book, sheet(report, CASES, fitting(CASE_COLUMNS, rows, DENSE), blocks), fonts)
    return {
        line.case_no: place(CASES, row) for line, row in zip(report.cases, form.places, strict=True)
    }


def _shift(line: ShiftLine) -> list[object]:
    name = labels.LEAVE.get(line.leave_kind or "") if line.status == Status.LEAVE else None
    marks = [labels.STATUS[mark] for mark in line.marks]
    return [
        f"{line.on:%m-%d}", labels.WEEKDAY[line.on.weekday()], line.window, line.staff_no, line.name,
        line.start, line.end, line.signed_in, line.signed_out,
        "、".join([name or labels.STATUS[line.status], *marks]),
        line.minutes_late or "", line.minutes_early or "", line.minutes_served, line.remark,
    ]  # fmt: skip
