"""The register of meetings and trainings with an attendance list each (Art. 10, 11)."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from hallctl.registers import MeetingLine, MeetingRegister
from hallctl.reports import Fonts
from hallctl.sheets import labels
from hallctl.sheets.forms import Column, Form, fitting, new_book, table
from hallctl.sheets.save import save

COLUMNS = (
    Column("编号", 12), Column("日期", 12, align="center"), Column("类别", 7, align="center"),
    Column("主题", 20, 40), Column("范围", 14), Column("主持人", 9), Column("地点", 10, 20),
    Column("应到", 6, align="right"), Column("实到", 6, align="right"),
    Column("请假", 6, align="right"), Column("缺席", 6, align="right"), Column("内容和备注", 20, 44),
)  # fmt: skip
PEOPLE = (
    Column("序号", 6, align="center"), Column("学号/工号", 13), Column("姓名", 10),
    Column("岗位", 14, align="center"), Column("窗口", 16), Column("出席情况", 10, align="center"),
    Column("签名", 20),
)  # fmt: skip
WHOLE_HALL = "全大厅"


def write_meetings(report: MeetingRegister, path: Path, fonts: Fonts) -> str:
    """Write the register; the same records give the same bytes. Returns their digest."""
    book = new_book()
    _register(book, report, fonts)
    for line in report.lines:
        _attendance(book, report, line, fonts)
    return save(book, path, report.made_at)


def _register(book: Workbook, report: MeetingRegister, fonts: Fonts) -> None:
    rows = [
        [
            line.meeting_no, line.on.isoformat(), labels.MEETING[line.kind], line.topic,
            line.window or WHOLE_HALL, line.chair, line.place, line.invited, line.present,
            line.excused, line.absent, line.note,
        ]
        for line in report.lines
    ]  # fmt: skip
    form = Form(book, "会议培训台账", fonts, columns=len(COLUMNS))
    form.widths(fitting(COLUMNS, rows))
    form.title(
        f"{report.hall}会议、培训、讨论、总结台账",
        [f"填报单位：{report.college or report.hall}", f"{report.from_on} 至 {report.to_on}"],
    )
    table(form, COLUMNS, rows)
    form.text(_totals(report.lines))
    form.sign_off(report.prepared_by)
    form.end()


def _totals(lines: Sequence[MeetingLine]) -> str:
    """How many of each kind."""
    counted = [
        f"{name}{sum(line.kind == kind for line in lines)}次"
        for kind, name in labels.MEETING.items()
    ]
    return "合计：" + "，".join(counted) + "。依据第十条、第十一条。应到指出席名单上的人数。"


def _attendance(book: Workbook, report: MeetingRegister, line: MeetingLine, fonts: Fonts) -> None:
    """The attendance list of one meeting, with room for signatures."""
    rows = [
        [n, one.staff_no, one.name, labels.ROLE.get(one.role or "", ""), one.window,
         labels.ATTENDED[one.state], ""]
        for n, one in enumerate(line.people, 1)
    ]  # fmt: skip
    form = Form(book, line.meeting_no, fonts, columns=len(PEOPLE))
    form.sheet.page_setup.orientation = "portrait"
    form.widths(fitting(PEOPLE, rows))
    form.title(
        f"{report.hall}{labels.MEETING[line.kind]}签到表",
        [line.meeting_no, line.on.isoformat(), line.window or WHOLE_HALL],
    )
    place = f"　　地点：{line.place}" if line.place else ""
    form.text(f"主题：{line.topic}\n主持人：{line.chair}{place}")
    table(form, PEOPLE, rows)
    form.text(
        f"应到{line.invited}人，实到{line.present}人，请假{line.excused}人，缺席{line.absent}人。"
        + (f"\n内容和备注：{line.note}" if line.note else "")
    )
    form.end()
