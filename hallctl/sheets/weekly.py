"""The weekly appraisal sheet (Art. 29)."""

from pathlib import Path

from hallctl.appraised import WeekReport
from hallctl.reports import Fonts
from hallctl.sheets.forms import (
    NONE,
    Block,
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

COLUMNS = (
    Column("学号/工号", 13), Column("姓名", 9), Column("窗口", 14), Column("应到", 6, align="center"),
    Column("实到", 6, align="center"), Column("迟到", 6, align="center"), Column("早退", 6, align="center"),
    Column("未签", 6, align="center"), Column("缺勤", 6, align="center"), Column("请假", 6, align="center"),
    Column("办结", 6, align="center"), Column("超期", 6, align="center"), Column("扣分事项", 9, align="center"),
    Column("违纪", 6, align="center"), Column("缺日志", 6, align="center"), Column("表扬", 6, align="center"),
    Column("评分", 6, align="center"),
    Column("评语", 8, 24), Column("得分", 8, align="center"),
)  # fmt: skip


def write_week(report: WeekReport, path: Path, fonts: Fonts) -> str:
    """Write the sheet; the same report gives the same bytes. Returns their digest."""
    rows = [
        [
            *line[:2], line.window or "", *line[3:13], line.incidents,
            line.missing_logs, line.praise,
            NONE if line.leader_score is None else line.leader_score, line.remark,
            NONE if line.score is None else line.score,
        ]
        for line in report.lines
    ]  # fmt: skip
    title = f"{report.hall}{report.label.replace('-W', '年第')}周考核表"
    blocks: list[Block] = [
        Title(title, report.college or report.hall, [f"{report.from_on} 至 {report.to_on}"]),
        Table(COLUMNS, rows),
        Text(
            "得分按学校采纳的权重由考勤、纪律、服务、全勤和评分计算；尚未采纳权重或尚未评分时为“—”。"
            "扣分事项只计已确认的；评分由窗口负责人（对负责人由专职干事）给出。"
        ),
        *([Text(f"已公布，内容摘要 {report.digest[:16]}", size=9)] if report.digest else []),
        SignOff(report.prepared_by),
    ]
    book = new_book()
    lay(book, Sheet("周考核", fitting(COLUMNS, rows), blocks, draft=report.draft), fonts)
    return save(book, path, report.made_at)
