"""Meetings and trainings with their attendance lists (Art. 10, 11)."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from conftest import Run

from hallctl.model import SHANGHAI
from hallctl.office.hall import Hall
from hallctl.office.meetings import counts

W1, W1B = "0240601001", "0240601002"
WEEKLY = ("meeting", "add", "--topic", "周例会", "--on", "2026-11-27")


def test_a_meeting_of_the_hall(hall: Run) -> None:
    """Invited are all who serve that day; the officer chairs; who is not named was absent."""
    data = hall(*WEEKLY, "--attended", f"A0001,{W1}", "--attended", "T1001", "--excused", W1B,
                "--note", "讨论排班", "--place", "一楼会议室", "--json").data  # fmt: skip
    assert (data["meeting_no"], data["kind"], data["article"]) == ("M2026-001", "meeting", "10")
    assert (data["invited"], data["present"], data["excused"], data["absent"]) == (37, 3, 1, 33)
    assert data["chair_no"] == "A0001"
    text = hall("meeting", "show", "1").out
    assert "周例会" in text
    assert "讨论排班" in text
    assert hall(*WEEKLY, "--attended", f"T1001,{W1},A0001", "--excused", W1B, "--note", "讨论排班",
                "--place", "一楼会议室", "--json").data["already"]  # fmt: skip


def test_a_training_of_a_window(hall: Run) -> None:
    """Invited are those of the window; its leader chairs (Art. 11)."""
    words = ("meeting", "add", "--kind", "培训", "--topic", "一次性告知", "--on", "2026-11-20",
             "--window", "综合事务窗口", "--json")  # fmt: skip
    data = hall(*words, "--except", W1).data
    assert (data["kind"], data["window_no"], data["chair_no"]) == ("training", "W01", "T1001")
    assert {one["staff_no"]: one["state"] for one in data["people"]} == {
        "T1001": "present", W1: "absent", W1B: "present"
    }  # fmt: skip
    assert data["article"] == "11"


def test_a_meeting_without_a_list(hall: Run) -> None:
    """It counts, and nobody was invited by name."""
    data = hall(*WEEKLY, "--json").data
    assert (data["invited"], data["people"]) == (0, [])


def test_who_had_left_is_not_invited(hall: Run) -> None:
    """The roster of the day decides; a guest who is named is on the list."""
    hall("roster", "end", W1, "--reason", "毕业", "--on", "2026-11-26")
    words = (*WEEKLY, "--window", "W01", "--json")
    data = hall(*words, "--all").data
    assert {one["staff_no"] for one in data["people"]} == {"T1001", W1B}
    guest = hall("meeting", "add", "--topic", "交流", "--on", "2026-11-27", "--window", "W01",
                 "--attended", "T1002", "--json").data  # fmt: skip
    assert {one["staff_no"]: one["state"] for one in guest["people"]}["T1002"] == "present"


def test_a_correction_is_a_new_row(hall: Run) -> None:
    """The number stays, the old row is voided, undo brings it back; repeats are conflicts."""
    hall(*WEEKLY, "--all")
    assert hall(*WEEKLY, "--except", W1, "--json", code=5).codes == ["meeting.recorded_otherwise"]
    data = hall(*WEEKLY, "--except", W1, "--corrects", "1", "--json").data
    assert (data["meeting_no"], data["absent"]) == ("M2026-001", 1)
    assert len(hall("meeting", "list", "2026-11", "--json").data) == 1
    hall("undo")
    assert hall("meeting", "show", "M2026-001", "--json").data["absent"] == 0
    moved = hall("meeting", "add", "--topic", "周例会", "--on", "2026-11-26", "--all",
                 "--corrects", "M2026-001", "--json").data  # fmt: skip
    assert (moved["meeting_no"], moved["on"]) == ("M2026-001", "2026-11-26")
    assert hall("meeting", "add", "--topic", "又一次", "--json").data["meeting_no"] == "M2026-002"
    assert hall("db", "check", "--json").data["findings"] == []


@pytest.mark.parametrize(("words", "code", "status"), [
    (("--topic", "x", "--kind", "party"), "meeting.unknown_kind", 2),
    (("--topic", " "), "meeting.needs_topic", 2),
    (("--topic", "x", "--on", "2026-12-02"), "meeting.future", 2),
    (("--topic", "x", "--on", "2026-08-02"), "regulation.not_yet_in_force", 3),
    (("--topic", "x", "--all", "--attended", W1), "meeting.one_list", 2),
    (("--topic", "x", "--excused", W1), "meeting.one_list", 2),
    (("--topic", "x", "--attended", W1, "--excused", W1), "meeting.said_twice", 2),
    (("--topic", "x", "--attended", "9999"), "staff.unknown", 4),
    (("--topic", "x", "--window", "W99"), "window.unknown", 4),
    (("--topic", "x", "--corrects", "9"), "meeting.unknown", 4),
])  # fmt: skip
def test_meetings_that_cannot_be(hall: Run, words: tuple[str, ...], code: str, status: int) -> None:
    """Each has its own sentence; nothing is written."""
    assert hall("meeting", "add", *words, "--json", code=status).codes == [code]
    assert hall("meeting", "list", "2026-2027-1", "--json").data == []


def test_a_hall_without_an_officer_names_its_chair(run: Run) -> None:
    """Nobody is invented."""
    run("init", "--effective-from", "2026-09-01")
    assert run(*WEEKLY, "--json", code=2).codes == ["meeting.needs_chair"]


def test_periods_and_counts(hall: Run, tmp_path: Path) -> None:
    """Month, week and term; counts per kind for the reports."""
    hall(*WEEKLY, "--except", W1)
    hall(
        "meeting", "add", "--topic", "上岗培训", "--kind", "training", "--on", "2026-10-09", "--all"
    )
    hall("meeting", "add", "--topic", "窗口例会", "--on", "2026-11-30", "--window", "W01")

    def topics(period: str) -> list[str]:
        return [one["topic"] for one in hall("meeting", "list", period, "--json").data]

    assert topics("2026-11") == ["周例会", "窗口例会"]
    assert topics("2026-W48") == ["周例会"]
    assert topics("2026-2027-1") == ["上岗培训", "周例会", "窗口例会"]
    assert topics("this") == []
    assert "hallctl meeting add" in hall("meeting", "list", "this").err
    assert "Did not come" in hall("meeting", "list", "2026-11").out
    only = hall("meeting", "list", "2026-2027-1", "--kind", "培训", "--json").data
    assert [one["topic"] for one in only] == ["上岗培训"]
    assert hall("meeting", "list", "2020-2021-1", "--json", code=4).codes == ["term.unknown"]
    assert hall("meeting", "list", "--kind", "x", "--json", code=2).codes == [
        "meeting.unknown_kind"
    ]
    book = Hall(tmp_path / "hall.db", datetime(2026, 12, 1, 9, tzinfo=SHANGHAI))
    found = {one.kind: one for one in counts(book, date(2026, 11, 1), date(2026, 11, 30))}
    book.close()
    assert found["meeting"][1:] == (2, 1, 1, 37, 36, 97.3)
    assert found["training"][1:] == (0, 0, 0, 0, 0, None)


def test_the_register_is_an_official_form(hall: Run, tmp_path: Path) -> None:
    """A register and an attendance list each; the same records give the same bytes."""
    hall(*WEEKLY, "--except", W1, "--note", "=1+1")
    ran = hall("meeting", "list", "2026-11", "--out", "a.xlsx")
    assert "a.xlsx" in ran.err
    hall("meeting", "list", "2026-11", "--out", "b.xlsx", now="2026-12-02T09:00")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["会议培训台账", "M2026-001"]
    cells = [cell.value for row in book["M2026-001"].iter_rows() for cell in row if cell.value]
    assert any("签到表" in str(value) for value in cells)
    assert cells.count("缺席") == 1
    assert cells.count("出席") == 36
    register = [cell for row in book["会议培训台账"].iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in register)
    hall("meeting", "list", "2026-10", "--out", "empty.xlsx")
    assert openpyxl.load_workbook(tmp_path / "empty.xlsx").sheetnames == ["会议培训台账"]
