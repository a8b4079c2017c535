"""Work logs at each hand-over, and what is missing before going home (Art. 19)."""

from pathlib import Path

import pytest
from conftest import Run

A, B, LEADER = "0240601001", "0240601002", "T1001"
OTHER = "0240601003"
DAY = "2026-12-01"
DUTY = (
    "日期,开始,结束,窗口,学号\n"
    f"{DAY},08:30,12:00,W01,{A}\n{DAY},14:00,17:30,W01,{B}\n{DAY},08:30,12:00,W02,{OTHER}\n"
)
EVENING = f"{DAY}T18:00"


@pytest.fixture
def day(hall: Run, tmp_path: Path) -> Run:
    """A day with two turns at one window and one at another."""
    (tmp_path / "d.csv").write_text(DUTY, encoding="utf-8")
    hall("duty", "import", "d.csv")
    return hall


def add(day: Run, *words: str, now: str = f"{DAY}T12:00", code: int = 0) -> dict[str, object]:
    """Write W01's log."""
    found: dict[str, object] = day(
        "log", "add", "--window", "W01", *words, "--json", now=now, code=code
    ).json
    return found


def codes(found: dict[str, object]) -> list[str]:
    """The codes of errors and warnings."""
    return [one["code"] for key in ("errors", "warnings") for one in found[key]]  # type: ignore[attr-defined]


def missing(day: Run, *words: str, now: str = EVENING) -> list[tuple[str, str, str]]:
    """What the check finds: code, window, start."""
    found = day("log", "missing", *words, "--json", now=now, code=None).data["findings"]
    return [(one["code"], one["window_no"], one["start"]) for one in found]


def open_case(day: Run, item: str, at: str, *more: str) -> str:
    """A case at its window."""
    return str(
        day("case", "open", "--item", item, "--applicant-no", "0250200001", "--all-materials",
            "--at", at, *more, "--json", now=EVENING).data["case_no"]
    )  # fmt: skip


def test_a_log_knows_its_turn_and_its_cases(day: Run) -> None:
    """Who was on duty, who comes next, cases taken, finished and open from the hall file."""
    open_case(day, "证明材料盖章", f"{DAY}T09:00")
    open_case(day, "公章使用登记", f"{DAY}T11:00", "--done")
    open_case(day, "证明材料盖章", f"{DAY}T15:00")
    data = add(day, "--served", "9", "--enquiries", "6", "--all-open", "--items", "公章1枚",
               "--matters", "m", "--incidents", "i", now=EVENING, code=0,
               )  # fmt: skip
    assert data["data"]["start"] == "14:00"  # type: ignore[index]
    morning = add(day, "--at", f"{DAY}T12:00", "--all-open", "--served", "9", now=EVENING)["data"]
    assert (morning["from_no"], morning["to_no"]) == (A, B)  # type: ignore[index]
    assert (morning["start"], morning["end"], morning["on_duty"]) == ("08:30", "12:00", [A])  # type: ignore[index]
    assert [morning[key] for key in ("taken", "done", "open")] == [2, 1, 1]  # type: ignore[index]
    (matter,) = morning["handed_over"]  # type: ignore[index]
    assert (matter["number"], matter["progress"], matter["limit_on"]) == (
        "2026-000001", "accepted", "2026-12-04"
    )  # fmt: skip
    afternoon = data["data"]
    assert [afternoon[key] for key in ("taken", "done", "open")] == [1, 0, 2]  # type: ignore[index]
    assert "to_no" not in afternoon  # type: ignore[operator]
    shown = day("log", "show", "1", now=EVENING).out
    assert "公章1枚" in shown
    assert "2026-000003" in shown


def test_the_offer_writes_nothing(day: Run) -> None:
    """The hall file's counts and the open cases, for a form to fill."""
    open_case(day, "证明材料盖章", f"{DAY}T09:00")
    offered = add(day, "--offer", now=EVENING)["data"]
    assert [one["number"] for one in offered["handed_over"]] == ["2026-000001"]  # type: ignore[index]
    assert "log_no" not in offered  # type: ignore[operator]
    assert day("log", "list", "--json", now=EVENING).data == []
    assert "2026-000001" in day("log", "add", "--window", "W01", "--offer", now=EVENING).out


def test_counts_may_be_confirmed_otherwise(day: Run) -> None:
    """The paper wins, and the difference is pointed out; open cases want to be handed over."""
    open_case(day, "证明材料盖章", f"{DAY}T09:00")
    found = add(
        day, "--taken", "3", "--hand-over", "钥匙交接;已登记;找后勤处;2026-12-05", now=EVENING
    )
    assert codes(found) == ["log.counts_differ", "log.open_not_handed_over"]
    data = found["data"]
    assert (data["taken"], data["counted"]["taken"]) == (3, 0)  # type: ignore[index]
    assert data["handed_over"] == [{  # type: ignore[index]
        "number": "钥匙交接", "progress": "已登记", "next_step": "找后勤处", "limit_on": "2026-12-05",
    }]  # fmt: skip
    named = add(day, "--at", f"{DAY}T12:00", "--hand-over", "1;;等财务处", now=EVENING)["data"]
    assert named["handed_over"][0]["number"] == "2026-000001"  # type: ignore[index]
    assert named["handed_over"][0]["next_step"] == "等财务处"  # type: ignore[index]


def test_one_log_per_hand_over(day: Run) -> None:
    """The same again is already so; another one corrects it under its number and is taken over anew."""
    first = add(day, "--served", "5")["data"]
    assert add(day, "--served", "5")["data"]["already"]  # type: ignore[index]
    assert codes(add(day, "--served", "6", code=5)) == ["log.recorded_otherwise"]
    day("--actor", B, "log", "ack", "1", now=EVENING)
    fixed = add(day, "--served", "6", "--corrects", "1")["data"]
    assert (fixed["log_no"], fixed["served"]) == (first["log_no"], 6)  # type: ignore[index]
    assert "acked_by" not in fixed  # type: ignore[operator]
    day("undo", now=EVENING)
    shown = day("log", "show", "L2026-0001", "--json", now=EVENING).data
    assert (shown["served"], shown["acked_by"]) == (5, B)
    assert add(day, "--served", "1", now=EVENING)["data"]["log_no"] == "L2026-0002"  # type: ignore[index]
    assert codes(add(day, "--corrects", "1", now=EVENING, code=5)) == ["log.recorded_otherwise"]
    assert day("db", "check", "--json").data["findings"] == []


def test_taking_over(day: Run) -> None:
    """By the incoming person; the day's last by the leader; nobody one's own; papers by the officer."""
    add(day)
    add(day, now=EVENING)

    def ack(actor: str, log: str, *words: str, code: int = 3) -> list[str]:
        return day(
            "--actor", actor, "log", "ack", log, *words, "--json", now=EVENING, code=code
        ).codes

    assert ack(A, "1") == ["log.own"]
    assert ack(LEADER, "1") == ["log.not_yours"]
    assert ack("A0001", "1") == ["log.officer_needs_reason"]
    assert ack(A, "1", "--by", B) == ["actor.not_the_officer"]
    assert ack("A0001", "1", "--by", B, "--at", f"{DAY}T08:00", code=2) == ["log.bad_ack_time"]
    data = day("log", "ack", "1", "--by", B, "--at", f"{DAY}T14:02", "--json", now=EVENING).data
    assert (data["acked_by"], data["acked_at"]) == (B, f"{DAY}T14:02:00+08:00")
    assert day("--actor", B, "log", "ack", "1", "--json", now=EVENING).data["already"]
    assert ack(LEADER, "1", code=5) == ["log.acknowledged_by"]
    assert ack(B, "2") == ["log.own"]
    assert ack(A, "2") == ["log.not_yours"]
    assert ack(LEADER, "2", code=0) == []
    day("undo", now=EVENING)
    data = day("log", "ack", "2", "--reason", "负责人出差", "--json", now=EVENING).data
    assert (data["acked_by"], data["ack_reason"]) == ("A0001", "负责人出差")
    assert ack("A0001", "9", code=4) == ["log.unknown"]


def test_missing_logs(day: Run) -> None:
    """Every hand-over that is over, without a log or not taken over; a turn that runs is not missed."""
    assert missing(day, now=f"{DAY}T11:00") == []
    assert missing(day, now=f"{DAY}T15:00") == [
        ("log.missing", "W01", "08:30"), ("log.missing", "W02", "08:30")
    ]  # fmt: skip
    add(day)
    assert missing(day) == [
        ("log.unacknowledged", "W01", "08:30"), ("log.missing", "W01", "14:00"),
        ("log.missing", "W02", "08:30"),
    ]  # fmt: skip
    day("--actor", B, "log", "ack", "1", now=EVENING)
    assert len(missing(day, "--month", "2026-12")) == 2
    assert missing(day, "--on", "2026-11-30") == []
    ran = day("log", "missing", code=8, now=EVENING)
    assert "W02" in ran.out
    day("calendar", "override", "closure", "--from", DAY, "--to", DAY, "--authority", "校办")
    assert missing(day) == []
    assert day("log", "missing", "--on", DAY, "--month", "this", "--json", code=2).codes == [
        "log.day_or_month"
    ]
    ran = day("log", "missing", "--on", "2026-08-01", "--json", code=3)
    assert ran.codes == ["regulation.not_yet_in_force"]


@pytest.mark.parametrize(("words", "code", "status"), [
    (("--window", "W99"), "window.unknown", 4),
    (("--window", "W03"), "log.no_turn", 4),
    (("--window", "W01", "--from", OTHER), "log.no_turn", 4),
    (("--window", "W01", "--from", "9999"), "staff.unknown", 4),
    (("--window", "W01", "--from", A, "--to", A), "log.to_oneself", 2),
    (("--window", "W01", "--served", "-1"), "log.negative", 2),
    (("--window", "W01", "--hand-over", ";x"), "log.bad_matter", 2),
    (("--window", "W01", "--hand-over", "x;y;z;soon"), "usage.bad_day", 2),
    (("--window", "W01", "--at", "2026-12-02T09:00"), "log.future", 2),
    (("--window", "W01", "--at", "2026-08-02T09:00"), "regulation.not_yet_in_force", 3),
    (("--window", "W01", "--corrects", "9"), "log.unknown", 4),
])  # fmt: skip
def test_logs_that_cannot_be(day: Run, words: tuple[str, ...], code: str, status: int) -> None:
    """Each has its own sentence; nothing is written."""
    assert day("log", "add", *words, "--json", now=EVENING, code=status).codes == [code]
    assert day("log", "list", "--json", now=EVENING).data == []


def test_lists_of_logs(day: Run) -> None:
    """By day and window."""
    add(day)
    rows = day("log", "list", "--on", DAY, "--window", "综合事务窗口", "--json", now=EVENING).data
    assert [one["log_no"] for one in rows] == ["L2026-0001"]
    assert day("log", "list", "--window", "W02", "--json", now=EVENING).data == []
    assert "L2026-0001" in day("log", "list", now=EVENING).out
    assert day("log", "list", "--from", "2026-11-01", "--to", "2026-11-30", "--json").data == []


def test_before_going_home(day: Run) -> None:
    """Logs, open sign-outs, cases due by tomorrow, decisions; quiet when all is done."""
    open_case(day, "证明材料盖章", "2026-11-27T09:00")
    day("signin", A, now=f"{DAY}T08:25")
    day(
        "credit", "propose", "--staff", A, "--kind", "attitude", "--on", "2026-11-30", "--note", "n"
    )
    found = day("day", "close", "--json", code=8, now=EVENING).data["findings"]
    assert [(one["section"], one["code"]) for one in found] == [
        ("logs", "log.missing"), ("logs", "log.missing"), ("logs", "log.missing"),
        ("sign_outs", "day.sign_out_open"), ("cases", "day.case_due"), ("decisions", "day.proposal"),
    ]  # fmt: skip
    text = day("day", "close", code=8, now=EVENING).out
    assert "2026-000001" in text
    assert "V2026-0001" in text
    day("signout", A, now=f"{DAY}T12:01")
    day("case", "close", "1", "--result", "granted", now=EVENING)
    day("credit", "reject", "1", "--note", "n")
    add(day)
    day("log", "add", "--window", "W01", now=EVENING)
    day("log", "add", "--window", "W02", now=EVENING)
    for log, who in (("1", B), ("2", LEADER), ("3", "T1002")):
        day("log", "ack", log, "--by", who, now=EVENING)
    ran = day("day", "close", "--json", now=EVENING)
    assert ran.data["findings"] == []
    assert day("day", "close", now=EVENING).out == ""


def test_another_day_is_looked_at_for_itself(day: Run) -> None:
    """What is due today is no finding of a day that is over."""
    open_case(day, "证明材料盖章", "2026-11-27T09:00")
    found = day("day", "close", "--on", "2026-11-27", "--json", now=EVENING).data["findings"]
    assert found == []
    ran = day("day", "close", "--on", "2026-08-01", "--json", code=3)
    assert ran.codes == ["regulation.not_yet_in_force"]


def test_who_is_on_leave_hands_nothing_over(day: Run) -> None:
    """No log is missing where nobody was on duty; on part of a shift somebody was."""
    leave = ("duty", "leave", A, "--kind", "sick", "--reason", "病假")
    day(*leave, "--from", f"{DAY}T08:00", "--to", f"{DAY}T12:00")
    assert missing(day) == [("log.missing", "W01", "14:00"), ("log.missing", "W02", "08:30")]
    assert codes(add(day, "--at", f"{DAY}T12:00", code=4)) == ["log.no_turn"]
    day("undo")
    day(*leave, "--from", f"{DAY}T09:00", "--to", f"{DAY}T12:00")
    assert ("log.missing", "W01", "08:30") in missing(day)


def test_who_is_on_leave_gets_no_case_and_is_not_on_the_board(day: Run) -> None:
    """Whoever the window's case falls to is there; the board names who is on duty now."""

    def handler(at: str) -> str:
        words = (
            "case",
            "open",
            "--item",
            "证明材料盖章",
            "--applicant-no",
            "0250200001",
            "--all-materials",
        )
        return str(day("case", "show", str(day(*words, "--at", at, "--json", now=EVENING).data["case_no"]),
                       "--json", now=EVENING).data["handler_no"])  # fmt: skip

    assert handler(f"{DAY}T10:00") == A
    day(
        "duty",
        "leave",
        A,
        "--kind",
        "sick",
        "--reason",
        "病假",
        "--from",
        f"{DAY}T09:00",
        "--to",
        f"{DAY}T12:00",
    )
    assert handler(f"{DAY}T08:45") == A
    assert handler(f"{DAY}T09:00") == LEADER
    assert handler(f"{DAY}T15:00") == B
    board = day("status", "--json", now=f"{DAY}T09:30").data
    assert [one["staff_no"] for one in board["on_duty"]] == [A, OTHER]
    day("undo")
    day(
        "duty",
        "leave",
        A,
        "--kind",
        "sick",
        "--reason",
        "病假",
        "--from",
        f"{DAY}T08:00",
        "--to",
        f"{DAY}T12:00",
    )
    board = day("status", "--json", now=f"{DAY}T09:30").data
    assert [one["staff_no"] for one in board["on_duty"]] == [OTHER]
