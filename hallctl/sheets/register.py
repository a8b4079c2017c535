"""The register of credit points (信誉分台账, Art. 32)."""

from pathlib import Path

from hallctl.reports import CreditRegister, Fonts
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
    Column("编号", 12),
    Column("学号/工号", 13),
    Column("姓名", 9),
    Column("发生日期", 12, align="center"),
    Column("扣分事项", 12, align="center"),
    Column("状态", 9, align="center"),
    Column("第几次", 8, align="center"),
    Column("扣分", 7, align="right"),
    Column("余分", 7, align="right"),
    Column("所涉办件", 13),
    Column("经过和依据", 24, 44),
)


def write_credit(report: CreditRegister, path: Path, fonts: Fonts) -> str:
    """Write the register; the same entries give the same bytes. Returns their digest."""
    rows = [
        [
            line.entry_no, line.staff_no, line.name, line.on.isoformat(),
            labels.VIOLATION.get(line.kind, line.kind), labels.LEDGER[line.state],
            *(NONE if value is None else value for value in (line.ordinal, line.points, line.balance)),
            line.case_no, line.note,
        ]
        for line in report.lines
    ]  # fmt: skip
    period = f"{report.from_on} 至 {report.to_on}"
    blocks: list[Block] = [
        Title(f"{report.hall}信誉分台账", report.college or report.hall, [period]),
        Table(COLUMNS, rows),
        Text(
            "依据第三十二条：首次扣2分、第二次扣5分、三次及以上每次扣10分（学校另有决定的按决定）；只有经干事确认的扣分。"
        ),
        SignOff(report.prepared_by),
    ]
    book = new_book()
    lay(book, Sheet("信誉分台账", fitting(COLUMNS, rows), blocks), fonts)
    return save(book, path, report.made_at)
