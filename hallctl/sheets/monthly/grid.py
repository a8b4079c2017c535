"""The attendance sheet: a row per person, a column per day, totals that must add up."""

from collections.abc import Mapping
from typing import NamedTuple

from openpyxl import Workbook

from hallctl.model import DayKind, Status
from hallctl.reports import Fonts
from hallctl.reports.monthly import DayColumn, GridShift, MonthlyReport, PersonMonth
from hallctl.sheets.forms import (
    NONE,
    REST,
    Block,
    Check,
    Form,
    Legend,
    Sheet,
    SignOff,
    Title,
    lay,
    width_of,
)
from hallctl.sheets.labels import WEEKDAY

TOTALS = (("due", "应到"), ("attended", "实到"), ("late", "迟到"), ("early", "早退"), ("missing", "未签"),
          ("absent", "缺勤"), ("leave", "请假"))  # fmt: skip
LEGEND = (("present", "出勤"), ("late", "迟到"), ("early", "早退"), ("missing", "未签到或未签退"),
          ("personal", "事假"), ("sick", "病假"), ("official", "公假"), ("given_away", "换出"),
          ("taken", "替班"), ("absent", "缺勤"))  # fmt: skip


def add(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add the grid with legend, self-check and signatures."""
    year, month = report.month.split("-")
    days = [_day_width(report, day) for day in report.days]
    total = {code: sum(person.counts[code] for person in report.people) for code, _name in TOTALS}
    marks = [(report.legend[code], name) for code, name in LEGEND]
    blocks: list[Block] = [
        Title(
            f"{report.hall}{year}年{int(month)}月考勤表",
            report.college or report.hall,
            ["单位：班次"],
        ),
        Month(report),
        Legend(marks, "空白 无班或未到结算时点；底色为休息日，“班”为调休上班日；记号可并列。"),
        Check(
            [("应到", total["due"])],
            [("实到", total["attended"]), ("缺勤", total["absent"]), ("请假", total["leave"])],
        ),
        SignOff(report.prepared_by),
    ]
    widths = [15, 8.5, *days, *[5.8] * len(TOTALS), 10]
    lay(book, Sheet("考勤表", widths, blocks, draft=report.draft), fonts)


class Month(NamedTuple):
    """The grid as a block: a row per person, a column per day, then the totals."""

    report: MonthlyReport

    def fill(self, form: Form) -> None:
        """Two head rows, the people by window, the sums."""
        days = list(self.report.days)
        totals = [name for _code, name in TOTALS]
        form.head_row(["窗口", "姓名", *[day.on.day for day in days], *totals, "出勤率%"])
        _weekdays(form, days)
        _people(form, self.report, days)
        _sums(form, self.report, len(days))


def symbol(shift: GridShift, legend: Mapping[str, str]) -> str:
    """The mark of one shift; marks combine, a shift that is not settled is blank."""
    names = {shift.status.value, *shift.marks}
    if shift.status == Status.DUE:
        return ""
    if shift.status == Status.GIVEN_AWAY:
        return legend["given_away"]
    if shift.status == Status.LEAVE:
        return legend[shift.leave_kind or "personal"]
    if shift.status == Status.ABSENT:
        return legend["absent"]
    marks = [legend[name] for name in ("late", "early") if name in names]
    if names & {"missing_in", "missing_out"}:
        marks.append(legend["missing"])
    return (legend["taken"] if shift.taken else "") + ("".join(marks) or legend["present"])


def _weekdays(form: Form, days: list[DayColumn]) -> None:
    form.cell(1, "")
    form.cell(2, "")
    for n, day in enumerate(days, 3):
        made_up = day.kind == DayKind.MAKEUP
        cell = form.cell(n, "班" if made_up else WEEKDAY[day.on.weekday()], align="center")
        if not _open(day):
            cell.fill = REST
    for n in range(len(TOTALS) + 1):
        form.cell(3 + len(days) + n, "")
    form.repeat_head(frozen_columns=2)
    form.next_row(18)


def _people(form: Form, report: MonthlyReport, days: list[DayColumn]) -> None:
    first = form.row
    before: PersonMonth | None = None
    for person in report.people:
        if before and before.window_no != person.window_no:
            _merge(form, first)
            first = form.row
        form.cell(1, person.window, align="center")
        form.cell(2, person.name, align="center")
        for n, day in enumerate(days, 3):
            text = "".join(symbol(one, report.legend) for one in person.shifts if one.on == day.on)
            cell = form.cell(n, text, align="center")
            if not _open(day):
                cell.fill = REST
        for n, (code, _name) in enumerate(TOTALS, 3 + len(days)):
            form.cell(n, person.counts[code], align="center")
        rate = person.attendance_rate
        form.cell(3 + len(days) + len(TOTALS), NONE if rate is None else rate, align="center")
        form.next_row(18)
        before = person
    _merge(form, first)


def _merge(form: Form, first: int) -> None:
    """One cell for the window beside its people."""
    last = form.row - 1
    if last > first:
        for row in range(first + 1, last + 1):
            form.sheet.cell(row, 1).value = None
        form.sheet.merge_cells(start_row=first, end_row=last, start_column=1, end_column=1)


def _sums(form: Form, report: MonthlyReport, days: int) -> None:
    form.cell(1, "合计", align="center")
    for n in range(2, 3 + days):
        form.cell(n, "")
    for n, (code, _name) in enumerate(TOTALS, 3 + days):
        form.cell(n, sum(person.counts[code] for person in report.people), align="center")
    rate = next(line.value for line in report.figures if line.code == "attendance_rate")
    form.cell(3 + days + len(TOTALS), NONE if rate is None else rate, align="center")
    form.next_row(20)


def _open(day: DayColumn) -> bool:
    return day.kind in {DayKind.COUNTED, DayKind.MAKEUP}


def _day_width(report: MonthlyReport, day: DayColumn) -> float:
    """As wide as the day's widest mark."""
    widest = max(
        (
            width_of(
                "".join(symbol(one, report.legend) for one in person.shifts if one.on == day.on)
            )
            for person in report.people
        ),
        default=0,
    )
    return max(3.6, widest + 1.2)
