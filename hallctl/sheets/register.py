"""The register of credit points (信誉分台账, Art. 32)."""

from pathlib import Path

from hallctl.reports import CreditLine, CreditRegister, Fonts
from hallctl.sheets import labels
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
    Column("编号", 11),
    Column("学号/工号", 11),
    Column("姓名", 7, align="center"),
    Column("发生日期", 10, align="center"),
    Column("扣分事项", 10, align="center"),
    Column("状态", 7, align="center"),
    Column("第几次", 5, align="center"),
    Column("扣分", 5, align="center"),
    Column("余分", 5, align="center"),
    Column("所涉办件/投诉", 12),
    Column("经过和依据", 14, 30),
    Column("证据", 10, 22),
    Column("本人陈述", 12, 26),
    Column("申诉和结论", 12, 28),
)
VERDICT = {"upheld": "申诉成立，扣分冲销", "dismissed": "申诉不成立，维持扣分"}


def write_credit(report: CreditRegister, path: Path, fonts: Fonts) -> str:
    """Write the register; the same entries give the same bytes. Returns their digest."""
    rows = [_row(line) for line in report.lines]
    period = f"{report.from_on} 至 {report.to_on}"
    blocks: list[Block] = [
        Title(f"{report.hall}信誉分台账", report.college or report.hall, [period]),
        Table(COLUMNS, rows),
        Text(
            "依据第三十二条：首次扣2分、第二次扣5分、三次及以上每次扣10分（学校另有决定的按决定）；"
            f"只有经干事确认的扣分才计入，余分从{report.base}分起逐次减去。本表含个人信息，仅供办公室留存，不得张贴。"
        ),
        SignOff(report.prepared_by),
    ]
    book = new_book()
    lay(book, Sheet("信誉分台账", fitting(COLUMNS, rows), blocks), fonts)
    return save(book, path, report.made_at)


def _row(line: CreditLine) -> list[object]:
    """One entry with its evidence, what the person says, and what became of an appeal."""
    note = line.note + (f"（已移交{line.handed_to}）" if line.handed_to else "")
    return [
        line.entry_no, line.staff_no, line.name, line.on.isoformat(),
        labels.VIOLATION.get(line.kind, line.kind), labels.LEDGER[line.state],
        *(NONE if value is None else value for value in (line.ordinal, line.points, line.balance)),
        line.origin, note, line.evidence, line.statement, _appeal(line),
    ]  # fmt: skip


def _appeal(line: CreditLine) -> str:
    """The appeal with its verdict, or until when one can be made."""
    if line.appealed_on is None:
        return f"可申诉至{line.appeal_by}" if line.appeal_by and line.state == "confirmed" else ""
    verdict = VERDICT[line.verdict] if line.verdict else "待裁定"
    reason = f"：{line.verdict_reason}" if line.verdict_reason else ""
    return f"{line.appealed_on}申诉：{line.appeal}。{verdict}{reason}"
