"""The sheets behind the summary: every shift, every exception, every case, every definition."""

from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink

from hallctl.model import Status
from hallctl.reports import Fonts, MonthlyReport, ShiftLine
from hallctl.sheets import labels
from hallctl.sheets.forms import Column, Form, fitting, table

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
SHIFTS, EXCEPTIONS, CASES, DEFINITIONS = "值班明细", "异常", "办件台账", "指标口径与审计"


def add_shifts(book: Workbook, report: MonthlyReport, fonts: Fonts) -> Mapping[ShiftLine, int]:
    """Add every shift; returns its row, so that an exception can point to it."""
    rows = [_shift(line) for line in report.shifts]
    form = _form(book, report, fonts, SHIFTS, SHIFT_COLUMNS, rows, "值班明细")
    places = table(form, SHIFT_COLUMNS, rows)
    form.end()
    return dict(zip(report.shifts, places, strict=True))


def add_exceptions(
    book: Workbook, report: MonthlyReport, fonts: Fonts, places: Mapping[ShiftLine, int]
) -> None:
    """Add what was not as it should be, each with a link to its shift."""
    found = [line for line in report.shifts if is_exception(line)]
    rows = [_shift(line) for line in found]
    form = _form(book, report, fonts, EXCEPTIONS, SHIFT_COLUMNS, rows, "考勤异常")
    for line, row in zip(found, table(form, SHIFT_COLUMNS, rows), strict=True):
        cell = form.sheet.cell(row, 1)
        place = f"'{SHIFTS}'!A{places[line]}"
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
        cell.font = Font(name=fonts.body, size=11, underline="single")
    form.text(f"共{len(found)}班次；日期可点击，跳至值班明细。")
    form.sign_off(report.prepared_by)
    form.end()


def is_exception(line: ShiftLine) -> bool:
    """Whether a shift was anything but a plain attendance, an approved leave or a swap."""
    plain = {Status.PRESENT, Status.DUE, Status.GIVEN_AWAY, Status.LEAVE}
    return line.status not in plain or bool(line.marks) or bool(line.remark)


def add_cases(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add every case that was alive in the month, applicants masked."""
    rows = [
        [
            line.case_no, line.item, labels.TIER[line.tier], line.applicant, line.applicant_no,
            line.window, line.handler, line.received, line.accepted, line.due, line.closed,
            labels.STATE[line.state], labels.LATENESS[line.lateness],
            "" if line.workdays_used is None else line.workdays_used,
        ]
        for line in report.cases
    ]  # fmt: skip
    form = _form(book, report, fonts, CASES, CASE_COLUMNS, rows, "办件台账")
    table(form, CASE_COLUMNS, rows)
    form.text(
        f"共{len(rows)}件：当月受理、当月办结及月末在办的办件；“暂定”的应办结日期待下一年度放假通知公布后确定。"
    )
    form.end()


def add_definitions(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add what every figure means, the checks, and the head of the audit chain."""
    columns = (Column("指标", 20), Column("本月", 10, align="right"), Column("单位", 8, align="center"),
               Column("口径", 80, 90), Column("依据", 12, align="center"))  # fmt: skip
    form = Form(book, DEFINITIONS, fonts, columns=len(columns), draft=report.draft)
    form.widths([24, 10, 10, 84, 12])
    form.title("指标口径与审计")
    rows: list[list[object]] = []
    for line in report.figures:
        label = labels.FIGURES[line.code]
        value = (
            "—" if line.value is None else float(line.value) if label.unit == "%" else line.value
        )
        rows.append([label.name, value, label.unit, label.definition, f"第{line.article}条"])
    table(form, columns, rows)
    form.gap()
    figures = {line.code: line.value for line in report.figures}
    form.text(
        f"自检：期初在办{figures['cases_opening']} ＋ 受理{figures['cases_accepted']} ＝ "
        f"办结{figures['cases_completed']} ＋ 不予办理{figures['cases_refused']} ＋ "
        f"撤回{figures['cases_withdrawn']} ＋ 期末在办{figures['cases_open']}，相符。"
    )
    form.text(
        f"审计链：截至第{report.head.entry_no}号记录（{report.head.at}），摘要 {report.head.digest}。"
        "数据如有事后改动，摘要将不一致。"
    )
    form.end(one_page=True)


def _form(
    book: Workbook, report: MonthlyReport, fonts: Fonts, sheet: str, columns: Sequence[Column],
    rows: Sequence[Sequence[object]], title: str,
) -> Form:  # fmt: skip
    form = Form(book, sheet, fonts, columns=len(columns), draft=report.draft)
    form.widths(fitting(columns, rows))
    year, month = report.month.split("-")
    form.title(
        f"{report.hall}{year}年{int(month)}月{title}",
        [f"填报单位：{report.college or report.hall}"],
    )
    return form


def _shift(line: ShiftLine) -> list[object]:
    name = labels.LEAVE.get(line.leave_kind or "") if line.status == Status.LEAVE else None
    marks = [labels.STATUS[mark] for mark in line.marks]
    return [
        line.on.isoformat(), labels.WEEKDAY[line.on.weekday()], line.window, line.staff_no, line.name,
        line.start, line.end, line.signed_in, line.signed_out,
        "、".join([name or labels.STATUS[line.status], *marks]),
        line.minutes_late or "", line.minutes_early or "", line.minutes_served, line.remark,
    ]  # fmt: skip
