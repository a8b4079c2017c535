"""The correction sheet: what was reported before, and what is known now (Art. 23)."""

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.reports.monthly import ChangedMonth, ChangedShift, MonthlyReport
from hallctl.sheets import labels
from hallctl.sheets.forms import Block, Column, Sheet, SignOff, Table, Text, Title, fitting, lay

SHEET = "更正表"
COLUMNS = (
    Column("日期", 12, align="center"), Column("窗口", 12), Column("学号/工号", 13), Column("姓名", 9),
    Column("班次", 13, 26, "center"), Column("原上报", 10, 20, "center"), Column("现认定", 10, 20, "center"),
    Column("原在岗分钟", 10, align="right"), Column("现在岗分钟", 10, align="right"),
)  # fmt: skip


def add(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add the sheet when something that was reported has changed; else nothing."""
    if not report.changed:
        return
    rows = [_row(one) for month in report.changed for one in month.shifts]
    year, month = report.month.split("-")
    blocks: list[Block] = [
        Title(f"{report.hall}{year}年{int(month)}月考勤更正表", report.college or report.hall),
        Table(COLUMNS, rows),
        *[Text(_told(one)) for one in report.changed],
        Text(f"共更正{len(rows)}班次；原上报以各月关账时留存的内容为准。"),
        SignOff(report.prepared_by),
    ]
    lay(book, Sheet(SHEET, fitting(COLUMNS, rows), blocks, draft=report.draft), fonts)


def _told(one: ChangedMonth) -> str:
    """When a month was reported, why it was opened again, and which totals changed."""
    totals = "；".join(
        f"{labels.FIGURES[line.code].name} {line.was} → {line.now}" for line in one.figures
    )
    year, month = one.month.split("-")
    return (
        f"{year}年{int(month)}月：{one.reported_at:%Y-%m-%d %H:%M}上报（摘要{one.digest[:12]}），"
        f"{one.reopened_at:%Y-%m-%d %H:%M}重开，原因：{one.reason}。合计：{totals or '不变'}。"
    )


def _row(one: ChangedShift) -> list[object]:
    times = [one.shift_was, one.shift_now]
    shown = " → ".join(dict.fromkeys(time or "无" for time in times))
    return [
        one.on.isoformat(), one.window, one.staff_no, one.name, shown,
        _called(one.status_was, one.marks_was, one.leave_was),
        _called(one.status_now, one.marks_now, one.leave_now),
        one.minutes_was if one.shift_was else "", one.minutes_now if one.shift_now else "",
    ]  # fmt: skip


def _called(status: str, marks: tuple[str, ...], leave_kind: str | None) -> str:
    if not status:
        return "无此班次"
    name = labels.LEAVE[leave_kind] if status == "leave" and leave_kind else labels.STATUS[status]
    return "、".join([name, *(labels.STATUS[mark] for mark in marks)])
