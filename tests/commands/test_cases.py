"""The life of a case at the counter."""

from pathlib import Path

import pytest
from conftest import EXPECTED, HALL, Run

OPEN = ("case", "open", "--applicant-no", "0250200001", "--applicant", "艾一鸣", "--json")
AT = "2026-11-16T09:00"


def opened(run: Run, item: str, *more: str, at: str = AT) -> dict[str, object]:
    found: dict[str, object] = run(*OPEN, "--item", item, "--at", at, *more).data
    return found


def test_complete_papers_are_accepted_and_due(hall: Run) -> None:
    """Accepted at once, dated that day, due after the item's own promise of 3 working days."""
    case = opened(hall, "SX002", "--all-materials")
    assert case["case_no"] == "2026-000001"
    assert (case["state"], case["tier"], case["joint"], case["missing"]) == (
        "accepted",
        "promised",
        False,
        [],
    )
    assert (case["dated_on"], case["due_on"], case["due_status"], case["promise_days"]) == (
        "2026-11-16", "2026-11-19", "firm", 3)  # fmt: skip
    assert case["received_at"] == case["accepted_at"] == "2026-11-16T09:00:00+08:00"
    assert case["due_earliest"] == case["due_latest"] == case["due_on"]


def test_missing_papers_get_one_notice_and_no_clock(hall: Run) -> None:
    """Everything missing is named at once; the clock starts when the last paper is in."""
    case = opened(hall, "转专业", "--material", "成绩单")
    assert (case["state"], case["missing"]) == ("supplementing", ["转专业申请表", "学院意见"])
    assert "due_on" not in case
    no = case["case_no"]
    assert hall("case", "close", no, "--result", "granted", "--json", code=5).codes == [
        "case.still_supplementing"
    ]
    part = hall(
        "case", "supply", no, "--material", "学院意见", "--at", "2026-11-17T09:00", "--json"
    ).data
    assert (part["state"], part["missing"]) == ("supplementing", ["转专业申请表"])
    wrong = hall("case", "supply", no, "--material", "户口本", "--json", code=2)
    assert wrong.codes == ["case.paper_not_on_notice"]
    assert hall("case", "supply", no, "--json", code=2).codes == ["case.say_which_papers"]
    whole = hall("case", "supply", no, "--all", "--at", "2026-11-18T18:00", "--json").data
    assert (whole["state"], whole["dated_on"], whole["due_on"]) == (
        "accepted",
        "2026-11-19",
        "2026-11-30",
    )
    assert hall("case", "supply", no, "--all", "--json").data["already"] is True
    late = hall("case", "show", no, "--json").data
    assert [one["kind"] for one in late["events"]] == ["noticed", "supplied", "supplied"]


def test_missing_may_be_said_instead(hall: Run) -> None:
    """--missing names what is not there, with a reason; unknown papers are refused with the list."""
    case = opened(hall, "SX002", "--missing", "申请表=未签字")
    assert case["missing"] == ["申请表"]
    ran = hall(*OPEN, "--item", "SX002", "--missing", "护照", "--json", code=2)
    assert ran.codes == ["case.unknown_paper"]
    assert "待盖章材料" in ran.json["errors"][0]["message"]


def test_the_day_order_of_steps(hall: Run) -> None:
    """Papers cannot come before the case, nor a completion before the acceptance, nor tomorrow."""
    no = opened(hall, "SX002")["case_no"]
    assert hall(
        "case", "supply", no, "--all", "--at", "2026-11-15T09:00", "--json", code=2
    ).codes == ["case.before_newest"]
    hall("case", "supply", no, "--all", "--at", "2026-11-17T09:00")
    close = ("case", "close", no, "--result", "granted", "--json", "--at")
    assert hall(*close, "2026-11-17T08:59", code=2).codes == ["case.closed_too_early"]
    assert hall(*close, "2026-12-02T08:59", code=2).codes == ["case.future"]
    assert hall(*OPEN, "--item", "SX002", "--at", "2026-08-31T09:00", code=3).codes == [
        "regulation.not_yet_in_force"
    ]
    assert hall(*OPEN, "--item", "SX002", "--at", "2026-12-31", code=2).codes == ["case.future"]


@pytest.mark.parametrize(
    ("item", "days", "cap"), [("SX002", 6, 5), ("SX045", 8, 7), ("SX015", 31, 30)]
)
def test_a_promise_over_the_cap_is_refused(hall: Run, item: str, days: int, cap: int) -> None:
    """Article 27: 5, 7 and 30 working days, by who decides; the cap itself is fine."""
    ran = hall(*OPEN, "--item", item, "--all-materials", "--promise-days", days, "--at", AT, code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["case.promise_over_cap"], "27")
    assert (
        hall(*OPEN, "--item", item, "--all-materials", "--promise-days", cap, "--at", AT).data[
            "promise_days"
        ]
        == cap
    )
    assert len(hall("case", "list", "--json").data) == 1


@pytest.mark.parametrize(
    ("closed", "lateness", "used", "late"),
    [
        ("2026-11-18T10:00", "early", 2, 0),
        ("2026-11-19T23:59", "on_time", 3, 0),
        ("2026-11-20T00:00", "late", 4, 1),
    ],
)
def test_lateness_is_a_fact(hall: Run, closed: str, lateness: str, used: int, late: int) -> None:
    """Due at the end of the 19th; counted in working days."""
    no = opened(hall, "SX002", "--all-materials")["case_no"]
    data = hall("case", "close", no, "--result", "granted", "--at", closed, "--json").data
    assert (data["state"], data["lateness"], data["workdays_used"], data["workdays_late"]) == (
        "completed", lateness, used, late)  # fmt: skip
    again = ("case", "close", no, "--result", "granted", "--json")
    assert hall(*again).data["already"] is True
    assert hall(
        "case", "close", no, "--result", "refused", "--note", "错", "--json", code=5
    ).codes == ["case.closed"]


def test_a_refusal_needs_its_reason(hall: Run) -> None:
    """Article 26."""
    no = opened(hall, "SX002", "--all-materials")["case_no"]
    ran = hall("case", "close", no, "--result", "refused", "--json", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["case.refusal_needs_reason"], "26")
    assert (
        hall("case", "close", no, "--result", "refused", "--note", "不符合条件", "--json").data[
            "state"
        ]
        == "refused"
    )


def test_a_reference_makes_opening_repeatable(hall: Run) -> None:
    """The same key again is already so; for another applicant it is a conflict; without a key, a warning."""
    first = opened(hall, "SX002", "--all-materials", "--ref", "K1")
    again = opened(hall, "SX002", "--all-materials", "--ref", "K1")
    assert (again["case_no"], again["already"]) == (first["case_no"], True)
    other = (
        "case",
        "open",
        "--item",
        "SX002",
        "--applicant-no",
        "0250200002",
        "--ref",
        "K1",
        "--json",
    )
    assert hall(*other, code=5).codes == ["case.ref_taken"]
    assert (
        "case.likely_repeat" in hall(*OPEN, "--item", "SX002", "--all-materials", "--at", AT).codes
    )


def test_work_done_on_the_spot(hall: Run) -> None:
    """Received and finished in one act, by part of the item's name; numbers follow without gaps."""
    data = hall("case", "done", "在读证明", "0250200009", "艾九如", "--at", AT, "--json").data
    assert (data["state"], data["lateness"], data["workdays_used"]) == ("completed", "on_time", 0)
    done = opened(hall, "SX005", "--all-materials", "--done")
    assert (done["case_no"], done["state"]) == ("2026-000002", "completed")


def test_who_handles_a_case(worked: Run) -> None:
    """The student on duty at the window, else its leader, never whoever types."""
    on_duty = worked("duty", "list", "--from", "2026-11-16", "--window", "W01", "--json").data
    morning = {one["staff_no"] for one in on_duty if one["start"] == "08:30"}
    case = opened(worked, "SX002", "--all-materials")
    assert case["handler_no"] in morning
    evening = opened(worked, "SX002", "--all-materials", at="2026-11-16T18:30")
    assert evening["handler_no"] == "T1001"
    assert (
        opened(worked, "SX002", "--all-materials", "--handler", "0240601002")["handler_no"]
        == "0240601002"
    )
    ran = worked(*OPEN, "--item", "SX002", "--handler", "nobody", "--at", AT, code=4)
    assert ran.codes == ["staff.unknown"]


def test_unknown_words(hall: Run) -> None:
    """Items, windows, cases and tiers that do not exist say what does."""
    assert hall(*OPEN, "--item", "登月", code=4).codes == ["item.unknown"]
    assert hall(*OPEN, "--item", "SX002", "--window", "W99", code=4).codes == ["window.unknown"]
    assert hall(*OPEN, "--item", "SX002", "--tier", "fast", code=2).codes == ["case.unknown_tier"]
    assert hall("case", "close", "17", "--result", "granted", "--json", code=4).codes == [
        "case.unknown"
    ]
    assert hall("case", "close", "x", "--result", "granted", "--json", code=2).codes == [
        "case.bad_number"
    ]
    no = opened(hall, "SX002", "--all-materials")["case_no"]
    assert hall("case", "close", no, "--result", "done", "--json", code=2).codes == [
        "case.unknown_result"
    ]


def test_another_window_is_warned_about(hall: Run) -> None:
    """Business is accepted at its own window."""
    ran = hall(*OPEN, "--item", "SX002", "--all-materials", "--window", "日常事务窗口", "--at", AT)
    assert "case.elsewhere" in ran.codes
    assert ran.data["window_no"] == "W02"


def test_departments_decide_side_by_side(hall: Run) -> None:
    """A joint case cannot be granted while one is undecided, nor against a refusal (Art. 8)."""
    case = opened(hall, "休学申请", "--all-materials")
    assert case["joint"] is True
    close = ("case", "close", "1", "--result", "granted", "--json")
    ran = hall(*close, code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["case.joint_undecided"], "8")
    first = hall("case", "decide", "1", "财务处", "--at", "2026-11-17T09:00", "--json").data
    assert first["waiting"] == ["学生工作部", "教务处"]
    assert hall("case", "decide", "1", "财务处", "--json").data["already"] is True
    assert hall("case", "decide", "1", "财务处", "--result", "refused", "--json", code=5).codes == [
        "case.decided_otherwise"
    ]
    assert hall("case", "decide", "1", "保卫处", "--json", code=4).codes == ["case.no_such_step"]
    hall(
        "case",
        "decide",
        "1",
        "教务处",
        "--result",
        "refused",
        "--note",
        "不符",
        "--at",
        "2026-11-17T10:00",
    )
    hall("case", "decide", "1", "学生工作部", "--at", "2026-11-17T11:00")
    assert hall(*close, code=3).codes == ["case.joint_refused"]
    refused = (
        "case",
        "close",
        "1",
        "--result",
        "refused",
        "--note",
        "教务处不同意",
        "--at",
        "2026-11-18",
        "--json",
    )
    assert hall(*refused).data["state"] == "refused"
    opened(hall, "SX002", "--all-materials")
    assert hall("case", "decide", "2", "教务处", "--json", code=5).codes == ["case.not_joint"]


def test_departments_decide_only_open_cases(hall: Run) -> None:
    """Not while papers are missing, not after the case is closed, not before it was accepted."""
    opened(hall, "休学申请")
    assert hall("case", "decide", "1", "教务处", "--json", code=5).codes == [
        "case.still_supplementing"
    ]
    hall("case", "supply", "1", "--all", "--at", "2026-11-17T09:00")
    early = ("case", "decide", "1", "教务处", "--at", "2026-11-17T08:59", "--json")
    assert hall(*early, code=2).codes == ["case.closed_too_early"]
    hall(
        "case",
        "close",
        "1",
        "--result",
        "refused",
        "--note",
        "申请人不符合条件",
        "--at",
        "2026-11-18",
    )
    assert hall("case", "decide", "1", "教务处", "--json", code=5).codes == ["case.closed"]


def test_departments_decide_in_order(hall: Run) -> None:
    """教务处→学生工作部、财务处: the later ones wait."""
    opened(hall, "转专业", "--all-materials")
    ran = hall("case", "decide", "1", "财务处", "--json", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["case.step_waits"], "8")
    for department in ("教务处", "财务处", "学生工作部"):
        hall("case", "decide", "1", department, "--at", "2026-11-17T09:00")
    assert (
        hall("case", "close", "1", "--result", "granted", "--at", "2026-11-18", "--json").data[
            "state"
        ]
        == "completed"
    )


def test_provisional_due_dates_come_as_an_interval(hall: Run) -> None:
    """30 working days from 24 November reach into 2027."""
    case = opened(hall, "退学申请", "--all-materials", at="2026-11-24T09:00")
    assert (case["due_status"], case["due_earliest"], case["due_latest"]) == (
        "provisional",
        "2027-01-05",
        "2027-01-06",
    )


def test_what_is_due(hall: Run) -> None:
    """0 is due today, negative is overdue with exit 8; further away only when asked for."""
    opened(hall, "SX002", "--all-materials", "--promise-days", "5")  # due 23 November
    due = ("case", "due", "--json")
    assert hall(*due, now="2026-11-18T09:00").data == []
    for day, left in (("2026-11-19", 2), ("2026-11-23", 0)):
        found = hall(*due, now=f"{day}T09:00").data
        assert [(one["workdays_left"], one["overdue"]) for one in found] == [(left, False)]
    ran = hall(*due, now="2026-11-25T09:00", code=8)
    assert [(one["workdays_left"], one["overdue"]) for one in ran.data] == [(-2, True)]
    assert (ran.json["ok"], ran.json["exit_code"]) == (True, 8)
    assert [
        one["workdays_left"] for one in hall(*due, "--within", "4", now="2026-11-17T09:00").data
    ] == [4]


def test_imported_cases_are_what_was_made_up(worked: Run) -> None:
    """As many of each kind, open and closed late as the generator wrote."""
    truth = EXPECTED["cases"]
    cases = worked("case", "list", "--limit", "1000", "--json").data
    assert len(cases) == truth["count"]
    assert sum(one["state"] == "supplementing" for one in cases) == truth["supplementing"]
    assert sum(one["state"] == "accepted" for one in cases) == truth["open"]
    assert sum(one.get("lateness") == "late" for one in cases) == truth["closed_late"]
    assert len({one["case_no"] for one in cases}) == truth["count"]
    open_ones = worked("case", "list", "--state", "open", "--limit", "1000", "--json").data
    assert len(open_ones) == truth["open"] + truth["supplementing"]


@pytest.mark.parametrize("state", [None, "open", "completed"])
def test_which_cases_are_listed(worked: Run, state: str | None) -> None:
    """Every filter, alone and with a state, keeps exactly the cases that fit."""
    words = ("case", "list", "--limit", "1000", "--json", *(("--state", state) if state else ()))
    everything = worked(*words).data
    one = everything[len(everything) // 2]
    day = one["received_at"][:10]
    for option, fits in (
        (("--window", one["window_no"]), lambda case: case["window_no"] == one["window_no"]),
        (("--item", one["item_code"]), lambda case: case["item_code"] == one["item_code"]),
        (("--handler", one["handler_no"]), lambda case: case["handler_no"] == one["handler_no"]),
        (
            ("--applicant-no", one["applicant_no"]),
            lambda case: case["applicant_no"] == one["applicant_no"],
        ),
        (("--from", day), lambda case: case["received_at"][:10] >= day),
        (("--to", day), lambda case: case["received_at"][:10] <= day),
    ):
        found = {case["case_no"] for case in worked(*words, *option).data}
        assert found == {case["case_no"] for case in everything if fits(case)}, option
    assert len(worked("case", "list", "--limit", "3", "--json").data) == 3
    assert worked("case", "list", "--state", "lost", "--json", code=2).codes == [
        "case.unknown_state"
    ]


def test_bad_cases_are_reported_at_once(hall: Run) -> None:
    """Every bad row with its column; with --skip-bad the good one is written."""
    words = ("case", "import", HALL / "cases_bad.csv", "--json")
    errors = hall(*words, code=6).json["errors"]
    assert {(one["row"], one["code"]) for one in errors} == {
        (3, "item.unknown"), (4, "case.promise_over_cap"), (5, "case.closed_too_early"), (6, "staff.unknown"),
        (7, "regulation.not_yet_in_force"), (8, "case.unknown_paper"), (9, "case.refusal_needs_reason"),
        (10, "sheet.required"), (10, "sheet.bad_instant"),
    }  # fmt: skip
    assert len({one["row"] for one in errors}) == EXPECTED["cases"]["bad_rows"]
    assert next(one for one in errors if one["row"] == 4)["value"] == "6"
    assert hall("case", "list", "--json").data == []
    data = hall(*words, "--skip-bad").data
    assert (data["rows"], data["added"], data["rejected"]) == (9, 1, 8)


def test_an_import_moves_open_cases_on(hall: Run, tmp_path: Path) -> None:
    """A row that was open and now is closed closes the case; its number stays."""
    head = "流水号,事项,学号,受理时间,办结时间,结果\n"
    (tmp_path / "a.csv").write_text(
        head + "A1,SX002,0250200001,2026-11-16 09:00,,\n", encoding="utf-8"
    )
    (tmp_path / "b.csv").write_text(
        head + "A1,SX002,0250200001,2026-11-16 09:00,2026-11-17 10:00,办结\n", encoding="utf-8"
    )
    assert hall("case", "import", "a.csv", "--json").data["added"] == 1
    assert hall("case", "import", "b.csv", "--json").data["changed"] == 1
    assert hall("case", "import", "a.csv", "--json").data["already"] is True
    assert [one["state"] for one in hall("case", "list", "--json").data] == ["completed"]


def test_why_a_case_is_due(hall: Run) -> None:
    """The reckoning names its article, the settings read, and every day."""
    opened(hall, "SX002", "--all-materials", at="2026-11-20T18:00")
    data = hall("why", "case:1", "--json").data
    assert (data["ref"], data["value"], data["article"]) == ("case:2026-000001", "2026-11-26", "27")
    assert data["settings"]["clock.makeup_days"] is True
    assert [day["n"] for day in data["days"]] == [1, 2, 3]
    assert data["because"]
    hall("case", "open", "--item", "SX002", "--applicant-no", "1", "--at", AT)
    assert hall("why", "case:2", "--json").data["article"] == "25"


def test_applicants_stay_out_of_the_audit_log(hall: Run) -> None:
    """Personal data go into the chain by reference only."""
    opened(hall, "SX002", "--all-materials", "--phone", "199-0001-0001")
    out = hall("audit", "log", "--json").out
    for secret in ("艾一鸣", "199-0001-0001", "0250200001"):
        assert secret not in out
