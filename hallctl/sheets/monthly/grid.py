"""The attendance sheet: a row per person, a column per day, totals that must add up."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

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
    keep_groups,
    lay,
    lines_of,
    page_points,
    width_of,
)
from hallctl.sheets.labels import WEEKDAY

ROW, LOWEST, HIGHEST = 18.0, 15.0, 24.0
"""Points of a row, and those between which rows may shrink or grow so that all fills one page."""
SHRUNK = 1.15
"""How much more than a page holds is drawn smaller rather than cut."""
LINE = 14.0
"""Points of each further line of a name."""
TOTALS = (("due", "应到"), ("attended", "实到"), ("late", "迟到"), ("early", "早退"), ("missing", "未签"),
          ("absent", "缺勤"), ("leave", "请假"))  # fmt: skip
LEGEND = (("present", "出勤"), ("late", "迟到"), ("early", "早退"), ("missing", "未签到或未签退"),
          ("personal", "事假"), ("sick", "病假"), ("official", "公假"), ("given_away", "换出"),
          ("taken", "替班"), ("absent", "缺勤"))  # fmt: skip


def add(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add the grid with legend, self-check and signatures."""
    year, number = report.month.split("-")
    days = _day_widths(report)
    total = {code: sum(person.counts[code] for person in report.people) for code, _name in TOTALS}
    month = Month(report)
    marks = [(report.legend[code], name) for code, name in LEGEND]
    blocks: list[Block] = [
        Title(
            f"{report.hall}{year}年{int(number)}月考勤表",
            report.college or report.hall,
            ["单位：班次"],
        ),
        month,
        Legend(marks, "空白 无班或未到结算时点；底色为休息日，“班”为调休上班日；记号可并列。"),
        Check(
            [("应到", total["due"])],
            [("实到", total["attended"]), ("缺勤", total["absent"]), ("请假", total["leave"])],
        ),
        SignOff(report.prepared_by),
    ]
    names = max((width_of(person.name) for person in report.people), default=0)
    widths = [15, min(max(8.5, names + 1.5), 16), *days, *[5.8] * len(TOTALS), 10]
    form = lay(book, Sheet("考勤表", widths, blocks, draft=report.draft), fonts)
    if not _fitted(form, month):
        keep_groups(form, month.starts, form.row - 1)


def _fitted(form: Form, month: "Month") -> bool:
    """Whether everything stands on one page, with rows a little lower or higher so that it is filled."""
    rows = [
        row for start, end in pairwise([*month.starts, month.sums + 1]) for row in range(start, end)
    ]
    page = page_points(form)
    height = min(HIGHEST, max(LOWEST, ROW - (form.height() - page) / max(1, len(rows))))
    if not rows or form.height() + len(rows) * (height - ROW) > page * SHRUNK:
        return False
    for row in rows:
        form.sheet.row_dimensions[row].height += height - ROW
    form.end(one_page=True)
    return True


class Month:
    """The grid as a block: a row per person, a column per day, then the totals."""

    def __init__(self, report: MonthlyReport) -> None:
        self.report = report
        self.starts: list[int] = []
        """Where each window begins."""
        self.sums = 0
        """The row of the totals."""

    def fill(self, form: Form) -> None:
        """Two head rows, the people by window, the sums."""
        days = list(self.report.days)
        totals = [name for _code, name in TOTALS]
        form.head_row(["窗口", "姓名", *[day.on.day for day in days], *totals, "出勤率%"])
        _weekdays(form, days)
        self.starts = _people(form, self.report, days)
        self.sums = form.row
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
    for column in (1, 2, *range(3 + len(days), 4 + len(days) + len(TOTALS))):
        _merge(form, column, form.row - 1, form.row)
    form.next_row(18)


def _people(form: Form, report: MonthlyReport, days: list[DayColumn]) -> list[int]:
    """A row for everybody; returns where each window begins."""
    starts: list[int] = []
    before: PersonMonth | None = None
    for person in report.people:
        if before is None or before.window_no != person.window_no:
            if starts:
                _merge(form, 1, starts[-1], form.row - 1)
            starts.append(form.row)
        form.cell(1, person.window, align="center")
        form.cell(2, person.name, align="center")
        marks = _marks(person, report.legend)
        for n, day in enumerate(days, 3):
            cell = form.cell(n, marks.get(day.on, ""), align="center")
            if not _open(day):
                cell.fill = REST
        for n, (code, _name) in enumerate(TOTALS, 3 + len(days)):
            form.cell(n, person.counts[code], align="center")
        rate = person.attendance_rate
        form.cell(3 + len(days) + len(TOTALS), NONE if rate is None else rate, align="center")
        form.next_row(ROW + LINE * (lines_of(person.name, form.room(2, 2)) - 1))
        before = person
    if starts:
        _merge(form, 1, starts[-1], form.row - 1)
    return starts


def _marks(person: PersonMonth, legend: Mapping[str, str]) -> dict[date, str]:
    """The marks of each day of one person."""
    found: dict[date, str] = {}
    for one in person.shifts:
        found[one.on] = found.get(one.on, "") + symbol(one, legend)
    return found


def _merge(form: Form, column: int, first: int, last: int) -> None:
    """One cell from the first row to the last, with what the first says."""
    if last > first:
        for row in range(first + 1, last + 1):
            form.sheet.cell(row, column).value = None
        form.sheet.merge_cells(
            start_row=first, end_row=last, start_column=column, end_column=column
        )


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


def _day_widths(report: MonthlyReport) -> list[float]:
    """As wide as each day's widest mark."""
    widest: dict[date, int] = {}
    for person in report.people:
        for on, text in _marks(person, report.legend).items():
            widest[on] = max(widest.get(on, 0), width_of(text))
    return [max(3.6, widest.get(day.on, 0) + 1.2) for day in report.days]
