"""Terms, service stars, merit and the year, over published weeks (Art. 29, 31, 32)."""

from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Run
from openpyxl import load_workbook

TERM = "2026-2027-1"
AFTER = "2027-01-05T09:00"
WHO = "0240601007"
WEEKS = ("2026-W45", "2026-W46", "2026-W47", "2026-W48")


@pytest.fixture
def termed(worked: Run) -> Run:
    """A hall with weights, one confirmed violation and one praise, and four published weeks."""
    weights = '{"attendance": 30, "discipline": 30, "service": 30, "full_attendance": 10}'
    worked("policy", "set", "appraise.weights", weights, "--from", "2026-10-01")
    words = ("--kind", "attitude", "--on", "2026-11-12", "--note", "核实", "--json")
    entry = worked("credit", "propose", "--staff", WHO, *words).data["entry_no"]
    worked("credit", "confirm", entry)
    worked("appraise", "praise", "0240601008", "--on", "2026-11-18", "--note", "来信感谢")
    for week in WEEKS:
        worked("appraise", "week", week, "--publish")
    return worked


def test_a_term_is_its_published_weeks(termed: Run) -> None:
    """Counts add up over the weeks, the score is their mean; what is not published is named."""
    found = termed("appraise", "term", TERM, "--json")
    assert "appraise.weeks_waiting" in found.codes
    weeks = [termed("appraise", "week", week, "--json").data for week in WEEKS]
    assert len(found.data) == 36
    for line in found.data:
        mine = [one for week in weeks for one in week if one["staff_no"] == line["staff_no"]]
        assert line["weeks"] == len(mine) == 4
        assert line["score"] == pytest.approx(sum(one["score"] for one in mine) / 4, abs=0.051)
        for name in ("due", "attended", "late", "absent", "leave", "cases_closed", "praise"):
            assert line[name] == sum(one[name] for one in mine)
        base = line["due"] - sum(one["excused"] for one in mine)
        expected = 100 * line["attended"] / base if base else None
        assert line["presence_rate"] == (expected and pytest.approx(expected, abs=0.051))
    scores = [one["score"] for one in found.data]
    assert scores == sorted(scores, reverse=True)
    assert found.data[0]["place"] == 1
    late = termed("appraise", "term", "2030-2031-1", "--json", code=4)
    assert late.codes == ["appraise.unknown_term"]


def test_later_facts_do_not_move_a_term(termed: Run) -> None:
    """Praise recorded after publishing changes nothing; a violation confirmed later does exclude."""
    before = termed("appraise", "term", TERM, "--json").data
    termed("appraise", "praise", "0240601008", "--on", "2026-11-19", "--note", "又一封信")
    assert termed("appraise", "term", TERM, "--json").data == before


def test_the_shortlist_says_what_settled_it(termed: Run) -> None:
    """Candidates by score and then the tie-breaks; whoever has a violation is excluded, with the reason."""
    found = termed("appraise", "stars", TERM, "--json").data
    standing = {one["staff_no"]: one["standing"] for one in found}
    lines = {one["staff_no"]: one for one in found}
    assert (standing[WHO], lines[WHO]["excluded"]) == ("excluded", ["violation"])
    ranked = [one for one in found if one["standing"] != "excluded"]
    for before, after in pairwise(ranked):
        settled = after["settled_by"]
        order = ("score", "presence_rate", "faults", "praise", "cases_closed")
        keys = order[: order.index(settled)] if settled != "tied" else order
        assert all((before.get(key) or 0) == (after.get(key) or 0) for key in keys)
        if settled == "faults":
            assert before["faults"] < after["faults"]
        elif settled != "tied":
            assert (before.get(settled) or 0) > (after.get(settled) or 0)
        assert (before["place"] == after["place"]) == (settled == "tied")
    assert {one["standing"] for one in ranked if one["place"] <= 5} == {"shortlisted"}
    student = next(one["staff_no"] for one in ranked if one["staff_no"].isdigit())
    propose = ("credit", "propose", "--staff", student, "--kind", "attitude")
    termed(*propose, "--on", "2026-11-10", "--note", "待核实")
    again = {one["staff_no"]: one for one in termed("appraise", "stars", TERM, "--json").data}
    assert again[student]["excluded"] == ["undecided"]


def test_the_officer_names_the_stars(termed: Run, tmp_path: Path) -> None:
    """After the term, with a reason, never somebody excluded; recorded once, shown on the notice."""
    best = [one["staff_no"] for one in termed("appraise", "stars", TERM, "--json").data][:2]
    words = ("appraise", "stars", TERM, "--decide", best[0], "--decide", best[1], "--json")
    assert termed(*words, "--note", "好", code=3).codes[0] == "appraise.term_not_over"
    assert termed(*words, now=AFTER, code=2).codes[0] == "appraise.stars_need_note"
    other = ("--actor", "T1001", *words, "--note", "好")
    assert termed(*other, now=AFTER, code=3).codes[0] == "actor.not_the_officer"
    wrong = ("appraise", "stars", TERM, "--decide", WHO, "--note", "好", "--json")
    ran = termed(*wrong, now=AFTER, code=3)
    assert (ran.codes[0], ran.json["errors"][0]["article"]) == ("appraise.no_star", "29")
    notice = ("appraise", "stars", TERM, "--out", "n.xlsx", "--json")
    assert termed(*notice, now=AFTER, code=5).codes[0] == "appraise.no_stars_yet"
    named = termed(*words, "--note", "投票一致", now=AFTER).data
    assert sorted(named["stars"]) == sorted(best)
    assert termed(*words, "--note", "投票一致", now=AFTER).data["already"] is True
    one = ("appraise", "stars", TERM, "--decide", best[0], "--note", "x", "--json")
    assert termed(*one, now=AFTER, code=5).codes[0] == "appraise.stars_named"
    found = termed("appraise", "stars", TERM, "--json", now=AFTER).data
    assert {one["staff_no"] for one in found if one["standing"] == "star"} == set(best)
    termed(*notice, now=AFTER)
    text = shown(tmp_path / "n.xlsx")
    assert not any(number in text for number in best)
    assert "公示时间：2027年1月5日至2027年1月12日（暂定）" in text
    year = {one["staff_no"]: one for one in termed("appraise", "annual", "2026", "--json").data}
    assert (year[best[0]]["stars"], year[WHO]["stars"]) == (1, 0)
    termed("undo", now=AFTER)
    again = termed("appraise", "stars", TERM, "--json", now=AFTER).data
    assert "star" not in {one["standing"] for one in again}


def shown(path: Path) -> str:
    """Every text of a workbook."""
    book = load_workbook(path)
    return "\n".join(
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
    )


def test_merit_by_faculty(termed: Run, tmp_path: Path) -> None:
    """Certified are students without a violation, present enough, among the first third; each has its letter."""
    found = termed("appraise", "merit", TERM, "--json").data
    students = [one for one in found if one["place"] is not None]
    first = -(-len(students) // 3)
    for one in found:
        fine = one.get("presence_rate") is not None and one["presence_rate"] >= 95
        good = fine and one["place"] <= first and one["staff_no"] != WHO
        assert one["certified"] is good
        assert bool(one["excluded"]) is not good
    certified = [one for one in found if one["certified"]]
    assert certified
    termed("appraise", "merit", TERM, "--out", "m.xlsx")
    book = load_workbook(tmp_path / "m.xlsx")
    faculties = sorted({one["faculty"] for one in certified})
    assert sorted(book.sheetnames) == sorted([*faculties, "公示"])
    for faculty in faculties:
        cells = {cell.value for row in book[faculty].iter_rows() for cell in row}
        mine = {one["staff_no"] for one in certified if one["faculty"] == faculty}
        assert mine <= cells
        assert not cells & {one["staff_no"] for one in certified if one["faculty"] != faculty}
    public = {cell.value for row in book["公示"].iter_rows() for cell in row}
    assert not public & {one["staff_no"] for one in certified}
    assert {one["name"] for one in certified} <= public
    termed("appraise", "merit", TERM, "--faculty", faculties[0], "--out", "one.xlsx")
    assert load_workbook(tmp_path / "one.xlsx").sheetnames == [faculties[0]]
    none = ("appraise", "merit", TERM, "--faculty", "无此学院", "--out", "x.xlsx", "--json")
    assert "appraise.nobody_certified" in termed(*none, code=4).codes


def test_the_year_flags_the_third_violation(termed: Run) -> None:
    """Two violations are no flag, the third is, and below the line there is another."""

    def line() -> dict[str, object]:
        found = termed("appraise", "annual", "2026", "--json").data
        mine: dict[str, object] = next(one for one in found if one["staff_no"] == WHO)
        return mine

    seen = [line()["flags"]]
    for day in ("2026-11-16", "2026-11-17", "2026-11-18"):
        words = ("--kind", "attitude", "--on", day, "--note", "核实", "--json")
        entry = termed("credit", "propose", "--staff", WHO, *words).data["entry_no"]
        termed("credit", "confirm", entry)
        seen.append(line()["flags"])
    assert seen == [[], [], ["third_violation"], ["third_violation", "below_line"]]
    last = line()
    assert (last["violations"], last["balance"], last["standing"]) == (4, 73, "dismissal_proposed")


def test_whom_the_hall_parted_with_is_no_star(termed: Run) -> None:
    """Dismissed or replaced as not up to the work: no star, no certificate, whatever the score."""
    students = [one for one in termed("appraise", "merit", TERM, "--json").data if one["certified"]]
    first, second = (one["staff_no"] for one in students[:2])
    termed("roster", "dismiss", first, "--on", "2026-12-01", "--reason", "多次培训无改进")
    taker = next(one["staff_no"] for one in students if one["staff_no"] not in {first, second})
    termed("roster", "replace", second, taker, "--on", "2026-12-02", "--reason", "不能胜任")
    for what in ("stars", "merit"):
        lines = {one["staff_no"]: one for one in termed("appraise", what, TERM, "--json").data}
        assert lines[first]["excluded"] == ["dismissed"]
        assert lines[second]["excluded"] == ["replaced"]
    words = ("appraise", "stars", TERM, "--decide", first, "--note", "好", "--json")
    assert termed(*words, now=AFTER, code=3).codes[0] == "appraise.no_star"
    termed("roster", "end", "0240601010", "--reason", "毕业", "--on", "2026-12-01")
    lines = {one["staff_no"]: one for one in termed("appraise", "stars", TERM, "--json").data}
    assert lines["0240601010"]["excluded"] == []


def test_a_dismissal_for_another_reason_is_no_low_balance(termed: Run) -> None:
    """The standing says dismissed, with points lost or without; the flag is about the points alone."""
    termed("roster", "dismiss", WHO, "--on", "2026-12-01", "--reason", "不能胜任")
    termed("roster", "dismiss", "0240601010", "--on", "2026-12-01", "--reason", "不能胜任")
    lines = {one["staff_no"]: one for one in termed("appraise", "annual", "2026", "--json").data}
    found = [
        (lines[no]["balance"], lines[no]["standing"], lines[no]["flags"])
        for no in (WHO, "0240601010")
    ]
    assert found == [(98, "dismissed", []), (100, "dismissed", [])]


def test_papers_are_alike_byte_for_byte(termed: Run) -> None:
    """The same facts print the same files."""
    for words in (("term", TERM), ("merit", TERM), ("annual", "2026")):
        first = termed("appraise", *words, "--out", "a.xlsx")
        assert Path("a.xlsx").exists(), first.err
        before = Path("a.xlsx").read_bytes()
        termed("appraise", *words, "--out", "b.xlsx")
        assert Path("b.xlsx").read_bytes() == before


def test_why_a_week_and_a_star(termed: Run) -> None:
    """The reckoning names the parts, what was seen, whether it is published, and who comes before."""
    week = termed("why", f"week:2026-W46:{WHO}", "--json").data
    line = next(
        one
        for one in termed("appraise", "week", "2026-W46", "--json").data
        if one["staff_no"] == WHO
    )
    assert (week["value"], week["article"]) == (line["score"], "29")
    assert {"appraise.weights", "appraise.discipline"} <= set(week["settings"])
    assert "1 confirmed violations" in str(week["steps"])
    assert "later facts do not change it" in str(week["steps"])
    praised = termed("why", "week:2026-W47:0240601008", "--json").data
    assert "来信感谢" in str(praised["steps"])
    draft = termed("why", f"week:2026-W49:{WHO}", "--json").data
    assert "as the facts are now" in str(draft["steps"])
    assert termed("why", f"week:49:{WHO}", "--json", code=2).codes == ["why.bad_week"]
    star = termed("why", f"star:{TERM}:{WHO}", "--json").data
    assert (star["value"], "confirmed violation" in star["because"]) == ("excluded", True)
    second = termed("appraise", "stars", TERM, "--json").data[1]
    found = termed("why", f"star:{TERM}:{second['staff_no']}", "--json").data
    assert "comes before" in str(found["steps"])
    assert "settled" in found["because"]
    text = termed("why", f"star:{TERM}:{second['staff_no']}").out
    assert second["name"] in text
    nobody = termed("why", f"star:{TERM}:A0001", "--json", code=4)
    assert "appraise.not_in_term" in nobody.codes


def test_a_week_that_stars_rest_on_is_not_undone(termed: Run) -> None:
    """Once the stars of the term are named, its published weeks stay: the naming is undone first."""
    log = termed("audit", "log", "--json").data
    week = next(one["entry_no"] for one in reversed(log) if one["command"] == "appraise week")
    star = next(one["staff_no"] for one in termed("appraise", "stars", TERM, "--json").data)
    named = termed("appraise", "stars", TERM, "--decide", star, "--note", "评议", now=AFTER)
    assert named.code == 0
    ran = termed("undo", week, "--json", code=5, now=AFTER)
    naming = termed("audit", "log", "--json", now=AFTER).data[-1]
    assert naming["command"] == "appraise stars"
    assert str(naming["entry_no"]) in ran.json["errors"][0]["message"]
    termed("undo", naming["entry_no"], now=AFTER)
    termed("undo", week, now=AFTER)
    assert termed("db", "check", now=AFTER).code == 0


def test_the_year_has_everybody_who_is_flagged(worked: Run, tmp_path: Path) -> None:
    """Points lost without a single published week are no way around the annual review."""
    for on in ("2026-09-07", "2026-10-12", "2026-11-02"):
        words = ("--kind", "attitude", "--on", on, "--note", "核实", "--json")
        entry = worked("credit", "propose", "--staff", WHO, *words).data["entry_no"]
        worked("credit", "confirm", entry)
    (line,) = worked("appraise", "annual", "2026", "--json").data
    assert (line["staff_no"], line["weeks"], line["score"]) == (WHO, 0, None)
    assert (line["violations"], line["balance"], line["flags"]) == (3, 83, ["third_violation"])
    worked("appraise", "annual", "2026", "--out", "year.xlsx")
    assert "扣分满三次" in shown(tmp_path / "year.xlsx")


def test_satisfaction_with_the_window_is_evidence(termed: Run) -> None:
    """Over the term, by cases and surveys; it breaks a tie only where the college says so."""
    from conftest import EXPECTED, HALL

    found = EXPECTED["survey"]
    termed("rating", "import", HALL / "survey_2026-11.xlsx")
    lines = {one["staff_no"]: one for one in termed("appraise", "term", TERM, "--json").data}
    for number, count in found["by_window"].items():
        leader = f"T10{number[1:]}"
        expected = 100 * found["good_by_window"][number] / count
        assert lines[leader]["satisfaction_rate"] == pytest.approx(expected, abs=0.051)
    assert lines["T1009"].get("satisfaction_rate") is None
    before = termed("appraise", "stars", TERM, "--json").data
    termed("policy", "set", "stars.tie_breaks", '["satisfaction_rate"]', "--from", "2026-10-01")
    after = termed("appraise", "stars", TERM, "--json").data
    assert [one["score"] for one in before] == [one["score"] for one in after]
    ranked = [one for one in after if one["standing"] != "excluded"]
    for first, second in pairwise(ranked):
        if second.get("settled_by") == "satisfaction_rate":
            assert first["score"] == second["score"]
            assert first["satisfaction_rate"] > (second.get("satisfaction_rate") or 0)
    assert "satisfaction_rate" in {one.get("settled_by") for one in ranked}
