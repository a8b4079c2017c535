"""People's totals (Art. 23), each window's with its stability (Art. 14), corrections beyond the limits."""

from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.reports.monthly import MonthlyReport
from hallctl.reports.people import PersonTotals, WindowTotals
from hallctl.sheets.forms import (
    HEAD,
    Block,
    Check,
    Column,
    Form,
    Gap,
    Heading,
    Part,
    SignOff,
    Table,
    Text,
    Wide,
    draw_in,
    fitting,
    keep_groups,
    lay,
)  # fmt: skip
from hallctl.sheets.monthly.defined import PEOPLE
from hallctl.sheets.monthly.parts import DENSE, Marked, hours, named, rate, sheet, title

COUNTS = ("due", "attended", "late", "early", "missing", "absent", "leave_personal", "leave_sick",
          "leave_official", "swaps", "substitutes")  # fmt: skip
SHORT = {"due": "应到", "attended": "实到", "missing": "漏打卡", "leave_personal": "事假", "leave_sick": "病假",
         "leave_official": "公假", "swaps": "换出", "substitutes": "替班", "late": "迟到", "early": "早退",
         "absent": "缺勤"}  # fmt: skip
RATES = ("attendance_rate", "presence_rate")
TAIL = (*(Column(SHORT[code], 6, 8, "center") for code in COUNTS), Column("在岗时长", 9, 12, "center"),
        *(Column(named(code), 9, 9, "center") for code in RATES))  # fmt: skip
PERSON = (Column("窗口", 12, 20), Column("学号/工号", 12, 16), Column("姓名", 9, 20), *TAIL)
WINDOW = (Column("窗口"), Column("任职/留任"), Column(named("stability_rate")), *TAIL)
BEYOND = (Part("日期", 1, "center"), Part("学号/工号", 1), Part("姓名", 1), Part("窗口", 2), Part("班次", 1, "center"),
          Part("更正为", 3), Part("专职干事说明的原因", 5), Part("见证人", 2), Part("批准人", 1))  # fmt: skip


def add(
    book: Workbook, report: MonthlyReport, fonts: Fonts, shifts: Mapping[tuple[str, ...], str]
) -> None:
    """Add the sheet; ``shifts`` are the places of shifts by day, number and start, for links."""
    totals = report.totals
    rows = [_person(one) for one in totals.people]
    whole = ["合计", f"{len(rows)}人", "", *_numbers(totals.whole)]
    table = Table(PERSON, [*rows, whole], size=DENSE)
    people = _Grouped(table, [one.window_no for one in totals.people])
    lines = [*map(_window, totals.windows), _window(totals.whole)]
    windows = Marked(Table(WINDOW, lines, repeat=False, size=DENSE))
    count = totals.whole.counts
    parts = [("实到", "attended"), ("缺勤", "absent"), ("请假", "leave")]
    blocks: list[Block] = [
        title(report, "人员汇总", ["单位：班次，空白为0；在岗时长为“小时:分”"]),
        people,
        Check(
            [("应到", count.get("due", 0))],
            [(name, count.get(code, 0)) for name, code in parts],
        ),
        Gap(),
        Heading("各窗口（按班次所在窗口计，含替班）"),
        windows,
        Text(_changes(totals.windows)),
        Heading("超出更正期限或次数的更正"),
        *_beyond(report, shifts),
        SignOff(report.prepared_by),
    ]
    widths = fitting(PERSON, [*rows, whole], DENSE)
    form = lay(book, sheet(report, PEOPLE, widths, blocks), fonts)
    first, *others = windows.places
    starts = [*people.starts, first - 2, *others, windows.places[-1] + 1]
    if not draw_in(form):
        keep_groups(form, starts, form.row - 1)


class _Grouped:
    """The people's table, which remembers where each window begins."""

    def __init__(self, table: Table, windows: Sequence[str]) -> None:
        self.table = table
        self.windows = windows
        self.starts: list[int] = []

    def fill(self, form: Form) -> None:
        """Write it; the sum is shaded and stays with the last window."""
        self.table.fill(form)
        places = form.places
        for n, no in enumerate(self.windows):
            if n == 0 or no != self.windows[n - 1]:
                self.starts.append(places[n])
        for cell in form.sheet[places[-1]][: form.columns]:
            cell.fill = HEAD


def _person(one: PersonTotals) -> list[object]:
    return [one.window, one.staff_no, one.name, *_numbers(one)]


def _window(one: WindowTotals) -> list[object]:
    return [
        one.window or "合计", f"{one.served}/{one.stayed}", rate(one.stability_rate), *_numbers(one),
    ]  # fmt: skip


def _numbers(one: PersonTotals | WindowTotals) -> list[object]:
    counts = one.counts
    return [
        *(counts.get(code, 0) for code in COUNTS[:2]),
        *(counts.get(code, 0) or "" for code in COUNTS[2:]), hours(counts.get("minutes_served", 0)),
        rate(one.attendance_rate), rate(one.presence_rate),
    ]  # fmt: skip


def _changes(windows: Sequence[WindowTotals]) -> str:
    told = [f"{one.window}：{'、'.join(one.changed)}" for one in windows if one.changed]
    return f"当月任职有变动的人员：{'；'.join(told) if told else '无'}。"


def _beyond(report: MonthlyReport, shifts: Mapping[tuple[str, ...], str]) -> list[Block]:
    totals = report.totals
    limit = (
        f"每人每月更正{totals.per_month}次、班次后{totals.within_days}个工作日内为限（第二十三条），"
        "超出的由专职干事说明原因。"
    )
    if not totals.beyond:
        return [Text(f"无。{limit}")]
    rows = [
        [
            f"{one.on:%m-%d}", one.staff_no, one.name, one.window, one.start, one.taken_as,
            one.reason, one.witness, one.by,
        ]
        for one in totals.beyond
    ]  # fmt: skip
    keys = [(one.on.isoformat(), one.staff_no, one.start) for one in totals.beyond]
    links = {n: shifts[key] for n, key in enumerate(keys) if key in shifts}
    return [
        Wide(BEYOND, rows, links),
        Text(f"共{len(rows)}班次；日期可点击，跳至值班明细。{limit}"),
    ]
