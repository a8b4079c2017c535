"""The first pages: what a leader reads in one minute, and what is behind it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.reports.monthly import MonthlyReport
from hallctl.sheets.forms import (
    LANDSCAPE_A4,
    Block,
    Form,
    Heading,
    Sheet,
    SignOff,
    Text,
    Title,
    lay,
)
from hallctl.sheets.labels import MATTERS
from hallctl.sheets.monthly.charts import DATA, Charts
from hallctl.sheets.monthly.overview import SIGNING, Lines, Overview
from hallctl.sheets.monthly.tiles import COLUMNS, OF_OTHERS, OF_SIX, Figures, Six
from hallctl.sheets.monthly.wording import asked, story

SUMMARY = "领导摘要"
HEADING = 24.0
"""Points that a heading takes."""
NUMBERS = "一二三四五六七八九"


class Keep(NamedTuple):
    """What follows is so high and stays together on a page."""

    height: float

    def fill(self, form: Form) -> None:
        """No row; a break where it would not fit."""
        form.keep(self.height)


def add(book: Workbook, report: MonthlyReport, fonts: Fonts, rows: Mapping[str, str]) -> None:
    """Add the summary as the first sheet; ``rows`` says where the row of each case stands."""
    blocks = [
        block for n, part in enumerate(_parts(book, report, rows)) for block in _numbered(n, part)
    ]
    year, month = report.month.split("-")
    draft = "（草稿）" if report.draft else ""
    title = Title(
        f"{report.hall}{year}年{int(month)}月运行情况报告{draft}",
        report.college or report.hall,
        [f"数据截至：{_moment(report)}"],
    )
    widths = [LANDSCAPE_A4.share(COLUMNS)] * COLUMNS
    lay(
        book,
        Sheet(SUMMARY, widths, [title, *blocks, SignOff(report.prepared_by)], draft=report.draft),
        fonts,
    )
    for place, name in enumerate((SUMMARY, DATA)):
        book.move_sheet(name, place - book.sheetnames.index(name))


def _numbered(n: int, part: tuple[str, list[Block], float]) -> Iterator[Block]:
    title, blocks, height = part
    if height:
        yield Keep(HEADING + height)
    yield Heading(f"{NUMBERS[n]}、{title}")
    yield from blocks


def _parts(
    book: Workbook, report: MonthlyReport, rows: Mapping[str, str]
) -> Iterator[tuple[str, list[Block], float]]:
    """Each part: its heading, its blocks, and how high it is when it stays on one page."""
    leader = report.summary.edition == "leader"
    charts, overview, figures = Charts(book, report), Overview(report), Figures(report)
    yield "本月六项指标", [Six(report), OF_SIX], 0
    yield "基本情况", [Text(f"　　{one}", size=12) for one in story(report)], 0
    links = [rows.get(one.case_no, "") for one in report.matters]
    texts = [asked(one) for one in report.matters]
    room = HEADING + 18 * min(max(len(report.summary.plan), 1), 3)
    matters = Lines(texts, MATTERS["none"], leader, room, links)
    on = report.summary.as_of
    yield f"请领导审定事项（截至{on.month}月{on.day}日）" if on else "请领导审定事项", [matters], 0
    year, month = (report.summary.plan_month or report.month).split("-")
    plan = Lines(report.summary.plan, "（未填写）", leader)
    yield f"下月工作安排（{year}年{int(month)}月）", [plan], 18
    yield "图表", [charts], charts.height()
    signed = SIGNING if leader else 0
    yield "服务与管理", [overview], overview.height() + signed
    if not leader:
        yield "主要指标", [figures, OF_OTHERS], figures.height() + 18 + SIGNING


def _moment(report: MonthlyReport) -> str:
    at = report.made_at
    return f"{at.year}年{at.month}月{at.day}日{at:%H:%M}"
