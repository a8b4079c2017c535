"""The whole life of a case through its commands: papers, clock, departments, referrals, corrections."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran, Run

AT = "2026-11-16T09:00"


def opened(run: Run, item: str = "SX045", *more: str, at: str = AT) -> str:
    """The number of a case that is accepted unless ``more`` says otherwise."""
    papers = () if {"--missing", "--unchecked", "--material"} & set(more) else ("--all-materials",)
    words = (
        "case",
        "open",
        "--item",
        item,
        "--applicant-no",
        "0250200001",
        "--applicant",
        "艾一鸣",
    )
    number: str = run(*words, "--at", at, *papers, *more, "--json").data["case_no"]
    return number


def shown(run: Run, number: str) -> Any:
    return run("case", "show", number, "--json").data


def codes(run: Run, *words: object, code: int, now: str = "2026-12-01T09:00") -> list[str]:
    return run(*words, "--json", code=code, now=now).codes


# --- papers --------------------------------------------------------------------------------------


def test_received_unchecked_then_accepted_or_noticed(hall: Run) -> None:
    """Papers may be looked through later that day; until then the case is received and has no clock."""
    first, second = opened(hall, "SX045", "--unchecked"), opened(hall, "SX045", "--unchecked")
    assert (shown(hall, first)["state"], "due_on" in shown(hall, first)) == ("received", False)
    assert codes(hall, "case", "close", first, "--result", "granted", code=5) == ["case.not_now"]
    done = hall(
        "case", "accept", first, "--all-materials", "--at", "2026-11-16T11:00", "--json"
    ).data
    assert (done["state"], done["dated_on"], done["due_on"]) == (
        "accepted",
        "2026-11-16",
        "2026-11-25",
    )
    told = hall(
        "case", "accept", second, "--missing", "申请表=未签字", "--at", "2026-11-16T11:00", "--json"
    )
    assert (told.data["state"], told.data["missing"]) == ("supplementing", ["申请表"])
    again = hall(
        "case", "accept", first, "--all-materials", "--at", "2026-11-16T11:00", "--json"
    ).data
    assert again["already"] is True
    assert codes(hall, "case", "accept", second, "--all-materials", code=5) == [
        "case.still_supplementing"
    ]


def test_a_received_case_is_due_for_a_look_the_same_day(hall: Run) -> None:
    """Nobody's papers lie overnight unseen."""
    number = opened(hall, "SX045", "--unchecked", at="2026-11-30T16:00")
    found = hall("case", "due", "--json", code=8).data
    assert [(one["case_no"], one["what"], one["overdue"]) for one in found] == [
        (number, "check", True)
    ]


def test_a_second_list_is_a_recorded_breach(hall: Run) -> None:
    """Refused without its reason; recorded with it; counted in the one-notice rate; a repeat is fine."""
    number = opened(hall, "SX045", "--missing", "申请表")
    words = ("case", "notice", number, "--missing", "情况说明=缺章", "--at", "2026-11-16T10:00")
    ran = hall(*words, "--json", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["case.second_notice"], "25")
    assert hall(*words, "--breach", "漏看", "--json").data["missing"] == ["申请表", "情况说明"]
    assert hall(*words, "--breach", "漏看", "--json").data["already"] is True
    assert codes(
        hall, "case", "notice", number, "--missing", "户口本", "--breach", "x", code=2
    ) == ["case.unknown_paper"]
    assert codes(hall, "case", "notice", number, "--breach", "x", code=2) == [
        "case.say_what_is_missing"
    ]
    hall("case", "supply", number, "--all", "--at", "2026-11-17T09:00")
    figures = hall("report", "monthly", "2026-11", "--json").data["figures"]
    assert figures["one_notice_rate"] == 0.0


def test_a_list_after_acceptance_does_not_stop_the_clock(hall: Run) -> None:
    """What was overlooked is not the applicant's fault: the date stays, the grant waits for the paper."""
    number = opened(hall)
    due = shown(hall, number)["due_on"]
    words = ("case", "notice", number, "--missing", "申请表", "--at", "2026-11-17T09:00")
    assert codes(hall, *words, code=3) == ["case.second_notice"]
    found = hall(*words, "--breach", "漏看", "--json").data
    assert (found["state"], found["due_on"], found["missing"]) == ("accepted", due, ["申请表"])
    assert codes(hall, "case", "close", number, "--result", "granted", code=3) == [
        "case.papers_outstanding"
    ]
    assert (
        hall("case", "supply", number, "--all", "--at", "2026-11-18T09:00", "--json").data["due_on"]
        == due
    )
    hall("case", "close", number, "--result", "granted", "--at", "2026-11-18T10:00")
    assert hall("report", "monthly", "2026-11", "--json").data["figures"]["one_notice_rate"] == 0.0


def test_a_lapsed_notice_is_listed_reminded_and_closed_in_bulk(hall: Run) -> None:
    """On the twentieth working day it stands; after it, it is listed, and closed once reminded."""
    number, other = (
        opened(hall, "SX045", "--missing", "申请表"),
        opened(hall, "SX017", "--missing", "更正申请表"),
    )
    hall("case", "supply", other, "--all", "--at", "2026-11-17T09:00")
    last, after = "2026-12-14T09:00", "2026-12-15T09:00"
    due = hall("case", "due", "--json", now=last, code=8).data
    assert (number, "papers", 0, False) in [
        (one["case_no"], one["what"], one["workdays_left"], one["overdue"]) for one in due
    ]
    assert hall("case", "withdraw", "--lapsed", "--json", now=last).data == {
        "cases": [],
        "not_reminded": [],
    }
    found = hall("case", "withdraw", "--lapsed", "--json", now=after)
    assert (found.data["not_reminded"], found.codes) == ([number], ["case.remind_first"])
    assert hall("case", "remind", "--json", now=after).data["cases"] == [number]
    again = hall("case", "remind", "--json", now="2026-12-15T16:00").data
    assert (again["cases"], again["already"]) == ([number], True)
    closed = hall("case", "withdraw", "--lapsed", "--json", now=after).data
    assert closed == {"cases": [number], "not_reminded": []}
    story = hall("case", "show", number, "--json", now=after).data
    assert (story["state"], story["result"], "lateness" in story) == (
        "withdrawn",
        "withdrawn",
        False,
    )
    assert [one["kind"] for one in story["events"]] == ["noticed", "reminded", "withdrawn"]
    assert story["events"][-1]["reason"] == "lapsed"


def test_who_was_reminded_today_is_not_reminded_twice(hall: Run) -> None:
    """Of several the others are; the day after it is a reminder of its own, and so is one after new papers."""
    first, second = (
        opened(hall, "SX045", "--missing", "申请表"), opened(hall, "SX017", "--missing", "更正申请表")
    )  # fmt: skip
    day, then = "2026-12-15T09:00", "2026-12-15T10:00"
    hall("case", "remind", first, "--note", "电话", now=day)
    ran = hall("case", "remind", first, second, second, "--json", now=then)
    assert (ran.data["cases"], ran.codes) == ([second], ["case.reminded_before"])
    again = hall("case", "remind", first, "--note", "短信", "--json", now="2026-12-16T09:00")
    assert (again.data["cases"], "already" in again.data) == ([first], False)
    story = hall("case", "show", first, "--json", now="2026-12-16T09:00").data
    assert [one["kind"] for one in story["events"]] == ["noticed", "reminded", "reminded"]


def test_a_supplement_begins_the_lapse_anew(hall: Run) -> None:
    """Who brings one paper of two has twenty working days from then."""
    number = opened(hall, "SX045", "--missing", "申请表", "--missing", "情况说明")
    found = hall(
        "case", "supply", number, "--material", "申请表", "--at", "2026-11-30T09:00", "--json"
    ).data
    assert found["next_on"] > "2026-12-14"
    assert (
        hall("case", "withdraw", "--lapsed", "--json", now="2026-12-15T09:00").data["cases"] == []
    )


# --- clock ---------------------------------------------------------------------------------------


def test_a_pause_moves_the_due_date_by_its_working_days(hall: Run) -> None:
    """Paused Wednesday to Monday costs Thursday, Friday and Monday: three numbers tell it."""
    number = opened(hall, at="2026-11-23T09:00")  # Monday, 7 working days: due 2 December
    assert shown(hall, number)["due_on"] == "2026-12-02"
    paused = hall("case", "pause", number, "--reason", "applicant_supplement", "--until", "2026-12-04",
                  "--note", "等补签字", "--at", "2026-11-25T09:00", "--json").data  # fmt: skip
    assert (paused["state"], paused["next_on"]) == ("paused", "2026-12-04")
    assert codes(hall, "case", "close", number, "--result", "granted", code=5) == ["case.is_paused"]
    assert codes(hall, "case", "pause", number, "--reason", "applicant_supplement", code=5) == [
        "case.is_paused"
    ]
    resumed = hall("case", "resume", number, "--at", "2026-11-30T09:00", "--json").data
    assert (resumed["state"], resumed["due_on"]) == ("accepted", "2026-12-07")
    assert hall("case", "resume", number, "--json").data["already"] is True
    assert shown(hall, number)["clock"] == {"calendar_days": 8, "workdays": 3, "paused_workdays": 3}
    days = hall("why", f"case:{number}", "--json").data["days"]
    assert [one["date"] for one in days if one["kind"] == "paused"] == [
        "2026-11-26",
        "2026-11-27",
        "2026-11-30",
    ]
    assert days[-1] == {"date": "2026-12-07", "kind": "counted", "n": 7}
    closed = hall(
        "case", "close", number, "--result", "granted", "--json", now="2026-12-08T09:00"
    ).data
    assert (closed["lateness"], closed["workdays_used"], closed["workdays_late"]) == ("late", 8, 1)


def test_a_paused_case_is_not_overdue_but_its_own_limit_is(hall: Run) -> None:
    """The case leaves the list of due cases; the end of the pause is on it."""
    number = opened(hall, at="2026-11-23T09:00")
    hall(
        "case",
        "pause",
        number,
        "--reason",
        "applicant_supplement",
        "--until",
        "2026-12-04",
        "--at",
        "2026-11-25T09:00",
    )
    assert hall("case", "due", "--json", now="2026-12-03T09:00").data[0]["what"] == "pause"
    found = hall("case", "due", "--json", now="2026-12-08T09:00", code=8).data
    assert [(one["what"], one["due_on"], one["overdue"]) for one in found] == [
        ("pause", "2026-12-04", True)
    ]


def test_nothing_clears_what_is_overdue(hall: Run) -> None:
    """Not a pause, not a reclassification, not one dated back; an extension only when asked in time."""
    number = opened(hall, "SX004")  # superior, 20 working days: due 14 December
    late = "2026-12-15T09:00"
    pause = ("case", "pause", number, "--reason", "applicant_supplement")
    assert codes(hall, *pause, code=3, now=late) == ["case.too_late_to_pause"]
    assert codes(hall, *pause, "--at", "2026-11-20T09:00", code=3, now=late) == [
        "case.too_late_to_pause"
    ]
    move = (
        "case",
        "reclassify",
        number,
        "--tier",
        "superior",
        "--promise-days",
        "30",
        "--reason",
        "x",
        "--approver",
        "甄院长",
    )
    assert codes(hall, *move, "--at", "2026-11-20T09:00", code=3, now=late) == [
        "case.too_late_to_reclassify"
    ]
    extend = ("case", "extend", number, "--days", "5", "--reason", "未批复", "--approver", "甄院长")
    assert codes(hall, *extend, code=3, now=late) == ["case.extension_too_late"]
    found = hall(*extend, "--asked", "2026-12-14T23:59", "--json", now=late).data
    assert (found["due_on"], found["extended_days"]) == ("2026-12-21", 5)
    assert codes(
        hall, *extend, "--asked", "2026-12-14T23:59", "--at", "2026-12-15T08:00", code=2, now=late
    ) == ["case.before_newest"]
    assert codes(hall, *extend, "--asked", "2026-12-14T23:59", code=3, now="2026-12-15T10:00") == [
        "case.extended_before"
    ]


def test_the_case_stays_late_when_closed_reopened_and_closed_again(hall: Run) -> None:
    """Reopening returns the state before closing; the date stays, and so does the lateness."""
    number = opened(hall, "SX045", at="2026-11-02T09:00")
    before = shown(hall, number)
    close = ("case", "close", number, "--result", "granted", "--json")
    assert hall(*close, "--at", "2026-11-20T09:00").data["lateness"] == "late"
    assert codes(hall, "case", "reopen", number, code=2) == ["case.reopening_needs_note"]
    reopened = hall(
        "case", "reopen", number, "--note", "结果有误", "--at", "2026-11-23T09:00", "--json"
    ).data
    assert {key: reopened[key] for key in ("state", "due_on", "handler_no", "accepted_at")} == {
        key: before[key] for key in ("state", "due_on", "handler_no", "accepted_at")
    }
    assert not {"closed_at", "result", "lateness"} & set(reopened)
    assert hall("case", "reopen", number, "--note", "结果有误", "--json").data["already"] is True
    assert hall(*close, "--at", "2026-11-24T09:00").data["lateness"] == "late"


def test_only_the_officer_reopens(hall: Run) -> None:
    """A window leader may not take a closing back."""
    number = opened(hall)
    hall("case", "close", number, "--result", "granted", "--at", "2026-11-17T09:00")
    ran = hall("--actor", "T1005", "case", "reopen", number, "--note", "x", "--json", code=3)
    assert ran.codes == ["actor.not_the_officer"]
    assert codes(hall, "case", "reopen", opened(hall), "--note", "x", code=5) == ["case.is_open"]


def test_reclassification_counts_from_the_first_acceptance(hall: Run) -> None:
    """Pauses kept, cap of the new kind; a new date that is over already is refused."""
    number = opened(hall, "SX017", at="2026-11-23T09:00")  # promised, 5: due 30 November
    hall("case", "pause", number, "--reason", "applicant_supplement", now="2026-11-24T09:00")
    hall("case", "resume", number, now="2026-11-26T09:00")
    move = ("case", "reclassify", number, "--reason", "须校务会", "--approver", "甄院长", "--json")
    assert codes(hall, *move[:-1], "--tier", "college", "--promise-days", "8", code=3) == [
        "case.promise_over_cap"
    ]
    assert codes(hall, *move[:-1], "--tier", "promised", "--promise-days", "1", code=2) == [
        "case.reclassified_into_the_past"
    ]
    found = hall(*move, "--tier", "college").data
    assert (found["tier"], found["promise_days"], found["due_on"]) == ("college", 7, "2026-12-04")
    assert hall(*move, "--tier", "college").data["already"] is True


def test_withdrawn_in_time_counts_nowhere_late_counts(hall: Run) -> None:
    """The applicant may take it back; what was late by then stays late."""
    good, late = opened(hall), opened(hall, "SX017", at="2026-11-02T09:00")
    assert codes(hall, "case", "withdraw", good, code=2) == ["case.withdrawal_needs_note"]
    found = hall(
        "case", "withdraw", good, "--note", "不办了", "--at", "2026-11-17T09:00", "--json"
    ).data
    assert (found["state"], "lateness" in found) == ("withdrawn", False)
    assert hall("case", "withdraw", good, "--json").data["already"] is True
    found = hall(
        "case", "withdraw", late, "--note", "等太久", "--at", "2026-11-20T09:00", "--json"
    ).data
    assert (found["lateness"], found["workdays_late"]) == ("late", 9)
    figures = hall("report", "monthly", "2026-11", "--json").data["figures"]
    assert (figures["cases_withdrawn"], figures["cases_late"], figures["on_time_rate"]) == (
        2,
        1,
        0.0,
    )
    assert codes(hall, "case", "withdraw", code=2) == ["case.withdraw_what"]


def test_provisional_dates_are_settled_when_the_year_is_known(hall: Run, tmp_path: Path) -> None:
    """Only provisional ones, old and new listed and logged; a closed case is judged anew; the rest stays."""
    now = "2027-02-20T09:00"
    kept = opened(hall, "SX017", at="2026-11-30T09:00")

    def run(*words: object, **more: Any) -> Ran:
        return hall(*words, now=now, **more)

    open_no = opened(run, "SX019", at="2026-12-25T09:00")
    closed_no = opened(run, "SX019", at="2026-12-25T10:00")
    run("case", "withdraw", closed_no, "--note", "x", "--at", "2027-02-16T09:00")
    assert shown(run, open_no)["due_status"] == "provisional"
    assert run("calendar", "check", "--json").data == {"findings": []}
    days = [{"name": "元旦", "date": "2027-01-01", "isOffDay": True}] + [
        {"name": "春节", "date": f"2027-02-{day:02d}", "isOffDay": True} for day in range(5, 10)
    ]
    (tmp_path / "2027.json").write_text(
        json.dumps({"year": 2027, "papers": ["x"], "days": days}), encoding="utf-8"
    )
    ran = run("calendar", "import", "2027.json", "--json")
    assert "calendar.to_settle" in ran.codes
    found = run("calendar", "check", "--json", code=8).data["findings"]
    assert {one["where"] for one in found} == {f"case:{open_no}", f"case:{closed_no}"}
    trial = run("calendar", "recompute", "--dry-run", "--json").data
    moved = run("calendar", "recompute", "--json").data
    assert trial == moved
    assert {
        one["case_no"]: (one["was_due_on"], one["due_on"], one["due_status"], one.get("lateness"))
        for one in moved
    } == {
        open_no: ("2027-02-12", "2027-02-11", "firm", None),
        closed_no: ("2027-02-12", "2027-02-11", "firm", "late"),
    }
    assert shown(run, open_no)["events"][-1]["kind"] == "redated"
    assert run("calendar", "recompute", "--json").data == []
    assert shown(run, kept)["due_on"] == "2026-12-07"
    run("calendar", "check")


def test_a_firm_date_moves_only_with_a_reason(hall: Run) -> None:
    """An announced year can change; what an applicant was given stays unless the officer says why."""
    number = opened(hall, "SX017", at="2026-11-30T09:00")
    hall("calendar", "override", "closure", "--from", "2026-12-03", "--authority", "校办通知")
    assert (
        hall("calendar", "check", "--json", code=8).data["findings"][0]["code"]
        == "calendar.firm_date_differs"
    )
    assert hall("calendar", "recompute", "--json").data == []
    assert codes(hall, "calendar", "recompute", "--case", number, code=2) == [
        "case.firm_date_needs_note"
    ]
    moved = hall("calendar", "recompute", "--case", number, "--note", "停电一天", "--json").data
    assert [(one["was_due_on"], one["due_on"]) for one in moved] == [("2026-12-07", "2026-12-08")]


# --- joint ---------------------------------------------------------------------------------------


def test_a_department_has_its_own_last_day(hall: Run) -> None:
    """In order, the first has the first part of the promise; the list of due cases names who blocks."""
    number = opened(hall, "SX018", at="2026-11-30T09:00")  # 教务处→学生工作部、财务处, 7 days
    steps = shown(hall, number)["steps"]
    assert [(one["department"], one["due_on"], one["waits"]) for one in steps] == [
        ("教务处", "2026-12-04", False), ("学生工作部", "2026-12-09", True), ("财务处", "2026-12-09", True)]  # fmt: skip
    found = hall("case", "due", "--within", "4", "--json").data
    assert [(one["what"], one["holder"], one["due_on"]) for one in found] == [
        ("step", "教务处", "2026-12-04")
    ]
    late = hall("case", "due", "--json", now="2026-12-07T09:00", code=8).data
    assert [(one["what"], one["holder"], one["overdue"]) for one in late if one["overdue"]] == [
        ("step", "教务处", True)
    ]
    ran = hall("case", "decide", number, "教务处", "--json")
    assert ran.codes == ["case.decider_unnamed"]
    found = hall("case", "due", "--within", "7", "--json").data
    assert [(one["what"], one["holder"]) for one in found] == [("case", "学生工作部、财务处")]


# --- out of scope --------------------------------------------------------------------------------

REFER = ("case", "refer", "--matter", "路灯不亮", "--applicant-no", "0250200009", "--window", "W01")


def test_told_where_to_go(hall: Run) -> None:
    """The procedure or the place has to be told; the matter is closed at once and owes nothing."""
    tell = (
        "case",
        "tell",
        "--matter",
        "驾驶证",
        "--applicant-no",
        "0250200008",
        "--department",
        "车管所",
    )
    assert codes(hall, *tell, "--window", "W01", code=2) == ["case.tell_what"]
    assert codes(hall, *tell, "--place", "市政务中心", code=2) == ["case.which_window"]
    assert codes(
        hall,
        "case",
        "tell",
        "--department",
        "y",
        "--place",
        "x",
        "--applicant-no",
        "1",
        "--window",
        "W01",
        code=2,
    ) == ["case.what_matter"]
    found = hall(*tell, "--place", "市政务中心", "--window", "W01", "--ref", "OUT-1", "--json").data
    assert (found["state"], found["item"], "tier" in found, found["out_of_scope"]) == (
        "told",
        "驾驶证",
        False,
        True,
    )
    assert (
        hall(*tell, "--place", "市政务中心", "--window", "W01", "--ref", "OUT-1", "--json").data[
            "already"
        ]
        is True
    )
    assert codes(hall, "case", "reopen", found["case_no"], "--note", "x", code=3) == [
        "case.never_open"
    ]
    hall("case", "due")


def test_five_dated_steps_each_overdue_on_its_own(hall: Run) -> None:
    """Recorded with a promise, reported, referred, fed back; none may be skipped."""
    number = hall(*REFER, "--at", "2026-11-16T09:00", "--json").data["case_no"]

    def due(now: str) -> list[tuple[str, str, bool]]:
        found = hall("case", "due", "--json", code=None, now=now).data
        return [(one["what"], one["due_on"], one["overdue"]) for one in found]

    assert due("2026-11-17T09:00") == [("report", "2026-11-17", False)]
    assert due("2026-11-18T09:00") == [("report", "2026-11-17", True)]
    refer = ("case", "refer", number, "--department", "后勤处")
    assert codes(hall, *refer, code=3) == ["case.report_first"]
    assert codes(hall, "case", "feedback", number, "--answered-by", "x", "--note", "y", code=5) == [
        "case.not_now"
    ]
    assert codes(hall, "case", "refer", number, code=2) == ["case.refer_what"]
    hall("case", "refer", number, "--reported-to", "甄院长", "--at", "2026-11-18T09:00")
    assert due("2026-11-18T09:00") == [("refer", "2026-11-18", False)]
    assert codes(hall, "case", "refer", number, "--reported-to", "贾院长", code=5) == [
        "case.step_taken"
    ]
    hall(*refer, "--at", "2026-11-19T09:00")
    assert hall(*refer, "--json").data["already"] is True
    assert due("2026-11-24T09:00") == [("feedback", "2026-11-23", True)]
    assert codes(hall, "case", "close", number, "--result", "granted", code=5) == ["case.not_now"]
    done = hall(
        "case",
        "feedback",
        number,
        "--answered-by",
        "李工",
        "--note",
        "已修",
        "--at",
        "2026-11-24T10:00",
        "--json",
    ).data
    assert (done["state"], done["result"], done["lateness"], done["workdays_late"]) == (
        "completed",
        "answered",
        "late",
        1,
    )
    story = shown(hall, number)
    assert [(one["kind"], one.get("party")) for one in story["events"]] == [
        ("recorded", None), ("reported", "甄院长"), ("referred", "后勤处"), ("fed_back", "李工")]  # fmt: skip
    assert due("2026-12-01T09:00") == []


def test_a_recorded_matter_may_turn_out_to_have_a_department(hall: Run) -> None:
    """Before it is referred the applicant may be told where to go instead."""
    number = hall(*REFER, "--reply-by", "2026-12-04", "--json").data["case_no"]
    assert shown(hall, number)["due_on"] == "2026-12-04"
    found = hall(
        "case", "tell", number, "--department", "后勤处", "--procedure", "网上报修", "--json"
    ).data
    assert (found["state"], "due_on" in found) == ("told", False)
    assert codes(hall, "case", "refer", number, "--reported-to", "甄院长", code=5) == [
        "case.closed"
    ]


def test_out_of_scope_matters_stay_out_of_the_service_figures(hall: Run) -> None:
    """They are not accepted cases; the report still balances and lists them."""
    hall(*REFER, "--at", "2026-11-16T09:00")
    figures = hall("report", "monthly", "2026-11", "--json").data["figures"]
    assert (figures["cases_accepted"], figures["cases_open"]) == (0, 0)


# --- corrections, many at once -------------------------------------------------------------------


def test_a_correction_keeps_the_first_record(hall: Run) -> None:
    """The newest name and number are shown and found; the first stand in the record."""
    number = opened(hall)
    words = (
        "case",
        "correct",
        number,
        "--applicant",
        "艾一明",
        "--applicant-no",
        "0250200099",
        "--json",
    )
    assert codes(hall, *words[:-1], code=2) == ["case.correction_needs_note"]
    assert codes(hall, "case", "correct", number, code=2) == ["case.correct_what"]
    found = hall(*words, "--note", "写错").data
    assert (found["applicant"], found["applicant_no"]) == ("艾一明", "0250200099")
    assert hall(*words).data["already"] is True
    listed = hall("case", "list", "--applicant-no", "0250200099", "--json").data
    assert [one["case_no"] for one in listed] == [number]
    assert hall("case", "list", "--applicant-no", "0250200001", "--json").data == []
    hall("undo")
    assert shown(hall, number)["applicant"] == "艾一鸣"


@pytest.mark.parametrize("words", [
    ("case", "pause", "1", "--reason", "applicant_supplement", "--at", "2026-11-17T09:00"),
    ("case", "withdraw", "1", "--note", "x", "--at", "2026-11-17T09:00"),
    ("case", "notice", "1", "--missing", "申请表", "--breach", "x", "--at", "2026-11-17T09:00"),
    ("case", "reclassify", "1", "--tier", "promised", "--reason", "x", "--approver", "y", "--at", "2026-11-17T09:00"),
], ids=lambda words: words[1])  # fmt: skip
def test_every_step_can_be_undone_and_tried(hall: Run, words: tuple[str, ...]) -> None:
    """A dry run leaves nothing, an undo leaves the case as it was, and the file is whole."""
    opened(hall)
    before = shown(hall, "1")
    hall(*words, "--dry-run", now="2026-11-17T10:00")
    assert shown(hall, "1") == before
    hall(*words, now="2026-11-17T10:00")
    assert shown(hall, "1")["events"][-1]["entry_no"] > before["events"][-1]["entry_no"]
    hall("undo")
    assert shown(hall, "1") == before
    assert hall("db", "check").out == ""


def lines(*acts: dict[str, object]) -> str:
    return "".join(json.dumps(act, ensure_ascii=False) + "\n" for act in acts)


def test_many_acts_one_transaction_each(hall: Run) -> None:
    """Every line is answered with its number; the good ones stand; the exit is the first failure's."""
    acts = [
        {
            "item": "SX005",
            "applicant_no": f"02502{n:05d}",
            "all_materials": True,
            "done": True,
            "at": AT,
        }
        for n in range(3)
    ]
    acts[1]["item"] = "无此事项"
    ran = hall("case", "open", "--stdin", stdin=lines(*acts) + "\n{oops\n[1]\n", code=4)
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [(one["line"], one["ok"]) for one in answers] == [
        (1, True),
        (2, False),
        (3, True),
        (5, False),
        (6, False),
    ]
    assert answers[0]["data"]["state"] == "completed"
    assert [one["errors"][0]["code"] for one in answers if not one["ok"]] == [
        "item.unknown",
        "many.no_json",
        "many.no_object",
    ]
    assert len(hall("case", "list", "--json").data) == 2
    numbers = [one["case_no"] for one in hall("case", "list", "--json").data]
    entries = hall("audit", "log", "--json").data[-2:]
    assert [one["command"] for one in entries] == ["case open", "case open"]
    closed = hall(
        "case",
        "close",
        "--stdin",
        "--json",
        stdin=lines(*({"case_no": no, "result": "granted"} for no in numbers)),
    )
    assert [one["data"]["already"] for one in closed.data] == [True, True]


def test_many_acts_all_or_none(hall: Run) -> None:
    """With --atomic one bad line writes nothing and all bad lines are named; good ones are one entry."""
    good = [
        {"item": "SX045", "applicant_no": str(n), "all_materials": True, "at": AT} for n in range(3)
    ]
    bad = [
        {"item": "SX045", "applicant_no": "7", "promise_days": 99, "at": AT},
        {"applicant_no": "8"},
        {"item": "SX045", "applicant_no": "9", "colour": 1},
    ]
    ran = hall("case", "open", "--stdin", "--atomic", "--json", stdin=lines(*good, *bad), code=6)
    assert [(one["row"], one["code"]) for one in ran.json["errors"]] == [
        (4, "case.promise_over_cap"), (5, "many.missing_key"), (6, "many.unknown_key")]  # fmt: skip
    assert hall("case", "list", "--json").data == []
    before = len(hall("audit", "log", "--json").data)
    done = hall("case", "open", "--stdin", "--atomic", "--json", stdin=lines(*good)).data
    assert [one["case_no"][-1] for one in done] == ["1", "2", "3"]
    assert len(hall("audit", "log", "--json").data) == before + 1
    hall("undo")
    assert hall("case", "list", "--json").data == []
    assert hall("db", "check").out == ""


@pytest.mark.parametrize(
    ("key", "value"), [("promise_days", "five"), ("all_materials", "yes"), ("item", ["a"])]
)
def test_a_value_of_the_wrong_kind_is_named(hall: Run, key: str, value: object) -> None:
    """Numbers are numbers, truth is true or false, words are words."""
    act = {"item": "SX045", "applicant_no": 1, "at": AT, key: value}
    ran = hall("case", "open", "--stdin", stdin=lines(act), code=2)
    assert json.loads(ran.out)["errors"][0]["code"] == "many.wrong_kind"


def test_a_dry_run_of_many_acts_keeps_nothing(hall: Run) -> None:
    """Each line or all of them."""
    act = {"item": "SX045", "applicant_no": "1", "at": AT}
    for more in ((), ("--atomic",)):
        hall("case", "open", "--stdin", "--dry-run", *more, stdin=lines(act, act))
        assert hall("case", "list", "--json").data == []


# --- files ---------------------------------------------------------------------------------------

CASES = """流水号,事项,事由,学号,姓名,窗口,受理时间,承诺回复日期,办结时间,结果
A1,转专业,,0250200001,艾一鸣,,2026-10-12 09:00,,2026-10-30 10:00,办结
A2,,路灯不亮,0250200002,尤六合,W01,2026-10-13 09:00,2026-10-19,,
A3,SX004,,0250200003,,,2026-10-14 09:00,,,
"""
STEPS = """编号,步骤,时间,对方,审定人,说明,原因,天数,结果
A1,恢复,2026-10-20 09:00,,,,,,
A1,暂停,2026-10-13 09:00,,,等公示,applicant_supplement,,
A1,审定,2026-10-20 10:00,教务处,甲,,,,同意
A1,审定,2026-10-21 10:00,学生工作部,乙,,,,同意
A1,审定,2026-10-21 11:00,财务处,丙,,,,同意
A2,呈报,2026-10-14 09:00,甄院长,,,,,
A2,转办,2026-10-15 09:00,后勤处,,,,,
A2,反馈,2026-10-16 09:00,李工,,已修,,,
A3,延期,2026-10-16 09:00,甄院长,,未批复,,3,
A3,撤回,2026-10-19 09:00,,,不办了,,,
"""


def both(path: Path, cases: str = CASES, steps: str = STEPS) -> Path:
    import csv
    import io

    from openpyxl import Workbook

    book = Workbook()
    for sheet, text in ((book.active, cases), (book.create_sheet("办件经过"), steps)):
        for row in csv.reader(io.StringIO(text)):
            sheet.append(row)
    book.save(path)
    return path


def test_cases_come_with_all_their_steps(hall: Run, tmp_path: Path) -> None:
    """One file, one entry: opened, moved on in the order it happened, closed; twice changes nothing."""
    path = both(tmp_path / "all.xlsx")
    found = hall("case", "import", path, "--json").data
    assert (found["rows"], found["added"], found["changed"], found["rejected"]) == (13, 3, 10, 0)
    first = shown(hall, "1")
    assert (first["state"], first["due_on"], first["lateness"], first["clock"]["paused_workdays"]) == (
        "completed", "2026-10-28", "late", 5)  # fmt: skip
    assert [one["kind"] for one in first["events"]][:4] == [
        "accepted",
        "paused",
        "resumed",
        "decided",
    ]
    assert (shown(hall, "2")["state"], shown(hall, "2")["lateness"]) == ("completed", "early")
    assert [one["kind"] for one in shown(hall, "3")["events"]] == [
        "accepted",
        "extended",
        "withdrawn",
    ]
    assert hall("case", "import", path, "--json").data["already"] is True
    assert hall("db", "check").out == ""
    hall("undo")
    assert hall("case", "list", "--json").data == []


def test_steps_alone_find_their_cases_and_every_bad_one_is_named(hall: Run, tmp_path: Path) -> None:
    """By reference or number; nothing is written; a case whose own row is bad takes its steps with it."""
    steps = (
        STEPS
        + "A9,反馈,2026-10-16 09:00,李工,,已修,,,\nA3,飞行,2026-10-16 09:00,,,,,,\nA3,撤回,2026-10-20,,,,,,\n"
    )
    path = both(tmp_path / "bad.xlsx", CASES.replace("SX004", "SX999"), steps)
    ran = hall("case", "import", path, "--json", code=6)
    found = {(one.get("sheet"), one["row"]): one["code"] for one in ran.json["errors"]}
    assert found == {
        ("Sheet", 4): "item.unknown", ("办件经过", 10): "case.its_row_is_bad", ("办件经过", 11): "case.its_row_is_bad",
        ("办件经过", 12): "case.bad_number", ("办件经过", 13): "sheet.unknown_step", ("办件经过", 14): "case.its_row_is_bad",
    }  # fmt: skip
    assert hall("case", "list", "--json").data == []
    assert hall("case", "import", path, "--skip-bad", "--json").data["added"] == 2
    (tmp_path / "more.csv").write_text(
        "编号,步骤,时间,说明\n2026-000001,恢复办理,2026-11-02 09:00,算错\n", encoding="utf-8"
    )
    assert hall("case", "import", "more.csv", "--json").data["changed"] == 1
    assert shown(hall, "1")["state"] == "accepted"


def test_what_follows_a_case_comes_from_the_file_too(hall: Run, tmp_path: Path) -> None:
    """Handed on, paid, collected, rated, called back and put right: after its closing, in one entry."""
    cases = "流水号,事项,学号,姓名,受理时间,办结时间,结果\nB1,SX045,0250200001,艾一鸣,2026-10-12 09:00,2026-10-15 10:00,办结\n"
    steps = """编号,步骤,时间,对方,收款人,金额,票据号,评价,说明
B1,整改,2026-10-19 09:00,,,,,,改了
B1,移交,2026-10-13 09:00,T1003,,,,,请假
B1,收费,2026-10-14 09:00,,,12.5,P-001,,
B1,代领,2026-10-16 09:00,尤六合,,,,,
B1,评价,2026-10-15 10:00,,,,,不满意,慢
B1,回访,2026-10-16 09:00,,,,,,致歉
"""
    path = both(tmp_path / "care.xlsx", cases, steps)
    found = hall("case", "import", path, "--json").data
    assert (found["added"], found["changed"], found["rejected"]) == (1, 6, 0)
    assert hall("case", "import", path, "--json").data["already"] is True
    story = shown(hall, "1")
    assert [one["kind"] for one in story["events"]] == ["accepted", "transferred", "completed"]
    assert story["handler_no"] == "T1003"
    ratings = hall("case", "register", "ratings", "--month", "2026-10", "--json").data
    assert [(one["level"], one["lateness"]) for one in ratings] == [(2, "on_time")]
    fees = hall("case", "register", "fees", "--month", "2026-10", "--json").data
    assert [(one["voucher_no"], one["amount"]) for one in fees] == [("P-001", "12.50")]
    bad = both(
        tmp_path / "bad.xlsx",
        cases.replace("B1", "B2"),
        "编号,步骤,时间,评价\nB2,评价,2026-10-16,还行\n",
    )
    assert [
        one["code"] for one in hall("case", "import", bad, "--json", code=6).json["errors"]
    ] == ["sheet.bad_level"]
