"""Letters 函 to the faculties about whom the hall certifies, and the public notice (Art. 31)."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from hallctl.appraised import MeritLine, Paper, Publicity
from hallctl.reports import Fonts
from hallctl.sheets.forms import (
    PORTRAIT_A4,
    Block,
    Column,
    Gap,
    Sheet,
    Table,
    Text,
    Title,
    fitting,
    lay,
    new_book,
)
from hallctl.sheets.save import save
from hallctl.sheets.standings import notice

LETTER = (
    Column("序号", 6, align="center"), Column("姓名", 9, align="center"), Column("学号", 12),
    Column("班级", 12, 18), Column("窗口", 14, 18), Column("周数", 6, align="center"),
    Column("期考评", 8, align="center"), Column("到岗率%", 8, align="center"),
)  # fmt: skip


def write_merit(
    paper: Paper, letters: Mapping[str, Sequence[MeritLine]],
    public: Sequence[Sequence[str]], dates: Publicity, path: Path, fonts: Fonts,
) -> str:  # fmt: skip
    """One sheet per faculty, then the notice unless ``public`` is empty; returns the file's digest."""
    book = new_book()
    for faculty, lines in letters.items():
        lay(book, _letter(paper, faculty, lines, dates), fonts)
    if public:
        text = (
            f"根据{paper.label}学期考核结果，以下窗口工作人员拟推荐给所在学院，在奖学金评定、"
            "评先评优时优先考虑，现予公示。"
        )
        lay(book, notice(paper, f"{paper.hall}评优推荐公示", text, public, dates), fonts)
    return save(book, path, paper.made_at)


def _letter(paper: Paper, faculty: str, lines: Sequence[MeritLine], dates: Publicity) -> Sheet:
    rows = [
        [n, one.name, one.staff_no, one.class_name, one.window, one.weeks, one.score, one.presence_rate]
        for n, one in enumerate(lines, 1)
    ]  # fmt: skip
    day = f"{dates.from_on.year}年{dates.from_on.month}月{dates.from_on.day}日"
    blocks: list[Block] = [
        Title("关于推荐优秀窗口工作人员的函", paper.college or paper.hall, [f"{paper.label}学期"]),
        Text(f"{faculty or '有关学院'}："),
        Text(
            f"　　贵院下列{len(rows)}名学生{paper.label}学期在{paper.hall}窗口服务中表现优秀，经本大厅"
            "按公布的周考核核实，特此证明。请贵院依照大厅管理办法第三十一条，在奖学金评定、评先评优时"
            "予以优先考虑；是否采纳由贵院决定。"
        ),
        Table(LETTER, rows),
        Text(
            f"　　说明：由已公布的{len(paper.weeks)}周考核汇总，无已确认的扣分事项；到岗率不计病假、公假。"
        ),
        Text(
            f"　　公示期满（{dates.to_on.year}年{dates.to_on.month}月{dates.to_on.day}日）无异议后生效。"
        ),
        Gap(),
        Text(f"经办人：{paper.prepared_by}　　　　{paper.hall}（盖章）　　　　{day}"),
    ]
    name = re.sub(r"[\\/*?:\[\]]", "", faculty)[:31] or "学院未填"
    return Sheet(name, fitting(LETTER, rows), blocks, PORTRAIT_A4)
