"""Posts: assigned, left, dismissed, replaced; vacancies; stability; badges (Art. 5, 6, 14, 30, 32)."""

from pathlib import Path

import pytest
from conftest import Run

W1, W1B = "0240601001", "0240601002"
W2, W2B = "0240601003", "0240601004"


def shifts(hall: Run, staff: str, first: str = "2026-12-01") -> list[str]:
    """The days on which somebody has a shift."""
    found = hall("duty", "list", "--from", first, "--to", "2027-01-31", "--staff", staff, "--json")
    return [one["on"] for one in found.data if "given_to" not in one]


def findings(hall: Run, **more: str) -> list[dict[str, object]]:
    """What the staffing check says."""
    found: list[dict[str, object]] = hall("roster", "check", "--json", code=None, **more).data[
        "findings"
    ]
    return found


def test_a_dated_post(hall: Run) -> None:
    """From its day on somebody serves elsewhere; before it nothing changes."""
    words = ("roster", "assign", W1, "--window", "W02", "--from", "2026-11-16", "--json")
    data = hall(*words).data
    assert (data["window_no"], data["role"], data["started_on"]) == ("W02", "student", "2026-11-16")
    before = {one["staff_no"]: one for one in
              hall("roster", "list", "--on", "2026-11-15", "--json").data}  # fmt: skip
    assert before[W1]["window_no"] == "W01"
    assert {one["window_no"] for one in hall("roster", "list", "--json").data
            if one["staff_no"] == W1} == {"W02"}  # fmt: skip
    posts = hall("roster", "show", W1, "--json").data["assignments"]
    assert [(one["window_no"], one.get("last_on")) for one in posts] == [
        ("W01", "2026-11-15"), ("W02", None)
    ]  # fmt: skip
    assert hall(*words).data["already"]
    hall("undo")
    assert hall("roster", "show", W1, "--json").data["window_no"] == "W01"


def test_a_post_from_the_same_day_is_corrected(hall: Run) -> None:
    """The window said last counts; the mistake does not show as a post."""
    hall("roster", "assign", W1, "--window", "W02", "--from", "2026-11-16")
    hall("roster", "assign", W1, "--window", "后勤保障窗口", "--from", "2026-11-16")
    posts = hall("roster", "show", W1, "--json").data["assignments"]
    assert [one["window_no"] for one in posts] == ["W01", "W08"]


def test_shifts_left_behind_are_pointed_out(worked: Run) -> None:
    """A move frees nothing: the officer sees what is left at the old window."""
    ran = worked("roster", "assign", W1, "--window", "W02", "--from", "2026-12-01", "--json")
    assert "roster.shifts_elsewhere" in ran.codes
    assert shifts(worked, W1)


@pytest.mark.parametrize(("words", "code", "status"), [
    (("9999", "--window", "W01"), "staff.unknown", 4),
    ((W1, "--window", "W99"), "window.unknown", 4),
    ((W1,), "roster.needs_window", 2),
    ((W1, "--window", "W01", "--role", "boss"), "roster.unknown_role", 2),
    ((W1, "--window", "W01", "--role", "officer"), "roster.officer_has_no_window", 2),
    ((W1, "--role", "officer"), "roster.one_officer", 3),
    ((W1, "--window", "W02", "--from", "2026-08-01"), "regulation.not_yet_in_force", 3),
    ((W1, "--window", "W02", "--from", "soon"), "usage.bad_day", 2),
])  # fmt: skip
def test_posts_that_cannot_be(hall: Run, words: tuple[str, ...], code: str, status: int) -> None:
    """Each has its own sentence; nothing is written."""
    assert hall("roster", "assign", *words, "--json", code=status).codes == [code]
    assert hall("roster", "show", W1, "--json").data["window_no"] == "W01"


def test_a_post_before_a_later_one(hall: Run) -> None:
    """What was planned for later is not silently kept or lost."""
    hall("roster", "assign", W1, "--window", "W02", "--from", "2027-03-01")
    ran = hall("roster", "assign", W1, "--window", "W03", "--from", "2026-12-01", "--json", code=5)
    assert ran.codes == ["roster.later_post"]


def test_the_officer_changes(hall: Run) -> None:
    """One ends, the next begins; never two (Art. 5)."""
    hall("roster", "end", "A0001", "--reason", "调岗", "--on", "2026-12-01")
    assert hall("roster", "assign", "T1001", "--role", "officer", "--from", "2026-12-02",
                "--json").data["role"] == "officer"  # fmt: skip
    assert [one["code"] for one in findings(hall, now="2026-12-02T09:00")] == [
        "roster.leaders_missing"
    ]


def test_leaving_frees_the_later_shifts(worked: Run) -> None:
    """They are listed, off the roster, and the gap and the vacancy show."""
    later = [on for on in shifts(worked, W1) if on > "2026-12-02"]
    assert later
    words = ("roster", "end", W1, "--reason", "实习", "--on", "2026-12-02", "--note", "民航公司")
    rehearsed = worked(*words, "--dry-run", "--json").data
    (left,) = worked(*words, "--json").data
    assert [one["on"] for one in left["freed"]] == later
    assert rehearsed[0]["freed"] == left["freed"]
    assert (left["leaving"], left["last_on"]) == ("internship", "2026-12-02")
    assert [on for on in shifts(worked, W1) if on > "2026-12-02"] == []
    shown = worked("roster", "show", W1, "--json").data
    assert shown["assignments"][0]["leaving"] == "internship"
    assert shown["assignments"][0]["note"] == "民航公司"
    (finding,) = findings(worked, now="2026-12-07T09:00")
    assert (finding["code"], finding["since"]) == ("roster.students_missing", "2026-12-03")
    assert finding["workdays_open"] == 3
    assert worked(*words, "--json").data[0]["already"]
    worked("undo")
    assert [on for on in shifts(worked, W1) if on > "2026-12-02"] == later
    assert findings(worked) == []


def test_a_shift_given_away_stays_with_its_taker(worked: Run) -> None:
    """The colleague who took a shift over serves it; a shift the leaver took over becomes free."""
    span = ("duty", "list", "--from", "2026-12-02", "--to", "2026-12-31", "--json", "--staff")
    mine, hers = worked(*span, W1).data, worked(*span, W2).data
    given, taken = mine[0], hers[0]
    swap = ("duty", "swap", W1, "0240601012", "--shift", f"{given['on']}T{given['start']}")
    worked(*swap, "--reason", "补考")
    worked("duty", "swap", W2, W1, "--shift", f"{taken['on']}T{taken['start']}", "--reason", "补考",
           code=None)  # fmt: skip
    (left,) = worked("roster", "end", W1, "--reason", "退出", "--on", "2026-12-01", "--json").data
    numbers = {one["shift_no"] for one in left["freed"]}
    assert given["shift_no"] not in numbers
    theirs = worked("duty", "list", "--from", given["on"], "--to", given["on"],
                    "--staff", "0240601012", "--json").data  # fmt: skip
    assert given["shift_no"] in {one["shift_no"] for one in theirs}
    still = worked("duty", "list", "--from", taken["on"], "--to", taken["on"], "--json").data
    assert taken["shift_no"] not in {one["shift_no"] for one in still}
    assert worked("db", "check", "--json").data["findings"] == []
    worked("undo")
    assert worked("db", "check", "--json").data["findings"] == []


@pytest.mark.parametrize("leaver", [W1, W2])
def test_a_shift_served_in_parts(hall: Run, tmp_path: Path, leaver: str) -> None:
    """Whoever stays keeps the own part; the leaver's part is the gap."""
    (tmp_path / "d.csv").write_text(
        f"日期,开始,结束,窗口,学号\n2026-12-03,08:30,12:00,W01,{W1}\n", encoding="utf-8"
    )
    hall("duty", "import", "d.csv")
    hall("duty", "swap", W1, W2, "--shift", "2026-12-03T08:30", "--from", "10:00", "--to", "12:00",
         "--reason", "补考", "--agreed", "--approve")  # fmt: skip
    (left,) = hall("roster", "end", leaver, "--reason", "退出", "--on", "2026-12-01", "--json").data
    spans = {W1: ("08:30", "10:00"), W2: ("10:00", "12:00")}
    assert [(one["start"], one["end"]) for one in left["freed"]] == [spans.pop(leaver)]
    listed = hall("duty", "list", "--from", "2026-12-03", "--to", "2026-12-03", "--json").data
    assert {one["staff_no"]: (one["start"], one["end"]) for one in listed} == spans
    assert hall("db", "check", "--json").data["findings"] == []


def test_a_whole_year_leaves_at_once(hall: Run, tmp_path: Path) -> None:
    """By class, or by the list that the faculty sends; all of them or none."""
    data = hall("roster", "end", "--class", "2401班", "--reason", "毕业", "--on", "2026-12-31",
                "--json").data  # fmt: skip
    assert len(data) == 8
    assert {one["leaving"] for one in data} == {"graduated"}
    (tmp_path / "l.csv").write_text(
        f"学号,姓名,离岗日期,离岗原因\n{W1B},{name(hall, W1B)},2026-12-18,实习\n{W2},,,\n",
        encoding="utf-8",
    )
    data = hall("roster", "end", "--file", "l.csv", "--reason", "毕业", "--on", "2026-12-31",
                "--json").data  # fmt: skip
    assert [(one["staff_no"], one["leaving"], one["last_on"]) for one in data] == [
        (W1B, "internship", "2026-12-18"), (W2, "graduated", "2026-12-31"),
    ]  # fmt: skip
    assert len(hall("audit", "log", "--json").data) == len({1, 2}) + 7


def name(hall: Run, number: str) -> str:
    """Somebody's name."""
    return str(hall("roster", "show", number, "--json").data["name"])


def test_a_list_of_leavers_with_mistakes(hall: Run, tmp_path: Path) -> None:
    """Every bad row is named with its reason; nobody leaves."""
    (tmp_path / "l.csv").write_text(
        f"学号,姓名,离岗原因\n9999,甄二白,毕业\n{W1},艾百川,毕业\n{W1B},,不知道\n{W2},,\n,,毕业\n",
        encoding="utf-8",
    )
    ran = hall("roster", "end", "--file", "l.csv", "--json", code=6)
    assert [(one["row"], one["code"]) for one in ran.json["errors"]] == [
        (2, "imports.unknown_person"), (3, "roster.other_name"), (4, "roster.row_reason"),
        (5, "roster.row_reason"), (6, "sheet.required"),
    ]  # fmt: skip
    assert findings(hall) == []


@pytest.mark.parametrize(("words", "code", "status"), [
    ((W1, "--reason", "开除"), "roster.unknown_reason", 2),
    ((W1,), "roster.needs_reason", 2),
    (("--reason", "毕业"), "roster.nobody_named", 2),
    (("--class", "1999级", "--reason", "毕业"), "roster.nobody_of_class", 2),
    (("9999", "--reason", "毕业"), "staff.unknown", 4),
    ((W1, "--reason", "毕业", "--on", "2026-08-31"), "regulation.not_yet_in_force", 3),
])  # fmt: skip
def test_leaving_that_cannot_be(hall: Run, words: tuple[str, ...], code: str, status: int) -> None:
    """A dismissal is no reason for leaving; unknown people and words are named."""
    assert hall("roster", "end", *words, "--json", code=status).codes == [code]


def test_one_of_several_cannot_leave(hall: Run) -> None:
    """Then nobody does."""
    hall("roster", "end", W1, "--reason", "毕业", "--on", "2026-11-30")
    ran = hall("roster", "end", W1B, W1, "--reason", "退出", "--on", "2026-12-01", "--json", code=5)
    assert ran.codes == ["roster.not_serving"]
    assert hall("roster", "show", W1B, "--json").data.get("ended_on") is None


def test_nobody_left_before_the_last_punch(worked: Run) -> None:
    """Who signed in on a later day has served longer."""
    ran = worked("roster", "end", W1, "--reason", "毕业", "--on", "2026-10-09", "--json", code=5)
    assert ran.codes == ["roster.served_later"]


def test_a_planned_post_never_begins(hall: Run) -> None:
    """Leaving ends everything after the last day; somebody may come back later."""
    hall("roster", "assign", W1, "--window", "W02", "--from", "2027-03-01")
    hall("roster", "end", W1, "--reason", "退出", "--on", "2026-12-31")
    later = hall("roster", "list", "--on", "2027-03-02", "--json").data
    assert W1 not in {one["staff_no"] for one in later}
    hall("roster", "assign", W1, "--window", "W02", "--from", "2027-05-01")
    posts = hall("roster", "show", W1, "--json").data["assignments"]
    assert [(one["window_no"], one.get("last_on"), one.get("leaving")) for one in posts] == [
        ("W01", "2026-12-31", "withdrew"), ("W02", None, None)
    ]  # fmt: skip


def lose_points(hall: Run, staff: str) -> None:
    """Four confirmed violations: 73 points."""
    for day in (2, 3, 4, 5):
        entry = hall("credit", "propose", "--staff", staff, "--kind", "attitude",
                     "--on", f"2026-11-{day:02d}", "--note", "n", "--json").data  # fmt: skip
        hall("credit", "confirm", entry["entry_no"])


def test_a_dismissal_that_is_due(hall: Run) -> None:
    """Below 80 the officer dismisses: the decision, its article, the vacancy, and the board is calm."""
    lose_points(hall, W1)
    assert [one["staff_no"] for one in hall("status", "--json").data["dismissals"]] == [W1]
    words = ("roster", "dismiss", W1, "--on", "2026-12-01", "--note", "例会决定", "--json")
    data = hall(*words).data
    assert (data["leaving"], data["article"], data["last_on"]) == ("dismissed", "32", "2026-12-01")
    assert hall("credit", "show", W1, "--json").data["standing"] == "dismissed"
    assert hall("status", "--json").data["dismissals"] == []
    assert hall(*words).data["already"]
    (finding,) = findings(hall, now="2026-12-02T09:00")
    assert (finding["number"], finding["since"]) == (1, "2026-12-02")
    hall("undo")
    assert hall("credit", "show", W1, "--json").data["standing"] == "dismissal_proposed"


def test_a_dismissal_for_a_stated_reason(hall: Run) -> None:
    """With enough points only for the reason of article 30; it is kept."""
    ran = hall("roster", "dismiss", W1, "--json", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["roster.dismissal_not_due"], "32")
    assert hall("roster", "dismiss", W1, "--reason", " ", "--json", code=3).codes == [
        "roster.dismissal_not_due"
    ]
    data = hall("roster", "dismiss", W1, "--reason", "不能胜任窗口业务", "--json").data
    assert (data["article"], data["note"]) == ("30", "不能胜任窗口业务")


@pytest.mark.parametrize(("actor", "staff", "code"), [
    ("T1001", W1, "actor.not_the_officer"),
    ("A0001", "T1001", "roster.not_ours_to_dismiss"),
    ("A0001", "A0001", "roster.not_ours_to_dismiss"),
])  # fmt: skip
def test_who_dismisses_whom(hall: Run, actor: str, staff: str, code: str) -> None:
    """The officer alone, and student workers alone: leaders are their department's."""
    words = ("--actor", actor, "roster", "dismiss", staff, "--reason", "不能胜任", "--json")
    assert hall(*words, code=3).codes == [code]


def test_a_replacement(worked: Run, tmp_path: Path) -> None:
    """The one before leaves the day before, the new one serves; both histories tell it (Art. 30)."""
    (tmp_path / "n.csv").write_text(
        "学号,姓名,岗位,窗口\n0250601001,尤万里,学生,W02\n", encoding="utf-8"
    )
    worked("roster", "import", "n.csv", "--on", "2026-12-01")
    words = ("roster", "replace", W1, "0250601001", "--on", "2026-12-03", "--reason", "不能胜任")
    data = worked(*words, "--json").data
    assert (data["window_no"], data["role"]) == ("W01", "student")
    assert all(one["on"] >= "2026-12-03" for one in data["freed"])
    assert worked("roster", "show", W1, "--json").data["assignments"][0]["leaving"] == "replaced"
    new = worked("roster", "show", "0250601001", "--json", now="2026-12-03T09:00").data
    assert (new["window_no"], new["replacements"][0]["old_no"]) == ("W01", W1)
    assert findings(worked, now="2026-12-03T09:00") == []
    assert worked(*words, "--json").data["already"]
    worked("undo")
    assert worked("roster", "show", W1, "--json").data.get("ended_on") is None


def test_a_vacancy_is_filled(hall: Run) -> None:
    """Who left before is replaced without leaving again; a leader's change goes to the department."""
    hall("roster", "end", "T1001", "--reason", "调岗", "--on", "2026-11-13")
    (finding,) = findings(hall)
    assert (finding["since"], finding["workdays_open"]) == ("2026-11-14", 12)
    said = hall("roster", "check", code=8).out
    assert "党政办公室" in said
    assert "2026-11-14" in said
    assert "党政办公室" in hall("status").out
    ran = hall("roster", "replace", "T1001", W1, "--on", "2026-12-01", "--reason", "党政办公室新派", "--json")  # fmt: skip
    assert ran.data["role"] == "leader"
    assert "roster.letter_to_department" in ran.codes
    assert [one["code"] for one in findings(hall)] == ["roster.students_missing"]


@pytest.mark.parametrize(("words", "code", "status"), [
    ((W1, W1, "--reason", "r"), "roster.replaced_by_oneself", 2),
    ((W1, W2, "--reason", " "), "roster.replacement_needs_reason", 2),
    (("A0001", W2, "--reason", "r"), "roster.no_post_to_fill", 5),
    ((W1, "9999", "--reason", "r"), "staff.unknown", 4),
])  # fmt: skip
def test_replacements_that_cannot_be(
    hall: Run, words: tuple[str, ...], code: str, status: int
) -> None:
    """A reason, another person, a window's post."""
    assert hall("roster", "replace", *words, "--json", code=status).codes == [code]
    ran = hall("--actor", "T1001", "roster", "replace", W1, W2, "--reason", "r", "--json", code=3)
    assert ran.codes == ["actor.not_the_officer"]


def test_a_window_that_never_had_its_people(hall: Run, tmp_path: Path) -> None:
    """The vacancy counts from the window's first day."""
    (tmp_path / "w.csv").write_text(
        "窗口编号,窗口名称,部门,业务类别,生效日期\nW13,心理咨询窗口,学生工作部,日常事务,2026-11-30\n",
        encoding="utf-8",
    )
    hall("window", "import", "w.csv")
    found = findings(hall)
    assert {(one["code"], one["since"], one["workdays_open"]) for one in found} == {
        ("roster.leaders_missing", "2026-11-30", 2), ("roster.students_missing", "2026-11-30", 2)
    }  # fmt: skip


def test_stability(hall: Run) -> None:
    """Who changed is named; the figure is over everybody who served at a window (Art. 14)."""
    assert hall("roster", "stability", "--json").data["stability_rate"] == 100.0
    hall("roster", "assign", W1, "--window", "W02", "--from", "2026-11-16")
    data = hall("roster", "stability", "--json").data
    assert (data["from_on"], data["to_on"]) == ("2026-09-01", "2026-12-01")
    assert (data["served"], data["stayed"], data["stability_rate"]) == (36, 35, 97.2)
    before = hall("roster", "stability", "--from", "2026-09-01", "--to", "2026-11-15", "--json")
    assert before.data["stability_rate"] == 100.0
    text = hall("roster", "stability", "--term", "2026-2027-1").out
    assert name(hall, W1) in text
    for words, code, status in (
        (("--term", "2030-2031-1"), "term.unknown", 4),
        (("--to", "2026-11-01"), "roster.term_or_days", 2),
        (("--from", "2026-11-02", "--to", "2026-11-01"), "roster.no_days", 2),
        (("--from", "2026-08-01"), "regulation.not_yet_in_force", 3),
    ):
        assert hall("roster", "stability", *words, "--json", code=status).codes == [code]
    ran = hall("roster", "stability", "--json", code=2, now="2027-02-01T09:00")
    assert ran.codes == ["roster.no_term"]


def test_badges(hall: Run, tmp_path: Path) -> None:
    """A number of its own for each serving person; free again once somebody has left."""
    one, two = name(hall, W1), name(hall, W1B)
    (tmp_path / "b.csv").write_text(f"学号,姓名,工牌号\n{W1},{one},007\n", encoding="utf-8")
    hall("roster", "import", "b.csv")
    assert hall("roster", "show", W1, "--json").data["badge_no"] == "007"
    (tmp_path / "c.csv").write_text(f"学号,姓名,工牌号\n{W1B},{two},007\n", encoding="utf-8")
    (error,) = hall("roster", "import", "c.csv", "--json", code=6).json["errors"]
    assert (error["code"], error["column"], error["row"]) == ("roster.badge_taken", "工牌号", 2)
    (tmp_path / "d.csv").write_text(
        f"学号,姓名,工牌号\n{W1},{one},008\n{W1B},{two},008\n", encoding="utf-8"
    )
    assert hall("roster", "import", "d.csv", "--json", code=6).codes == ["roster.badge_taken"]
    (tmp_path / "e.csv").write_text(
        f"学号,姓名,工牌号\n{W1},{one},008\n{W1B},{two},007\n", encoding="utf-8"
    )
    assert hall("roster", "import", "e.csv", "--json").data["changed"] == 2
    hall("roster", "end", W1, "--reason", "毕业", "--on", "2026-11-30")
    (tmp_path / "f.csv").write_text(f"学号,姓名,工牌号\n{W1B},{two},008\n", encoding="utf-8")
    assert hall("roster", "import", "f.csv", "--json").data["changed"] == 1


def test_duties_of_the_term(worked: Run) -> None:
    """What somebody was rostered for and how it went so far."""
    duties = worked("roster", "show", W1, "--json").data["duties"]
    listed = worked(
        "duty", "list", "--from", "2026-09-01", "--to", "2027-01-03", "--staff", W1, "--json"
    )
    held = [one for one in listed.data if "given_to" not in one]
    assert (duties["term"], duties["rostered"]) == ("2026-2027-1", len(held))
    shown = worked("attendance", "show", "--from", "2026-09-01", "--to", "2026-12-01", "--staff", W1, "--json", code=None)  # fmt: skip
    assert duties["due"] == duties["attended"] + duties["absent"] + duties["leave"]
    assert shown is not None
    assert "duties" not in worked("roster", "show", W1, "--json", now="2027-02-01T09:00").data
