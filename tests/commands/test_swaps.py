"""Swaps and leave (Art. 14): from the request to what takes effect, and who is judged."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Run

GIVER, TAKER, OTHER, LEADER = "0240601001", "0240601002", "0240601003", "T1001"
MORNING, DAY = "08:30-12:00", "2026-12-03"
NOW = {"now": "2026-12-01T09:00"}


@pytest.fixture
def desk(hall: Run, tmp_path: Path) -> Run:
    """A hall where one person has a morning and an afternoon at W01, a colleague an afternoon."""
    (tmp_path / "d.csv").write_text(
        "日期,开始,结束,窗口,学号,班次\n"
        f"{DAY},08:30,12:00,W01,{GIVER},上午\n{DAY},14:00,17:30,W01,{GIVER},下午\n"
        f"{DAY},14:00,17:30,W02,{OTHER},下午\n2026-12-04,22:00,23:30,W01,{GIVER},夜班\n",
        encoding="utf-8",
    )
    hall("duty", "import", "d.csv")
    return hall


def shifts(run: Run, **more: Any) -> dict[str, dict[str, Any]]:
    """What is shown of the day by person and start."""
    listed = run("attendance", "show", "--on", DAY, "--json", **more).data
    return {f"{one['staff_no']} {one['start']}-{one['end']}": one for one in listed}


def swap(run: Run, *words: object, actor: str | None = None, **more: Any) -> Any:
    who = ("--actor", actor) if actor else ()
    return run(*who, "duty", "swap", *words, "--reason", "补考", "--json", **more)


SHIFT = ("--shift", f"{DAY}T08:30")


def test_from_the_request_to_the_approval(desk: Run) -> None:
    """The giver asks, the colleague agrees, the hall's head approves; every step is kept."""
    asked = swap(desk, GIVER, TAKER, *SHIFT, actor=GIVER).data
    assert (asked["state"], asked["start"], asked["end"]) == ("requested", "08:30", "12:00")
    number = asked["request_no"]
    assert swap(desk, GIVER, TAKER, *SHIFT, actor=GIVER).data["already"] is True
    ran = desk("duty", "approve", number, "--json", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["duty.not_agreed"], "14")
    assert desk("--actor", OTHER, "duty", "agree", number, "--json", code=3).codes == [
        "duty.not_your_swap"
    ]
    assert desk("--actor", TAKER, "duty", "agree", number, "--json").data["state"] == "agreed"
    assert desk("--actor", TAKER, "duty", "agree", number, "--json").data["already"] is True
    assert desk("--actor", LEADER, "duty", "approve", number, "--json", code=3).codes == [
        "actor.not_the_officer"
    ]
    assert f"{TAKER} 08:30-12:00" not in shifts(desk)
    done = desk("duty", "approve", number, "--json").data
    assert (done["state"], done["approved_by"]) == ("approved", "A0001")
    assert desk("duty", "approve", number, "--json").data["already"] is True
    found = shifts(desk)
    assert found[f"{GIVER} {MORNING}"]["status"] == "given_away"
    assert found[f"{TAKER} {MORNING}"]["status"] == "due"
    listed = desk("duty", "requests", "--json").data
    assert [(one["request_no"], one["state"]) for one in listed] == [(number, "approved")]


def test_all_three_at_the_desk(desk: Run) -> None:
    """One command records what was asked for, agreed and approved; the bare form by the head says the same."""
    done = swap(desk, GIVER, TAKER, "--shift", "后天上午", "--agreed", "--approve").data
    assert (done["state"], done["on"], done["start"]) == ("approved", DAY, "08:30")
    assert swap(desk, GIVER, TAKER, *SHIFT).data["already"] is True
    assert swap(desk, GIVER, TAKER, "--shift", f"{DAY}T14:00").data["state"] == "approved"


@pytest.mark.parametrize(
    "said",
    ["2026-12-03T08:30", "后天08:30", "后天8:30", "20261203 11:59", "后天上午", "2026-12-03上午"],
)
def test_how_a_shift_is_named(desk: Run, said: str) -> None:
    """By a day and a time, or by a day and what the shift is called."""
    assert swap(desk, GIVER, TAKER, "--shift", said).data["start"] == "08:30"


def test_a_shift_by_its_number(desk: Run) -> None:
    """The number is the giver's shift or none."""
    number = shifts(desk)[f"{GIVER} 14:00-17:30"]["shift_no"]
    assert swap(desk, OTHER, TAKER, "--shift", number, code=4).codes == ["duty.not_the_shift_of"]
    assert swap(desk, GIVER, TAKER, "--shift", number).data["start"] == "14:00"


@pytest.mark.parametrize(
    ("said", "code", "status"),
    [("后天", "duty.which_shift", 2), ("后天12:00", "duty.no_shift_then", 4), ("明天上午", "duty.no_shift_then", 4),
     ("某天", "usage.bad_shift", 2), ("后天25:00", "usage.bad_shift", 2), ("99999", "duty.not_the_shift_of", 4)],
)  # fmt: skip
def test_shifts_that_nobody_understands(desk: Run, said: str, code: str, status: int) -> None:
    """Several that fit, none that fits, and words that mean nothing."""
    assert swap(desk, GIVER, TAKER, "--shift", said, code=status).codes == [code]


def test_saying_no_and_taking_back(desk: Run) -> None:
    """The colleague declines, the giver withdraws, an approved swap too before the shift; both need a reason."""
    first = swap(desk, GIVER, TAKER, *SHIFT, "--request").data["request_no"]
    assert desk("--actor", GIVER, "duty", "decline", first, "--reason", "不", "--json", code=3)
    gone = desk("--actor", TAKER, "duty", "decline", first, "--reason", "有事", "--json").data
    assert gone["state"] == "declined"
    assert desk("duty", "agree", first, "--json", code=5).codes == ["duty.request_is_over"]
    second = swap(desk, GIVER, TAKER, *SHIFT, "--agreed").data
    assert (second["state"], second["request_no"] == first) == ("agreed", False)
    desk("duty", "approve", second["request_no"])
    back = desk("duty", "withdraw", second["request_no"], "--reason", "不去了", "--json").data
    assert back["state"] == "withdrawn"
    assert shifts(desk)[f"{GIVER} {MORNING}"]["status"] == "due"
    assert f"{TAKER} {MORNING}" not in shifts(desk)
    third = swap(desk, GIVER, TAKER, *SHIFT).data["request_no"]
    late = {"now": f"{DAY}T08:30"}
    assert desk("duty", "withdraw", third, "--reason", "x", "--json", code=3, **late).codes == [
        "duty.shift_begun"
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--request", "--agreed"), "duty.swap_flags"), (("--approve",), "duty.swap_flags"),
     (("--from", "09:00"), "duty.part_needs_both"), (("--from", "07:00", "--to", "09:00"), "duty.part_outside"),
     (("--from", "9", "--to", "10:00"), "usage.bad_clock")],
)  # fmt: skip
def test_flags_that_contradict(desk: Run, words: tuple[str, ...], code: str) -> None:
    """Approval needs agreement, a part two ends within the shift."""
    assert swap(desk, GIVER, TAKER, *SHIFT, *words, code=2).codes == [code]


def test_what_keeps_a_colleague_from_it(desk: Run) -> None:
    """The same person, other duty, leave, not serving; and a shift is given away once."""
    afternoon = ("--shift", f"{DAY}T14:00")
    assert swap(desk, GIVER, GIVER, *SHIFT, code=2).codes == ["duty.swap_with_oneself"]
    assert swap(desk, GIVER, OTHER, *afternoon, code=5).codes == ["duty.taker_is_busy"]
    desk(
        "duty",
        "leave",
        TAKER,
        "--kind",
        "sick",
        "--from",
        f"{DAY}T11:00",
        "--to",
        f"{DAY}T12:00",
        "--reason",
        "发热",
    )
    assert swap(desk, GIVER, TAKER, *SHIFT, code=5).codes == ["duty.taker_on_leave"]
    assert (
        swap(desk, GIVER, TAKER, *SHIFT, "--from", "08:30", "--to", "11:00").data["end"] == "11:00"
    )
    assert swap(desk, GIVER, OTHER, *SHIFT, code=5).codes == ["duty.swapped_before"]
    assert swap(desk, GIVER, OTHER, *SHIFT, "--from", "10:59", "--to", "12:00", code=5).codes == [
        "duty.swapped_before"
    ]
    assert swap(desk, GIVER, TAKER, *SHIFT, "--from", "11:00", "--to", "12:00", code=5).codes == [
        "duty.swapped_before"
    ]
    swap(desk, GIVER, OTHER, *SHIFT, "--from", "11:00", "--to", "12:00")


def test_who_left_the_hall_takes_nothing_over(desk: Run, tmp_path: Path) -> None:
    """Somebody whose assignment has ended does not serve."""
    (tmp_path / "r.csv").write_text(
        f"学号,姓名,上岗日期,离岗日期\n{OTHER},x,2026-09-01,2026-12-02\n", encoding="utf-8"
    )
    desk("roster", "import", "r.csv")
    ran = swap(desk, GIVER, OTHER, *SHIFT, code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["duty.taker_not_serving"], "14")


def test_the_approval_looks_anew(desk: Run) -> None:
    """What came in between counts: leave, another swap, a shift that is over."""
    first = swap(desk, GIVER, TAKER, *SHIFT, "--agreed").data["request_no"]
    second = swap(desk, GIVER, OTHER, *SHIFT, "--agreed").data["request_no"]
    desk(
        "duty",
        "leave",
        TAKER,
        "--kind",
        "sick",
        "--from",
        f"{DAY}T08:00",
        "--to",
        f"{DAY}T09:00",
        "--reason",
        "发热",
    )
    assert desk("duty", "approve", first, "--json", code=5).codes == ["duty.taker_on_leave"]
    over = {"now": f"{DAY}T12:00"}
    assert desk("duty", "approve", second, "--json", code=3, **over).codes == ["duty.shift_over"]
    desk("duty", "approve", second)
    assert desk("duty", "approve", first, "--json", code=5).codes == ["duty.swapped_before"]


def test_late_requests_and_long_weeks_are_warned_about(desk: Run, tmp_path: Path) -> None:
    """Under 24 hours, above 8 hours a week for student posts; leaders may work longer."""
    assert (
        "duty.short_notice"
        not in swap(desk, GIVER, TAKER, *SHIFT, "--request", now="2026-12-02T08:30").codes
    )
    ran = swap(desk, GIVER, TAKER, *SHIFT, now="2026-12-02T08:31")
    assert ran.codes == ["duty.short_notice"]
    (tmp_path / "e.csv").write_text(
        f"日期,开始,结束,窗口,学号\n2026-11-30,08:30,09:30,W01,{TAKER}\n2026-12-07,08:30,12:00,W01,{TAKER}\n",
        encoding="utf-8",
    )
    desk("duty", "import", "e.csv")
    afternoon = ("--shift", f"{DAY}T14:00")
    within = swap(desk, GIVER, TAKER, *afternoon, "--dry-run")
    assert within.codes == []
    ran = swap(desk, GIVER, TAKER, "--shift", "2026-12-04T22:00", "--dry-run")
    assert ran.codes == []
    swap(desk, GIVER, TAKER, *afternoon)
    assert swap(desk, GIVER, TAKER, "--shift", "2026-12-04T22:00").codes == [
        "duty.taker_over_limit"
    ]


def test_afterwards_only_the_head_records_a_swap(desk: Run) -> None:
    """A request for a shift that is over is refused; what the head approved by word is recorded, with a note."""
    after = {"now": f"{DAY}T12:00"}
    assert swap(desk, GIVER, TAKER, *SHIFT, "--request", code=3, **after).codes == [
        "duty.shift_over"
    ]
    assert swap(desk, GIVER, TAKER, *SHIFT, **after).codes == ["duty.swap_recorded_late"]


def test_a_part_of_a_shift(desk: Run) -> None:
    """The colleague serves the part and is judged for it, the giver for the rest; the minutes add up."""
    swap(desk, GIVER, TAKER, *SHIFT, "--from", "08:30", "--to", "10:00")
    for who, direction, at in (
        (TAKER, "signin", "08:40"), (TAKER, "signout", "10:00"), (GIVER, "signin", "10:00"), (GIVER, "signout", "12:00"),
    ):  # fmt: skip
        desk(direction, who, "--at", f"{DAY}T{at}", now=f"{DAY}T12:00")
    found = shifts(desk, now=f"{DAY}T13:00")
    taken, rest = found[f"{TAKER} 08:30-10:00"], found[f"{GIVER} 10:00-12:00"]
    assert (taken["status"], taken["minutes_late"], taken["minutes_served"]) == ("late", 10, 80)
    assert (rest["status"], rest["minutes_served"]) == ("present", 120)
    assert taken["shift_no"] == rest["shift_no"]


def test_a_part_in_the_middle(desk: Run) -> None:
    """Who gives the middle away comes and goes as before; the middle is not served twice."""
    swap(desk, GIVER, TAKER, *SHIFT, "--from", "09:00", "--to", "10:00")
    for who, direction, at in (
        (GIVER, "signin", "08:30"), (TAKER, "signin", "09:00"), (TAKER, "signout", "10:00"), (GIVER, "signout", "12:00"),
    ):  # fmt: skip
        desk(direction, who, "--at", f"{DAY}T{at}", now=f"{DAY}T12:00")
    found = shifts(desk, now=f"{DAY}T13:00")
    taken, rest = found[f"{TAKER} 09:00-10:00"], found[f"{GIVER} {MORNING}"]
    assert [(one["status"], one["minutes_served"]) for one in (taken, rest)] == [
        ("present", 60),
        ("present", 150),
    ]


def test_a_swap_in_parts_is_undone_step_by_step(desk: Run) -> None:
    """Undoing the approval leaves the agreed request; undoing the request waits for it."""
    number = swap(desk, GIVER, TAKER, *SHIFT, "--request").data["request_no"]
    entry = desk("audit", "log", "--json").data[-1]["entry_no"]
    desk("duty", "approve", number, "--agreed")
    assert desk("undo", entry, "--json", code=5).codes == ["undo.rested_on"]
    desk("undo")
    assert [one["state"] for one in desk("duty", "requests", "--json").data] == ["requested"]
    desk("undo", entry)
    assert desk("duty", "requests", "--json").data == []
    assert desk("db", "check", "--json").data["findings"] == []


LEAVE = ("duty", "leave", GIVER, "--kind", "sick", "--reason", "发热", "--json", "--from")


def test_leave_with_a_substitute(desk: Run) -> None:
    """Who substitutes takes over what the leave covers; the leave is a mark on the shift given away."""
    ran = desk(*LEAVE, f"{DAY}T08:00", "--to", f"{DAY}T16:00", "--substitute", TAKER)
    assert (ran.data["substitutes"], ran.data["substituted"]) == ([TAKER], 2)
    found = shifts(desk)
    assert (found[f"{GIVER} {MORNING}"]["status"], found[f"{GIVER} {MORNING}"]["marks"]) == (
        "given_away",
        ["leave"],
    )
    assert f"{TAKER} {MORNING}" in found
    assert f"{TAKER} 14:00-16:00" in found
    assert f"{GIVER} 16:00-17:30" in found
    assert desk(
        *LEAVE, "2026-12-09T08:00", "--to", "2026-12-09T12:00", "--substitute", TAKER
    ).codes == ["duty.nothing_to_substitute"]
    assert desk(
        *LEAVE, "2026-12-10T08:00", "--to", "2026-12-10T12:00", "--substitute", GIVER, code=2
    )


def test_leave_that_ends_sooner(desk: Run) -> None:
    """Shortened as a new row, cancelled whole; the substitute keeps what is left or gives it back."""
    number = desk(*LEAVE, f"{DAY}T08:00", "--to", f"{DAY}T18:00", "--substitute", TAKER).data[
        "leave_no"
    ]
    back = ("duty", "shorten", number, "--to", f"{DAY}T15:00", "--reason", "好转", "--json")
    shorter = desk(*back).data
    assert (shorter["to_at"][11:16], shorter["substitutes"]) == ("15:00", [TAKER])
    found = shifts(desk)
    assert f"{TAKER} 14:00-15:00" in found
    assert found[f"{GIVER} 15:00-17:30"]["status"] == "due"
    assert desk(*back, code=4).codes == ["duty.unknown_leave_no"]
    again = ("duty", "shorten", shorter["leave_no"], "--reason", "x", "--json")
    assert desk(*again, "--to", f"{DAY}T16:00", code=2).codes == ["duty.leave_would_grow"]
    assert desk(*again, "--to", f"{DAY}T15:00").data["already"] is True
    listed = desk("duty", "leaves", "--from", DAY, "--json").data
    assert [one["leave_no"] for one in listed] == [shorter["leave_no"]]
    desk("duty", "cancel", shorter["leave_no"], "--reason", "没请成")
    assert {key for key in shifts(desk) if key.startswith(TAKER)} == set()
    assert desk("duty", "leaves", "--from", DAY, "--json").data == []
    desk("undo")
    assert f"{TAKER} 14:00-15:00" in shifts(desk)
    desk("undo")
    assert f"{TAKER} 14:00-17:30" in shifts(desk)
    assert desk("db", "check", "--json").data["findings"] == []


def test_overlapping_leave_is_pointed_out(desk: Run) -> None:
    """Two spans at one time are recorded, with a warning."""
    desk(*LEAVE, f"{DAY}T08:00", "--to", f"{DAY}T12:00")
    assert desk(*LEAVE, f"{DAY}T11:00", "--to", f"{DAY}T13:00").codes == ["duty.leave_overlaps"]


def test_the_end_of_the_day_names_the_swaps_that_wait(desk: Run) -> None:
    """Asked for or agreed: each with the command that settles it; an approved one is no finding."""
    number = swap(desk, GIVER, TAKER, *SHIFT, actor=GIVER).data["request_no"]

    def waiting() -> list[tuple[str, str]]:
        found = desk("day", "close", "--json", code=None).data["findings"]
        return [(one["code"], one["request_no"]) for one in found if "request_no" in one]

    assert waiting() == [("day.swap_requested", number)]
    assert f"hallctl duty agree {number}" in desk("day", "close", code=8).out
    desk("--actor", TAKER, "duty", "agree", number)
    assert waiting() == [("day.swap_agreed", number)]
    assert f"hallctl duty approve {number}" in desk("day", "close", code=8).out
    desk("duty", "approve", number)
    assert waiting() == []
