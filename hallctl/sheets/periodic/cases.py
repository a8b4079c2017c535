"""The cases of any period: figures in groups, what was overdue, and the list, applicants masked (Art. 27)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hallctl.reports import Fonts
from hallctl.reports.periodic import CasesReport, GroupLine, ListedCase
from hallctl.sheets import labels
from hallctl.sheets.forms import (
    LANDSCAPE_A4,
    NONE,
    PORTRAIT_A4,
    Block,
    Column,
    Heading,
    Sheet,
    SignOff,
    Table,
    Text,
    fitting,
)
from hallctl.sheets.periodic import lists, parts, recount

GROUP = ("cases_opening", "cases_accepted", "cases_completed", "cases_refused", "cases_withdrawn",
         "cases_open", "cases_late", "on_time_rate", "mean_workdays_net")  # fmt: skip
SPEED = ("completion_rate", "on_time_rate", "early_rate", "instant_rate", "mean_workdays_net",
         "mean_workdays_gross", "saved_time_rate", "one_notice_rate")  # fmt: skip
PERIOD = "本期"
MOST = 40
"""Overdue cases on the summary; all of them stand in the list."""
LIST = (
    Column("办件编号", 13), Column("事项", 16, 30), Column("类型", 11, align="center"),
    Column("申请人", 8, align="center"), Column("学号", 13, align="center"), Column("窗口", 12, 20),
    Column("经办人", 9), Column("受理", 12, align="center"), Column("应办结", 12, 20, "center"),
    Column("办结", 12, align="center"), Column("状态", 9, align="center"), Column("时效", 6, align="center"),
    Column("用时（工作日）", 12, align="right"),
)  # fmt: skip


def write_cases(report: CasesReport, path: Path, fonts: Fonts) -> str:
    """Write the workbook; the same report gives the same bytes. Returns their digest.

    AssertionError when groups or the list do not add up to the figures.
    """
    recount.agree(counts(report))
    cover = report.cover
    blocks: list[Block] = [
        parts.title(cover, "办件统计表"),
        parts.balance(report.figures),
        Heading("一、办理速度"),
        Text("；".join(_speed(report)) + "。"),
        parts.meanings(SPEED, PERIOD),
        Heading("二、按窗口"),
        _groups("窗口", report.windows, report),
        Heading("三、按办件类型"),
        _groups("类型", [one._replace(name=labels.TIER.get(one.key, one.key)) for one in report.tiers], report),
        Heading("四、按事项"),
        _groups("事项", report.items, report),
        Heading("五、按经办人"),
        _groups("经办人", report.handlers, report),
        Heading("六、超期办件"),
        *lists.overdue(report.overdue, MOST),
        SignOff(cover.prepared_by),
    ]  # fmt: skip
    rows = [_row(one) for one in report.cases]
    behind: list[Block] = [
        parts.title(cover, "办件清单"),
        Table(LIST, rows),
        Text(f"共{len(rows)}件：期初在办和本期受理的办件；申请人信息已脱敏。"),
        parts.head_line(cover),
    ]
    sheets = [
        parts.page_of(cover, "办件统计", PORTRAIT_A4, blocks),
        Sheet("办件清单", fitting(LIST, rows), behind, LANDSCAPE_A4, cover.draft),
    ]
    return parts.write(cover, sheets, path, fonts)


def _speed(report: CasesReport) -> Iterator[str]:
    for code in SPEED:
        found = report.figures.get(code)
        unit = labels.FIGURES[code].unit
        shown = NONE if found is None else f"{found:.1f}{'%' if unit == '%' else f'个{unit}'}"
        yield f"{parts.name_of(code, '')}{shown}"


def _groups(what: str, lines: Sequence[GroupLine], report: CasesReport) -> Block:
    return parts.groups([Column(what, 12, 24)], GROUP, lines, report.figures)


def _row(one: ListedCase) -> list[object]:
    return [
        one.case_no, one.item, labels.TIER.get(one.tier, ""), one.applicant, one.applicant_no,
        one.window, one.handler, one.accepted_on.isoformat(),
        one.due_on.isoformat() + ("（暂定）" if one.provisional else ""),
        one.closed_on.isoformat() if one.closed_on else "", labels.STATE[one.state],
        labels.LATENESS[one.lateness], "" if one.workdays_used is None else one.workdays_used,
    ]  # fmt: skip


def counts(report: CasesReport) -> Iterator[tuple[str, object, object]]:
    """Groups added up and the list counted, beside what the figures say."""
    f, listed = report.figures, report.cases
    for what in ("windows", "tiers", "items", "handlers"):
        yield from recount.group_counts(what, getattr(report, what), f, parts.ENDS)
    yield recount.balance_counts("cases", f)
    yield "overdue", len(report.overdue), parts.number(f, "cases_late")
    first = report.cover.from_on
    ends = {
        end: sum(one.state == end for one in listed)
        for end in ("completed", "refused", "withdrawn")
    }
    found = {
        "cases_opening": sum(one.accepted_on < first for one in listed),
        "cases_accepted": sum(one.accepted_on >= first for one in listed),
        **{f"cases_{end}": count for end, count in ends.items()},
        "cases_open": sum(one.closed_on is None for one in listed),
        "cases_late": sum(one.lateness == "late" for one in listed),
    }  # fmt: skip
    for code, count in found.items():
        yield f"list {code}", count, parts.number(f, code)
