"""The daily report: one page about who served, what went wrong, what is missing, what is due (Art. 23)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hallctl.reports import Fonts
from hallctl.reports.monthly import ShiftLine
from hallctl.reports.periodic import ShortReport
from hallctl.sheets import labels
from hallctl.sheets.forms import PORTRAIT_A4, Block, Column, Heading, SignOff, Spread, Text
from hallctl.sheets.periodic import lists, parts, recount
from hallctl.sheets.periodic.weekly import MATTERS, counts

WINDOW = ("due", "attended", "cases_accepted", "cases_completed")
MEANT = ("attendance_rate", "on_time_rate", "cases_late")
PERIOD = "当日"
MOST = 8
"""Lines of each table: everything is one page."""


def write_daily(report: ShortReport, path: Path, fonts: Fonts) -> str:
    """Write the page; the same report gives the same bytes. Returns their digest.

    AssertionError when windows, shifts or overdue lines do not add up to the figures.
    """
    recount.agree(counts(report))
    cover = report.cover
    on = cover.to_on
    tomorrow = f"{report.next_to_on.month}月{report.next_to_on.day}日"
    blocks: list[Block] = [
        parts.title(cover, f"{on.year}年{parts.day_of(on)}运行日报"),
        Heading("一、当日情况"),
        *parts.story(report.figures, PERIOD),
        parts.served(report.visits),
        Heading("二、在岗与办件"),
        _windows(report),
        parts.balance(report.figures),
        parts.meanings(MEANT, PERIOD),
        Heading("三、考勤异常"),
        *lists.exceptions(report.shifts, MOST),
        Heading("四、尚缺（日报表、工作日志、签退）"),
        *_missing(report),
        Heading("五、超期办件"),
        *lists.overdue(report.overdue, MOST),
        Heading(f"六、下一工作日（{tomorrow}）前到期"),
        *lists.due_next(report.due_next, MOST, "无到期的在办件。"),
        *_more(report),
        SignOff(cover.prepared_by),
    ]
    sheet = parts.page_of(cover, "日报", PORTRAIT_A4, blocks, one_page=True)
    return parts.write(cover, [sheet], path, fonts)


def _windows(report: ShortReport) -> Spread:
    """A row for each window: who served there and how, its cases, the people it served."""
    columns = [
        Column("窗口", 12, 20), Column("在岗人员", 30, 70),
        *(Column(parts.short(code), 4, align="center") for code in WINDOW),
        Column("人次", 4, align="center"),
    ]  # fmt: skip
    rows: list[list[object]] = [
        [
            line.name, who([one for one in report.shifts if one.window == line.name]),
            *(parts.value(line.figures, code) for code in WINDOW), line.visits,
        ]
        for line in report.windows
    ]  # fmt: skip
    whole = [parts.value(report.figures, code) for code in WINDOW]
    rows.append(["合计", "", *whole, sum(line.visits for line in report.windows)])
    return Spread(columns, rows, total=True)


def who(lines: Sequence[ShiftLine]) -> str:
    """Who served at a window from when to when, each with what it is called unless it is plain."""
    shifts: dict[str, list[str]] = {}
    for line in lines:
        if line.status != "given_away":
            shifts.setdefault(f"{line.start}-{line.end}", []).append(_called(line))
    return "\n".join(f"{when} {'、'.join(names)}" for when, names in shifts.items())


def _called(line: ShiftLine) -> str:
    plain = line.status == "present" and not line.marks
    called = labels.LEAVE.get(line.leave_kind or "", labels.STATUS[line.status])
    named = [called if line.status == "leave" else labels.STATUS[line.status]]
    said = "、".join([*named, *(labels.STATUS[mark] for mark in line.marks)])
    return line.name if plain else f"{line.name}（{said}）"


def _missing(report: ShortReport) -> Iterator[Text]:
    """Every sheet, log and sign-out that is missing, a paragraph for each kind."""
    kinds: dict[str, list[str]] = {}
    for one in report.missing:
        when = f" {one.start}-{one.end}" if one.start else ""
        kinds.setdefault(one.code, []).append(
            f"{one.window}{when}" + (f" {one.names}" if one.names else "")
        )
    for code, found in kinds.items():
        yield Text(f"{lists.MISSING[code]}{len(found)}项：{'；'.join(found)}。")
    if not kinds:
        yield Text("无缺漏。")


def _more(report: ShortReport) -> Iterator[Block]:
    """Posts that were empty, and what waits for somebody to decide."""
    found = [MATTERS[one.code].format(number=one.number) for one in report.matters]
    if report.gaps:
        minutes = sum(one.minutes for one in report.gaps)
        found.insert(0, f"空岗{len(report.gaps)}段，共{minutes}分钟（第十四条）。")
    if found:
        yield Heading("七、其他")
        yield Text("".join(f"{n}．{text}" for n, text in enumerate(found, 1)))
