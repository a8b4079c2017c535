"""When a window is open: hall hours, noon, special days, make-up days, own hours (Art. 22)."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from conftest import Run

from hallctl.model import SHANGHAI
from hallctl.office.hall import Hall
from hallctl.office.hours import Hours, clock, open_minutes

Open = Callable[[str, str], list[str]]


@pytest.fixture
def opened(hall: Run, tmp_path: Path) -> Open:
    """Ask for a window's open stretches of a day, as people write them."""

    def ask(window_no: str, day: str) -> list[str]:
        book = Hall(tmp_path / "hall.db", datetime(2026, 12, 1, 9, tzinfo=SHANGHAI))
        found = open_minutes(book, window_no, date.fromisoformat(day))
        assert Hours(book).open_minutes(window_no, date.fromisoformat(day)) == found
        book.close()
        return [f"{clock(first)}-{clock(last)}" for first, last in found]

    return ask


USUAL = ["08:30-12:00", "14:00-17:30"]


def override(hall: Run, kind: str, first: str, last: str, *hours: str) -> None:
    """Record a local row."""
    words = ["calendar", "override", kind, "--from", first, "--to", last, "--authority", "校办"]
    hall(*words, *(["--hours", "-".join(hours)] if hours else []))


def test_the_hall_is_open_monday_to_friday(opened: Open) -> None:
    """8:30 to 17:30 less the noon that the hall closes; not at the weekend, not on holidays."""
    assert opened("W01", "2026-11-23") == USUAL
    assert opened("W01", "2026-11-28") == []
    assert opened("W01", "2026-10-01") == []
    assert opened("W01", "2026-08-31") == []  # before the regulation
    assert opened("W99", "2026-11-23") == []


@pytest.mark.parametrize("noon", ["straight", "turns"])
def test_noon_without_a_break(run: Run, tmp_path: Path, noon: str) -> None:
    """Straight through and in turns are one stretch."""
    run("init", "--effective-from", "2026-09-01", "--noon", noon)
    (tmp_path / "w.csv").write_text("窗口编号,窗口名称\nW01,甲窗口\n", encoding="utf-8")
    run("window", "import", "w.csv")
    book = Hall(tmp_path / "hall.db", datetime(2026, 12, 1, 9, tzinfo=SHANGHAI))
    assert open_minutes(book, "W01", date(2026, 11, 23)) == [(510, 1050)]
    book.close()


def test_make_up_workdays_open_the_hall(hall: Run, opened: Open) -> None:
    """A national make-up Saturday is open until the college decides otherwise."""
    assert opened("W01", "2026-10-10") == USUAL
    hall("policy", "set", "hours.makeup_days", "no", "--from", "2026-10-01", "--note", "n")
    assert opened("W01", "2026-10-10") == []


def test_make_up_days_do_not_hang_on_the_clock_of_cases(hall: Run, opened: Open) -> None:
    """Whether a day counts for limits says nothing about the doors."""
    hall("policy", "set", "clock.makeup_days", "no", "--from", "2026-10-01", "--note", "n")
    assert opened("W01", "2026-10-10") == USUAL


def test_local_days(hall: Run, opened: Open) -> None:
    """Closures shut, special hours replace, vacations shut unless they have special hours."""
    override(hall, "closure", "2026-11-24", "2026-11-24")
    override(hall, "special_hours", "2026-11-25", "2026-11-29", "09:00", "15:00")
    override(hall, "vacation", "2026-12-21", "2026-12-31")
    override(hall, "special_hours", "2026-12-28", "2026-12-29", "10:00", "11:30")
    override(hall, "makeup_work", "2026-12-05", "2026-12-05")
    override(hall, "makeup_work", "2026-12-12", "2026-12-12", "09:00", "11:00")
    assert opened("W01", "2026-11-24") == []
    assert opened("W01", "2026-11-25") == ["09:00-12:00", "14:00-15:00"]
    assert opened("W01", "2026-11-28") == []  # a Saturday stays one
    assert opened("W01", "2026-12-22") == []
    assert opened("W01", "2026-12-28") == ["10:00-11:30"]
    assert opened("W01", "2026-12-05") == USUAL
    assert opened("W01", "2026-12-12") == ["09:00-11:00"]
    hall("policy", "set", "hours.makeup_days", "no", "--from", "2026-12-01", "--note", "n")
    assert opened("W01", "2026-12-05") == []
    assert opened("W01", "2026-12-12") == ["09:00-11:00"]  # its own hours were decided


def own(hall: Run, *words: str, code: int = 0) -> list[str]:
    """Give W11 hours of its own; the codes that were said."""
    return hall("window", "hours", "W11", *words, "--json", code=code).codes


AUTHORITY = ("--authority", "财务处通知")


def test_hours_of_its_own(hall: Run, opened: Open) -> None:
    """From their day on, until the next version; the noon break stays, special hours cut them."""
    own(hall, "--from", "09:00", "--to", "16:30", "--on", "2026-11-02", *AUTHORITY)
    own(hall, "--from", "09:00", "--to", "16:30", "--days", "1,3", "--through-noon",
        "--on", "2026-11-16", *AUTHORITY)  # fmt: skip
    own(hall, "--as-hall", "--on", "2026-11-30", *AUTHORITY)
    override(hall, "special_hours", "2026-11-18", "2026-11-18", "10:00", "20:00")
    assert opened("W11", "2026-10-30") == USUAL
    assert opened("W11", "2026-11-02") == ["09:00-12:00", "14:00-16:30"]
    assert opened("W10", "2026-11-02") == USUAL
    assert opened("W11", "2026-11-16") == ["09:00-16:30"]
    assert opened("W11", "2026-11-17") == []
    assert opened("W11", "2026-11-18") == ["10:00-16:30"]
    assert opened("W11", "2026-11-30") == USUAL


def test_days_of_its_own(hall: Run, opened: Open) -> None:
    """A window may open on Saturdays, not on holidays; a made-up day stands for any usual day."""
    own(hall, "--from", "09:00", "--to", "11:00", "--days", "1-6", "--on", "2026-09-01", *AUTHORITY)
    assert opened("W11", "2026-11-28") == ["09:00-11:00"]
    assert opened("W11", "2026-11-29") == []
    assert opened("W11", "2026-10-01") == []
    assert opened("W11", "2026-10-10") == ["09:00-11:00"]
    override(hall, "closure", "2026-11-28", "2026-11-28")
    assert opened("W11", "2026-11-28") == []
    own(hall, "--from", "09:00", "--to", "11:00", "--days", "1,6", "--on", "2026-10-01", *AUTHORITY)
    assert opened("W11", "2026-10-10") == []


def test_versions_are_listed_and_undone(hall: Run, opened: Open) -> None:
    """The same again is already so; undo brings the hall's hours back."""
    words = ("--from", "09:00", "--to", "16:30", "--on", "2026-11-02", *AUTHORITY)
    own(hall, *words)
    assert hall("window", "hours", "财务收费窗口", *words, "--json").data["already"]
    (row,) = hall("window", "hours", "W11", "--json").data
    assert (row["opens"], row["closes"], row["days"]) == ("09:00", "16:30", [1, 2, 3, 4, 5])
    assert row["authority"] == "财务处通知"
    hall("undo")
    assert opened("W11", "2026-11-02") == USUAL
    assert hall("window", "hours", "W11", "--json").data == []


@pytest.mark.parametrize(("words", "code", "status"), [
    (("--from", "9", "--to", "16:30", *AUTHORITY), "window.bad_hours", 2),
    (("--from", "16:30", "--to", "09:00", *AUTHORITY), "window.bad_hours", 2),
    (("--from", "09:00", "--to", "16:30", "--days", "0-5", *AUTHORITY), "window.bad_days", 2),
    (("--from", "09:00", "--to", "16:30", "--days", "5-1", *AUTHORITY), "window.bad_days", 2),
    (("--from", "09:00", "--to", "16:30", "--days", "", *AUTHORITY), "window.bad_days", 2),
    (("--from", "09:00", *AUTHORITY), "window.hours_incomplete", 2),
    (("--from", "09:00", "--to", "16:30", "--as-hall", *AUTHORITY), "window.hours_incomplete", 2),
    (("--from", "09:00", "--to", "16:30"), "window.hours_need_authority", 2),
    (("--as-hall", "--on", "2026-08-01", *AUTHORITY), "regulation.not_yet_in_force", 3),
])  # fmt: skip
def test_hours_that_are_none(hall: Run, words: tuple[str, ...], code: str, status: int) -> None:
    """Each mistake has its own sentence, and nothing is written."""
    assert own(hall, *words, code=status) == [code]
    assert hall("window", "hours", "W11", "--json").data == []


def test_only_the_officer_sets_hours(hall: Run) -> None:
    """Departments ask; the hall's office records (Art. 22)."""
    words = ("window", "hours", "W11", "--from", "09:00", "--to", "16:30", *AUTHORITY, "--json")
    assert hall("--actor", "T1011", *words, code=3).codes == ["actor.not_the_officer"]
    assert hall("window", "hours", "W99", *words[3:], code=4).codes == ["window.unknown"]


def test_the_board_knows_own_hours(worked: Run) -> None:
    """Nobody is missed at a window that is not open yet."""
    worked("window", "hours", "W11", "--from", "10:00", "--to", "12:00", "--days", "1-5",
           "--on", "2026-12-07", *AUTHORITY)  # fmt: skip
    now = "2026-12-07T09:00"
    gaps = worked("status", "--json", now=now).data["gaps"]
    assert "就业创业窗口" in gaps
    assert "财务收费窗口" not in gaps
    assert "财务收费窗口" in worked("status", "--json", now="2026-12-07T10:00").data["gaps"]
