"""Credit points as a chain of evidence (Art. 32): heard, contested, reversed, printed, and decided about."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Ran, Run
from openpyxl import load_workbook

WHO, LEADER = "0240601007", "T1001"
DAYS = ("2026-09-07", "2026-09-14", "2026-10-12", "2026-11-02")


def credit(run: Run, *words: object, code: int | None = 0, **more: Any) -> Ran:
    return run("credit", *words, "--json", code=code, **more)


def proposed(run: Run, on: str = "2026-11-02", *more: object) -> str:
    words = ("--staff", WHO, "--kind", "attitude", "--on", on, "--note", "当面核实")
    number: str = credit(run, "propose", *words, *more).data["entry_no"]
    return number


def confirmed(run: Run, on: str = "2026-11-02", *more: object) -> str:
    number = proposed(run, on, *more)
    credit(run, "confirm", number)
    return number


def balance(run: Run, who: str = WHO) -> int:
    found: int = credit(run, "show", who).data["balance"]
    return found


@pytest.fixture
def fourth(hall: Run) -> Run:
    """A hall where one student worker has lost points four times: 73 are left."""
    for on in DAYS:
        confirmed(hall, on)
    return hall


def test_the_person_is_heard(hall: Run) -> None:
    """A statement before or after the decision stands with the entry; the newest counts."""
    number = proposed(hall, "2026-11-02", "--evidence", "监控录像，办公室存")
    assert (
        credit(hall, "statement", number, "--text", "当时排队人多").data["statement"]
        == "当时排队人多"
    )
    assert credit(hall, "statement", number, "--text", "当时排队人多").data["already"] is True
    credit(hall, "confirm", number)
    data = credit(hall, "statement", number, "--text", "愿意改正").data
    assert (data["statement"], data["evidence"]) == ("愿意改正", "监控录像，办公室存")
    shown = credit(hall, "show", WHO).data["entries"][0]
    assert (shown["statement"], shown["appeal_by"], shown["article"]) == (
        "愿意改正",
        "2026-12-08",
        "32",
    )
    text = hall("credit", "show", WHO).out
    assert "愿意改正" in text
    assert "Art. 32" in text
    hall("undo")
    assert credit(hall, "show", WHO).data["entries"][0]["statement"] == "当时排队人多"


def test_an_appeal_that_is_upheld_gives_the_points_back(fourth: Run) -> None:
    """The second of four is reversed by an entry: three are left, counted anew, and history is kept."""
    assert balance(fourth) == 73
    data = credit(fourth, "appeal", "2", "--reason", "不是本人当班").data
    assert (data["appeal"], data["state"]) == ("open", "confirmed")
    assert balance(fourth) == 73
    assert credit(fourth, "appeal", "2", "--reason", "不是本人当班").data["already"] is True
    assert credit(fourth, "appeal", "2", "--reason", "另有原因", code=5).codes == [
        "credit.appeal_is_open"
    ]
    data = credit(fourth, "appeal", "2", "--verdict", "upheld", "--reason", "值班表证实").data
    assert (data["appeal"], data["state"]) == ("upheld", "reversed")
    account = credit(fourth, "show", WHO).data
    assert (account["balance"], account["standing"]) == (83, "good")
    assert [one.get("ordinal") for one in account["entries"]] == [1, None, 2, 3]
    assert (
        credit(fourth, "appeal", "2", "--verdict", "upheld", "--reason", "x").data["already"]
        is True
    )
    assert credit(fourth, "appeal", "2", "--verdict", "dismissed", "--reason", "x", code=5).codes == [
        "credit.appealed_before"]  # fmt: skip
    fourth("undo")
    assert balance(fourth) == 73
    fourth("db", "check")


def test_an_appeal_that_is_dismissed_leaves_the_deduction(hall: Run) -> None:
    """One appeal for each deduction; another reason afterwards is a conflict."""
    number = confirmed(hall)
    credit(hall, "appeal", number, "--reason", "情况不符")
    data = credit(hall, "appeal", number, "--verdict", "dismissed", "--reason", "监控证实").data
    assert (data["appeal"], data["state"], balance(hall)) == ("dismissed", "confirmed", 98)
    assert credit(hall, "appeal", number, "--reason", "再申诉", code=5).codes == [
        "credit.appealed_before"
    ]


def test_what_cannot_be_contested(hall: Run) -> None:
    """Nothing deducted, too late, not by the officer, no such verdict: each names its reason."""
    number = proposed(hall)
    assert credit(hall, "appeal", number, "--reason", "x", code=5).codes == [
        "credit.nothing_deducted"
    ]
    assert credit(hall, "reverse", number, "--reason", "x", code=5).codes == [
        "credit.nothing_deducted"
    ]
    assert credit(hall, "appeal", number, "--verdict", "upheld", "--reason", "x", code=5).codes == [
        "credit.no_appeal"]  # fmt: skip
    credit(hall, "confirm", number)
    words = ("appeal", number, "--reason", "不服")
    ran = credit(hall, *words, code=3, now="2026-12-09T00:01")
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["credit.appeal_too_late"], "32")
    assert credit(hall, *words, "--at", "2026-11-30T09:00", code=2).codes == ["credit.appeal_order"]
    credit(hall, *words, now="2026-12-08T23:59")
    for act in (
        ("appeal", number, "--verdict", "upheld", "--reason", "x"),
        ("reverse", number, "--reason", "x"),
    ):
        ran = hall("--actor", LEADER, "credit", *act, "--json", code=3)
        assert ran.codes == ["actor.not_the_officer"]
    assert credit(hall, "appeal", number, "--verdict", "odd", "--reason", "x", code=2).codes == [
        "credit.unknown_verdict"]  # fmt: skip
    assert balance(hall) == 98


def test_the_days_to_appeal_are_a_setting_of_the_day_of_confirmation(hall: Run) -> None:
    """Changed later, it changes nothing for what was confirmed before."""
    number = confirmed(hall)
    hall("policy", "set", "credit.appeal_days", "1", "--from", "2026-12-02")
    assert credit(hall, "show", WHO).data["entries"][0]["appeal_by"] == "2026-12-08"
    later = proposed(hall, "2026-11-03")
    credit(hall, "confirm", later, now="2026-12-02T10:00")
    entries = credit(hall, "show", WHO, now="2026-12-02T10:00").data["entries"]
    assert [(one["entry_no"], one["appeal_by"]) for one in entries] == [
        (number, "2026-12-08"), (later, "2026-12-03")]  # fmt: skip


def test_a_reversal_is_an_entry(fourth: Run) -> None:
    """The officer may take a deduction back without an appeal; undoing that restores it."""
    data = credit(fourth, "reverse", "1", "--reason", "记错人").data
    assert (data["state"], balance(fourth)) == ("reversed", 83)
    assert credit(fourth, "reverse", "1", "--reason", "记错人").data["already"] is True
    assert credit(fourth, "confirm", "1", code=5).codes == ["credit.decided_otherwise"]
    confirmation = next(
        one["entry_no"]
        for one in fourth("audit", "log", "--json").data
        if one["command"] == "credit confirm"
    )
    assert fourth("undo", confirmation, "--json", code=5).codes == ["undo.rested_on"]
    fourth("undo")
    assert balance(fourth) == 73


def test_a_dismissal_stays_on_the_board_until_it_is_decided(fourth: Run) -> None:
    """A reasoned decision takes it off; a balance below that one brings it back."""
    assert "Dismissal to be decided" in fourth("status").out
    assert credit(fourth, "decide-dismissal", WHO, "--reason", "x", code=2).codes == [
        "credit.say_keep"
    ]
    ran = fourth(
        "--actor",
        LEADER,
        "credit",
        "decide-dismissal",
        WHO,
        "--keep",
        "--reason",
        "x",
        "--json",
        code=3,
    )
    assert ran.codes == ["actor.not_the_officer"]
    data = credit(fourth, "decide-dismissal", WHO, "--keep", "--reason", "确有改正，留用观察").data
    assert (data["standing"], data["kept_because"]) == ("dismissal_proposed", "确有改正，留用观察")
    assert credit(fourth, "decide-dismissal", WHO, "--keep", "--reason", "确有改正，留用观察").data[
        "already"
    ]
    assert "Dismissal to be decided" not in fourth("status").out
    assert "确有改正" in fourth("credit", "show", WHO).out
    last = confirmed(fourth, "2026-11-09")
    assert "Dismissal to be decided" in fourth("status").out
    assert "kept_because" not in credit(fourth, "show", WHO).data
    credit(fourth, "reverse", last, "--reason", "误记")
    assert "Dismissal to be decided" not in fourth("status").out


def test_a_dismissal_that_is_carried_out_is_decided(fourth: Run) -> None:
    """Dismissed in the roster: off the board, standing dismissed, and the notice can still be printed."""
    fourth("roster", "dismiss", WHO, "--on", "2026-12-01")
    assert "Dismissal to be decided" not in fourth("status").out
    data = credit(fourth, "show", WHO).data
    assert (data["balance"], data["standing"]) == (73, "dismissed")
    assert credit(fourth, "decide-dismissal", WHO, "--keep", "--reason", "x", code=5).codes == [
        "credit.no_dismissal_due"
    ]
    assert credit(fourth, "slip", "4", "dismissal").data["slip_no"].endswith("-C1")


def test_no_dismissal_without_confirmations(hall: Run) -> None:
    """Proposals, statements, rejections and hand-overs never bring anybody near a dismissal."""
    for on in (*DAYS, "2026-11-03", "2026-11-04"):
        proposed(hall, on)
    credit(hall, "statement", "1", "--text", "不服")
    credit(hall, "reject", "2", "--note", "不实")
    credit(hall, "handover", "3")
    assert (balance(hall), credit(hall, "show", WHO).data["standing"]) == (100, "good")
    assert credit(hall, "decide-dismissal", WHO, "--keep", "--reason", "x", code=5).codes == [
        "credit.no_dismissal_due"]  # fmt: skip
    for kind in ("deduction", "dismissal"):
        assert credit(hall, "slip", "1", kind, code=5).codes == ["credit.nothing_deducted"]


def test_the_window_begins_anew(fourth: Run) -> None:
    """From 1 September on nothing of the year before counts, nor does the decision about it."""
    now = "2027-09-01T09:00"
    data = credit(fourth, "show", WHO, now=now).data
    assert (data["balance"], data["standing"], data["entries"]) == (100, "good", [])


def test_a_breach_of_college_rules_goes_to_the_faculty(hall: Run) -> None:
    """The person's own faculty when none is named; recorded with its day, once."""
    number = confirmed(hall)
    faculty = hall("roster", "show", WHO, "--json").data["faculty"]
    data = credit(hall, "handover", number, "--note", "违反考勤规定").data
    assert data["handed_to"] == [faculty]
    assert credit(hall, "handover", number).data["already"] is True
    assert credit(hall, "handover", number, "--to", "学生工作部").data["handed_to"] == [
        faculty,
        "学生工作部",
    ]
    assert credit(hall, "handover", number, "--to", "另一学院", "--on", "2026-11-01", code=2).codes == [
        "credit.handover_order"]  # fmt: skip
    rejected = proposed(hall, "2026-11-04")
    credit(hall, "reject", rejected, "--note", "不实")
    assert credit(hall, "handover", rejected, code=5).codes == ["credit.nothing_to_hand_over"]


def words(path: str) -> list[str]:
    sheet = load_workbook(path).worksheets[0]
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_deduction_notice(hall: Run) -> None:
    """Facts, evidence, article, ordinal, points, balance, statement, last day to appeal, signatures."""
    number = confirmed(hall, "2026-11-02", "--evidence", "监控录像")
    credit(hall, "statement", number, "--text", "愿意改正")
    data = credit(hall, "slip", number, "deduction").data
    assert (data["slip_no"], data["subject"]) == (f"{number}-K1", f"credit:{number}")
    found = words(data["path"])
    for text in ("信誉分扣分告知单", "贾七巧", WHO, "当面核实", "监控录像", "第1次", "2分", "98分", "愿意改正",
                 "2026年12月8日", "《暂行管理办法》第三十二条", "干事签名：", "本人签名："):  # fmt: skip
        assert text in found, text
    assert credit(hall, "slip", number, "deduction").data["copy"] == 2
    assert credit(hall, "slip", number, "dismissal", code=5).codes == ["credit.no_dismissal_due"]
    assert credit(hall, "slip", number, "odd", code=2).codes == ["slip.unknown_kind"]
    assert credit(hall, "slip", "L2026-0009", "letter", code=4).codes == ["credit.unknown"]


def test_the_dismissal_notice(fourth: Run) -> None:
    """Every deduction with its ordinal and balance; none once the officer decided to keep the person."""
    ran = fourth("--actor", LEADER, "credit", "slip", "4", "dismissal", "--json", code=3)
    assert ran.codes == ["actor.not_the_officer"]
    data = credit(fourth, "slip", "4", "dismissal").data
    found = words(data["path"])
    for text in ("辞退通知", "信誉分73分，低于80分", *DAYS, "第4次"):
        assert text in found, text
    credit(fourth, "decide-dismissal", WHO, "--keep", "--reason", "留用")
    assert credit(fourth, "slip", "3", "dismissal", code=5).codes == ["credit.no_dismissal_due"]


def test_leaders_get_a_letter_to_their_department(hall: Run) -> None:
    """No points: a numbered letter, printed for the department; student workers get none."""
    said = ("--kind", "attitude", "--on", "2026-11-02", "--note", "对学生态度生硬")
    data = credit(hall, "letter", "--staff", LEADER, *said).data
    assert data["letter_no"] == "L2026-0001"
    assert credit(hall, "letter", "--staff", LEADER, *said).data["already"] is True
    found = words(credit(hall, "slip", "L2026-0001", "letter").data["path"])
    assert any(text.startswith(data["department"]) for text in found)
    assert "对学生态度生硬" in found
    assert credit(hall, "letter", "--staff", WHO, *said, code=2).codes == [
        "credit.letters_are_for_leaders"
    ]
    ran = hall("--actor", LEADER, "credit", "letter", "--staff", LEADER, *said, "--json", code=3)
    assert ran.codes == ["actor.not_the_officer"]


def late_case(
    run: Run, *, handler: str = WHO, item: str = "SX002", at: str = "2026-11-02T09:00"
) -> str:
    words = ("case", "open", "--item", item, "--applicant-no", "0250200001", "--all-materials",
             "--handler", handler, "--at", at, "--json")  # fmt: skip
    number: str = run(*words, now="2026-11-02T09:00").data["case_no"]
    return number


def from_cases(
    run: Run, month: str = "2026-11", now: str = "2026-12-01T09:00"
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = credit(
        run, "propose", "--from-cases", "--month", month, now=now
    ).data
    return found


def test_a_late_case_is_proposed_once(hall: Run) -> None:
    """Against its handler, on the first day it was late; rejected or not, never twice."""
    case_no = late_case(hall)
    due = hall("case", "show", case_no, "--json").data["due_on"]
    assert from_cases(hall, now=f"{due}T20:00") == []
    found = from_cases(hall)
    assert [(one["case_no"], one["staff_no"], one["outcome"]) for one in found] == [
        (case_no, WHO, "proposed")]  # fmt: skip
    assert found[0]["on"] > due
    entry = credit(hall, "list").data[0]
    assert (entry["kind"], entry["case_no"], entry["state"]) == ("overdue", case_no, "proposed")
    assert case_no in entry["note"]
    assert (balance(hall), from_cases(hall)[0]["outcome"]) == (100, "already")
    credit(hall, "reject", entry["entry_no"], "--note", "系统停机")
    assert from_cases(hall)[0]["outcome"] == "already"
    assert from_cases(hall, "2026-10") == []


def test_a_case_that_was_proposed_by_hand_is_not_proposed_again(hall: Run) -> None:
    """Neither against its handler nor against somebody else; a complaint about attitude is another matter."""
    case_no, other = late_case(hall), late_case(hall)
    words = ("--on", "2026-11-27", "--note", "退费超期", "--case")
    by_hand = credit(hall, "propose", "--staff", "0240601010", "--kind", "overdue", *words, case_no)
    credit(hall, "propose", "--staff", WHO, "--kind", "attitude", *words, other)
    found = {one["case_no"]: one for one in from_cases(hall)}
    assert found[case_no]["outcome"] == "already"
    assert found[case_no]["entry_no"] == by_hand.data["entry_no"]
    assert found[other]["outcome"] == "proposed"


def test_it_is_against_who_had_it_when_it_became_late(hall: Run) -> None:
    """Handed on in time it is the new handler's; handed on afterwards it stays with the one before."""
    first, second = late_case(hall), late_case(hall)
    other = "0240601010"
    due = hall("case", "show", first, "--json").data["due_on"]
    hall("case", "transfer", first, "--to", other, "--reason", "请假", "--at", f"{due}T09:00")
    hall("case", "transfer", second, "--to", other, "--reason", "请假", "--at", "2026-11-27T09:00")
    found = {one["case_no"]: one["staff_no"] for one in from_cases(hall)}
    assert found == {first: other, second: WHO}


def test_leaders_are_listed_without_points(hall: Run) -> None:
    """The leader's late case brings no proposal; a letter can be written."""
    late_case(hall, handler=LEADER)
    assert [one["outcome"] for one in from_cases(hall)] == ["no_points"]
    assert credit(hall, "list").data == []


def test_the_words_of_propose(hall: Run) -> None:
    """Either one violation with all its words, or --from-cases alone."""
    assert credit(hall, "propose", "--staff", WHO, code=2).codes == ["credit.needs_words"]
    assert credit(hall, "propose", "--from-cases", "--staff", WHO, code=2).codes == [
        "credit.from_cases_alone"
    ]


def test_a_letter_can_name_its_case_and_complaint(hall: Run, tmp_path: Path) -> None:
    """The chain stays whole: what a letter rests on cannot be undone under it."""
    hall("complaint", "open", "--channel", "phone", "--about", LEADER, "--anonymous", "--matter", "态度差",
         "--at", "2026-11-24T10:00")  # fmt: skip
    said = ("--kind", "attitude", "--on", "2026-11-24", "--note", "核实", "--complaint", "1")
    assert credit(hall, "letter", "--staff", LEADER, *said).data["complaint_no"] == "T2026-0001"
    opened = next(
        one for one in hall("audit", "log", "--json").data if one["command"] == "complaint open"
    )
    assert hall("undo", opened["entry_no"], "--json", code=5).codes == ["undo.rested_on"]


@pytest.mark.parametrize(
    ("decided", "closed", "outcome", "departments"),
    [
        # 教务处→学生工作部、财务处, received on 2 November: sub-deadlines 6 and 11 November, due 11 November
        ("2026-11-16", "2026-11-16", "department", ["学生工作部", "财务处"]),
        ("2026-11-16", "2026-11-18", "proposed", ["学生工作部", "财务处"]),
        ("2026-11-10", "2026-11-18", "proposed", []),
    ],
)
def test_what_departments_held_does_not_count(
    hall: Run, decided: str, closed: str, outcome: str, departments: list[str]
) -> None:
    """A joint case that departments held up is theirs; what the handler added on top is not."""
    number = late_case(hall, item="SX018")
    hall("case", "decide", number, "教务处", "--by", "某处长", "--at", "2026-11-05T09:00")
    for department in ("学生工作部", "财务处"):
        hall("case", "decide", number, department, "--by", "某处长", "--at", f"{decided}T10:00")
    hall("case", "close", number, "--result", "granted", "--at", f"{closed}T11:00")
    found = from_cases(hall)
    assert [(one["outcome"], one["departments"]) for one in found] == [(outcome, departments)]
    assert len(credit(hall, "list").data) == (outcome == "proposed")
