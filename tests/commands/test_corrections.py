"""Corrections, excuses and spot checks (Art. 14, 23): who, why, who saw it, how often."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Run

ONE, TWO, LEADER, OFFICER, AWAY = "0240601001", "0240601002", "T1001", "A0001", "T1002"
NOW = "2026-11-20T20:00"
WEEK = ("2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20")


@pytest.fixture
def desk(hall: Run, tmp_path: Path) -> Run:
    """A week of mornings of two people at W01; nobody signs out, the second never signs in."""
    rows = [f"{day},08:30,12:00,W01,{who}\n" for day in WEEK for who in (ONE, TWO)]
    (tmp_path / "d.csv").write_text("日期,开始,结束,窗口,学号\n" + "".join(rows), encoding="utf-8")

    def at_friday(*words: object, **more: Any) -> Any:
        return hall(*words, **{"now": NOW, **more})

    at_friday("duty", "import", "d.csv")
    for day in WEEK:
        at_friday("signin", ONE, "--at", f"{day}T08:29")
    return at_friday


def shown(run: Run, who: str = ONE, day: str = WEEK[4]) -> dict[str, Any]:
    found: dict[str, Any] = run("attendance", "show", "--on", day, "--staff", who, "--json").data[0]
    return found


WORDS = ("--reason", "忘记签退", "--witness", LEADER, "--json")


def correct(run: Run, *words: object, actor: str | None = None, **more: Any) -> Any:
    who = ("--actor", actor) if actor else ()
    return run(*who, "attendance", "correct", *words, *WORDS, **more)


def test_a_week_of_forgotten_sign_outs_is_one_correction(desk: Run) -> None:
    """In bulk: only the missing sign-outs, as the roster says, and one act of the month's three."""
    assert shown(desk)["status"] == "missing_out"
    done = correct(desk, ONE, "--week", "this", "--missing-out", "--as-rostered").data
    assert [(one["before"], one["status"]) for one in done] == [("missing_out", "present")] * 5
    assert {one["out_at"][11:16] for one in done} == {"12:00"}
    assert all("in_at" not in one and "beyond" in one for one in done[:1])
    assert [shown(desk, day=day)["minutes_served"] for day in WEEK] == [210] * 5
    assert shown(desk, TWO)["status"] == "absent"
    assert correct(desk, ONE, "--week", "this", "--missing-out", "--as-rostered", code=4).codes == [
        "attendance.nothing_to_correct"
    ]


def test_times_that_a_witness_saw(desk: Run) -> None:
    """From 08:40 to 12:00 is late by ten minutes; the raw punch stays; the same again is already so."""
    shift_no = shown(desk)["shift_no"]
    one = correct(desk, ONE, "--shift", shift_no, "--in", "08:40", "--out", "12:00").data[0]
    assert (one["status"], one["before"]) == ("late", "missing_out")
    assert (shown(desk)["minutes_late"], shown(desk)["minutes_served"]) == (10, 200)
    again = correct(desk, ONE, "--shift", shift_no, "--in", "08:40", "--out", "12:00")
    assert again.data[0]["already"] is True
    assert correct(desk, ONE, "--shift", shift_no, "--as-rostered").data[0]["status"] == "present"
    desk("undo")
    assert shown(desk)["minutes_late"] == 10
    desk("undo")
    assert shown(desk)["status"] == "missing_out"


def test_a_window_at_once(desk: Run) -> None:
    """Everybody of a window on a day; who has nothing wrong is left alone."""
    done = correct(desk, "--window", "W01", "--on", WEEK[4], "--as-rostered").data
    assert {(one["staff_no"], one["status"]) for one in done} == {
        (ONE, "present"),
        (TWO, "present"),
    }
    assert (
        correct(desk, TWO, "--on", WEEK[3], "--in", "08:30", "--out", "12:00").data[0]["status"]
        == "present"
    )


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [(("--on", WEEK[4], "--as-rostered"), "attendance.correct_whom", 2), ((ONE, "--on", WEEK[4]), "attendance.correct_what", 2),
     ((ONE, "--as-rostered", "--in", "08:30"), "attendance.correct_what", 2),
     ((ONE, "--on", WEEK[4], "--in", "12:00", "--out", "11:00"), "attendance.correct_bounds", 2),
     ((ONE, "--on", WEEK[4], "--in", "13:30"), "attendance.correct_bounds", 2),
     ((ONE, "--on", WEEK[4], "--in", "20:30"), "attendance.nothing_to_correct", 4),
     ((ONE, "--shift", "999", "--as-rostered"), "why.unknown_shift", 4),
     ((ONE, "--on", "2026-11-14", "--as-rostered"), "attendance.nothing_to_correct", 4)],
)  # fmt: skip
def test_corrections_that_say_nothing(
    desk: Run, words: tuple[str, ...], code: str, status: int
) -> None:
    """Nobody named, no time, times that are none of the shift, no shift."""
    assert correct(desk, *words, code=status).codes == [code]


def test_nothing_is_corrected_before_it_happened(desk: Run) -> None:
    """A sign-out that has not come yet is not put down."""
    words = (ONE, "--on", WEEK[4], "--as-rostered", "--missing-out", "--json")
    early = correct(desk, ONE, "--on", WEEK[4], "--out", "12:00", code=2, now=f"{WEEK[4]}T11:00")
    assert early.codes == ["attendance.correct_future"]
    assert correct(desk, *words[:5]).data[0]["status"] == "present"


def test_nobody_corrects_or_witnesses_their_own(desk: Run) -> None:
    """Not the person, not with oneself as witness; leaders only at their own window."""
    words = ("--on", WEEK[4], "--as-rostered")
    for actor, witness, code in (
        (ONE, LEADER, "attendance.not_ones_own"), (OFFICER, ONE, "attendance.not_ones_own"),
        (AWAY, LEADER, "actor.not_the_manager"), (TWO, LEADER, "actor.not_the_manager"),
    ):  # fmt: skip
        ran = desk("--actor", actor, "attendance", "correct", ONE, *words, "--reason", "x", "--witness", witness,
                   "--json", code=3)  # fmt: skip
        assert ran.codes == [code]
    assert correct(desk, ONE, *words, actor=LEADER).data[0]["status"] == "present"


def test_soon_and_seldom(desk: Run) -> None:
    """A leader has three working days and three acts a month; the officer may do more, and the report says so."""
    for day in WEEK[2:]:
        ran = correct(desk, TWO, "--on", day, "--as-rostered", actor=LEADER)
        assert ran.codes == []
    ran = correct(desk, TWO, "--on", WEEK[1], "--as-rostered", actor=LEADER, code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["attendance.correct_too_often"], "23")
    ran = correct(desk, TWO, "--on", WEEK[1], "--as-rostered")
    assert (ran.codes, ran.data[0]["beyond"]) == (["attendance.correct_beyond"], True)
    late = {"now": "2026-11-23T09:00"}
    assert correct(desk, ONE, "--on", WEEK[2], "--as-rostered", actor=LEADER, **late).codes == []
    ran = correct(desk, ONE, "--on", WEEK[1], "--as-rostered", actor=LEADER, code=3, **late)
    assert ran.codes == ["attendance.correct_too_late"]


def test_an_excuse_is_a_mark(desk: Run) -> None:
    """The status stays; only the officer excuses, only a fault, and only once."""
    absent, fine = shown(desk, TWO)["shift_no"], shown(desk)["shift_no"]
    words = ("--reason", "临时集体活动", "--json")
    assert desk("--actor", LEADER, "attendance", "excuse", absent, *words, code=3).codes == [
        "actor.not_the_officer"
    ]
    done = desk("attendance", "excuse", absent, *words).data
    assert (done["status"], done["staff_no"]) == ("absent", TWO)
    assert desk("attendance", "excuse", absent, *words).data["already"] is True
    assert (shown(desk, TWO)["status"], shown(desk, TWO)["marks"]) == ("absent", ["excused"])
    correct(desk, ONE, "--on", WEEK[4], "--as-rostered")
    assert desk("attendance", "excuse", fine, *words, code=5).codes == [
        "attendance.nothing_to_excuse"
    ]
    assert desk("attendance", "excuse", "999", *words, code=4).codes == ["why.unknown_shift"]


CHECK = ("--witness", LEADER, "--json", "--at", f"{WEEK[4]}T10:00")


def test_a_spot_check_marks_the_shift(desk: Run) -> None:
    """Left post with the minutes where they are known; who never came is absent, not away."""
    desk("signout", ONE, "--at", f"{WEEK[4]}T12:00")
    first = desk(
        "attendance", "check", ONE, *CHECK, "--until", f"{WEEK[4]}T10:20", "--note", "无人在岗"
    ).data[0]
    assert (first["state"], first["window"]) == ("noted", "综合事务窗口")
    assert desk("attendance", "check", ONE, *CHECK).data[0]["already"] is True
    found = shown(desk)
    assert (found["status"], found["marks"], found["minutes_away"], found["minutes_served"]) == (
        "present", ["left_post"], 20, 190,
    )  # fmt: skip
    desk("attendance", "check", TWO, *CHECK)
    assert (shown(desk, TWO)["status"], shown(desk, TWO)["marks"]) == ("absent", [])


def test_a_whole_window_and_what_became_of_the_check(desk: Run) -> None:
    """Everybody rostered there; contested by the person, upheld or dropped by the officer."""
    desk("signout", ONE, "--at", f"{WEEK[4]}T12:00")
    made = desk("attendance", "check", "W01", *CHECK).data
    assert [one["staff_no"] for one in made] == [ONE, TWO]
    number = made[0]["check_no"]
    assert desk("--actor", TWO, "attendance", "contest", number, "--reason", "x", "--json", code=3)
    gone = desk(
        "--actor", ONE, "attendance", "contest", number, "--reason", "去送材料", "--json"
    ).data
    assert gone["state"] == "contested"
    assert shown(desk)["marks"] == ["left_post"]
    assert desk(
        "--actor",
        LEADER,
        "attendance",
        "decide",
        number,
        "--drop",
        "--reason",
        "x",
        "--json",
        code=3,
    )
    assert (
        desk("attendance", "decide", number, "--drop", "--reason", "属实", "--json").data["state"]
        == "dropped"
    )
    assert shown(desk)["marks"] == []
    assert desk(
        "attendance", "decide", number, "--uphold", "--reason", "x", "--json", code=5
    ).codes == ["attendance.check_is_decided"]
    listed = desk("attendance", "checks", "--json").data
    assert [(one["check_no"], one["state"]) for one in listed] == [
        (number, "dropped"),
        (number + 1, "noted"),
    ]
    desk("undo")
    assert shown(desk)["marks"] == ["left_post"]


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [((ONE, "--witness", ONE), "attendance.not_ones_own", 3), (("W02", "--witness", LEADER), "attendance.nobody_rostered", 4),
     ((AWAY, "--witness", LEADER), "duty.no_shift_then", 4)],
)  # fmt: skip
def test_checks_that_are_none(desk: Run, words: tuple[str, ...], code: str, status: int) -> None:
    """Not witnessed by oneself, not of somebody who has no duty then."""
    ran = desk("attendance", "check", *words, "--at", f"{WEEK[4]}T10:00", "--json", code=status)
    assert ran.codes == [code]
    late = desk(
        "attendance",
        "check",
        ONE,
        "--witness",
        LEADER,
        "--at",
        "2026-11-21T10:00",
        "--json",
        code=2,
    )
    assert late.codes == ["signin.future"]
