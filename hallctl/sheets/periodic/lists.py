"""The lists of a report of a period: exceptions, overdue and due cases, what is missing, empty posts."""

from collections.abc import Sequence

from hallctl.reports.monthly import ShiftLine
from hallctl.reports.periodic import DueLine, GapLine, LogLine, OverdueLine
from hallctl.sheets import labels
from hallctl.sheets.forms import Block, Column, Spread, Text

WHY = {"nobody": "未排班", "leave": "请假", "absent": "缺勤", "late": "迟到", "early": "早退",
       "missing_in": "未签到", "missing_out": "未签退"}  # fmt: skip
MISSING = {"day.sheet_missing": "窗口日报表未交", "log.missing": "工作日志未写",
           "log.unacknowledged": "工作日志未确认", "day.sign_out_open": "未签退"}  # fmt: skip

SHIFT_COLUMNS = (
    Column("日期", 11, align="center"), Column("窗口", 12, 20), Column("姓名", 8), Column("班次", 12, align="center"),
    Column("认定", 9, 18, "center"), Column("分钟", 7, align="right"), Column("备注", 10, 30),
)  # fmt: skip


def is_exception(line: ShiftLine) -> bool:
    """Whether a shift was anything but a plain attendance, an approved leave or a swap."""
    return line.status not in {"present", "due", "given_away", "leave"} or bool(line.marks)


def exceptions(lines: Sequence[ShiftLine], most: int) -> list[Block]:
    """The exceptions as a table, the first ``most`` of them; or the sentence that there are none."""
    found = [line for line in lines if is_exception(line)]
    rows = [
        [
            line.on.isoformat(), line.window, line.name, f"{line.start}-{line.end}",
            "、".join(labels.STATUS[one] for one in (line.status, *line.marks)),
            line.minutes_late + line.minutes_early or "", line.remark,
        ]
        for line in found
    ]  # fmt: skip
    return listed(SHIFT_COLUMNS, rows, most, "班次", "无考勤异常。")


OVERDUE_COLUMNS = (
    Column("办件编号", 14), Column("事项", 12, 22), Column("申请人", 8, align="center"),
    Column("责任人/待办部门", 12, 20), Column("应办结", 11, align="center"), Column("办结", 11, align="center"),
    Column("超期工作日", 10, align="right"), Column("说明", 8, 22),
)  # fmt: skip


def overdue(lines: Sequence[OverdueLine], most: int) -> list[Block]:
    """What was overdue, each with who holds it and why."""
    rows = [
        [
            one.case_no, one.item, one.applicant, one.holder, one.due_on.isoformat(),
            one.closed_on.isoformat() if one.closed_on else "未办结", one.workdays_late, one.note,
        ]
        for one in lines
    ]  # fmt: skip
    return listed(OVERDUE_COLUMNS, rows, most, "件", "无超期办件。")


DUE_COLUMNS = (
    Column("办件编号", 14), Column("事项", 12, 30), Column("窗口", 12, 20), Column("经办人", 8),
    Column("应办结", 16, align="center"),
)  # fmt: skip


def due_next(lines: Sequence[DueLine], most: int, none: str) -> list[Block]:
    """What falls due next."""
    rows = [
        [
            one.case_no, one.item, one.window, one.holder,
            one.due_on.isoformat() + ("（暂定）" if one.provisional else ""),
        ]
        for one in lines
    ]  # fmt: skip
    return listed(DUE_COLUMNS, rows, most, "件", none)


def missing(lines: Sequence[LogLine]) -> list[Block]:
    """Sheets, logs and sign-outs that are missing: how many of each kind, and at which windows."""
    kinds: dict[str, dict[str, int]] = {}
    for one in lines:
        windows = kinds.setdefault(one.code, {})
        windows[one.window] = windows.get(one.window, 0) + 1
    found: list[Block] = [
        Text(f"{MISSING[code]}{sum(windows.values())}项："
             + "、".join(f"{name}{count}" for name, count in windows.items()) + "。")
        for code, windows in kinds.items()
    ]  # fmt: skip
    return found or [Text("无缺漏。")]


GAP_COLUMNS = (
    Column("日期", 11, align="center"), Column("窗口", 12, 20), Column("时段", 12, align="center"),
    Column("分钟", 6, align="right"), Column("原因", 9, align="center"), Column("应在岗人员", 12, 30),
)  # fmt: skip


def gaps(lines: Sequence[GapLine], most: int) -> list[Block]:
    """Open minutes without anybody at the post, the longest first."""
    rows = [
        [
            one.on.isoformat(), one.window, f"{one.start}-{one.end}", one.minutes,
            WHY.get(one.why, one.why), one.names,
        ]
        for one in sorted(lines, key=lambda one: (-one.minutes, one.on, one.window, one.start))
    ]  # fmt: skip
    return listed(GAP_COLUMNS, rows, most, "段", "开放时间内窗口均有人在岗。")


def listed(
    columns: Sequence[Column], rows: Sequence[Sequence[object]], most: int, unit: str, none: str
) -> list[Block]:
    """A table of the first rows and how many there are; the sentence ``none`` for an empty one."""
    if not rows:
        return [Text(none)]
    shown = rows[:most]
    if len(shown) == len(rows):
        return [Spread(columns, shown)]
    return [Spread(columns, shown), Text(f"共{len(rows)}{unit}，此处列前{most}{unit}。")]
