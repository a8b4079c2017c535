"""What comes round: rosters, device files, case books, day sheets, the ends of weeks and months."""

import json
import random
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from conftest import HALL
from openpyxl import Workbook, load_workbook
from term.facts import (
    Built,
    Case,
    Duty,
    DutyFile,
    Month,
    Punch,
    Score,
    Sheets,
    Week,
    at,
    monday,
    week_of,
)
from term.script import add_punches
from term.telling import Term, tells, write_csv

from fixtures.generate.hall import items


@tells(DutyFile)
def duty_file(term: Term, fact: DutyFile) -> None:
    rows = [(one.start.date(), f"{one.start:%H:%M}", f"{one.end:%H:%M}", one.window_no, one.staff_no)
            for one in fact.duties]  # fmt: skip
    head = ("日期", "开始", "结束", "窗口", "学号")
    term.run("duty", "import", write_csv(term.folder / fact.name, head, rows))


@tells(Built)
def built(term: Term, fact: Built) -> None:
    """hallctl works the week out; what hangs on the wall then is a fact, and people come by it."""
    term.run("term", "periods", "import", HALL / "class_periods.csv")
    term.run("roster", "timetable", "import", HALL / "timetables_lines.txt")
    term.run("duty", "build", "--week", fact.week, "--substitutes")
    term.run("duty", "publish")
    first = monday(fact.week)
    listed = term.data("duty", "list", "--from", first, "--to", first + timedelta(days=6))
    duties = [Duty(at(date.fromisoformat(one["on"]), one["start"]), at(date.fromisoformat(one["on"]), one["end"]),
                   one["window_no"], one["staff_no"]) for one in listed]  # fmt: skip
    told = len(term.script.events)
    term.script.tell(term.now, DutyFile("on the wall", tuple(duties)))
    add_punches(term.script, duties, random.Random(51))
    del term.script.events[told + 1 :]  # nobody had anything put right that week


@tells(Week)
def week(term: Term, fact: Week) -> None:
    {"punches": _punches, "register": _register, "publish": _publish}[fact.act](term, fact.week)


def _punches(term: Term, name: str) -> None:
    """A device's file, with or without a device column; the first week by hand, the second at the desk."""
    own = [
        one for one in term.script.punches if week_of(one.at.date()) == name and one.at <= term.now
    ]
    own.sort(key=lambda one: (one.at, one.staff_no))
    number = int(name[-2:])
    if number == 36:
        said = {0: "签到", 1: "签退", 2: "签退", 3: "签到", 255: ""}
        rows = [(one.staff_no, one.at.date(), one.at.time(), said[one.status]) for one in own]
        path = write_csv(
            term.folder / "first.csv", ("学号", "日期", "时间", "签到/签退"), list(rows)
        )
        term.run("attendance", "import", path)
        return
    if number == 37:
        own = [one for one in own if not _at_the_desk(term, one)]
    device = number % 2 == 0
    lines = [
        f"{one.staff_no:>12}\t{one.at}\t1\t{one.status}\t1\t0" if device
        else f"{one.staff_no}\t{one.at}\t{one.status}\t15\t0\t0\t0" for one in own
    ]  # fmt: skip
    path = term.folder / f"{name}.dat"
    path.write_bytes("\r\n".join([*lines, lines[0], ""]).encode())  # one line came twice
    term.run("attendance", "import", path)


def _at_the_desk(term: Term, one: Punch) -> bool:
    """On one morning the device was out of order: people signed in at the desk."""
    if one.at.date() != date(2026, 9, 8) or one.status not in {0, 1}:
        return False
    term.run("signin" if one.status == 0 else "signout", one.staff_no, "--at", term.clock(one.at))
    return True


def _register(term: Term, name: str) -> None:
    """The windows' book of the week: new cases, and older ones that were finished."""
    until = term.now
    rows, steps, single = [], [], []
    for one in term.script.cases.values():
        told = _happened(one.at, name, until)
        ended = _happened(one.closed_at, name, until)
        if one.by == "register" and (told or ended):
            missing = _missing(one) if one.supplied_at else ""
            end = one.closed_at if one.closed_at and one.closed_at <= until else None
            result = {"granted": "办结", "refused": "不予办理"}.get(one.result, "") if end else ""
            rows.append((one.ref, one.item, one.applicant_no, one.applicant, one.window_no, one.handler, one.at,
                         missing, end or "", result, "不符合条件" if result == "不予办理" else ""))  # fmt: skip
        if one.supplied_at and _happened(one.supplied_at, name, until):
            steps.append((one.ref, "补齐", one.supplied_at, ""))
        single += [one] if one.by == "command" and told else []
    head = (
        "流水号",
        "事项",
        "学号",
        "姓名",
        "窗口",
        "经办人",
        "受理时间",
        "缺少材料",
        "办结时间",
        "结果",
        "备注",
    )
    _book(term.folder / f"cases-{name}.xlsx", head, rows, steps)
    term.run("case", "import", f"cases-{name}.xlsx")
    for one in single:
        _by_command(term, one)
    _finish(term, name)
    _ratings(term, name)


def _happened(moment: datetime | None, name: str, until: datetime) -> bool:
    """Whether something fell into the week, as far as it has come."""
    return moment is not None and week_of(moment.date()) == name and moment <= until


def _missing(one: Case) -> str:
    return next(item.materials[-1] for item in items() if item.code == one.item)


def _book(path: Path, head: tuple[str, ...], rows: list[Any], steps: list[Any]) -> None:

    book = Workbook()
    book.active.append(list(head))
    for row in rows:
        book.active.append(list(row))
    if steps:
        sheet = book.create_sheet("步骤")
        for row in [("流水号", "步骤", "时间", "说明"), *steps]:
            sheet.append(list(row))
    book.save(path)


def _by_command(term: Term, one: Case) -> None:
    found = term.data("case", "open", "--item", one.item, "--applicant-no", one.applicant_no, "--applicant",
                      one.applicant, "--handler", one.handler, "--all-materials", "--ref", one.ref,
                      "--at", term.clock(one.at))  # fmt: skip
    term.numbers[one.ref] = found["case_no"]


def _finish(term: Term, name: str) -> None:
    """What happens to the cases that are told by command, in the week it happens."""
    for one in term.script.cases.values():
        if one.by != "command":
            continue
        number = term.numbers.get(one.ref, "")
        if one.moved and _happened(one.moved[1], name, term.now):
            term.run(
                "case",
                "transfer",
                number,
                "--to",
                one.moved[0],
                "--reason",
                "请假",
                "--at",
                term.clock(one.moved[1]),
            )
        for department, moment in one.decided:
            if _happened(moment, name, term.now):
                term.run(
                    "case",
                    "decide",
                    number,
                    department,
                    "--by",
                    "某处长",
                    "--at",
                    term.clock(moment),
                )
        if one.closed_at and _happened(one.closed_at, name, term.now):
            moment = term.clock(one.closed_at)
            if one.result == "withdrawn":
                term.run("case", "withdraw", number, "--note", "本人撤回", "--at", moment)
            else:
                term.run("case", "close", number, "--result", one.result, "--at", moment)


def _ratings(term: Term, name: str) -> None:
    own = [one for one in term.script.ratings if _happened(one.at, name, term.now)]
    fixed = [one for one in term.script.ratings if _happened(one.fixed_at, name, term.now)]
    if not own and not fixed:
        return
    for one in term.data("case", "list", "--limit", 5000):
        by_applicant = {case.applicant_no: ref for ref, case in term.script.cases.items()}
        term.numbers[by_applicant[one["applicant_no"]]] = one["case_no"]
    lines = [{"case_no": term.numbers[one.ref], "level": one.level, "by": term.script.cases[one.ref].applicant_no,
              "channel": "phone", "recorder": "A0001", "at": term.clock(one.at)} for one in own]  # fmt: skip
    term.run("case", "rate", "--stdin", stdin="\n".join(map(json.dumps, lines)))
    lines = [{"case_no": term.numbers[one.ref], "note": "已回访并改正", "contacted": True, "done": True,
              "at": term.clock(one.fixed_at)} for one in fixed if one.fixed_at]  # fmt: skip
    term.run("case", "fix", "--stdin", stdin="\n".join(map(json.dumps, lines)))


def _publish(term: Term, name: str) -> None:
    """The scoring sheet goes out, comes back filled in, and the week is closed and printed."""
    path = term.folder / f"scores-{name}.xlsx"
    term.run("template", "scores", "--week", name, "--out", path)
    book = load_workbook(path)
    sheet = book.active
    head = next(row for row in sheet.iter_rows() if row[0].value == "周次")
    column = {cell.value: cell.column for cell in head}
    for row in range(head[0].row + 1, sheet.max_row + 1):
        no = sheet.cell(row, column["学号/工号"]).value
        if no:
            sheet.cell(row, column["评分"]).value = term.script.scores[name, no]
    book.save(path)
    term.run("appraise", "week", name, "--scores", path)
    for _moment, one in term.script.said(Score):
        if one.week == name:
            term.run(
                "appraise",
                "score",
                one.staff_no,
                one.points,
                "--week",
                name,
                "--by",
                "T1003",
                "--remark",
                "再议",
            )
    term.run("appraise", "week", name, "--publish")
    term.run("appraise", "week", name, "--out", f"appraisal-{name}.xlsx")


@tells(Sheets)
def day_sheet(term: Term, fact: Sheets) -> None:
    """The window's sheet goes out in the morning and comes back in the evening."""
    path = term.folder / f"day-{fact.window_no}-{fact.on}.xlsx"
    term.run("template", "daysheet", "--window", fact.window_no, "--on", fact.on, "--out", path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if row[0].value == "时间")
    row = head[0].row
    for one in term.script.cases.values():
        if one.by == "daysheet" and (one.window_no, one.at.date()) == (fact.window_no, fact.on):
            row += 1
            said = (
                f"{one.at:%H:%M}",
                one.applicant_no,
                one.applicant,
                "",
                one.item,
                "当场办结",
                "",
                one.handler,
            )
            for n, value in enumerate(said, 1):
                sheet.cell(row, n).value = value
    book.save(path)
    term.run("day", "import", path)


@tells(Month)
def month(term: Term, fact: Month) -> None:
    if fact.act == "reopen":
        term.run("attendance", "reopen", fact.month, "--reason", "有人补证明")
        return
    name = f"report-{fact.month}-{term.now:%m%d}.xlsx"
    found = term.data("report", "monthly", fact.month, "--final", "--accept-open", "--out", name)
    term.figures[fact.month] = found["figures"]
