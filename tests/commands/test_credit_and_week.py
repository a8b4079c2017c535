"""Credit points and the weekly appraisal."""

from pathlib import Path

import pytest
from conftest import Run
from openpyxl import load_workbook

WHO = "0240601007"


def propose(run: Run, on: str, *more: str, who: str = WHO) -> str:
    words = (
        "credit",
        "propose",
        "--staff",
        who,
        "--kind",
        "attitude",
        "--on",
        on,
        "--note",
        "核实",
        "--json",
    )
    number: str = run(*words, *more).data["entry_no"]
    return number


def test_from_proposal_to_dismissal_proposed(hall: Run) -> None:
    """2, 5, 10, 10: the fourth confirmation brings 73 points and the question of dismissal."""
    seen = []
    for day in ("2026-09-07", "2026-09-14", "2026-10-12", "2026-11-02"):
        entry = propose(hall, day)
        before = hall("credit", "show", WHO, "--json").data
        ran = hall("credit", "confirm", entry, "--json")
        data = ran.data
        assert ("credit.dismissal_due" in ran.codes) == (data["balance"] < 80)
        assert data["name"] == "贾七巧"
        seen.append((data["ordinal"], data["points"], data["balance"], before["balance"]))
    assert seen == [(1, 2, 98, 100), (2, 5, 93, 98), (3, 10, 83, 93), (4, 10, 73, 83)]
    account = hall("credit", "show", WHO, "--json").data
    assert (account["balance"], account["standing"], account["window"]) == (
        73, "dismissal_proposed", "2026-09-01..2027-08-31")  # fmt: skip
    assert {one["article"] for one in account["entries"]} == {"32"}
    why = hall("why", WHO, "--json").data
    assert (why["value"], len(why["steps"]), why["settings"]["credit.dismiss_below"]) == (73, 4, 80)


def test_only_the_officer_confirms(hall: Run) -> None:
    """--actor is a signature; anybody else is refused by article 32."""
    entry = propose(hall, "2026-11-02")
    ran = hall("--actor", "T1001", "credit", "confirm", entry, "--json", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["actor.not_the_officer"], "32")
    assert hall("--actor", "999", "credit", "confirm", entry, "--json", code=4).codes == [
        "actor.unknown"
    ]
    assert hall("credit", "show", WHO, "--json").data["balance"] == 100
    hall("credit", "confirm", entry)
    assert hall("credit", "confirm", entry, "--json").data["already"] is True
    assert hall("credit", "reject", entry, "--note", "误记", "--json", code=5).codes == [
        "credit.decided_otherwise"
    ]


def test_a_rejected_proposal_stays_without_points(hall: Run) -> None:
    """On record, no points, not to be confirmed any more."""
    entry = propose(hall, "2026-11-02")
    assert hall("credit", "reject", "1", "--note", "不属实", "--json").data["state"] == "rejected"
    account = hall("credit", "show", WHO, "--json").data
    assert (account["balance"], account["entries"][0]["state"]) == (100, "rejected")
    assert hall("credit", "confirm", entry, "--json", code=5).codes == ["credit.decided_otherwise"]


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [
        (
            ("--staff", "T1001", "--kind", "attitude", "--on", "2026-11-02"),
            "credit.students_only",
            3,
        ),
        (("--staff", WHO, "--kind", "screen", "--on", "2026-11-02"), "credit.kind_is_off", 3),
        (
            ("--staff", WHO, "--kind", "attitude", "--on", "2026-08-31"),
            "regulation.not_yet_in_force",
            3,
        ),
        (("--staff", WHO, "--kind", "attitude", "--on", "2026-12-02"), "credit.future", 2),
        (("--staff", "999", "--kind", "attitude", "--on", "2026-11-02"), "staff.unknown", 4),
    ],
)
def test_what_cannot_be_proposed(hall: Run, words: tuple[str, ...], code: str, status: int) -> None:
    """Each refusal names its reason."""
    assert hall("credit", "propose", *words, "--note", "x", "--json", code=status).codes == [code]


def test_proposals_are_new_each_time_unless_they_have_a_key(hall: Run) -> None:
    """A second one the same day is warned about; with --ref it is the same one."""
    first = propose(hall, "2026-11-02", "--ref", "K")
    assert propose(hall, "2026-11-02", "--ref", "K") == first
    words = (
        "credit",
        "propose",
        "--staff",
        WHO,
        "--kind",
        "attitude",
        "--on",
        "2026-11-02",
        "--note",
        "再次",
        "--json",
    )
    assert "credit.likely_repeat" in hall(*words).codes
    assert len(hall("credit", "list", "--json").data) == 2


def test_the_years_register(hall: Run, tmp_path: Path) -> None:
    """Every entry of the academic year with its points, also as a workbook."""
    hall("credit", "confirm", propose(hall, "2026-09-07"))
    propose(hall, "2026-10-12", who="0240601010")
    listed = hall("credit", "list", "--out", "c.xlsx", "--json").data
    assert [(one["state"], one.get("points")) for one in listed] == [
        ("confirmed", 2),
        ("proposed", None),
    ]
    assert hall("credit", "list", "--all", "--json").data == listed
    sheet = load_workbook(tmp_path / "c.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=5)]
    assert [row[0] for row in rows] == [one["entry_no"] for one in listed]
    assert (rows[0][4:9], rows[1][7]) == (["服务态度差", "已确认", 1, 2, 98], "—")


def test_undoing_a_confirmation_recounts(hall: Run) -> None:
    """Reversing the second of three leaves two, with their ordinals counted anew."""
    for day in ("2026-09-07", "2026-09-14", "2026-10-12"):
        hall("credit", "confirm", propose(hall, day))
    log = hall("audit", "log", "--json").data
    second = [one["entry_no"] for one in log if one["command"] == "credit confirm"][1]
    hall("undo", second)
    account = hall("credit", "show", WHO, "--json").data
    assert account["balance"] == 93
    assert [one.get("ordinal") for one in account["entries"]] == [1, None, 2]


def test_a_week_draws_everything_together(worked: Run) -> None:
    """Attendance, closed cases and confirmed violations of everybody but the officer; no score yet."""
    worked("credit", "confirm", propose(worked, "2026-11-24"))
    ran = worked("appraise", "week", "2026-W48", "--json")
    assert "appraise.no_weights" in ran.codes
    lines = {one["staff_no"]: one for one in ran.data}
    assert len(lines) == 36
    assert {one["score"] for one in lines.values()} == {None}
    assert lines[WHO]["violations"] == 1
    shown = worked("attendance", "show", "--month", "2026-11", "--staff", WHO, "--json").data
    week = [one for one in shown if "2026-11-23" <= one["on"] <= "2026-11-29"]
    assert lines[WHO]["due"] == len(week)
    closed = worked("case", "list", "--limit", "1000", "--handler", WHO, "--json").data
    in_week = [
        one for one in closed if "2026-11-23" <= one.get("closed_at", "")[:10] <= "2026-11-29"
    ]
    assert lines[WHO]["cases_closed"] == len(in_week)
    assert worked("appraise", "week", "last", "--json").data == ran.data


def test_scores_need_adopted_weights(worked: Run, tmp_path: Path) -> None:
    """From the day the college adopts them; the sheet shows them."""
    weights = '{"attendance": 30, "discipline": 30, "service": 30, "full_attendance": 10}'
    worked("policy", "set", "appraise.weights", weights, "--from", "2026-11-23")
    ran = worked("appraise", "week", "2026-W48", "--out", "week.xlsx", "--json")
    assert all(0 <= one["score"] <= 100 for one in ran.data)
    sheet = load_workbook(tmp_path / "week.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=39)]
    assert [row[0] for row in rows] == [one["staff_no"] for one in ran.data]
    assert [row[-1] for row in rows] == [one["score"] for one in ran.data]
    assert {one["score"] for one in worked("appraise", "week", "2026-W47", "--json").data} == {None}


def test_this_week_is_a_draft(worked: Run) -> None:
    """Publishing waits until the week is over; an odd word is no week."""
    assert "appraise.draft" in worked("appraise", "week", "this", "--json").codes
    assert worked("appraise", "week", "48", "--json", code=2).codes == ["usage.bad_week"]
    assert worked("appraise", "week", "2026-W34", "--json", code=3).codes == [
        "regulation.not_yet_in_force"
    ]
