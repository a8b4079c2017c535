"""The sheets behind the summary of the monthly report."""

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import EXPECTED, Run
from openpyxl import load_workbook

REPORT = ("report", "monthly", "2026-11", "--out", "r.xlsx", "--json")
CHECK = ("report", "monthly", "2026-11", "--check", "r.xlsx", "--json")
SHEETS = ("人员汇总", "空岗", "服务情况", "办件统计", "超期清单", "投诉分析", "指标口径与审计")


def written(run: Run, folder: Path, **more: Any) -> Any:
    run(*REPORT, **more)
    return load_workbook(folder / "r.xlsx")


def rows(book: Any, sheet: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def texts(book: Any, sheet: str) -> str:
    return "\n".join(str(cell) for row in rows(book, sheet) for cell in row if cell is not None)


def minutes(shown: str) -> int:
    hours, rest = shown.split(":")
    return int(hours) * 60 + int(rest)


# --- people ---------------------------------------------------------------------------------------


def test_everybody_adds_up_to_the_hall(worked: Run, tmp_path: Path) -> None:
    """People, windows and the month's figures are one count, to the minute."""
    figures = worked(*REPORT).data["figures"]
    listed = rows(load_workbook(tmp_path / "r.xlsx"), "人员汇总")
    last = next(n for n, row in enumerate(listed) if row[0] == "合计")
    people, whole = listed[3:last], listed[last]
    assert len(people) == 36
    for column, code in ((3, "due"), (4, "attended"), (5, "late"), (6, "early"), (7, "missing"),
                         (8, "absent"), (9, "leave_personal"), (10, "leave_sick"),
                         (11, "leave_official"), (12, "swaps"), (13, "substitutes")):  # fmt: skip
        assert sum(row[column] or 0 for row in people) == (whole[column] or 0) == figures[code]
    assert sum(minutes(row[14]) for row in people) == minutes(whole[14])
    assert minutes(whole[14]) == figures["minutes_served"]
    assert whole[15:17] == [figures["attendance_rate"], figures["presence_rate"]]
    truth = EXPECTED["attendance"]["total"]["2026-11"]
    assert (whole[3], whole[8]) == (truth["due"], truth["absent"])
    windows = [row for row in listed[last + 1 :] if re.fullmatch(r"\d+/\d+", str(row[1]))]
    assert [row[0] for row in windows].count("合计") == 1
    assert sum(row[3] for row in windows[:-1]) == figures["due"]
    assert sum(minutes(row[14]) for row in windows[:-1]) == figures["minutes_served"]


def test_who_moved_shows_in_the_stability_of_both_windows(worked: Run, tmp_path: Path) -> None:
    """Served is everybody who was there on any day, stayed who was there on each (Art. 14)."""
    worked("roster", "assign", "0240601001", "--window", "W02", "--from", "2026-11-16")
    book = written(worked, tmp_path)
    told = {row[0]: row for row in rows(book, "人员汇总") if re.fullmatch(r"\d+/\d+", str(row[1]))}
    assert told["综合事务窗口"][1:3] == ["3/2", 66.7]
    assert told["日常事务窗口"][1:3] == ["4/3", 75]
    assert told["合计"][1] == "36/35"
    assert "综合事务窗口：贾一鸣；日常事务窗口：贾一鸣" in texts(book, "人员汇总")


def test_corrections_beyond_the_limits_come_with_the_reason(worked: Run, tmp_path: Path) -> None:
    """Each with its shift, the officer's reason and the witness, linked to the shift."""
    assert "无。每人每月更正3次" in texts(written(worked, tmp_path), "人员汇总")
    late = next(
        one
        for one in worked("attendance", "show", "--month", "2026-11", "--json").data
        if one["status"] == "late"
    )
    worked(
        *(
            "attendance",
            "correct",
            late["staff_no"],
            "--on",
            late["on"],
            "--shift",
            late["shift_no"],
        ),
        *("--in", late["start"], "--reason", "当日停电考勤机未启动", "--witness", "T1012"),
    )
    book = written(worked, tmp_path)
    sheet = book["人员汇总"]
    row = next(row for row in sheet.iter_rows() if any("停电" in str(cell.value) for cell in row))
    assert [row[0].value, row[1].value] == [late["on"][5:], late["staff_no"]]
    assert f"签到{late['start']}" in [cell.value for cell in row]
    target = book["值班明细"][row[0].hyperlink.location.partition("!")[2]]
    assert (target.value, target.offset(0, 3).value) == (late["on"][5:], late["staff_no"])


# --- gaps -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "more"), [("计划", ()), ("实际", ("--actual",))])
def test_gaps_are_those_of_the_roster_check(
    worked: Run, tmp_path: Path, kind: str, more: tuple[str, ...]
) -> None:
    """By window and day, to the minute, as ``duty gaps`` tells them one by one."""
    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    told = worked("duty", "gaps", *days, *more, "--json", code=8).data
    listed = [row for row in rows(written(worked, tmp_path), "空岗") if row[1] == kind]
    assert len(listed) == 13
    wanted: dict[tuple[str, int], int] = {}
    for one in told:
        key = (one["window"], int(one["on"][8:]))
        wanted[key] = wanted.get(key, 0) + one["minutes"]
    found = {}
    names = [row[0] for row in rows(load_workbook(tmp_path / "r.xlsx"), "空岗") if row[1] == "计划"]
    for name, row in zip(names, listed, strict=True):
        for day, cell in enumerate(row[2:32], 1):
            if name != "合计" and cell:
                found[name, day] = cell
    assert found == wanted
    assert listed[-1][32] == sum(wanted.values())


def test_the_longest_gap_is_told_with_who_should_have_been_there(
    worked: Run, tmp_path: Path
) -> None:
    """What keeps the post empty, and whose shift it was; stretches that touch are one."""
    book = written(worked, tmp_path)
    listed = rows(book, "空岗")
    first = next(n for n, row in enumerate(listed) if row[0] == "日期") + 1
    told = [[cell for cell in row if cell is not None] for row in listed[first:-2]]
    lengths = [row[3] for row in told if len(row) == 6]
    assert lengths == sorted(lengths, reverse=True)
    assert ["11-02 一", "党团服务窗口", "08:30-12:00", 210, "缺勤", "甄七巧"] in told


# --- services -------------------------------------------------------------------------------------


def test_counts_of_visits_by_window_day_and_kind(worked: Run, tmp_path: Path) -> None:
    """What the windows counted, nameless; without any it says so."""
    assert "本月没有登记来访咨询计数" in texts(written(worked, tmp_path), "服务情况")
    worked("tally", "W01", "visit=12", "enquiry=30", "--on", "2026-11-16")
    worked("tally", "W02", "visit=5", "--on", "2026-11-17")
    listed = rows(written(worked, tmp_path), "服务情况")
    first = next(row for row in listed if row[0] == "综合事务窗口")
    assert (first[16], first[31]) == (42, 42)
    whole = next(row for row in listed if row[0] == "合计")
    assert (whole[16], whole[17], whole[31]) == (42, 5, 47)
    kinds = [[cell for cell in row if cell is not None] for row in listed]
    assert ["窗口", "来访", "咨询", "电话", "线上", "合计"] in kinds
    assert ["综合事务窗口", 12, 30, 0, 0, 42] in kinds
    assert ["合计", 17, 30, 0, 0, 47] in kinds


def test_busy_hours_and_items_count_what_was_received(worked: Run, tmp_path: Path) -> None:
    """The sum of the hours is the month's receipts; ten items at most, the busiest first."""
    listed = [
        [cell for cell in row if cell is not None]
        for row in rows(written(worked, tmp_path), "服务情况")
    ]
    whole = next(row for row in listed if row and row[0] == "合计")
    assert sum(whole[1:-1]) == whole[-1]
    items = [row for row in listed if len(row) == 6 and isinstance(row[0], int)]
    assert len(items) == 10
    counts = [row[3] for row in items]
    assert counts == sorted(counts, reverse=True)
    received = next(
        int(found[1])
        for row in listed
        for cell in row
        if (found := re.search(r"收件时刻统计，共(\d+)件", str(cell)))
    )
    assert whole[-1] == received


# --- cases ----------------------------------------------------------------------------------------


def test_cases_by_window_and_tier_balance_in_every_row(worked: Run, tmp_path: Path) -> None:
    """Tiers add up to windows, windows to the hall, and each row balances."""
    figures = worked(*REPORT).data["figures"]
    listed = rows(load_workbook(tmp_path / "r.xlsx"), "办件统计")[3:]
    table = [row for row in listed if row[8] in {"相符", "不符"}]
    assert {row[8] for row in table} == {"相符"}
    whole = next(row for row in table if row[:2] == ["大厅", "合计"])
    codes = ("opening", "accepted", "completed", "refused", "withdrawn", "open")
    assert whole[2:8] == [figures[f"cases_{code}"] for code in codes]
    assert whole[9] == figures["cases_late"]
    rates = ("completion_rate", "on_time_rate", "early_rate", "instant_rate", "mean_workdays_net",
             "mean_workdays_gross", "saved_time_rate", "one_notice_rate")  # fmt: skip
    assert whole[10:18] == ["—" if figures[code] is None else figures[code] for code in rates]
    tiers = [row for row in table if row[0] != "大厅" and row[1] != "小计"]
    for column in range(2, 8):
        assert sum(row[column] for row in tiers) == whole[column]
    for row in table:
        assert row[2] + row[3] == sum(row[4:8])


# --- what is late ---------------------------------------------------------------------------------


def case(run: Run, item: str, *more: object, at: str = "2026-11-02T09:00") -> str:
    number: str = run(
        *("case", "open", "--item", item, "--applicant-no", "0250200001", "--applicant", "艾一鸣"),
        *("--all-materials", "--at", at, "--handler", "T1001", "--json", *more),
    ).data["case_no"]
    return number


def late_rows(book: Any) -> dict[str, list[Any]]:
    return {
        str(row[0].value): [cell.value for cell in row]
        for row in book["超期清单"].iter_rows()
        if re.fullmatch(r"2026-\d{6}", str(row[0].value))
    }


def test_each_late_case_with_its_reason_holder_and_days(hall: Run, tmp_path: Path) -> None:
    """The newest recorded reason; without one it says 未说明; the count is the figure's."""
    unsaid, told, open_one = (case(hall, "SX002") for _ in range(3))
    hall("case", "close", unsaid, "--result", "granted", "--at", "2026-11-11T10:00")
    hall("case", "close", told, "--result", "granted", "--at", "2026-11-12T10:00",
         "--note", "设备故障，补寄材料")  # fmt: skip
    figures = hall(*REPORT).data["figures"]
    book = load_workbook(tmp_path / "r.xlsx")
    found = late_rows(book)
    assert set(found) == {unsaid, told, open_one}
    assert len(found) == figures["cases_late"]
    assert found[unsaid][5:] == ["2026-11-05", "2026-11-11", 4, "第27条", "未说明"]
    assert found[told][5:] == [
        "2026-11-05",
        "2026-11-12",
        5,
        "第27条",
        "办结说明：设备故障，补寄材料",
    ]
    assert found[open_one][4:] == ["甄一鸣", "2026-11-05", "未办结", 17, "第27条", "未说明"]
    assert "2件未说明原因" in texts(book, "超期清单")


def test_links_lead_there_and_back(worked: Run, tmp_path: Path) -> None:
    """From an exception or a late case to its row, and from that row back."""
    book = written(worked, tmp_path)
    for name, register in (("异常", "值班明细"), ("超期清单", "办件台账")):
        linked = [row[0] for row in book[name].iter_rows() if row[0].hyperlink]
        assert linked
        for cell in linked:
            target = book[register][cell.hyperlink.location.partition("!")[2]]
            assert target.value == cell.value
            assert target.hyperlink.location == f"'{name}'!{cell.coordinate}"


def test_a_joint_case_waits_for_departments(hall: Run, tmp_path: Path) -> None:
    """The holder is whoever has not decided, and the article of joint cases is named beside."""
    number = case(hall, "SX008")
    listed = late_rows(written(hall, tmp_path, now="2026-12-15T09:00"))
    shown = hall("case", "show", number, "--json").data
    assert shown["joint"] is True
    waiting = "、".join(dict.fromkeys(one["department"] for one in shown["steps"]))
    assert (listed[number][4], listed[number][8]) == (waiting, "第8、27条")


def test_referrals_and_bad_ratings_that_were_answered_late(hall: Run, tmp_path: Path) -> None:
    """Each step on its own, with who had to act (Art. 28, 33)."""
    assert "转办回复与差评整改逾期\n无。" in texts(written(hall, tmp_path), "超期清单")
    number = hall(
        *(
            "case",
            "refer",
            "--matter",
            "路灯不亮",
            "--applicant-no",
            "0250200009",
            "--window",
            "W01",
        ),
        *("--at", "2026-11-16T09:00", "--handler", "T1001", "--json"),
    ).data["case_no"]
    hall("case", "refer", number, "--reported-to", "甄院长", "--at", "2026-11-18T09:00")
    hall("case", "refer", number, "--department", "后勤处", "--at", "2026-11-18T10:00")
    rated = case(hall, "SX002")
    hall("case", "close", rated, "--result", "granted", "--at", "2026-11-03T10:00")
    hall("case", "rate", rated, 1, "--at", "2026-11-03T11:00")
    hall("case", "fix", rated, "--contacted", "--note", "已致歉", "--at", "2026-11-05T10:00")
    listed = [
        row for row in rows(written(hall, tmp_path), "超期清单") if str(row[0]) in {number, rated}
    ]
    assert [(row[0], *row[2:3], *row[4:]) for row in listed] == [
        (number, "向校领导汇报", "甄一鸣", "2026-11-17", "2026-11-18", 1, "第28条", "未说明"),
        (number, "反馈结果", "后勤处", "2026-11-23", "未完成", 5, "第28条", "未说明"),
        (rated, "差评回访", "甄一鸣", "2026-11-04", "2026-11-05", 1, "第33条", "已致歉"),
        (rated, "差评整改", "甄一鸣", "2026-11-10", "未完成", 14, "第33条", "未说明"),
    ]


# --- complaints -----------------------------------------------------------------------------------


def complain(run: Run, channel: str, *about: object, on: int = 10) -> None:
    run(
        *(
            "complaint",
            "open",
            "--channel",
            channel,
            "--matter",
            "窗口排队两小时，禹密言在场",
            *about,
        ),
        *("--at", f"2026-11-{on}T10:00", "--anonymous", "--json"),
    )


def test_a_few_complaints_are_not_told_apart(hall: Run, tmp_path: Path) -> None:
    """One complaint with its channel, window and finding would point at who complained (Art. 33)."""
    complain(hall, "letter", "--window", "W01", "--kind", "attitude")
    complain(hall, "phone", "--window", "W02", "--kind", "overdue")
    text = texts(written(hall, tmp_path), "投诉分析")
    assert "本月投诉不足3件，不分类列示" in text
    assert not any(word in text for word in ("书面", "综合事务窗口", "服务态度", "11-10", "T2026"))


def test_complaints_by_sort_with_findings_and_measures(hall: Run, tmp_path: Path) -> None:
    """Counts by channel, kind, whom and window; never a number, a day, a matter or a name."""
    complain(hall, "letter", "--about", "0240601007", "--kind", "attitude")
    complain(hall, "phone", "--window", "W02", "--kind", "overdue")
    complain(hall, "phone", "--window", "W02", "--kind", "overdue", on=23)
    hall("complaint", "accept", "1", "--at", "2026-11-11T09:00")
    hall(
        "complaint",
        "finding",
        "1",
        "--finding",
        "yes",
        "--note",
        "监控可见",
        "--at",
        "2026-11-12T09:00",
    )
    hall("complaint", "reply", "1", "--note", "已批评", "--at", "2026-11-13T09:00")
    hall("complaint", "accept", "2", "--at", "2026-11-16T09:00")
    book = written(hall, tmp_path)
    listed = {(row[0], row[1]): row[2:] for row in rows(book, "投诉分析")}
    assert listed["全部", "合计"] == [3, 0, "+3", 1, 0, 0, 2, 1, 2, 33.3, 1, 1, 50]
    assert listed["渠道", "电话"][0] == 2
    assert listed["内容", "超时限"][0] == 2
    assert listed["涉及窗口", "日常事务窗口"][:1] == [2]
    assert listed["涉及窗口", "成绩查询窗口"][3] == 1
    text = texts(book, "投诉分析")
    assert "查明属实或部分属实1件，据此提出扣分1项、已确认0项" in text
    for word in ("禹密言", "T2026", "2026-11-", "11-10", "贾七巧", "排队", "监控"):
        assert word not in text


# --- definitions and trust ------------------------------------------------------------------------


def test_every_rate_in_the_workbook_has_its_definition(worked: Run, tmp_path: Path) -> None:
    """Whatever a heading calls a rate stands on the last sheet under that name."""
    worked("tally", "W01", "visit=12", "--on", "2026-11-16")
    book = written(worked, tmp_path)
    last = book.sheetnames[-1]
    assert last == "指标口径与审计"
    defined = {str(row[0]).removeprefix("其中：") for row in rows(book, last)}
    for name in book.sheetnames[2:-1]:
        for row in rows(book, name):
            for cell in row:
                if isinstance(cell, str) and re.fullmatch(r"[^，。：；]*率%?", cell):
                    assert cell.removesuffix("%") in defined, (name, cell)


def test_every_other_figure_is_printed_where_it_is_said_to_stand(
    worked: Run, tmp_path: Path
) -> None:
    """A definition without its figure would be as bad as a figure without its definition."""
    from hallctl.sheets.monthly.defined import OTHERS

    book = written(worked, tmp_path)
    for one in OTHERS.values():
        assert one.label.name in texts(book, one.sheet), one.label.name


@pytest.mark.parametrize("name", SHEETS)
def test_a_number_typed_over_on_any_sheet_is_found(worked: Run, tmp_path: Path, name: str) -> None:
    """``--check`` names the sheet, the cell, and both numbers."""
    worked("tally", "W01", "visit=12", "--on", "2026-11-16")
    worked(*REPORT)
    assert worked(*CHECK).data["findings"] == []
    book = load_workbook(tmp_path / "r.xlsx")
    cell = next(
        cell
        for row in book[name].iter_rows(min_row=4)
        for cell in row
        if isinstance(cell.value, int)
    )
    true, cell.value = cell.value, cell.value + 1
    book.save(tmp_path / "r.xlsx")
    found = worked(*CHECK, code=8).data["findings"]
    assert [(one["sheet"], one["where"], one["in_file"], one["in_hall"]) for one in found] == [
        (name, cell.coordinate, str(true + 1), str(true))
    ]


def test_a_later_clock_changes_no_sheet_of_a_month_that_is_over(
    worked: Run, tmp_path: Path
) -> None:
    """What is open or unanswered is told as of the month's end."""
    complain(worked, "phone", "--window", "W02", "--kind", "overdue", on=27)
    case(worked, "SX002")
    worked(*REPORT, now="2026-12-01T10:00")
    found = worked(*CHECK, now="2026-12-20T10:00", code=None).data["findings"]
    assert [one for one in found if one["sheet"] in SHEETS] == []
