"""The weekly report: one or two pages for Friday's meeting (Art. 23)."""

from collections.abc import Iterator
from pathlib import Path

from hallctl.reports import Fonts
from hallctl.reports.periodic import ShortReport
from hallctl.sheets.forms import PORTRAIT_A4, Block, Column, Heading, SignOff, Text
from hallctl.sheets.periodic import lists, parts, recount

WINDOW = ("due", "attended", "late", "early", "missing", "absent", "leave", "attendance_rate",
          "cases_accepted", "cases_completed", "cases_late")  # fmt: skip
MEANT = ("attendance_rate", "presence_rate", "on_time_rate", "cases_late", "satisfaction_rate")
PERIOD = "本周"
MOST, FEW = 10, 6
"""Lines of each list that two pages have room for; how many there are is said under it."""
MATTERS = {
    "dismissal": "{number}人信誉分低于辞退线，待审定（第三十二条）。",
    "vacancy": "{number}个窗口人员不足，待补选（第六、三十条）。",
    "proposal": "{number}条拟扣分事项待干事确认（第三十二条）。",
    "complaint": "{number}件投诉超期未答复或超期才答复（第三十三条）。",
}


def write_weekly(report: ShortReport, path: Path, fonts: Fonts) -> str:
    """Write the workbook; the same report gives the same bytes. Returns their digest.

    AssertionError when windows, shifts or overdue lines do not add up to the figures.
    """
    recount.agree(counts(report))
    year, week = report.cover.name.split("-W")
    blocks: list[Block] = [
        parts.title(report.cover, f"{year}年第{int(week)}周运行周报"),
        Heading("一、本周情况"),
        *parts.story(report.figures, PERIOD),
        parts.served(report.visits),
        Heading("二、各窗口"),
        parts.groups([Column("窗口", 12, 20)], WINDOW, report.windows, report.figures, visits=True),
        parts.balance(report.figures),
        parts.meanings(MEANT, PERIOD),
        Heading("三、考勤异常"),
        *lists.exceptions(report.shifts, MOST),
        Heading("四、超期办件"),
        *lists.overdue(report.overdue, FEW),
        Heading("五、下周到期办件"),
        *lists.due_next(report.due_next, FEW, f"至{report.next_to_on}无到期的在办件。"),
        Heading("六、工作日志缺漏"),
        *lists.missing(report.missing),
        Heading("七、空岗时段"),
        *lists.gaps(report.gaps, FEW),
        Heading("八、周五例会事项"),
        *agenda(report),
        SignOff(report.cover.prepared_by),
    ]
    return parts.write(
        report.cover, [parts.page_of(report.cover, "周报", PORTRAIT_A4, blocks)], path, fonts
    )


def agenda(report: ShortReport) -> Iterator[Text]:
    """What the meeting talks about, numbered; what follows from the lists comes last."""
    found = [MATTERS[one.code].format(number=one.number) for one in report.matters]
    open_ones = sum(one.closed_on is None for one in report.overdue)
    lists = (
        (open_ones, f"{open_ones}件办件已超期未办结，责任人说明原因和办结日期（第二十七条）。"),
        (len(report.due_next), f"下周{len(report.due_next)}件办件到期，逐件落实。"),
        (len(report.missing), f"补写、确认工作日志{len(report.missing)}份（第十九条）。"),
        (len(report.gaps), f"空岗{len(report.gaps)}段，调整值班（第十四条）。"),
    )
    found += [text for number, text in lists if number]
    yield from (Text(f"{n}．{text}") for n, text in enumerate(found, 1))
    if not found:
        yield Text("无。")


def counts(report: ShortReport) -> Iterator[tuple[str, object, object]]:
    """Every total counted from the rows, beside what the figures say."""
    f = report.figures
    yield from recount.group_counts("windows", report.windows, f, (*parts.SUMMED, *parts.ENDS))
    yield from recount.shift_counts(report.shifts, f)
    yield "overdue", len(report.overdue), parts.number(f, "cases_late")
    yield recount.balance_counts("cases", f)
    yield "visits", sum(one.visits for one in report.windows), sum(n.number for n in report.visits)
