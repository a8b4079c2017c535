"""What the reports of every period have in common, and those of a day and a week."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from openpyxl import load_workbook

EVERY = (
    ("weekly", "2026-W47"),
    ("daily", "2026-11-24"),
    ("term", "2026-2027-1"),
    ("annual", "2026"),
    ("workstudy", "2026-11"),
    ("cases", "--month", "2026-11"),
)
OVER = "2027-10-01T09:00"
"""Every period of EVERY is over then."""


def text_of(path: Path) -> str:
    """Everything a workbook says."""
    book = load_workbook(path)
    return "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True)
        for cell in row if cell is not None
    )  # fmt: skip


def shifts(run: Run, first: date, last: date) -> Iterator[dict[str, Any]]:
    """Every shift of some days, one day after the other."""
    while first <= last:
        yield from run("attendance", "show", "--on", first, "--json").data
        first += timedelta(days=1)


def every_case(run: Run) -> list[dict[str, Any]]:
    """Every accepted case."""
    listed: list[dict[str, Any]] = run("case", "list", "--limit", "100000", "--json").data
    return [one for one in listed if "accepted_at" in one]


def counted(run: Run, first: date, last: date) -> dict[str, int]:
    """The figures of a period counted from the lists, each rule written down once more."""
    own = [one for one in shifts(run, first, last) if one["status"] not in {"due", "given_away"}]
    names = [{one["status"], *one["marks"]} for one in own]
    days = (first.isoformat(), last.isoformat())
    cases = every_case(run)
    closed = [one for one in cases if days[0] <= one.get("closed_at", "")[:10] <= days[1]]
    absent = sum(one["status"] == "absent" for one in own)
    leave = sum(one["status"] == "leave" for one in own)
    return {
        "due": len(own),
        "attended": len(own) - absent - leave,
        "absent": absent,
        "leave": leave,
        "late": sum("late" in one for one in names),
        "early": sum("early" in one for one in names),
        "missing": sum(bool(one & {"missing_in", "missing_out"}) for one in names),
        "minutes_served": sum(one["minutes_served"] for one in own),
        "cases_accepted": sum(days[0] <= one["accepted_at"][:10] <= days[1] for one in cases),
        "cases_completed": sum(one["state"] == "completed" for one in closed),
        "cases_refused": sum(one["state"] == "refused" for one in closed),
        "cases_opening": sum(
            one["accepted_at"][:10] < days[0] <= one.get("closed_at", "9999") for one in cases
        ),
        "cases_open": sum(
            one["accepted_at"][:10] <= days[1] < one.get("closed_at", "9999")[:10] for one in cases
        ),
        "cases_late": sum(one["lateness"] == "late" for one in closed)
        + sum(
            one["accepted_at"][:10] <= days[1] < one.get("closed_at", "9999")[:10]
            and one["due_latest"] <= days[1]
            for one in cases
        ),
    }


# --- every report -------------------------------------------------------------------------------


@pytest.mark.parametrize("words", EVERY, ids=lambda words: words[0])
def test_the_same_data_give_the_same_bytes(worked: Run, tmp_path: Path, words: tuple[str]) -> None:
    """Once the period is over it does not matter when it is written; the digest is the file's."""
    first = worked("report", *words, "--out", "r.xlsx", "--json", now=OVER).data
    content = (tmp_path / "r.xlsx").read_bytes()
    assert hashlib.sha256(content).hexdigest() == first["sha256"]
    assert first["draft"] is False
    later = worked("report", *words, "--out", "r.xlsx", "--json", now="2027-11-15T23:00").data
    assert (later["sha256"], later["figures"]) == (first["sha256"], first["figures"])
    assert (tmp_path / "r.xlsx").read_bytes() == content


@pytest.mark.parametrize("words", EVERY, ids=lambda words: words[0])
def test_a_dry_report_writes_nothing(worked: Run, tmp_path: Path, words: tuple[str]) -> None:
    """The figures, without a file."""
    before = sorted(tmp_path.iterdir())
    data = worked("report", *words, "--out", "r.xlsx", "--dry-run", "--json").data
    assert data["dry_run"] is True
    assert data["figures"]
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("words", EVERY, ids=lambda words: words[0])
def test_quiet_says_nothing(worked: Run, words: tuple[str]) -> None:
    """Cron mails nothing while all is well."""
    ran = worked("--quiet", "report", *words, "--out", "r.xlsx", now=OVER)
    assert (ran.out, ran.err) == ("", "")


@pytest.mark.parametrize("words", EVERY, ids=lambda words: words[0])
def test_an_open_period_is_a_draft_on_every_page(
    worked: Run, tmp_path: Path, words: tuple[str]
) -> None:
    """草稿 at the head of each sheet and in its title; a finished period has neither."""
    now = "2026-11-20T12:00" if words[0] == "weekly" else "2026-11-24T12:00"
    assert worked("report", *words, "--out", "r.xlsx", "--json", now=now).data["draft"] is True
    for sheet in load_workbook(tmp_path / "r.xlsx"):
        assert "草" in sheet.oddHeader.right.text
        assert "（草稿）" in sheet["A1"].value
    worked("report", *words, "--out", "r.xlsx", now=OVER)
    for sheet in load_workbook(tmp_path / "r.xlsx"):
        assert not sheet.oddHeader.right.text
        assert "草稿" not in sheet["A1"].value


@pytest.mark.parametrize("words", EVERY, ids=lambda words: words[0])
def test_every_sheet_prints_on_a4(worked: Run, tmp_path: Path, words: tuple[str]) -> None:
    """One page wide, numbered, with a line of signatures, and no formula anywhere."""
    worked("report", *words, "--out", "r.xlsx", now=OVER)
    for sheet in load_workbook(tmp_path / "r.xlsx"):
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth == 1
        assert "&P" in sheet.oddFooter.center.text
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    said = text_of(tmp_path / "r.xlsx")
    assert "制表人：甄大同" in said
    assert "分管领导（签字）" in said
    assert "口径：" in said


EMPTY = (
    ("weekly", "2026-W37"),
    ("daily", "2026-09-10"),
    ("term", "2026-2027-1"),
    ("annual", "2026"),
    ("workstudy", "2026-09"),
    ("cases", "--month", "2026-09"),
)


@pytest.mark.parametrize("words", EMPTY, ids=lambda words: words[0])
def test_a_period_without_anything(hall: Run, tmp_path: Path, words: tuple[str]) -> None:
    """Counts are zero, rates are null and print a dash; the first period begins with the regulation."""
    data = hall("report", *words, "--out", "r.xlsx", "--json").data
    assert data["from_on"] >= "2026-09-01"
    figures = data["figures"]
    for code, value in figures.items():
        if code not in {"coverage_rate", "stability_rate", "gaps", "gap_minutes"}:
            assert value in (0, None), code
    if "on_time_rate" in figures:
        assert figures["on_time_rate"] is None
        assert "—" in text_of(tmp_path / "r.xlsx")


BEFORE = (
    ("weekly", "2026-W35"),
    ("daily", "2026-08-31"),
    ("annual", "2025"),
    ("workstudy", "2026-08"),
    ("cases", "--from", "2026-08-01", "--to", "2026-08-31"),
)


@pytest.mark.parametrize("words", BEFORE, ids=lambda words: words[0])
def test_before_the_regulation_there_is_no_report(
    hall: Run, tmp_path: Path, words: tuple[str]
) -> None:
    """Article 36."""
    ran = hall("report", *words, "--out", "r.xlsx", "--json", code=3)
    assert ran.codes == ["regulation.not_yet_in_force"]
    assert ran.json["errors"][0]["article"] == "36"
    assert not (tmp_path / "r.xlsx").exists()


def test_a_term_before_the_regulation_has_no_report(hall: Run) -> None:
    """Article 36 again, for a term that is on record."""
    hall("term", "add", "2025-2026-2", "--week1", "2026-03-02", "--weeks", "18")
    ran = hall("report", "term", "2025-2026-2", "--json", code=3)
    assert ran.codes == ["regulation.not_yet_in_force"]


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [
        (("weekly", "W47"), "usage.bad_week", 2),
        (("weekly", "2026-W54"), "usage.bad_week", 2),
        (("daily", "soon"), "usage.bad_day", 2),
        (("term", "2030-2031-1"), "term.unknown", 4),
        (("term", "last"), "report.no_last_term", 4),
        (("term", "this", "--for", "me"), "report.unknown_reader", 2),
        (("annual", "2026-2028"), "report.bad_year", 2),
        (("annual", "soon"), "report.bad_year", 2),
        (("workstudy", "2026-13"), "usage.bad_month", 2),
        (("cases", "--from", "2026-11-05", "--to", "2026-11-01"), "register.backwards", 2),
        (("cases", "--month", "2026-11", "--week", "last"), "report.one_period", 2),
        (("cases", "--to", "2026-11-01"), "report.one_period", 2),
        (("weekly", "last", "--out", "{month}.xlsx"), "report.unknown_placeholder", 2),
    ],
)
def test_a_period_that_is_none_is_named(
    hall: Run, words: tuple[str, ...], code: str, status: int
) -> None:
    """Each with its own code, and nothing is written."""
    assert hall("report", *words, "--json", code=status).codes == [code]


@pytest.mark.parametrize(
    ("words", "word", "name"),
    [
        (("weekly",), "week", "2026-W48"),
        (("daily",), "day", "2026-12-01"),
        (("daily", "yesterday"), "day", "2026-11-30"),
        (("term", "this"), "term", "2026-2027-1"),
        (("annual", "this"), "year", "2026-2027"),
        (("annual", "2026-2027"), "year", "2026-2027"),
        (("workstudy",), "month", "2026-11"),
        (("workstudy", "this"), "month", "2026-12"),
        (("cases",), "month", "2026-11"),
        (("cases", "--week", "last"), "week", "2026-W48"),
        (("cases", "--term", "this"), "term", "2026-2027-1"),
        (("cases", "--from", "2026-11-02", "--to", "today"), "period", "2026-11-02..2026-12-01"),
    ],
)
def test_the_usual_period_and_the_placeholder(
    worked: Run, tmp_path: Path, words: tuple[str, ...], word: str, name: str
) -> None:
    """Cron runs it without a period; ``{week}`` and the like in the path become its name."""
    data = worked("report", *words, "--out", f"out/{{{word}}}/r.xlsx", "--json").data
    assert data["path"] == f"out/{name}/r.xlsx"
    assert data.get(word, data.get("period")) == name
    assert (tmp_path / "out" / name / "r.xlsx").is_file()


def test_last_is_the_newest_term_and_year_that_are_over(worked: Run) -> None:
    """In the vacation it is the term before it; in September the year before."""
    term = worked("report", "term", "--dry-run", "--json", now="2027-01-20T09:00").data
    assert (term["term"], term["draft"]) == ("2026-2027-1", False)
    assert worked("report", "term", "this", "--json", code=4, now="2027-01-20T09:00").codes == [
        "report.no_this_term"
    ]
    for now, year in (("2027-08-31T09:00", "2025-2026"), ("2027-09-01T09:00", "2026-2027")):
        ran = worked("report", "annual", "--dry-run", "--json", code=None, now=now)
        assert ran.codes == (["regulation.not_yet_in_force"] if year == "2025-2026" else [])


# --- the week and the day -----------------------------------------------------------------------


@pytest.mark.parametrize("week", ["2026-W41", "2026-W44", "2026-W47", "2026-W48", "2026-W49"])
def test_the_figures_of_a_week_recounted(worked: Run, week: str) -> None:
    """Counted from the lists of shifts and cases."""
    data = worked("report", "weekly", week, "--dry-run", "--json", now="2026-12-08T09:00").data
    first, last = date.fromisoformat(data["from_on"]), date.fromisoformat(data["to_on"])
    assert (first.isoweekday(), last - first) == (1, timedelta(days=6))
    for code, value in counted(
        lambda *words, **more: worked(*words, now="2026-12-08T09:00", **more), first, last
    ).items():
        assert data["figures"][code] == value, code


def test_the_figures_of_a_day_recounted(worked: Run) -> None:
    """As those of a week."""
    for on in ("2026-10-09", "2026-11-10", "2026-11-24"):
        figures = worked("report", "daily", on, "--dry-run", "--json").data["figures"]
        day = date.fromisoformat(on)
        for code, value in counted(worked, day, day).items():
            assert figures[code] == value, (on, code)


def test_a_week_lists_what_comes_next_and_what_is_missing(worked: Run, tmp_path: Path) -> None:
    """Cases due in the week after it, hand-overs without a log, posts that were empty."""
    data = worked("report", "weekly", "2026-W48", "--out", "r.xlsx", "--json").data
    due = [
        one for one in every_case(worked)
        if "2026-11-30" <= one["due_on"] <= "2026-12-06"
        and one["accepted_at"] < "2026-11-30" and one.get("closed_at", "9999")[:10] > "2026-11-29"
    ]  # fmt: skip
    assert data["figures"]["due_next"] == len(due) > 0
    said = text_of(tmp_path / "r.xlsx")
    for one in sorted(due, key=lambda one: (one["due_on"], one["case_no"]))[:6]:
        assert one["case_no"] in said
    missing = [
        one
        for n in range(23, 30)
        for one in worked("log", "missing", "--on", f"2026-11-{n}", "--json", code=None).data[
            "findings"
        ]
    ]
    assert data["figures"]["papers_missing"] == len(missing) > 0
    assert f"工作日志未写{len(missing)}项" in said
    assert data["figures"]["gaps"] > 0
    assert "周五例会事项" in said


def test_a_day_names_who_served_and_what_is_missing(worked: Run, tmp_path: Path) -> None:
    """Everybody on duty stands on the page, with what the shift is called unless it is plain."""
    worked("report", "daily", "2026-11-24", "--out", "r.xlsx")
    said = text_of(tmp_path / "r.xlsx")
    for one in worked("attendance", "show", "--on", "2026-11-24", "--json").data:
        assert (one["name"] in said) == (one["status"] != "given_away")
        if one["status"] == "absent":
            assert f"{one['name']}（缺勤）" in said
    assert "工作日志未写24项" in said
    book = load_workbook(tmp_path / "r.xlsx")
    assert [sheet.page_setup.fitToHeight for sheet in book] == [1]


def test_people_served_are_added_up(worked: Run, tmp_path: Path) -> None:
    """The tallies of the windows, by window and by kind."""
    worked("tally", "W01", "visit=30", "enquiry=12", "--on", "2026-11-24")
    worked("tally", "W02", "visit=5", "--on", "2026-11-25")
    data = worked("report", "weekly", "2026-W48", "--out", "w.xlsx", "--json").data
    assert data["figures"]["people_served"] == 47
    assert "47人次（咨询12、来访35）" in text_of(tmp_path / "w.xlsx")
    day = worked("report", "daily", "2026-11-24", "--out", "d.xlsx", "--json").data
    assert day["figures"]["people_served"] == 42


def test_the_balance_stands_on_the_sheet(worked: Run, tmp_path: Path) -> None:
    """opening + accepted = completed + refused + withdrawn + open, with its verdict."""
    for words in (("weekly", "2026-W47"), ("daily", "2026-11-24"), ("term", "this"), ("cases",)):
        worked("report", *words, "--out", "r.xlsx")
        assert "，相符。" in text_of(tmp_path / "r.xlsx")
