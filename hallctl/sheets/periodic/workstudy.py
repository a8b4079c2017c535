"""The work-study sheet: hours of each student, room to sign, and every shift behind them (Art. 6)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hallctl.reports import Fonts
from hallctl.reports.periodic import StudentHours, WeekMinutes, WorkstudySheet
from hallctl.sheets import labels
from hallctl.sheets.forms import (
    LANDSCAPE_A4,
    PORTRAIT_A4,
    Block,
    Check,
    Column,
    Definitions,
    Sheet,
    SignOff,
    Table,
    Text,
    fitting,
)
from hallctl.sheets.periodic import parts, recount

ROUNDING = {
    "month": "全月在岗分钟合计后，不足半小时的部分舍去",
    "shift": "每班在岗分钟不足半小时的部分舍去，再合计",
}
ABOVE = "▲"
SIGNED = 26.0
"""Points of a row with room for a signature."""
DETAIL = (
    Column("日期", 12, align="center"), Column("学号", 13), Column("姓名", 9), Column("窗口", 12, 20),
    Column("上班", 8, align="center"), Column("下班", 8, align="center"), Column("签到", 10, align="center"),
    Column("签退", 10, align="center"), Column("认定", 10, align="center"), Column("在岗分钟", 9, align="right"),
)  # fmt: skip


def write_workstudy(sheet: WorkstudySheet, path: Path, fonts: Fonts) -> str:
    """Write the workbook; the same sheet gives the same bytes. Returns their digest.

    AssertionError when the shifts do not add up to the students' minutes.
    """
    recount.agree(counts(sheet))
    cover = sheet.cover
    year, month = cover.name.split("-")
    what = f"{year}年{int(month)}月学生勤工助学用工考核（工时）表"
    columns = _columns(sheet)
    rows = [_row(sheet, n, one) for n, one in enumerate(sheet.students, 1)]
    whole = [*rows, _total(sheet)]
    blocks: list[Block] = [
        parts.title(cover, what),
        Table(columns, whole, row_height=SIGNED),
        *_notes(sheet),
        SignOff(cover.prepared_by),
    ]
    found = [Sheet("工时表", fitting(columns, whole), blocks, LANDSCAPE_A4, cover.draft)]
    lines = [
        [
            one.on.isoformat(), *one[1:8], labels.STATUS[one.status],
            one.minutes if one.status != "due" else "计划",
        ]
        for one in sheet.shifts
    ]  # fmt: skip
    behind: list[Block] = [
        parts.title(cover, f"{year}年{int(month)}月工时明细"),
        Table(DETAIL, lines),
        Check(
            [("各班在岗分钟", sum(one.minutes for one in sheet.shifts))],
            [("工时表在岗分钟", sum(one.minutes for one in sheet.students))],
        ),
        parts.head_line(cover),
    ]
    found.append(Sheet("工时明细", fitting(DETAIL, lines), behind, PORTRAIT_A4, cover.draft))
    return parts.write(cover, found, path, fonts)


def _columns(sheet: WorkstudySheet) -> list[Column]:
    """Who, each week, the hours; money only where the college has set a rate; then room to sign."""
    weeks = [Column(one, 8, align="center") for one in sheet.weeks]
    pay = [Column("应发（元）", 9, align="right")] if sheet.hourly_rate else []
    planned = [Column("计划", 7, align="center")] if sheet.cover.draft else []
    return [
        Column("序号", 5, align="center"), Column("学号", 13), Column("姓名", 9), Column("班级", 10, 16),
        Column("窗口", 12, 18), Column("班次", 5, align="center"),
        Column("迟/退/缺", 8, align="center"), Column("待核", 5, align="center"), *weeks,
        Column("在岗", 7, align="center"), *planned, Column("工时", 7, align="center"), *pay,
        Column("考核等次", 8, align="center"), Column("本人签字", 12, align="center"),
        Column("核对人（签字）", 18),
    ]  # fmt: skip


def _row(sheet: WorkstudySheet, n: int, one: StudentHours) -> list[object]:
    pay = [one.amount] if sheet.hourly_rate else []
    planned = [clock(one.planned_minutes)] if sheet.cover.draft else []
    return [
        n, one.staff_no, one.name, one.class_name, one.window, one.shifts,
        f"{one.late}/{one.early}/{one.absent}", one.unproven or "", *map(_week, one.weeks),
        clock(one.minutes), *planned, f"{hours(one.half_hours)}{ABOVE if one.above_month else ''}",
        *pay, "", "", f"{one.checked_by}：" if one.checked_by else "",
    ]  # fmt: skip


def _total(sheet: WorkstudySheet) -> list[object]:
    from decimal import Decimal

    all_of = sheet.students
    weeks = [clock(sum(one.weeks[n].minutes for one in all_of)) for n in range(len(sheet.weeks))]
    amount = sum((Decimal(one.amount) for one in all_of if one.amount), Decimal(0))
    pay = [str(amount.quantize(Decimal("0.01")))] if sheet.hourly_rate else []
    planned = [clock(sum(one.planned_minutes for one in all_of))] if sheet.cover.draft else []
    return [
        "合计", "", f"{len(all_of)}人", "", "", sum(one.shifts for one in all_of), "",
        sum(one.unproven for one in all_of) or "", *weeks,
        clock(sum(one.minutes for one in all_of)), *planned,
        hours(sum(one.half_hours for one in all_of)), *pay, "", "", "",
    ]  # fmt: skip


def _week(one: WeekMinutes) -> str:
    return f"{clock(one.minutes)}{ABOVE if one.above else ''}"


def clock(minutes: int) -> str:
    """Minutes as hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def hours(halves: int) -> str:
    """Half hours as hours with one decimal."""
    return f"{halves / 2:.1f}"


def _notes(sheet: WorkstudySheet) -> Iterator[Block]:
    days = f"{sheet.cover.from_on} 至 {sheet.cover.to_on}"
    yield Definitions(
        [
            ("工时", f"{ROUNDING[sheet.rounding]}（小时，以半小时为单位）"),
            ("在岗", "班次时间内签到至签退，时:分"),
            ("待核", "只有一次打卡的班次，未计时，更正后计入"),
            (
                ABOVE,
                f"一周超过{sheet.week_hours}小时或一月超过{sheet.month_hours}小时（寒暑假除外，跨月的周按整周计）",
            ),
        ],
        f"计时期间{days}。",
    )
    above = [one for one in sheet.students if one.above_month or any(w.above for w in one.weeks)]
    if above:
        yield Text(f"超过时限{len(above)}人：{'、'.join(one.name for one in above)}，请调整排班。")
    yield Text(f"本表应于{sheet.due_on}前报送。" + (
        "期间未满，未到的班次列入“计划”，不计工时。" if sheet.cover.draft else ""))  # fmt: skip


def counts(sheet: WorkstudySheet) -> Iterator[tuple[str, object, object]]:
    """Every student's minutes counted from the shifts and from the weeks; the half hours once more."""
    by_student: dict[str, list[int]] = {}
    for line in sheet.shifts:
        by_student.setdefault(line.staff_no, []).append(line.minutes)
    for one in sheet.students:
        own = by_student.pop(one.staff_no, [])
        yield f"{one.staff_no} minutes", sum(own), one.minutes
        yield f"{one.staff_no} weeks", sum(week.minutes for week in one.weeks), one.minutes
        yield f"{one.staff_no} half hours", _halves(own, sheet.rounding), one.half_hours
    yield "shifts of nobody", sum(map(sum, by_student.values())), 0


def _halves(minutes: Sequence[int], rounding: str) -> int:
    return sum(one // 30 for one in (minutes if rounding == "shift" else [sum(minutes)]))
