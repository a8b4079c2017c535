"""The weekly appraisal: scores, conduct, and closing the week (Art. 29)."""

from pathlib import Path

import pytest
from conftest import Run
from openpyxl import load_workbook

WEEK = "2026-W48"
WHO = "0240601007"
WEIGHTS = '{"attendance": 20, "discipline": 30, "service": 20, "full_attendance": 10, "leader": 20}'


@pytest.fixture
def weighed(worked: Run) -> Run:
    """A hall that has adopted weights with a leader's part."""
    worked("policy", "set", "appraise.weights", WEIGHTS, "--from", "2026-11-02")
    return worked


def lines(run: Run, week: str = WEEK) -> dict[str, dict[str, object]]:
    """The week by person."""
    return {one["staff_no"]: one for one in run("appraise", "week", week, "--json").data}


def fill(path: Path, points: int = 90) -> None:
    """Give everybody on the sheet the same score."""
    book = load_workbook(path)
    sheet = book.active
    head = next(row for row in sheet.iter_rows() if row[0].value == "周次")
    column = {cell.value: cell.column for cell in head}
    for row in range(head[0].row + 1, sheet.max_row + 1):
        sheet.cell(row, column["评分"]).value = points
        sheet.cell(row, column["评语"]).value = "认真"
    book.save(path)


def leader_of(run: Run, who: str = WHO) -> str:
    """The leader of somebody's window."""
    people = run("roster", "list", "--json").data
    window = next(one["window_no"] for one in people if one["staff_no"] == who)
    found: str = next(
        one["staff_no"]
        for one in people
        if one.get("window_no") == window and one["role"] == "leader"
    )
    return found


def test_a_sheet_goes_out_and_comes_back(weighed: Run, tmp_path: Path) -> None:
    """Everybody is on it with who scores; the filled-in scores enter the total; twice changes nothing."""
    ran = weighed("appraise", "week", WEEK, "--json")
    assert "appraise.unscored" in ran.codes
    assert {one["score"] for one in ran.data} == {None}
    made = weighed("template", "scores", "--week", WEEK, "--out", "s.xlsx", "--json").data
    assert made["rows"] == 36
    again = weighed("template", "scores", "--week", WEEK, "--out", "t.xlsx", "--json").data
    assert again["sha256"] == made["sha256"]
    fill(tmp_path / "s.xlsx")
    took = weighed("appraise", "week", WEEK, "--scores", "s.xlsx", "--json").data
    assert (took["rows"], took["added"]) == (36, 36)
    took = weighed("appraise", "week", WEEK, "--scores", "s.xlsx", "--json").data
    assert (took["added"], took["changed"], took["unchanged"]) == (0, 0, 36)
    found = lines(weighed)
    assert {one["leader_score"] for one in found.values()} == {90}
    assert found[WHO]["scored_by"] == leader_of(weighed)
    assert found[leader_of(weighed)]["scored_by"] == "A0001"
    assert all(one["remark"] == "认真" for one in found.values())


def test_the_leader_score_has_its_weight(weighed: Run) -> None:
    """Ten of a hundred marks less are two points less where the weight is 20."""
    leader = leader_of(weighed)
    weighed("appraise", "score", WHO, "100", "--week", WEEK, "--by", leader)
    full = lines(weighed)[WHO]["score"]
    weighed("--actor", leader, "appraise", "score", WHO, "90", "--week", WEEK)
    assert lines(weighed)[WHO]["score"] == pytest.approx(full - 2)  # type: ignore[operator]
    same = weighed("appraise", "score", WHO, "90", "--week", WEEK, "--by", leader, "--json").data
    assert same["already"] is True
    weighed("undo")
    assert lines(weighed)[WHO]["score"] == full


def test_only_score_cells_may_change(weighed: Run, tmp_path: Path) -> None:
    """A changed figure, another week's sheet and a remark without a score are bad rows; nothing is written."""
    weighed("template", "scores", "--week", WEEK, "--window", "W01", "--out", "s.xlsx")
    fill(tmp_path / "s.xlsx")
    wrong = weighed("appraise", "week", "2026-W47", "--scores", "s.xlsx", "--json", code=6)
    assert set(wrong.codes) == {"appraise.other_week"}
    book = load_workbook(tmp_path / "s.xlsx")
    sheet = book.active
    head = next(row for row in sheet.iter_rows() if row[0].value == "周次")
    names = {cell.value: cell.column for cell in head}
    first = head[0].row + 1
    sheet.cell(first, names["实到"]).value = 99
    sheet.cell(first + 1, names["评分"]).value = 101
    sheet.cell(first + 2, names["评分"]).value = None
    book.save(tmp_path / "s.xlsx")
    ran = weighed("appraise", "week", WEEK, "--scores", "s.xlsx", "--json", code=6)
    assert ran.codes == ["appraise.row_changed", "appraise.score_bounds", "sheet.required"]
    assert {one["leader_score"] for one in lines(weighed).values()} == {None}


def test_the_weeks_own_sheet_is_not_the_one_to_fill_in(weighed: Run) -> None:
    """Whoever writes the week out is told where scores go, and again when that file comes back."""
    ran = weighed("appraise", "week", WEEK, "--out", "week.xlsx")
    assert f"hallctl template scores --week {WEEK}" in ran.err
    back = weighed("appraise", "week", WEEK, "--scores", "week.xlsx", "--json", code=6)
    assert back.codes == ["appraise.not_a_scoring_sheet"]
    assert f"hallctl template scores --week {WEEK}" in back.json["errors"][0]["message"]


def test_who_scores_whom(weighed: Run) -> None:
    """The leader his window's students, the officer leaders, nobody himself or another window's."""
    leader = leader_of(weighed)
    score = ("appraise", "score")
    tail = ("--week", WEEK, "--json")
    other = next(
        one["staff_no"]
        for one in weighed("roster", "list", "--json").data
        if one["role"] == "leader" and one["staff_no"] != leader
    )
    for words, code in (
        ((*score, leader, "90", "--by", leader), "appraise.scores_himself"),
        ((*score, WHO, "90", "--by", WHO), "appraise.scores_himself"),
        ((*score, WHO, "90", "--by", other), "appraise.not_the_scorer"),
        ((*score, leader, "90", "--by", other), "appraise.not_the_scorer"),
        ((*score, WHO, "90"), "appraise.not_the_scorer"),
        ((*score, leader, "101"), "appraise.score_bounds"),
    ):
        ran = weighed(*words, *tail, code=3)
        assert (ran.codes, ran.json["errors"][0]["article"]) == ([code], "29")
    assert weighed(*score, "A0001", "90", *tail, code=4).codes == ["appraise.not_appraised"]
    assert weighed(*score, leader, "100", *tail).data["by_no"] == "A0001"


def test_conduct_and_praise_count(worked: Run) -> None:
    """An incident costs a fifth of the discipline part, praise gives a tenth back, up to full."""
    weights = '{"discipline": 100}'
    worked("policy", "set", "appraise.weights", weights, "--from", "2026-11-02")
    before = lines(worked)[WHO]["score"]
    see = (
        "appraise",
        "incident",
        WHO,
        "--kind",
        "screen",
        "--note",
        "看视频",
        "--on",
        "2026-11-25",
    )
    assert worked(*see, "--json").data["article"] == "15"
    assert worked(*see, "--json").data["already"] is True
    line = lines(worked)[WHO]
    assert (line["incidents"], line["praise"], line["score"]) == (1, 0, before - 20)  # type: ignore[operator]
    praise = ("appraise", "praise", WHO, "--on", "2026-11-29", "--note")
    worked(*praise, "学生来信感谢")
    assert lines(worked)[WHO]["score"] == before - 10  # type: ignore[operator]
    worked(*praise, "帮助新生")
    worked(*praise, "热情服务")
    line = lines(worked)[WHO]
    assert (line["praise"], line["score"]) == (3, min(100, before + 10))  # type: ignore[operator]
    assert (lines(worked, "2026-W47")[WHO]["incidents"], lines(worked, "this")[WHO]["praise"]) == (
        0,
        0,
    )
    bad = ("appraise", "incident", WHO, "--kind", "sleep", "--note", "x", "--json")
    assert worked(*bad, code=2).codes == ["appraise.unknown_kind"]
    assert worked(*praise, " ", "--json", code=2).codes == ["appraise.needs_note"]
    future = ("appraise", "praise", WHO, "--note", "x", "--on", "2026-12-02", "--json")
    assert worked(*future, code=2).codes == ["appraise.not_yet"]


def test_a_published_week_stays_as_it_is(weighed: Run, tmp_path: Path) -> None:
    """Later facts do not change it, scores are locked, again is already so, undo opens it."""
    weighed("template", "scores", "--week", WEEK, "--out", "s.xlsx")
    fill(tmp_path / "s.xlsx")
    weighed("appraise", "week", WEEK, "--scores", "s.xlsx")
    before = lines(weighed)
    ran = weighed("appraise", "week", WEEK, "--publish", "--json")
    assert (ran.data["people"], len(ran.data["digest"]), ran.codes) == (36, 64, [])
    assert weighed("appraise", "week", WEEK, "--publish", "--json").data["already"] is True
    late = ("appraise", "praise", WHO, "--on", "2026-11-25", "--note", "感谢", "--json")
    assert weighed(*late).codes == ["appraise.comes_late"]
    after = weighed("appraise", "week", WEEK, "--json")
    assert ({one["staff_no"]: one for one in after.data}, after.codes) == (
        before, ["appraise.is_published"])  # fmt: skip
    leader = leader_of(weighed)
    score = ("appraise", "score", WHO, "80", "--week", WEEK, "--by", leader, "--json")
    assert weighed(*score, code=5).codes == ["appraise.week_is_published"]
    sheet = ("appraise", "week", WEEK, "--scores", "s.xlsx", "--json")
    assert weighed(*sheet, code=5).codes == ["appraise.week_is_published"]
    log = weighed("audit", "log", "--json").data
    acts = [one["entry_no"] for one in log if one["command"] == "appraise week"]
    scored, published = acts[-2:]
    assert "undo.rested_on" in weighed("undo", scored, "--json", code=5).codes
    weighed("undo", published)
    assert lines(weighed)[WHO]["praise"] == 1
    assert weighed("db", "check", "--json").data["findings"] == []


def test_what_cannot_be_published(weighed: Run) -> None:
    """A running week, one with people unscored, by anybody but the officer, or without weights."""
    words = ("appraise", "week", "this", "--publish", "--json")
    assert weighed(*words, code=3).codes == ["appraise.not_over"]
    ran = weighed("appraise", "week", WEEK, "--publish", "--json", code=3)
    assert ran.codes == ["appraise.still_unscored"]
    assert "贾七巧" in ran.json["errors"][0]["message"]
    other = ("--actor", leader_of(weighed), "appraise", "week", WEEK, "--publish", "--json")
    assert weighed(*other, code=3).codes == ["actor.not_the_officer"]
    early = ("appraise", "week", "2026-W43", "--publish", "--json")
    assert weighed(*early, code=3).codes == ["appraise.no_weights"]
    two = ("appraise", "week", WEEK, "--publish", "--out", "x.xlsx", "--json")
    assert weighed(*two, code=2).codes == ["appraise.one_at_a_time"]
