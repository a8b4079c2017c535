"""The register of complaints (投诉台账, Art. 33); who complained is not in it."""

from pathlib import Path

from hallctl.registers import ComplaintLine, ComplaintRegister
from hallctl.reports import Fonts
from hallctl.sheets.forms import (
    NONE,
    Block,
    Check,
    Column,
    Sheet,
    SignOff,
    Table,
    Text,
    Title,
    fitting,
    lay,
    new_book,
)
from hallctl.sheets.save import save

CHANNEL = {"window": "举报窗口", "phone": "电话", "email": "电子信箱", "letter": "来信", "": NONE}
KIND = {
    "attitude": "服务态度",
    "overdue": "办件超期",
    "procedure": "办理程序",
    "other": "其他",
    "": NONE,
}
FINDING = {"yes": "属实", "partly": "部分属实", "no": "不属实"}
LATENESS = {"on_time": "按期", "late": "超期", "reply_late": "答复超期", "accept_late": "受理超期"}
COLUMNS = (
    Column("编号", 10), Column("收到日期", 10, align="center"), Column("渠道", 8, align="center"),
    Column("投诉对象", 10, 16), Column("类别", 8, align="center"), Column("署名", 6, align="center"),
    Column("投诉内容", 16, 32), Column("受理日期", 10, align="center"),
    Column("答复期限", 10, align="center"), Column("调查结论", 8, align="center"),
    Column("调查人", 7, align="center"), Column("调查情况", 16, 32),
    Column("答复日期", 10, align="center"), Column("时效", 8, align="center"),
    Column("拟扣分编号", 11, align="center"),
)  # fmt: skip


def write_complaints(report: ComplaintRegister, path: Path, fonts: Fonts) -> str:
    """Write the register; the same complaints give the same bytes. Returns their digest."""
    rows = [_row(one) for one in report.lines]
    ours = [one for one in report.lines if one.about != "officer"]
    answered = [one for one in ours if one.replied_on]
    unanswered = len(ours) - len(answered)
    received = [("收到", len(report.lines))]
    found = [("已有结论", sum(one.finding is not None for one in ours))]
    blocks: list[Block] = [
        Title(
            f"{report.hall}投诉举报台账",
            report.college or report.hall,
            [f"{report.from_on} 至 {report.to_on}"],
        ),
        Table(COLUMNS, rows),
        Check(received, [("已答复", len(answered)), ("未答复", unanswered),
                         ("转学生工作部", len(report.lines) - len(ours))]),
        Check(found, [(word, sum(one.finding == code for one in ours))
                      for code, word in FINDING.items()]),
        Text(
            f"依据第三十三条：收到后{report.accept_days}个工作日内受理，受理后{report.reply_days}个工作日内答复"
            "（以收到当日的设置为准）。投诉人信息另行密封，不在本表；涉及专职干事的由学生工作部处理，只留编号。"
        ),
        SignOff(report.prepared_by),
    ]  # fmt: skip
    book = new_book()
    lay(book, Sheet("投诉台账", fitting(COLUMNS, rows), blocks), fonts)
    return save(book, path, report.made_at)


def _row(one: ComplaintLine) -> list[object]:
    """One complaint as the register has it."""
    if one.about == "officer":
        elsewhere = ["专职干事", NONE, NONE, "转学生工作部处理", *[NONE] * 8]
        return [one.complaint_no, one.received_on.isoformat(), NONE, *elsewhere]
    days = [
        day.isoformat() if day else "" for day in (one.accepted_on, one.reply_by, one.replied_on)
    ]
    return [
        one.complaint_no, one.received_on.isoformat(), CHANNEL.get(one.channel, one.channel),
        one.concerns, KIND.get(one.kind, one.kind), "匿名" if one.anonymous else "署名", one.matter,
        *days[:2], FINDING.get(one.finding or "", ""), one.investigated_by, one.found, days[2],
        LATENESS.get(one.lateness or "", ""), "、".join(one.violations),
    ]  # fmt: skip
