"""What came late, each with its reason, its holder and its article (Art. 27, 28, 33)."""

from collections.abc import Mapping
from datetime import date

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.reports.monthly import MonthlyReport
from hallctl.reports.service import LateAnswer, OverdueLine
from hallctl.sheets import labels
from hallctl.sheets.forms import Block, Column, Gap, Heading, SignOff, Table, Text, fitting, lay
from hallctl.sheets.monthly.defined import CASES, LATE
from hallctl.sheets.monthly.parts import Marked, link, named, place, row_of, sheet, title

COLUMNS = (
    Column("办件编号", 13, 16), Column("事项", 14, 26), Column("类型", 11, 12, "center"), Column("窗口", 12, 18),
    Column("责任人/待办部门", 12, 20), Column("应办结", 12.5, 12.5, "center"), Column("办结", 12.5, 12.5, "center"),
    Column(named("overdue_workdays"), 10, 10, "center"), Column("条款", 9, 9, "center"), Column("原因", 24, 36),
)  # fmt: skip
ANSWERS = tuple(
    column._replace(title=name)
    for column, name in zip(
        COLUMNS, ("办件编号", "事项", "环节", "窗口", "责任人/承办部门", "期限", "完成",
                  named("overdue_workdays"), "条款", "说明"), strict=True)
)  # fmt: skip
UNSAID = "未说明"
SAID = {
    "extended": "延期", "paused": "暂停", "decided": "部门意见", "transferred": "转交", "reclassified": "改变类型",
    "completed": "办结说明", "refused": "不予办理", "fed_back": "反馈", "referred": "转办", "reported": "汇报",
}  # fmt: skip
WHAT = {
    "report": "向校领导汇报",
    "refer": "转办",
    "feedback": "反馈结果",
    "call_back": "差评回访",
    "rectification": "差评整改",
}


def add(book: Workbook, report: MonthlyReport, fonts: Fonts, cases: Mapping[str, str]) -> None:
    """Add the sheet; ``cases`` are the places of cases: linked there and back."""
    late, answers = report.service.overdue, report.service.answers
    rows, more = [_overdue(one) for one in late], [_answer(one) for one in answers]
    unsaid = sum(not one.reason for one in late)
    first = Marked(Table(COLUMNS, rows, _links([one.case_no for one in late], cases)))
    blocks: list[Block] = [
        title(report, "超期清单"),
        first,
        Text(
            f"共{len(rows)}件：当月超期办结的，加月末已超期未办结的，与“{named('cases_late')}”一致；{unsaid}件{UNSAID}原因。"
            "原因取自延期、暂停、转交、部门意见和办结时的记载。编号可点击，跳至办件台账。"
        ),
        Gap(),
        Heading("转办回复与差评整改逾期"),
        *(
            [Table(ANSWERS, more, _links([one.case_no for one in answers], cases), repeat=False)]
            if more
            else []
        ),
        Text(f"共{len(more)}项。" if more else "无。"),
        SignOff(report.prepared_by),
    ]
    widths = fitting(COLUMNS, [*rows, *more])
    lay(book, sheet(report, LATE, widths, blocks), fonts)
    for one, row in zip(late, first.places, strict=True):
        link(book[CASES], row_of(cases[one.case_no]), place(LATE, row))


def _links(numbers: list[str], cases: Mapping[str, str]) -> dict[int, str]:
    return {n: cases[no] for n, no in enumerate(numbers) if no in cases}


def _overdue(one: OverdueLine) -> list[object]:
    said = f"{SAID[one.said_at]}：{one.reason}" if one.reason else UNSAID
    return [
        one.case_no, one.item, labels.TIER[one.tier], one.window, one.holder, _day(one.due_on),
        _day(one.closed_on) or "未办结", one.workdays_late or 0, f"第{one.article}条", said,
    ]  # fmt: skip


def _answer(one: LateAnswer) -> list[object]:
    return [
        one.case_no, one.subject, WHAT[one.what], one.window, one.holder, _day(one.due_on),
        _day(one.done_on) or "未完成", one.workdays_late, f"第{one.article}条", one.reason or UNSAID,
    ]  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
