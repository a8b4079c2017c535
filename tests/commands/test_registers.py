"""Cases handed on, and the registers of the hall (Art. 24, 25, 27, 28, 33)."""

from pathlib import Path

import pytest
from conftest import Ran, Run
from openpyxl import load_workbook

from hallctl.office.cases.registers import COLUMNS

AT = "2026-11-16T09:00"


def opened(run: Run, item: str = "SX002", *more: str, at: str = AT) -> str:
    words = ("case", "open", "--item", item, "--applicant-no", "0250200001", "--applicant", "艾一鸣",
             "--at", at, "--json")  # fmt: skip
    number: str = run(*words, *(more or ("--all-materials",))).data["case_no"]
    return number


def hand_on(run: Run, number: str, to: str, *more: str, code: int = 0) -> Ran:
    words = ("case", "transfer", number, "--to", to, "--reason", "原经办人外出", "--json")
    return run(*words, *more, code=code)


def test_the_first_contact_survives_transfers(hall: Run) -> None:
    """Another handler, the same first contact, the same window, the same due date; the step is told."""
    number = opened(hall)
    before = hall("case", "show", number, "--json").data
    ran = hand_on(hall, number, "T1002", "--at", "2026-11-17T09:00")
    assert (ran.data["from_no"], ran.data["handler_no"]) == ("T1001", "T1002")
    assert "case.first_contact_stays" in ran.codes
    after = hall("case", "show", number, "--json").data
    assert (after["handler_no"], after["first_contact_no"], after["window_no"], after["due_on"]) == (
        "T1002", "T1001", before["window_no"], before["due_on"])  # fmt: skip
    step = after["events"][-1]
    assert (step["kind"], step["party"], step["note"]) == ("transferred", "T1002", "原经办人外出")
    listed = hall("case", "list", "--first-contact", "T1001", "--json").data
    assert [one["case_no"] for one in listed] == [number]
    assert hall("case", "list", "--first-contact", "T1002", "--json").data == []
    assert (
        hall("case", "list", "--state", "open", "--first-contact", "T1001", "--json").data == listed
    )


def test_what_cannot_be_handed_on(hall: Run) -> None:
    """Not to nobody, not without a reason, not a closed case, not before its newest step; the same is already so."""
    number = opened(hall)
    assert hand_on(hall, number, "T1001").data["already"] is True
    assert hand_on(hall, number, "nobody", code=4).codes == ["staff.unknown"]
    assert hand_on(hall, number, "T1002", "--reason", " ", code=2).codes == ["usage.blank"]
    assert hand_on(hall, number, "T1002", "--at", "2026-11-16T08:59", code=2).codes == [
        "case.before_newest"
    ]
    hand_on(hall, number, "T1002", "--at", "2026-11-17T09:00")
    again = hand_on(hall, number, "T1002").data
    assert (again["already"], again["from_no"], again["transferred_at"][:10]) == (
        True, "T1001", "2026-11-17")  # fmt: skip
    hall("case", "close", number, "--result", "granted", "--at", "2026-11-18T09:00")
    assert hand_on(hall, number, "T1003", code=5).codes == ["case.closed"]


def test_nobody_gets_a_case_who_has_left(hall: Run, tmp_path: Path) -> None:
    """A case goes to somebody who serves that day (Art. 24)."""
    number = opened(hall)
    (tmp_path / "r.csv").write_text(
        "学号,姓名,岗位,窗口,上岗日期,离岗日期\n0240601003,贾三思,窗口工作人员,W02,2026-09-01,2026-11-10\n",
        encoding="utf-8",
    )
    hall("roster", "import", "r.csv")
    ran = hand_on(hall, number, "0240601003", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["case.not_serving"], "24")


def test_everybody_who_had_the_case_is_kept_from_fee_and_rating(hall: Run) -> None:
    """Handing a case on washes nobody clean, and the new handler's window does not rate itself."""
    number = opened(hall)
    hand_on(hall, number, "T1002", "--at", "2026-11-17T09:00")
    fee = ("case", "fee", number, "--amount", "5", "--voucher", "P1", "--json", "--by")
    for who in ("T1001", "T1002"):
        assert hall(*fee, who, code=3).codes == ["fee.taken_by_handler"]
    hall("case", "close", number, "--result", "granted", "--at", "2026-11-18T09:00")
    for who in ("T1001", "T1002", "0240601001", "0240601003"):  # of W01 and W02
        ran = hall("--actor", who, "case", "rate", number, 5, "--json", code=3)
        assert ran.codes == ["rating.own_window"]
    assert hall("--actor", "T1003", "case", "rate", number, 5, "--json").data["level"] == 5


def test_a_transfer_is_undone(hall: Run) -> None:
    """The case is back where it was."""
    number = opened(hall)
    hand_on(hall, number, "T1002")
    hall("undo")
    assert hall("case", "show", number, "--json").data["handler_no"] == "T1001"
    assert hall("db", "check", "--json").data["findings"] == []


# --- registers ---------------------------------------------------------------------------------


def lines(run: Run, kind: str, *more: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = run(
        "case", "register", kind, "--month", "2026-11", "--json", *more
    ).data
    return found


def story(run: Run) -> dict[str, str]:
    """A month with one of everything."""
    late = opened(run)
    run(
        "case",
        "close",
        late,
        "--result",
        "granted",
        "--note",
        "系统故障",
        "--at",
        "2026-11-24T10:00",
    )
    moved = opened(run, "SX003")
    hand_on(run, moved, "T1002", "--at", "2026-11-17T09:00")
    waits = opened(run, "SX002", "--missing", "申请表")
    run("case", "fee", late, "--amount", "5", "--voucher", "P1", "--at", "2026-11-24T11:00")
    run(
        "case",
        "fee",
        late,
        "--reverse",
        "--voucher",
        "P1",
        "--note",
        "错",
        "--at",
        "2026-11-24T12:00",
    )
    run("case", "fee", late, "--amount", "6.50", "--voucher", "P2", "--at", "2026-11-24T13:00")
    run("case", "rate", late, "2", "--comment", "慢", "--at", "2026-11-25T09:00")
    superior = opened(run, "SX004")
    run("case", "extend", superior, "--days", "5", "--reason", "上级会议", "--approver", "甄校长",
        "--at", "2026-11-20T09:00")  # fmt: skip
    told = run("case", "tell", "--matter", "校外租房", "--applicant-no", "0250200002", "--applicant", "艾二白",
               "--department", "社区", "--place", "社区服务站", "--window", "W01", "--at", "2026-11-20T10:00",
               "--json").data["case_no"]  # fmt: skip
    return {"late": late, "moved": moved, "waits": waits, "superior": superior, "told": told}


def test_each_register_lists_its_own(hall: Run) -> None:
    """What happened in the month, each with the facts its article asks for."""
    case = story(hall)
    first = {one["case_no"]: one for one in lines(hall, "first-contact")}
    assert set(first) == set(case.values())
    moved = first[case["moved"]]
    assert (moved["first_contact_no"], moved["handler_no"], moved["transfers"]) == (
        "T1001",
        "T1002",
        1,
    )
    assert first[case["late"]]["transfers"] == 0
    assert [(one["case_no"], one["which"], one["papers"]) for one in lines(hall, "notices")] == [
        (case["waits"], 1, ["申请表"])]  # fmt: skip
    late = lines(hall, "overdue")
    assert [
        (one["case_no"], one["holder"], one["workdays_late"], one.get("note")) for one in late
    ] == [
        (case["late"], "甄一鸣", 3, "系统故障"),
        (case["moved"], "党政办公室、后勤处、保卫处", 3, None),
    ]
    assert [(one["kind"], one["amount"]) for one in lines(hall, "fees")] == [
        ("paid", "5.00"), ("reversed", "-5.00"), ("paid", "6.50")]  # fmt: skip
    assert [(one["level"], one["comment"], one["fix_due_on"]) for one in lines(hall, "ratings")] == [
        (2, "慢", "2026-12-02")]  # fmt: skip
    assert [(one["case_no"], one["days"], one["approver"]) for one in lines(hall, "extensions")] == [
        (case["superior"], 5, "甄校长")]  # fmt: skip
    assert [(one["case_no"], one["department"], one["state"]) for one in lines(hall, "out-of-scope")] == [
        (case["told"], "社区", "told")]  # fmt: skip
    figures = hall("report", "monthly", "2026-11", "--json").data["figures"]
    assert figures["cases_late"] == len(late)


@pytest.mark.parametrize("kind", COLUMNS)
def test_applicants_are_masked(hall: Run, kind: str) -> None:
    """Unless the officer asks for the office's own copy; nobody else may."""
    story(hall)
    for line in lines(hall, kind):
        assert str(line["applicant"]).endswith("*")
        assert "****" in str(line["applicant_no"])
    for line in lines(hall, kind, "--full"):
        assert str(line["applicant_no"]).startswith("0250200")
    ran = hall("--actor", "T1001", "case", "register", kind, "--full", "--json", code=3)
    assert ran.codes == ["actor.not_the_officer"]


@pytest.mark.parametrize("kind", COLUMNS)
def test_each_register_is_an_official_form(hall: Run, tmp_path: Path, kind: str) -> None:
    """Title, unit, period, every line, sums that agree, room to sign; the same bytes twice."""
    story(hall)
    words = ("case", "register", kind, "--from", "2026-11-01", "--to", "2026-11-30")
    hall(*words, "--out", "a.xlsx")
    hall(*words, "--out", "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    sheet = load_workbook(tmp_path / "a.xlsx").active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    texts = [str(row[0]) for row in cells if row[0]]
    assert texts[0].endswith("台账")
    assert texts[1] == "填报单位：云溪航空职业学院　　2026-11-01 至 2026-11-30"
    assert len(cells[2]) == len(COLUMNS[kind])
    checks = [text for text in texts if text.startswith("自检")]
    assert checks
    assert all("，相符" in text for text in checks)
    assert any(text.startswith("制表人：甄大同") for text in texts)
    numbers = [one["case_no"] for one in lines(hall, kind)]
    place = COLUMNS[kind].index("case_no")
    assert [row[place] for row in cells[3 : 3 + len(numbers)]] == numbers


def test_money_in_the_register_of_fees(hall: Run, tmp_path: Path) -> None:
    """What was paid, what was taken back, what remains."""
    story(hall)
    hall("case", "register", "fees", "--month", "2026-11", "--out", "f.xlsx")
    sheet = load_workbook(tmp_path / "f.xlsx").active
    texts = [str(row[0].value) for row in sheet.iter_rows()]
    assert "合计：收费11.50元，冲销5.00元，实收6.50元。" in texts


def test_periods_of_registers(hall: Run) -> None:
    """Both ends included; unknown kinds, backward periods and periods before the regulation are told."""
    number = opened(hall)
    words = ("case", "register", "first-contact", "--json")
    for first, last, there in (
        ("2026-11-16", "2026-11-16", True), ("2026-11-17", "2026-11-30", False),
        ("2026-11-01", "2026-11-15", False), ("2026-08-01", "2026-11-16", True),
    ):  # fmt: skip
        found = hall(*words, "--from", first, "--to", last).data
        assert [one["case_no"] for one in found] == ([number] if there else [])
    assert hall(*words, "--month", "2026-10").data == []
    assert hall(*words).data == []  # December
    assert hall("case", "register", "gossip", "--json", code=2).codes == ["register.unknown"]
    assert hall(*words, "--from", "2026-11-16", "--to", "2026-11-15", code=2).codes == [
        "register.backwards"
    ]
    assert hall(*words, "--from", "2026-11-16", "--month", "this", code=2).codes == [
        "register.period"
    ]
    assert hall(*words, "--month", "2026-08", code=3).codes == ["regulation.not_yet_in_force"]


def test_what_is_open_and_overdue_stands_in_the_register(hall: Run) -> None:
    """With who has it and for how long, as known at the period's end; a department that is waited for."""
    number = opened(hall)  # due on the 19th
    line = lines(hall, "overdue", "--json")[0]
    assert (line["case_no"], line["holder"], line["workdays_late"]) == (number, "甄一鸣", 7)
    first = hall(
        "case", "register", "overdue", "--from", "2026-11-01", "--to", "2026-11-18", "--json"
    )
    assert [one["case_no"] for one in first.data] == []
    joint = opened(hall, "休学申请")
    hall("case", "decide", joint, "财务处", "--at", "2026-11-17T09:00")
    found = {one["case_no"]: one for one in hall("case", "register", "overdue", "--json",
             now="2026-12-31T09:00").data}  # fmt: skip
    assert set(str(found[joint]["holder"]).split("、")) == {"学生工作部", "教务处"}


REFER = ("case", "refer", "--matter", "路灯不亮", "--applicant-no", "0250200009", "--applicant", "艾一鸣",
         "--window", "W01", "--json")  # fmt: skip


def test_late_replies_stand_in_the_registers(hall: Run) -> None:
    """A promised reply that came late, or is over without one, is overdue beside the cases (Art. 28)."""
    late, waits, timely = (
        hall(*REFER, "--at", f"2026-11-16T09:0{n}", "--reply-by", day).data["case_no"]
        for n, day in enumerate(("2026-11-18", "2026-11-19", "2026-11-27"))
    )
    for number in (late, timely):
        hall("case", "refer", number, "--reported-to", "甄校长", "--at", "2026-11-16T10:00")
        hall("case", "refer", number, "--department", "后勤处", "--at", "2026-11-16T11:00")
        hall(
            "case",
            "feedback",
            number,
            "--answered-by",
            "后勤处",
            "--note",
            "已修",
            "--at",
            "2026-11-20T10:00",
        )
    found = {one["case_no"]: one for one in lines(hall, "overdue")}
    assert {no: (one["what"], one["workdays_late"]) for no, one in found.items()} == {
        late: ("feedback", 2), waits: ("feedback", 7)}  # fmt: skip
    shown = {one["case_no"]: one.get("lateness") for one in lines(hall, "out-of-scope")}
    assert shown == {late: "late", waits: "late", timely: "early"}
    before = hall(
        "case", "register", "out-of-scope", "--from", "2026-11-16", "--to", "2026-11-18", "--json"
    )
    assert {one["case_no"]: one.get("lateness") for one in before.data}[waits] is None
    assert "cases_late" in hall("report", "monthly", "2026-11", "--json").data["figures"]
    hall("case", "register", "overdue", "--month", "2026-11", "--out", "overdue.xlsx")


@pytest.mark.parametrize("now", ["2026-11-20T09:00", "2026-11-21T09:00", "2026-11-24T17:00"])
def test_the_register_counts_overdue_days_as_case_due_does(hall: Run, now: str) -> None:
    """On any day, a rest day too, both say for how many working days an open case is overdue."""
    number = opened(hall)  # due on the 19th
    due = hall("case", "due", "--json", now=now, code=8).data
    register = hall("case", "register", "overdue", "--month", "this", "--json", now=now).data
    assert [-one["workdays_left"] for one in due if one["case_no"] == number] == [
        one["workdays_late"] for one in register if one["case_no"] == number
    ]


def test_a_second_notice_is_told_apart(hall: Run) -> None:
    """Told once, told again: the breach stands in the register (Art. 25)."""
    number = opened(hall, "SX002", "--missing", "申请表")
    hall(
        "case",
        "notice",
        number,
        "--missing",
        "待盖章材料",
        "--breach",
        "漏告知",
        "--at",
        "2026-11-17T09:00",
    )
    assert [one["which"] for one in lines(hall, "notices")] == [1, 2]
    hall("case", "supply", number, "--all", "--at", "2026-11-18T09:00")
    assert {str(one["supplied_at"])[:10] for one in lines(hall, "notices")} == {"2026-11-18"}


def test_a_whole_made_up_half_year_agrees(worked: Run) -> None:
    """Every self-check of every register holds over the made-up months, and lateness agrees with the report."""
    for month in ("2026-10", "2026-11"):
        figures = worked("report", "monthly", month, "--json").data["figures"]
        overdue = worked("case", "register", "overdue", "--month", month, "--json").data
        counted = [one for one in overdue if one["what"] == "case"]
        assert len(counted) == figures["cases_late"]
