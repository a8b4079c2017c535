"""The papers of a term and a year: the term appraisal, the notice of service stars, the annual review."""

from collections.abc import Sequence
from pathlib import Path

from hallctl.appraised import AnnualLine, Paper, Publicity, TermLine
from hallctl.reports import Fonts
from hallctl.sheets import labels
from hallctl.sheets.forms import (
    NONE,
    PORTRAIT_A4,
    Block,
    Column,
    Gap,
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

FLAGS = {"third_violation": "扣分满三次", "below_line": "低于辞退线"}
STANDINGS = {"good": "正常", "dismissal_proposed": "应予辞退", "dismissed": "已辞退"}

TERM = (
    Column("名次", 5, align="center"), Column("学号/工号", 11), Column("姓名", 8, align="center"),
    Column("岗位", 14, 18), Column("窗口", 13, 24), Column("周数", 5, align="center"),
    *(Column(title, 5, align="center") for title in ("应到", "实到", "迟到", "早退", "未签", "缺勤", "请假")),
    Column("到岗率%", 7, align="center"), Column("办结", 5, align="center"),
    *(Column(title, 5, align="center") for title in ("超期", "扣分", "违纪", "表扬")),
    Column("窗口满意率%", 8, align="center"), Column("得分", 6, align="center"),
)  # fmt: skip
PUBLIC = (
    Column("序号", 6, align="center"), Column("姓名", 12, align="center"), Column("班级/单位", 18, 24),
    Column("学号/工号", 14), Column("窗口", 18, 24),
)  # fmt: skip
ANNUAL = (
    Column("学号/工号", 11), Column("姓名", 9, align="center"), Column("岗位", 14, 18),
    Column("窗口", 14, 24), Column("考核周数", 8, align="center"), Column("平均得分", 8, align="center"),
    Column("扣分次数", 8, align="center"), Column("信誉分", 7, align="center"), Column("状态", 9, align="center"),
    Column("服务明星", 8, align="center"), Column("纳入年度考核", 14, 24),
)  # fmt: skip


def write_term(paper: Paper, lines: Sequence[TermLine], path: Path, fonts: Fonts) -> str:
    """The term appraisal; the same lines give the same bytes. Returns their digest."""
    rows = [
        [
            _or_none(one.place), one.staff_no, one.name, labels.ROLE.get(one.role, ""), one.window,
            one.weeks, one.due, one.attended, one.late, one.early, one.missing, one.absent,
            one.leave, _or_none(one.presence_rate), one.cases_closed, one.cases_late,
            one.violations, one.incidents, one.praise, _or_none(one.satisfaction_rate), _or_none(one.score),
        ]
        for one in lines
    ]  # fmt: skip
    title = f"{paper.hall}{paper.label}学期期考评表"
    more = (
        f"由已公布的{len(paper.weeks)}周考核汇总；得分为各周得分的平均。到岗率＝实到÷（应到－病假、公假）。"
        "扣分只计已确认的。窗口满意率＝学期内该窗口办件评价和问卷评价中满意的÷全部评价，供评议参考，不计入得分。"
    )
    return _one(paper, "期考评", title, TERM, rows, more, path, fonts)


def write_annual(paper: Paper, lines: Sequence[AnnualLine], path: Path, fonts: Fonts) -> str:
    """The annual review; the same lines give the same bytes. Returns their digest."""
    rows = [
        [
            one.staff_no, one.name, labels.ROLE.get(one.role, ""), one.window, one.weeks,
            _or_none(one.score), one.violations, one.balance, STANDINGS.get(one.standing, one.standing),
            one.stars, "、".join(FLAGS[flag] for flag in one.flags),
        ]
        for one in lines
    ]  # fmt: skip
    title = f"{paper.hall}{paper.label}年度考核情况表"
    more = "信誉分三次及以上扣分的纳入年度考核（第32条）。考核结果由学生工作部审定。"
    return _one(paper, "年度考核", title, ANNUAL, rows, more, path, fonts)


def write_stars(
    paper: Paper, people: Sequence[Sequence[str]], dates: Publicity, path: Path, fonts: Fonts
) -> str:
    """The public notice of service stars; returns the file's digest."""
    book = new_book()
    text = (
        f"根据{paper.label}学期周考核和期考评结果，经研究，拟评定以下同志为“服务明星”，现予公示。"
    )
    lay(book, notice(paper, f"{paper.hall}“服务明星”公示", text, people, dates), fonts)
    return save(book, path, paper.made_at)


def notice(
    paper: Paper, title: str, text: str, people: Sequence[Sequence[str]], dates: Publicity
) -> Sheet:
    """A public notice: who, from when to when, and where to object. Numbers come masked."""
    rows = [[n, *one] for n, one in enumerate(people, 1)]
    until = f"{_day(dates.to_on)}{'（暂定）' if dates.provisional else ''}"
    reach = "，".join(
        part
        for part in (
            f"电话：{dates.phone}" if dates.phone else "",
            f"邮箱：{dates.email}" if dates.email else "",
        )
        if part
    )
    blocks: list[Block] = [
        Title(title, paper.college or paper.hall, [f"{paper.label}学期"]),
        Text(f"　　{text}"),
        Table(PUBLIC, rows),
        Text(f"　　公示时间：{_day(dates.from_on)}至{until}。"),
        Text(f"　　公示期内如有异议，请向{paper.hall}反映{'（' + reach + '）' if reach else ''}。"),
        Gap(),
        Text(f"{paper.hall}（盖章）　　　　{_day(dates.from_on)}"),
    ]
    return Sheet("公示", fitting(PUBLIC, rows), blocks, PORTRAIT_A4)


def _one(
    paper: Paper, name: str, title: str, columns: Sequence[Column], rows: list[list[object]],
    more: str, path: Path, fonts: Fonts,
) -> str:  # fmt: skip
    blocks: list[Block] = [
        Title(title, paper.college or paper.hall, [f"{paper.from_on} 至 {paper.to_on}"]),
        Table(columns, rows),
        Text(more),
        SignOff(paper.prepared_by),
    ]
    book = new_book()
    lay(book, Sheet(name, fitting(columns, rows), blocks), fonts)
    return save(book, path, paper.made_at)


def _or_none(value: object) -> object:
    return NONE if value is None else value


def _day(on: object) -> str:
    year, month, day = str(on).split("-")
    return f"{year}年{int(month)}月{int(day)}日"
