"""Ratings from a survey's export (Art. 33): nameless, by window, never counted twice."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from conftest import EXPECTED, HALL, Run
from openpyxl import Workbook, load_workbook

SURVEY = HALL / "survey_2026-11.xlsx"
FOUND = EXPECTED["survey"]
HEAD = (
    "序号",
    "提交答卷时间",
    "1、您办理业务的窗口",
    "2、您对本次服务的满意程度",
    "3、您的意见或建议",
)


def export(path: Path, *rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> Path:
    """A survey's export of some answers."""
    book = Workbook()
    book.active.append(head)
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def answer(n: object, level: object, window: str = "W01", at: str = "2026/11/20 10:00:00") -> Any:
    """One row of an export."""
    return (n, at, window, level, "")


def test_a_survey_is_counted_by_window(hall: Run) -> None:
    """Every answer counts at its window; the row that passes the question over counts nowhere."""
    ran = hall("rating", "import", SURVEY, "--json")
    assert (ran.data["rows"], ran.data["added"]) == (FOUND["answers"], FOUND["answers"])
    assert ran.codes == ["imports.columns_not_kept", "rating.passed_over", "rating.bad_answers"]
    listed = hall("rating", "list", "--month", "2026-11", "--json").data
    assert {one["window_no"]: one["survey_answers"] for one in listed} == FOUND["by_window"]
    for one in listed:
        good = sum(one[f"level_{level}"] for level in (5, 4, 3))
        assert good == FOUND["good_by_window"][one["window_no"]]
        assert one["survey_bad"] == one["survey_answers"] - good
        assert one["satisfaction_rate"] == round(100 * good / one["survey_answers"] + 1e-9, 1)
        assert (one["cases_rated"], one["bad_ratings"]) == (0, 0)


def test_the_same_file_twice_changes_nothing_and_a_longer_one_adds_what_is_new(
    hall: Run, tmp_path: Path
) -> None:
    """Number and time of submission are what an answer is known by."""
    hall("rating", "import", SURVEY)
    again = hall("rating", "import", SURVEY, "--json").data
    assert (again["already"], again["added"], again["unchanged"]) == (True, 0, FOUND["answers"])
    book = load_workbook(SURVEY)
    more = [61, "2026/11/20 10:00:00", "60秒", "微信", "", "", "W01", "非常满意", "", "", 5]
    book.active.append(more)
    book.save(tmp_path / "later.xlsx")
    later = hall("rating", "import", "later.xlsx", "--json").data
    assert (later["added"], later["unchanged"]) == (1, FOUND["answers"])


def test_who_answered_is_named_as_not_kept_and_is_nowhere_in_the_file(
    hall: Run, tmp_path: Path
) -> None:
    """Neither addresses nor phones come in, not even those written into a comment."""
    ran = hall("rating", "import", SURVEY, "--json")
    left = next(one for one in ran.json["warnings"] if one["code"] == "imports.columns_not_kept")
    assert "来自IP" in left["message"]
    assert "手机号" in left["message"]
    stored = (tmp_path / "hall.db").read_bytes()
    assert b"192.0.2." not in stored
    assert b"199-0000-0345" not in stored
    assert b"199-0000-1011" not in stored
    bad = hall("rating", "list", "--month", "2026-11", "--bad", "--json").data
    assert any(one.get("comment", "").endswith("请回电…") for one in bad)


def test_bad_answers_are_listed_for_the_officer(hall: Run) -> None:
    """They have no case and no limit, but nobody has to look for them."""
    ran = hall("rating", "import", SURVEY, "--json")
    assert "rating.bad_answers" in ran.codes
    bad = hall("rating", "list", "--month", "2026-11", "--bad", "--json").data
    assert len(bad) == FOUND["bad"]
    assert {one["source"] for one in bad} == {"survey"}
    assert all(one["level"] < 3 and "case_no" not in one for one in bad)


def test_surveys_are_part_of_the_months_satisfaction(worked: Run) -> None:
    """Rated cases and answers count together; what is about cases alone stays so."""
    before = worked("report", "monthly", "2026-11", "--json").data["figures"]
    assert (before["survey_answers"], before["survey_bad"]) == (0, 0)
    worked("rating", "import", SURVEY)
    case = worked("case", "list", "--state", "completed", "--json").data[0]["case_no"]
    worked("case", "rate", case, 2, "--at", "2026-11-30T10:00")
    after = worked("report", "monthly", "2026-11", "--json").data["figures"]
    given = FOUND["answers"] + 1
    assert (after["survey_answers"], after["survey_bad"]) == (FOUND["answers"], FOUND["bad"])
    assert (after["cases_rated"], after["bad_ratings"]) == (1, 1)
    good = FOUND["answers"] - FOUND["bad"]
    assert after["satisfaction_rate"] == round(100 * good / given + 1e-9, 1)
    bad = worked("rating", "list", "--month", "2026-11", "--bad", "--json").data
    assert bad[-1]["case_no"] == case
    assert bad[-1]["fix_due_on"] == "2026-12-07"
    assert worked("db", "check").code == 0


@pytest.mark.parametrize(
    ("said", "level"),
    [("非常满意", 5), ("A.满意", 4), ("一般", 3), ("不满意（等太久）", 2), ("很不满意", 1), (5, 5), ("1分", 1),
     ("★★★★☆", 4), ("2星", 2), ("五星", 5)],
)  # fmt: skip
def test_words_stars_and_numbers_are_levels(
    hall: Run, tmp_path: Path, said: object, level: int
) -> None:
    """5 is the best; the letter of an option and a remark in brackets say nothing."""
    export(tmp_path / "one.xlsx", answer(1, said))
    hall("rating", "import", "one.xlsx")
    (one,) = hall("rating", "list", "--month", "2026-11", "--json").data
    assert [n for n in (5, 4, 3, 2, 1) if one[f"level_{n}"]] == [level]


def test_an_export_without_a_window_says_what_is_missing(hall: Run, tmp_path: Path) -> None:
    """Only what is missing: the question about satisfaction was understood."""
    export(tmp_path / "one.xlsx", (1, "2026/11/20 10:00:00", "满意"), head=(*HEAD[:2], HEAD[3]))
    ran = hall("rating", "import", "one.xlsx", "--json", code=6)
    assert ran.codes == ["sheet.no_header"]
    message = ran.json["errors"][0]["message"]
    assert "窗口" in message
    assert "满意度" not in message


def test_bare_numbers_are_pointed_out(hall: Run, tmp_path: Path) -> None:
    """An export by the places of options would turn very satisfied into its contrary."""
    export(tmp_path / "one.xlsx", answer(1, 4))
    assert "rating.read_as_scores" in hall("rating", "import", "one.xlsx", "--json").codes


def test_every_bad_row_is_named_at_once(hall: Run, tmp_path: Path) -> None:
    """Unknown windows and answers, times that do not fit; nothing is written, or the rest with --skip-bad."""
    export(
        tmp_path / "bad.xlsx", answer(1, "满意"), answer(2, "还行吧"), answer(3, "满意", "火车站"),
        answer(4, "满意", at="2026/08/20 10:00:00"), answer(5, "满意", at="2026/12/20 10:00:00"),
        answer("", "满意"), answer(7, "满意", at="昨天"),
    )  # fmt: skip
    ran = hall("rating", "import", "bad.xlsx", "--json", code=6)
    assert [(one["row"], one["code"]) for one in ran.json["errors"] if "row" in one] == [
        (3, "rating.unknown_answer"), (4, "imports.unknown_window"), (5, "regulation.not_yet_in_force"),
        (6, "rating.future"), (7, "sheet.required"), (8, "sheet.bad_instant"),
    ]  # fmt: skip
    assert hall("rating", "list", "--month", "2026-11", "--json").data == []
    done = hall("rating", "import", "bad.xlsx", "--skip-bad", "--json").data
    assert (done["added"], done["rejected"]) == (1, 6)


@pytest.mark.parametrize(
    "name", ["W01", "w01", "综合事务窗口", "综合事务", "A、综合事务窗口", "W01 综合事务窗口"]
)
def test_windows_are_known_by_number_and_name(hall: Run, tmp_path: Path, name: str) -> None:
    """However the survey's author wrote the option."""
    export(tmp_path / "one.xlsx", answer(1, "满意", name))
    hall("rating", "import", "one.xlsx")
    assert hall("rating", "list", "--month", "2026-11", "--json").data[0]["window_no"] == "W01"


def test_an_answer_that_is_another_now_is_no_silent_change(hall: Run, tmp_path: Path) -> None:
    """The same number and time with another level is an error, unless it is another survey."""
    export(tmp_path / "one.xlsx", answer(1, "满意"))
    export(tmp_path / "two.xlsx", answer(1, "不满意"))
    hall("rating", "import", "one.xlsx")
    ran = hall("rating", "import", "two.xlsx", "--json", code=6)
    assert "rating.answer_differs" in ran.codes
    assert hall("rating", "import", "two.xlsx", "--survey", "期中", "--json").data["added"] == 1


def test_which_question_counts(hall: Run, tmp_path: Path) -> None:
    """Of several about satisfaction the overall one; without one the officer says which."""
    head = (*HEAD[:3], "2、您对服务态度的满意程度", "3、您对办事效率的满意程度")
    row = (1, "2026/11/20 10:00:00", "W01", "满意", "不满意")
    export(tmp_path / "two.xlsx", row, head=head)
    ran = hall("rating", "import", "two.xlsx", "--json", code=6)
    assert ran.codes[0] == "rating.several_questions"
    hall("rating", "import", "two.xlsx", "--map", "3、您对办事效率的满意程度=level")
    assert hall("rating", "list", "--month", "2026-11", "--json").data[0]["level_2"] == 1
    export(tmp_path / "all.xlsx", (*row, "非常满意"), head=(*head, "4、总体满意程度"))
    hall("rating", "import", "all.xlsx", "--survey", "总体")
    assert hall("rating", "list", "--month", "2026-11", "--json").data[0]["level_5"] == 1


def test_the_window_itself_takes_no_ratings_in(hall: Run) -> None:
    """Service is supervised by others: an import is the officer's."""
    assert hall("--actor", "T1001", "rating", "import", SURVEY, "--json", code=3).codes == [
        "actor.not_the_officer"
    ]


def test_an_import_is_undone_and_rehearsed(hall: Run, tmp_path: Path) -> None:
    """One transaction; what was undone can come in again; a dry run keeps nothing."""
    hall("rating", "import", SURVEY, "--dry-run")
    assert hall("rating", "list", "--month", "2026-11", "--json").data == []
    hall("rating", "import", SURVEY)
    hall("undo")
    assert hall("rating", "list", "--month", "2026-11", "--json").data == []
    assert hall("rating", "import", SURVEY, "--json").data["added"] == FOUND["answers"]
    assert hall("db", "check").code == 0
    with sqlite3.connect(tmp_path / "hall.db") as db:
        told = db.execute("SELECT detail FROM entry_detail ORDER BY entry_no DESC").fetchone()[0]
    assert "survey_2026-11.xlsx" in told


def test_the_workbook_of_satisfaction(hall: Run, tmp_path: Path) -> None:
    """One row a window, the same bytes twice; --window and --bad are lists of their own."""
    hall("rating", "import", SURVEY)
    first = hall("rating", "list", "--month", "2026-11", "--out", "a.xlsx", "--json")
    hall("rating", "list", "--month", "2026-11", "--out", "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    sheet = load_workbook(tmp_path / "a.xlsx")["服务满意度"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert sum(text in FOUND["by_window"] for text in texts) == len(first.data)
    assert any("相符" in text for text in texts)
    hall("rating", "list", "--bad", "--out", "c.xlsx", code=2)
    hall("rating", "list", "--month", "2026-11", "--from", "2026-11-01", code=2)


def test_an_empty_period_says_what_to_do_next(hall: Run) -> None:
    """No ratings is no fault."""
    assert "hallctl rating import" in hall("rating", "list", "--month", "2026-10").err
