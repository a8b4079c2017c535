"""Complaints (Art. 33): within their limits, looked into by others, answered; who complained stays sealed."""

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran, Run
from openpyxl import load_workbook

WHO = "0240601007"
LEADER = "T1001"
NAME, CONTACT = "禹密言", "199-0000-7788"
AT = "2026-11-24T10:00"


def opened(run: Run, *more: object, at: str = AT, code: int | None = 0) -> Ran:
    words = ("complaint", "open", "--channel", "phone", "--matter", "窗口态度生硬", "--at", at,
             "--json")  # fmt: skip
    return run(*words, *more, code=code)


def named(run: Run, *more: object) -> str:
    number: str = opened(
        run, "--about", WHO, "--kind", "attitude", "--name", NAME, "--contact", CONTACT, *more
    ).data["complaint_no"]
    return number


def step(run: Run, *words: object, code: int | None = 0, now: str = "2026-12-01T09:00") -> Ran:
    return run("complaint", *words, "--json", code=code, now=now)


def test_from_the_window_to_the_reply(hall: Run) -> None:
    """Received, accepted in one working day, found, answered in five; a violation is only proposed."""
    data = opened(
        hall, "--about", WHO, "--kind", "attitude", "--name", NAME, "--on", "2026-11-23"
    ).data
    assert (data["complaint_no"], data["state"], data["anonymous"]) == (
        "T2026-0001",
        "received",
        False,
    )
    assert (data["accept_by"], data["reply_by"], data["complained_of"]) == (
        "2026-11-25", "2026-12-02", "贾七巧")  # fmt: skip
    data = step(hall, "accept", "1", "--at", "2026-11-25T17:00").data
    assert (data["state"], data["reply_by"]) == ("accepted", "2026-12-02")
    data = step(
        hall, "finding", "1", "--finding", "yes", "--note", "监控可见", "--at", "2026-11-27T10:00"
    ).data
    assert (data["state"], data["finding"], data["investigated_by"]) == ("found", "yes", "A0001")
    entry = hall("credit", "list", "--json").data
    assert [(one["staff_no"], one["kind"], one["state"], one["on"], one["complaint_no"]) for one in entry] == [
        (WHO, "attitude", "proposed", "2026-11-23", "T2026-0001")]  # fmt: skip
    assert data["violations"] == [entry[0]["entry_no"]]
    assert hall("credit", "show", WHO, "--json").data["balance"] == 100
    data = step(hall, "reply", "1", "--note", "已批评教育，向你致歉").data
    assert (data["state"], data["lateness"]) == ("replied", "on_time")
    shown = step(hall, "show", "1").data
    assert [one["kind"] for one in shown["events"]] == ["accepted", "found", "replied"]
    assert shown["matter"] == "窗口态度生硬"
    assert "reveals" in shown
    assert shown["reveals"] == []


def test_the_same_step_again_changes_nothing(hall: Run) -> None:
    """Repeats are already so; another word for a step that was taken is a conflict."""
    named(hall)
    finding = ("finding", "1", "--finding", "no", "--note", "查无此事")
    reply = ("reply", "1", "--note", "查无此事")
    for words in (("accept", "1"), finding, reply):
        assert "already" not in step(hall, *words).data
        assert step(hall, *words).data["already"] is True
    assert step(hall, "finding", "1", "--finding", "yes", "--note", "x", code=5).codes == [
        "complaint.found_before"]  # fmt: skip
    assert step(hall, "reply", "1", "--note", "y", code=5).codes == ["complaint.replied_before"]
    first = opened(hall, "--about", WHO, "--anonymous", "--ref", "K").data
    again = opened(hall, "--about", WHO, "--anonymous", "--ref", "K").data
    assert (again["complaint_no"], again["already"]) == (first["complaint_no"], True)
    assert "query_code" not in again


def test_a_step_waits_for_the_one_before(hall: Run) -> None:
    """No finding before the acceptance, no reply before the finding, nothing before it was received."""
    named(hall)
    assert step(hall, "finding", "1", "--finding", "no", "--note", "x", code=5).codes == [
        "complaint.not_accepted"]  # fmt: skip
    assert step(hall, "reply", "1", "--note", "x", code=5).codes == ["complaint.not_found"]
    assert step(hall, "slip", "1", code=5).codes == ["complaint.no_slip_yet"]
    for at in ("2026-11-24T09:59", "2026-12-01T09:01"):
        assert step(hall, "accept", "1", "--at", at, code=2).codes == ["complaint.order"]
    assert step(hall, "accept", "9", code=4).codes == ["complaint.unknown"]


@pytest.mark.parametrize(
    ("about", "investigator"),
    [
        (("--about", WHO), WHO),
        (("--window", "W01"), LEADER),
        (("--window", "综合事务窗口"), LEADER),
    ],
)
def test_nobody_investigates_a_complaint_about_himself(
    hall: Run, about: Any, investigator: str
) -> None:
    """Neither as the investigator nor as the one who records the finding, which is the officer's (Art. 33)."""
    opened(hall, *about, "--anonymous")
    step(hall, "accept", "1")
    words = ("finding", "1", "--finding", "no", "--note", "查无此事")
    ran = hall("complaint", *words, "--by", investigator, "--json", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["complaint.own"], "33")
    for more in (("--by", investigator), ()):
        ran = hall("--actor", investigator, "complaint", *words, *more, "--json", code=3)
        assert (ran.codes, ran.json["errors"][0]["article"]) == (["actor.not_the_officer"], "33")
    assert step(hall, *words, "--by", investigator, code=3).codes == ["complaint.own"]
    assert step(hall, *words, "--by", "0240601010", code=3).codes == ["complaint.students_do_not"]
    assert step(hall, *words, "--by", "T1002").data["investigated_by"] == "T1002"


def test_how_a_case_was_handled(hall: Run) -> None:
    """Whoever ever handled it is meant; the violation is proposed for the only handler, for lateness."""
    hall("case", "open", "--item", "SX002", "--applicant-no", "0250200001", "--all-materials",
         "--handler", WHO, "--at", "2026-11-02T09:00")  # fmt: skip
    opened(hall, "--case", "1", "--kind", "overdue", "--anonymous", "--on", "2026-11-23")
    step(hall, "accept", "1")
    assert step(hall, "finding", "1", "--finding", "partly", "--note", "x", "--by", WHO, code=3).codes == [
        "complaint.own"]  # fmt: skip
    data = step(hall, "finding", "1", "--finding", "partly", "--note", "确有拖延", "--propose").data
    entry = hall("credit", "list", "--json").data[0]
    assert (entry["kind"], entry["case_no"], entry["staff_no"]) == ("overdue", "2026-000001", WHO)
    assert data["violations"] == [entry["entry_no"]]


@pytest.mark.parametrize(
    ("finding", "more", "proposed"),
    [("yes", (), 1), ("yes", ("--no-propose",), 0), ("partly", (), 0), ("partly", ("--propose",), 1),
     ("no", (), 0)],
)  # fmt: skip
def test_what_becomes_a_proposal(hall: Run, finding: str, more: Any, proposed: int) -> None:
    """Substantiated: proposed; partly: when asked for; unsubstantiated: never."""
    named(hall)
    step(hall, "accept", "1")
    step(hall, "finding", "1", "--finding", finding, "--note", "核实", *more)
    assert len(hall("credit", "list", "--json").data) == proposed


def test_nothing_to_propose_is_told(hall: Run) -> None:
    """Leaders have no points, a window is not one person; the finding stands all the same."""
    opened(hall, "--about", LEADER, "--anonymous")
    opened(hall, "--window", "W01", "--anonymous")
    for number, code in (("1", "complaint.not_proposed"), ("2", "complaint.whose")):
        step(hall, "accept", number)
        words = ("finding", number, "--finding", "yes", "--note", "核实")
        asked = step(hall, *words, "--propose", code=None)
        assert asked.codes == (["credit.students_only"] if number == "1" else ["complaint.whose"])
        assert step(hall, "show", number).data["state"] == "accepted"
        assert code in step(hall, *words).codes
        assert step(hall, "show", number).data["state"] == "found"
    assert hall("credit", "list", "--json").data == []
    assert step(hall, "finding", "1", "--finding", "no", "--propose", "--note", "x", code=2).codes == [
        "complaint.nothing_to_propose"]  # fmt: skip


def test_overdue_is_a_check_and_stands_on_the_board(hall: Run) -> None:
    """Late to be accepted, then late to be answered: exit 8; a late acceptance gains no day."""
    named(hall)
    for now, late in (("2026-11-25T23:00", False), ("2026-11-26T00:10", True)):
        ran = step(hall, "list", "--overdue", now=now, code=8 if late else 0)
        assert [one["complaint_no"] for one in ran.data] == ["T2026-0001"] * late
        board = hall("status", now=now)
        assert ("Complaints overdue" in board.out) is late
    data = step(hall, "accept", "1", "--at", "2026-11-27T10:00").data
    assert data["reply_by"] == "2026-12-02"  # five working days from the 25th, not from the 27th
    step(hall, "finding", "1", "--finding", "no", "--note", "查无此事")
    assert step(hall, "list", "--overdue", now="2026-12-02T12:00").data == []
    assert (
        step(hall, "list", "--overdue", now="2026-12-03T12:00", code=8).data[0]["overdue"] is True
    )
    data = step(hall, "reply", "1", "--note", "查无此事", now="2026-12-03T12:00").data
    assert (data["lateness"], data["overdue"]) == ("late", False)
    assert step(hall, "list", "--overdue", now="2026-12-04T12:00").data == []


def test_a_limit_into_an_unannounced_year_is_provisional(hall: Run) -> None:
    """As for cases: overdue only after the latest day it can mean."""
    data = opened(hall, "--about", WHO, "--anonymous", at="2026-12-31T10:00", code=2)
    assert data.codes == ["complaint.future"]
    now = "2026-12-31T10:00"
    words = (
        "complaint",
        "open",
        "--channel",
        "letter",
        "--about",
        WHO,
        "--matter",
        "x",
        "--anonymous",
    )
    data = hall(*words, "--json", now=now).data
    assert (data["accept_by"], data["due_status"]) == ("2027-01-04", "provisional")
    assert data["due_latest"] >= data["accept_by"]


def test_an_anonymous_complaint_is_followed_by_its_code(hall: Run) -> None:
    """The code is shown once, only its digest is kept; whoever holds it sees state and reply."""
    data = opened(hall, "--about", WHO, "--anonymous").data
    code = data["query_code"]
    assert re.fullmatch(r"[2-9A-HJKMNP-Z]{8}", code)
    assert code != opened(hall, "--about", WHO, "--anonymous").data["query_code"]
    assert step(hall, "query", code.lower()).data == {
        "complaint_no": "T2026-0001", "state": "received", "received_at": "2026-11-24T10:00:00+08:00",
        "reply_by": "2026-12-02"}  # fmt: skip
    step(hall, "accept", "1")
    step(hall, "finding", "1", "--finding", "partly", "--note", "内部记录")
    assert "finding" not in step(hall, "query", code).data
    step(hall, "reply", "1", "--note", "已提醒")
    told = step(hall, "query", code).data
    assert (told["finding"], told["reply"]) == ("partly", "已提醒")
    assert step(hall, "query", "22222222", code=4).codes == ["complaint.unknown_code"]
    assert code not in step(hall, "show", "1").out
    assert code not in Path("hall.db").read_bytes().decode("latin-1")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--anonymous",), "complaint.about_one"),
        (("--anonymous", "--about", WHO, "--officer"), "complaint.about_one"),
        (("--about", WHO), "complaint.anonymous_or_named"),
        (("--about", WHO, "--anonymous", "--name", NAME), "complaint.anonymous_or_named"),
        (("--about", WHO, "--anonymous", "--contact", CONTACT), "complaint.anonymous_has_no_contact"),
        (("--about", WHO, "--anonymous", "--channel", "radio"), "complaint.unknown_word"),
        (("--about", WHO, "--anonymous", "--kind", "odd"), "complaint.unknown_word"),
        (("--about", WHO, "--anonymous", "--on", "2026-11-25"), "complaint.future"),
        (("--about", WHO, "--anonymous", "--matter", " "), "complaint.needs_matter"),
        (("--about", WHO, "--name", NAME, "--matter", f"我是{NAME}"), "complaint.names_complainant"),
        (("--about", WHO, "--name", NAME, "--contact", CONTACT, "--matter", "电199 00007788"),
         "complaint.names_complainant"),
    ],
)  # fmt: skip
def test_what_cannot_be_received(hall: Run, words: tuple[str, ...], code: str) -> None:
    """Each refusal says what is wrong, never who it was."""
    ran = opened(hall, *words, code=2)
    assert ran.codes == [code]
    assert NAME not in ran.out
    assert hall("complaint", "list", "--json").data == []


def test_nothing_before_the_regulation(hall: Run) -> None:
    """Art. 36 comes first."""
    assert opened(hall, "--about", WHO, "--anonymous", "--on", "2026-08-31", code=3).codes == [
        "regulation.not_yet_in_force"]  # fmt: skip


@pytest.mark.parametrize("about", [("--officer",), ("--about", "A0001")])
def test_a_complaint_about_the_officer_leaves_its_number_only(hall: Run, about: Any) -> None:
    """It goes to 学生工作部; neither what it says nor who said it is kept, and nothing is done here."""
    ran = opened(hall, *about, "--name", NAME, "--contact", CONTACT, "--ref", "K")
    assert (ran.data, ran.codes) == (
        {"complaint_no": "T2026-0001", "state": "forwarded", "about": "officer",
         "received_at": "2026-11-24T10:00:00+08:00", "violations": []},
        ["complaint.goes_elsewhere"])  # fmt: skip
    kept = Path("hall.db").read_bytes()
    for word in (NAME, CONTACT, "窗口态度生硬"):
        assert word.encode() not in kept
    assert step(hall, "accept", "1", code=5).codes == ["complaint.elsewhere"]
    assert step(hall, "reveal", "1", "--reason", "x", code=4).codes == ["complaint.nobody_named"]
    assert step(hall, "list", "--overdue", now="2027-01-20T09:00").data == []
    assert len(step(hall, "list", "--month", "2026-11").data) == 1


def test_only_the_officer_reveals_and_each_look_is_kept(hall: Run) -> None:
    """The one command that shows it; a dry run shows nothing and keeps nothing."""
    number = named(hall)
    ran = hall(
        "--actor", LEADER, "complaint", "reveal", number, "--reason", "好奇", "--json", code=3
    )
    assert ran.codes == ["actor.not_the_officer"]
    assert NAME not in ran.out
    assert step(hall, "reveal", "1", "--reason", " ", code=2).codes == ["complaint.needs_note"]
    dry = step(hall, "reveal", "1", "--reason", "回访", "--dry-run")
    assert dry.data == {"complaint_no": number, "reason": "回访", "dry_run": True}
    assert step(hall, "show", "1").data["reveals"] == []
    data = step(hall, "reveal", "1", "--reason", "回访").data
    assert (data["name"], data["contact"]) == (NAME, CONTACT)
    hall("undo")
    seen = step(hall, "show", "1").data["reveals"]
    assert [(one["by_no"], one["reason"]) for one in seen] == [("A0001", "回访")]


def test_texts_do_not_name_who_complained(hall: Run) -> None:
    """A finding, a reply or a reason with the sealed name is refused, without repeating it."""
    named(hall)
    step(hall, "accept", "1")
    step(hall, "finding", "1", "--finding", "no", "--note", "查无此事")
    for words in (
        ("reply", "1", "--note", f"{NAME}同学：查无此事"),
        ("reply", "1", "--note", "已电话19900007788答复"),
        ("reveal", "1", "--reason", f"回访{NAME}"),
    ):
        ran = step(hall, *words, code=2)
        assert ran.codes == ["complaint.names_complainant"]
        assert NAME not in ran.out


def test_the_reply_slip(hall: Run, tmp_path: Path) -> None:
    """One page with its counterfoil: number, finding, reply, signatures; nobody's name."""
    hall("policy", "set", "complaint.phone", "000-1111", "--from", "2026-09-01")
    number = named(hall)
    step(hall, "accept", "1")
    step(hall, "finding", "1", "--finding", "yes", "--note", "核实")
    step(hall, "reply", "1", "--note", "已批评教育")
    data = step(hall, "slip", "1").data
    assert (data["slip_no"], data["kind"], data["subject"]) == (
        f"{number}-D1", "reply", f"complaint:{number}")  # fmt: skip
    sheet = load_workbook(data["path"]).worksheets[0]
    words = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    for text in (
        "投诉答复",
        "投诉答复（存根）",
        "属实",
        "已批评教育",
        "贾七巧，综合事务窗口",
        number,
    ):
        assert text in words or text == "贾七巧，综合事务窗口"
    assert any("贾七巧" in word for word in words)
    assert "承办人签名：" in words
    assert any("000-1111" in word for word in words)
    assert step(hall, "slip", "1").data["copy"] == 2
    reply = [
        one for one in hall("audit", "log", "--json").data if one["command"] == "complaint reply"
    ]
    assert hall("undo", reply[0]["entry_no"], "--json", code=5).codes == ["undo.rested_on"]


def test_undo_takes_steps_back_in_order(hall: Run) -> None:
    """A step that others rest on stands; the newest goes, and its proposal with it."""
    named(hall)
    step(hall, "accept", "1")
    step(hall, "finding", "1", "--finding", "yes", "--note", "核实")
    entries = {one["command"]: one["entry_no"] for one in hall("audit", "log", "--json").data}
    for command in ("complaint open", "complaint accept"):
        assert hall("undo", entries[command], "--json", code=5).codes == ["undo.rested_on"]
    hall("undo", entries["complaint finding"])
    assert step(hall, "show", "1").data["state"] == "accepted"
    assert hall("credit", "list", "--json").data == []
    hall("undo", entries["complaint accept"])
    hall("undo", entries["complaint open"])
    assert step(hall, "show", "1", code=4).codes == ["complaint.unknown"]
    assert named(hall) == "T2026-0002"
    hall("db", "check")


def test_the_month_is_analysed_and_reported(hall: Run) -> None:
    """By channel, kind, whom and window; the report's figures count the same, and name nobody."""
    named(hall, "--on", "2026-11-20")
    opened(hall, "--window", "W02", "--anonymous", at="2026-11-02T09:00")
    opened(hall, "--officer", at="2026-11-03T09:00")
    for number, at in (("1", "2026-11-24T11:00"), ("2", "2026-11-12T11:00")):
        step(hall, "accept", number, "--at", at)
        finding = ("--finding", "yes" if number == "1" else "no", "--note", "核实")
        step(hall, "finding", number, *finding, "--at", at)
        step(hall, "reply", number, "--note", "答复", "--at", at)
    lines = {
        (one["what"], one["value"]): one
        for one in step(hall, "analysis", "--month", "2026-11").data
    }
    whole = lines["all", "all"]
    assert (whole["received"], whole["yes"], whole["no"], whole["on_time"], whole["late"]) == (
        3,
        1,
        1,
        1,
        1,
    )
    assert whole["on_time_rate"] == 50.0
    assert lines["kind", "attitude"]["yes"] == 1
    assert sum(one["received"] for (what, _value), one in lines.items() if what == "window") == 2
    assert lines["about", "officer"]["received"] == 1
    figures = hall("report", "monthly", "2026-11", "--json").data["figures"]
    assert {key: value for key, value in figures.items() if key.startswith("complaints")} == {
        "complaints_received": 3, "complaints_replied": 2, "complaints_substantiated": 1,
        "complaints_late": 1, "complaints_on_time_rate": 0.0}  # fmt: skip
