"""The month's complaints by sort (Art. 33): counts alone, so that nobody who complained can be recognised."""

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.reports.complaints import ComplaintLine
from hallctl.reports.monthly import MonthlyReport
from hallctl.sheets.forms import NONE, Block, Column, SignOff, Table, Text, fitting, lay
from hallctl.sheets.monthly.defined import COMPLAINTS
from hallctl.sheets.monthly.parts import named, rate, sheet, title

SORTS = {"all": "全部", "channel": "渠道", "kind": "内容", "about": "对象", "window": "涉及窗口"}
WORDS = {
    "all": "合计", "window": "窗口", "phone": "电话", "email": "电子信箱", "letter": "书面", "attitude": "服务态度",
    "overdue": "超时限", "procedure": "程序或收费", "other": "其他", "staff": "工作人员", "case": "办件",
    "officer": "专职干事（转学生工作部）", "": "不详",
}  # fmt: skip
COUNTS = ("received", "yes", "partly", "no", "pending", "accepted_on_time", "accepted_late", "on_time",
          "late")  # fmt: skip
COLUMNS = (
    Column("分类", 10, 12, "center"), Column("项目", 24, 30), Column("收到", 8, 8, "center"),
    Column("上月", 8, 8, "center"),
    Column("增减", 8, 8, "center"), Column("属实", 8, 8, "center"), Column("部分属实", 9, 9, "center"),
    Column("不属实", 8, 8, "center"), Column(named("pending"), 8, 8, "center"), Column("按期受理", 9, 9, "center"),
    Column("超期受理", 9, 9, "center"), Column(named("accepted_in_time_rate"), 11, 11, "center"),
    Column("按期答复", 9, 9, "center"), Column("超期答复", 9, 9, "center"),
    Column(named("answered_in_time_rate"), 12, 12, "center"),
)  # fmt: skip


def add(book: Workbook, report: MonthlyReport, fonts: Fonts) -> None:
    """Add the sheet."""
    found = report.complaints
    rows = [_row(line) for line in found.lines]
    few = len(found.lines) <= 1 and any(line.counts["received"] for line in found.lines)
    blocks: list[Block] = [
        title(report, "投诉分析", ["单位：件"]),
        Table(COLUMNS, rows),
        *([Text(f"本月投诉不足{found.least}件，不分类列示，以免推知投诉人。")] if few else []),
        Text(
            "投诉人身份密封保存，本表只列件数，不列日期、编号和内容。查明情况、受理、答复均以月末为准；"
            "上月按上月末为准，不足分类件数的记“—”。"
        ),
        Text(_measures(report)),
        SignOff(report.prepared_by),
    ]
    lay(book, sheet(report, COMPLAINTS, fitting(COLUMNS, rows), blocks), fonts)


def _row(line: ComplaintLine) -> list[object]:
    count = line.counts
    before = NONE if line.before is None else line.before
    change = NONE if line.before is None else f"{count['received'] - line.before:+d}"
    value = WORDS.get(line.value, line.value) if line.what != "window" else line.value or WORDS[""]
    return [
        SORTS[line.what], value, count["received"], before, "持平" if change == "+0" else change,
        *(count[code] for code in COUNTS[1:7]), rate(line.accepted_rate),
        *(count[code] for code in COUNTS[7:]), rate(line.on_time_rate),
    ]  # fmt: skip


def _measures(report: MonthlyReport) -> str:
    told = report.complaints.measures
    if not told.get("substantiated"):
        return "处理措施：本月没有查明属实或部分属实的投诉。"
    return (
        f"处理措施：本月查明属实或部分属实{told['substantiated']}件，据此提出扣分{told['violations_proposed']}项、"
        f"已确认{told['violations_confirmed']}项；就投诉致函部门{told['letters']}件。"
    )
