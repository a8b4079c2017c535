"""A roster from free hours to the wall: built, drafted, published, changed, exported, checked for gaps."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import HALL, Run, call
from icalendar import Calendar
from independent import allowed, maximum_flow
from openpyxl import load_workbook

WEEK = ("--from", "2026-11-30", "--to", "2026-12-04")
SUNDAY = "2026-11-29T09:00"
BUILD = ("duty", "build")


@pytest.fixture(scope="session")
def _free_file(_hall_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("free") / "hall.db"
    path.write_bytes(_hall_file.read_bytes())
    for words in (
        ("term", "periods", "import", HALL / "class_periods.csv"),
        ("roster", "timetable", "import", *sorted(HALL.glob("timetable*"))),
    ):
        assert call(path, *words, now="2026-09-01T08:00").code == 0
    return path


@pytest.fixture
def free(run: Run, tmp_path: Path, _free_file: Path) -> Run:
    """The hall with everybody's free hours; the clock stands on the Sunday before the week."""
    (tmp_path / "hall.db").write_bytes(_free_file.read_bytes())

    def at_once(*words: object, **more: Any) -> Any:
        return run(*words, **{"now": SUNDAY, **more})

    return at_once


def weeks_of(shifts: list[dict[str, Any]]) -> Iterator[tuple[str, int]]:
    """Minutes of each student in each ISO week."""
    found: Counter[tuple[str, int]] = Counter()
    for one in shifts:
        start, end = (datetime.fromisoformat(f"{one['on']}T{one[key]}") for key in ("start", "end"))
        week = date.fromisoformat(one["on"]).isocalendar()[1]
        found[one["staff_no"], week] += (end - start).seconds // 60
    yield from ((no, minutes) for (no, _week), minutes in found.items() if no.startswith("024"))


def test_a_week_is_covered_without_a_class_missed(free: Run) -> None:
    """Students first, leaders for the rest; nobody has class, is in two places, or passes 8 hours."""
    found = free(*BUILD, *WEEK, "--json").data
    assert (found["wanted"], found["covered"], found["missing"]) == (120, 120, 0)
    assert found["by_students"] == 48
    assert found["by_leaders"] == 72
    assert max(minutes for _no, minutes in weeks_of(found["shifts"])) <= 8 * 60
    own = Counter((one["staff_no"], one["on"], one["start"]) for one in found["shifts"])
    assert set(own.values()) == {1}
    for no in sorted(
        {one["staff_no"] for one in found["shifts"] if one["staff_no"].startswith("024")}
    ):
        days = free("roster", "timetable", "show", no, "--week", "2026-W49", "--json").data["days"]
        for one in (one for one in found["shifts"] if one["staff_no"] == no):
            day = next(day for day in days if day["on"] == one["on"])
            assert any(f["start"] <= one["start"] and one["end"] <= f["end"] for f in day["free"])


def test_a_whole_term_keeps_every_limit(free: Run) -> None:
    """18 weeks: no student above 8 hours a week or 40 a month, and the load is fair in each window."""
    found = free(
        *BUILD, "--from", "2026-09-01", "--to", "2027-01-03", "--json", now="2026-09-01T07:00"
    ).data
    assert found["missing"] == 0
    assert max(minutes for _no, minutes in weeks_of(found["shifts"])) <= 8 * 60
    months = Counter(
        (one["staff_no"], one["on"][:7])
        for one in found["shifts"]
        if one["staff_no"].startswith("024")
    )
    assert max(months.values()) * 210 <= 40 * 60
    served = Counter(one["staff_no"] for one in found["shifts"] if one["how"] == "student")
    for n in range(1, 25, 2):
        pair = (served[f"0240601{n:03d}"], served[f"0240601{n + 1:03d}"])
        assert max(pair) - min(pair) <= 4, pair
    assert not any(
        one["on"].startswith("2026-10-0") and one["on"] < "2026-10-08" for one in found["shifts"]
    )


@pytest.mark.parametrize("substitutes", [False, True])
@pytest.mark.parametrize("leaders", [False, True])
def test_no_other_flow_covers_more(
    free: Run, tmp_path: Path, substitutes: bool, leaders: bool
) -> None:
    """Week by week of the made-up term: as many places as an independent maximum flow fills, all allowed."""
    from hallctl.model import SHANGHAI
    from hallctl.office.hall import Hall
    from hallctl.office.rostering.building import open_slots
    from hallctl.office.rostering.workers import Workers
    from hallctl.rostering import roster_week

    hall = Hall(tmp_path / "hall.db", datetime(2026, 9, 1, 7, tzinfo=SHANGHAI))
    workers = Workers(hall, date(2026, 9, 1), date(2027, 1, 3), leaders=leaders)
    for monday in (date(2026, 9, 7), date(2026, 9, 28), date(2026, 10, 26), date(2026, 11, 30)):
        slots = list(open_slots(hall, workers, monday, monday + timedelta(days=6)))
        team = workers.of_week(monday)
        found = roster_week(slots, team.values(), substitutes=substitutes)
        assert slots
        assert allowed(team, found.duties, substitutes)
        assert len(found.duties) == maximum_flow(slots, team, substitutes)
        workers.plan(found.duties)
    hall.close()


def test_substitutes_cover_more_than_the_own_window(free: Run) -> None:
    """Without leaders, students of other windows fill gaps only where they are allowed to."""
    own = free(*BUILD, *WEEK, "--no-leaders", "--dry-run", "--json").data
    free("policy", "set", "workstudy.week_hours", "14", "--from", "2026-11-01", "--note", "试")
    more = free(*BUILD, *WEEK, "--no-leaders", "--dry-run", "--json").data
    both = free(*BUILD, *WEEK, "--no-leaders", "--substitutes", "--dry-run", "--json").data
    assert own["covered"] < more["covered"] < both["covered"]
    assert (own["by_substitutes"], own["by_leaders"]) == (0, 0)
    assert both["by_substitutes"] > 0


def test_every_gap_says_why(free: Run) -> None:
    """Per candidate: the class, the way, the leave, the other duty, the limit."""
    free("duty", "leave", "0240601001", "--kind", "sick", "--from", "2026-11-30T08:00",
         "--to", "2026-12-05T08:00", "--reason", "发热")  # fmt: skip
    found = free(*BUILD, *WEEK, "--no-leaders", "--dry-run", "--json").data
    gaps = found["gaps"]
    assert (
        sum(one["missing"] for one in gaps)
        == found["missing"]
        == found["wanted"] - found["covered"]
    )
    for one in gaps:
        assert [who["staff_no"][:4] for who in one["candidates"]] == ["0240", "0240"]
    why = {who["why"] for one in gaps for who in one["candidates"]}
    assert {"class", "leave", "week_limit"} <= why
    sick = [w for g in gaps for w in g["candidates"] if w["staff_no"] == "0240601001"]
    assert {(w["why"], w["what"]) for w in sick} == {("leave", "sick")}
    shown = free(*BUILD, *WEEK, "--no-leaders", "--dry-run").out
    assert "hours of the week used up: " in shown


def test_the_way_from_a_class_counts(free: Run, tmp_path: Path) -> None:
    """A class that ends at the shift's start keeps one from it, by the minutes of the way."""
    (tmp_path / "p.csv").write_text(
        "节次,开始,结束,生效日期\n1,07:30,08:30,2026-11-30\n", encoding="utf-8"
    )
    (tmp_path / "0240601001.txt").write_text("早课 星期一 1-1节 1-18周", encoding="utf-8")
    (tmp_path / "0240601002.txt").write_text("全天 星期一 1-8节 1-18周", encoding="utf-8")
    free("term", "periods", "import", "p.csv")
    free(
        "roster", "timetable", "import", "0240601001.txt", "0240601002.txt", "--from", "2026-11-30"
    )
    day = ("--from", "2026-11-30", "--no-leaders", "--dry-run", "--json")

    def gap() -> Any:
        found = free(*BUILD, *day).data["gaps"]
        return [g for g in found if (g["window_no"], g["start"]) == ("W01", "08:30")]

    assert [(w["why"], w["what"]) for w in gap()[0]["candidates"]] == [
        ("travel", "早课"),
        ("class", "全天"),
    ]
    free("policy", "set", "duty.travel_minutes", "0", "--from", "2026-11-01", "--note", "试")
    assert gap() == []


def test_made_up_days_run_another_weekdays_classes(free: Run) -> None:
    """Nobody said whose: a warning. Once it is said, those classes are avoided."""
    build = (*BUILD, "--from", "2026-10-10", "--no-leaders", "--dry-run", "--json")
    before = free(*build, now="2026-10-01T08:00")
    assert before.codes == ["duty.classes_unclear"]
    assert before.data["wanted"] == 24
    assert "class" not in {w["why"] for g in before.data["gaps"] for w in g["candidates"]}
    free(
        "calendar",
        "override",
        "makeup_class",
        "--from",
        "2026-10-10",
        "--as-weekday",
        3,
        now="2026-10-01T08:00",
    )
    after = free(*build, now="2026-10-01T08:00")
    assert after.codes == []
    assert "class" in {w["why"] for g in after.data["gaps"] for w in g["candidates"]}
    assert after.data["covered"] < before.data["covered"]


def test_leaders_with_classes_of_their_own(free: Run, tmp_path: Path) -> None:
    """A leader who teaches is not rostered into the lecture; without a timetable leaders are free."""
    for no in ("T1001", "0240601001", "0240601002"):
        (tmp_path / f"{no}.txt").write_text("讲课 星期一 1-4节 1-18周", encoding="utf-8")
        free("roster", "timetable", "import", f"{no}.txt", "--from", "2026-11-30")
    found = free(*BUILD, "--from", "2026-11-30", "--json").data
    leaders = {
        s["staff_no"] for s in found["shifts"] if s["start"] == "08:30" and s["how"] == "leader"
    }
    assert "T1001" not in leaders
    assert leaders
    gap = next(g for g in found["gaps"] if g["window_no"] == "W01")
    assert [w["why"] for w in gap["candidates"]] == ["class", "class", "class"]


def test_vacations_know_no_work_study_limit(free: Run) -> None:
    """On days of vacation there are no classes and students may serve longer; not so in a plain week."""
    days = ("--from", "2026-12-14", "--to", "2026-12-18")
    free("calendar", "override", "vacation", *days)
    free("calendar", "override", "special_hours", *days, "--hours", "08:30-17:30")
    found = free(*BUILD, *days, "--no-leaders", "--dry-run", "--json").data
    assert (found["wanted"], found["covered"]) == (120, 120)
    assert max(minutes for _no, minutes in weeks_of(found["shifts"])) > 8 * 60


def test_hours_of_a_windows_own(free: Run) -> None:
    """Shifts are cut to them; minutes outside every named shift are places of their own."""
    free("window", "hours", "W06", "--from", "09:00", "--to", "16:00", "--through-noon",
         "--authority", "信息中心", "--on", "2026-11-30")  # fmt: skip
    found = free(*BUILD, "--from", "2026-11-30", "--dry-run", "--json").data
    whole = [*found["shifts"], *found["gaps"]]
    here = sorted((s["start"], s["end"], s.get("shift")) for s in whole if s["window_no"] == "W06")
    assert here == [
        ("09:00", "12:00", "上午"),
        ("12:00", "14:00", None),
        ("14:00", "16:00", "下午"),
    ]


def test_no_timetable_no_duty(free: Run) -> None:
    """Who has no timetable in a term is not rostered: classes that nobody knows cannot be avoided."""
    entries = free("audit", "log", "--json").data
    number = next(e["entry_no"] for e in entries if e["command"] == "roster timetable import")
    free("undo", number)
    found = free(*BUILD, *WEEK, "--no-leaders", "--dry-run", "--json").data
    assert found["covered"] == 0
    assert {w["why"] for g in found["gaps"] for w in g["candidates"]} == {"no_timetable"}


def test_periods_without_times_stop_the_building(free: Run) -> None:
    """Nobody is rostered into a class because its times are not known."""
    number = next(
        e["entry_no"]
        for e in free("audit", "log", "--json").data
        if e["command"] == "term periods import"
    )
    free("undo", number)
    assert free(*BUILD, *WEEK, "--json", code=5).codes == ["timetable.no_times"]


def test_a_draft_is_kept_replaced_and_published(free: Run) -> None:
    """The draft is nobody's duty; the same again is already; a smaller build replaces only its days."""
    free(*BUILD, *WEEK)
    assert free("duty", "list", "--from", "2026-11-30", "--json").data == []
    assert free(*BUILD, *WEEK, "--json").data["already"] is True
    free(*BUILD, "--from", "2026-11-30", "--no-leaders")
    done = free("duty", "publish", "--json").data
    assert (done["version"], done["from_on"], done["to_on"]) == (1, "2026-11-30", "2026-12-04")
    monday = free("duty", "list", "--from", "2026-11-30", "--json").data
    assert 0 < len(monday) < 24
    assert (
        len(free("duty", "list", "--from", "2026-12-01", "--to", "2026-12-04", "--json").data) == 96
    )
    assert free("duty", "publish", "--json").data["already"] is True
    week = free("duty", "list", "--week", "2026-W49", "--json").data
    assert week == free("duty", "list", "--from", "2026-11-30", "--to", "2026-12-06", "--json").data
    assert week == free("duty", "list", "--week", "next", "--json", now="2026-11-25T09:00").data
    free("duty", "list", "--week", "this", "--from", "2026-11-30", code=2)
    free("db", "check")


def test_publishing_some_days_and_undoing_it(free: Run) -> None:
    """The rest stays a draft; undo makes the published ones a draft again; a week is said by its name."""
    free(*BUILD, *WEEK)
    assert (
        free("duty", "publish", "--from", "2026-12-01", "--to", "2026-12-01", "--json").data[
            "shifts"
        ]
        == 24
    )
    free("undo")
    assert free("duty", "list", "--from", "2026-12-01", "--json").data == []
    assert free("duty", "publish", "--week", "2026-W50", "--json").data["already"] is True
    assert free("duty", "publish", "--week", "2026-W49", "--json").data["shifts"] == 120
    free("duty", "publish", "--week", "2026-W49", "--to", "2026-12-01", code=2)
    free("undo")
    assert free("duty", "publish", "--json").data["shifts"] == 120
    assert free("undo", "--dry-run", "--json").data["dry_run"] is True
    build = next(
        e["entry_no"] for e in free("audit", "log", "--json").data if e["command"] == "duty build"
    )
    assert free("undo", build, "--json", code=5).codes[0].startswith("undo.")


def test_building_leaves_published_and_past_shifts(free: Run) -> None:
    """A second build has nothing to do but to fill what leave opened, to the minute."""
    free(*BUILD, *WEEK)
    free("duty", "publish")
    again = free(*BUILD, *WEEK, "--json").data
    assert (again["wanted"], again["shifts"]) == (0, [])
    before = free("duty", "list", *WEEK, "--json").data
    one = next(s for s in before if s["staff_no"] == "0240601001" and s["start"] == "08:30")
    free("duty", "leave", one["staff_no"], "--kind", "personal", "--from", f"{one['on']}T08:30",
         "--to", f"{one['on']}T10:00", "--reason", "面试")  # fmt: skip
    filled = free(*BUILD, *WEEK, "--json").data
    assert [(s["window_no"], s["on"], s["start"], s["end"]) for s in filled["shifts"]] == [
        ("W01", one["on"], "08:30", "10:00")
    ]
    free("duty", "publish")
    assert free("duty", "gaps", *WEEK, "--json").data == []
    late = free(*BUILD, *WEEK, "--json", now="2026-12-02T10:00").data
    assert late["wanted"] == 0
    noon = free(*BUILD, "--from", "2026-12-09", "--dry-run", "--json", now="2026-12-09T12:00").data
    assert {s["start"] for s in noon["shifts"]} == {"14:00"}


def test_a_draft_that_has_become_impossible(free: Run) -> None:
    """Leave or another duty since the build: publishing is refused with the shifts, building again helps."""
    found = free(*BUILD, *WEEK, "--json").data
    one = next(s for s in found["shifts"] if s["how"] == "student")
    free("duty", "leave", one["staff_no"], "--kind", "sick", "--from", f"{one['on']}T08:00",
         "--to", f"{one['on']}T18:00", "--reason", "发热")  # fmt: skip
    ran = free("duty", "publish", "--json", code=5)
    assert ran.codes == ["duty.draft_outdated"]
    free(*BUILD, *WEEK)
    free("duty", "publish")


def test_what_has_begun_is_not_published(free: Run) -> None:
    """Drafted shifts whose time has come are left out, and said so."""
    free(*BUILD, *WEEK)
    ran = free("duty", "publish", "--json", now="2026-11-30T10:00")
    assert ran.data["shifts"] == 108
    assert "duty.draft_past" in ran.codes


def test_only_the_officer_builds_and_publishes(free: Run) -> None:
    """Art. 22: the office makes the roster."""
    for words in ((*BUILD, *WEEK), ("duty", "publish"), ("duty", "demand", "W01", "上午=2"),
                  ("duty", "fix", "0240601001", "--window", "W01", "--weekday", 1, "--shift", "上午")):  # fmt: skip
        ran = free("--actor", "T1001", *words, "--json", code=3)
        assert ran.codes == ["actor.not_the_officer"]


@pytest.mark.parametrize(("words", "code"), [
    (BUILD, "duty.which_days"),
    ((*BUILD, *WEEK, "--week", "2026-W49"), "duty.week_or_days"),
    ((*BUILD, "--from", "2026-12-04", "--to", "2026-12-01"), "duty.bad_range"),
    ((*BUILD, "--from", "2026-12-04", "--to", "2028-12-01"), "duty.bad_range"),
    (("duty", "fix", "0240601001", "--window", "W01"), "duty.fix_what"),
    (("duty", "demand", "W01", "上午=many"), "duty.bad_need"),
    (("duty", "demand", "W01", "上午=21"), "duty.bad_need"),
])  # fmt: skip
def test_words_that_mean_nothing(free: Run, words: tuple[object, ...], code: str) -> None:
    """Refused as usage, with what would be right."""
    assert free(*words, "--json", code=2).codes == [code]


def test_names_that_are_not_there(free: Run) -> None:
    """A shift, a version, a published roster."""
    assert free("duty", "demand", "W01", "夜班=1", "--json", code=4).codes == [
        "duty.unknown_shift_name"
    ]
    fix = ("duty", "fix", "0240601001", "--window", "W01", "--weekday", 1, "--shift", "夜班")
    assert free(*fix, "--json", code=4).codes == ["duty.unknown_shift_name"]
    assert free("duty", "versions", 7, "--json", code=4).codes == ["duty.no_version"]
    assert free("duty", "export", "--week", "2026-W49", "--json", code=4).codes == [
        "duty.nothing_published"
    ]
    assert (
        free(*BUILD, "--from", "2026-08-01", "--json", code=3).json["errors"][0]["article"] == "36"
    )


def test_demand_by_window_and_shift(free: Run) -> None:
    """Two people in the morning from a day on; none in the afternoon; one everywhere else."""
    said = free("duty", "demand", "W01", "上午=2", "下午=0", "--on", "2026-12-01", "--json").data
    assert [(one["shift"], one["need"]) for one in said] == [("上午", 2), ("下午", 0)]
    again = free("duty", "demand", "W01", "上午=2", "--on", "2026-12-02", "--json").data
    assert again[0]["already"] is True
    found = free(*BUILD, *WEEK, "--json").data
    here = Counter((s["on"], s["shift"]) for s in found["shifts"] if s["window_no"] == "W01")
    gaps = Counter((g["on"], g["shift"]) for g in found["gaps"] if g["window_no"] == "W01")
    both = here + gaps
    assert both["2026-11-30", "上午"] == 1
    assert [both[f"2026-12-0{n}", "上午"] for n in range(1, 5)] == [2] * 4
    assert [both[f"2026-12-0{n}", "下午"] for n in range(1, 5)] == [0] * 4
    listed = free("duty", "demand", "--json").data
    assert [(one["shift"], one["need"], one["from_on"]) for one in listed] == [
        ("上午", 2, "2026-12-01"), ("下午", 0, "2026-12-01"),
    ]  # fmt: skip


def test_fixed_duties(free: Run) -> None:
    """The same shift each week, kept by the build; one that class forbids is said; --to ends it."""
    words = ("duty", "fix", "0240601009", "--window", "W05", "--weekday", 5, "--shift", "上午")
    free(*words, "--from", "2026-11-30")
    assert free(*words, "--from", "2026-11-30", "--json").data["already"] is True
    other = ("duty", "fix", "0240601009", "--window", "W01", "--weekday", 5, "--shift", "上午")
    assert free(*other, "--from", "2026-12-01", "--json", code=5).codes == ["duty.fixed_elsewhere"]
    built = free(*BUILD, "--from", "2026-11-30", "--to", "2026-12-11", "--json")
    kept = [
        s["on"]
        for s in built.data["shifts"]
        if (s["staff_no"], s["weekday"], s["shift"]) == ("0240601009", 5, "上午")
    ]
    told = [n["message"] for n in built.json["warnings"] if n["code"] == "duty.fixed_not_kept"]
    assert len(kept) + len(told) == 2
    ended = free(*words, "--from", "2026-12-01", "--to", "2026-12-04", "--json").data
    assert (ended["from_on"], ended["to_on"]) == ("2026-11-30", "2026-12-04")
    assert len(free("duty", "fix", "--json").data) == 1
    assert free("duty", "fix", "--from", "2026-12-05", "--json").data == []


def test_versions_and_changes(free: Run) -> None:
    """Each publication is a version; swaps, additions and withdrawals since are listed against it."""
    free(*BUILD, *WEEK)
    free("duty", "publish")
    shifts = free("duty", "list", *WEEK, "--json").data
    one = next(s for s in shifts if s["staff_no"] == "0240601005" and s["start"] == "14:00")
    busy = {(s["staff_no"], s["on"], s["start"]) for s in shifts}
    taker = next(
        f"T10{n:02d}" for n in range(1, 13) if (f"T10{n:02d}", one["on"], "14:00") not in busy
    )
    assert free("duty", "versions", "--json").data[0]["changes"] == 0
    free("duty", "swap", "0240601005", taker, "--shift", f"{one['on']}T14:30", "--reason", "补考")
    rows = free("duty", "versions", 1, "--json").data
    assert [(r["change"], r["staff_no"], r["to_no"], r["on"]) for r in rows] == [
        ("swapped", "0240601005", taker, one["on"])
    ]
    assert free("duty", "versions", "--json").data[0]["changes"] == 1
    (Path.cwd() / "x.csv").write_text(
        f"日期,班次,窗口,学号\n{one['on']},上午,W01,T1005\n", encoding="utf-8"
    )
    day = [s for s in shifts if s["on"] == one["on"]]
    added = 0 if any(s["staff_no"] == "T1005" and s["start"] == "08:30" for s in day) else 1
    if added:
        free("duty", "import", "x.csv")
    assert free("duty", "versions", "--json").data[0]["changes"] == 1 + added


def test_the_roster_on_the_wall(free: Run, tmp_path: Path) -> None:
    """A sheet for the hall and one for each window, one landscape page each, with marks for changes."""
    free(*BUILD, *WEEK)
    free("duty", "publish")
    shifts = free("duty", "list", *WEEK, "--json").data
    one = next(s for s in shifts if s["staff_no"] == "0240601005" and s["start"] == "14:00")
    busy = {(s["staff_no"], s["on"], s["start"]) for s in shifts}
    taker = next(
        f"T10{n:02d}" for n in range(1, 13) if (f"T10{n:02d}", one["on"], "14:00") not in busy
    )
    free("duty", "swap", "0240601005", taker, "--shift", f"{one['on']}T14:30", "--reason", "补考")
    found = free("duty", "export", "--week", "2026-W49", "--out", "wall.xlsx", "--json").data
    assert (found["shifts"], found["from_on"]) == (120, "2026-11-30")
    book = load_workbook(tmp_path / "wall.xlsx")
    assert book.sheetnames == ["大厅", *(f"W{n:02d}" for n in range(1, 13))]
    hall = book["大厅"]
    assert (hall.page_setup.orientation, hall.page_setup.fitToHeight) == ("landscape", 1)
    texts = [str(cell.value) for row in hall.iter_rows() for cell in row if cell.value]
    assert any("第14教学周" in text for text in texts)
    assert any("199-0000-0102" in text for text in texts)
    names = {s["staff_no"]: s["name"] for s in shifts}
    leader = next(
        r["name"] for r in free("roster", "list", "--all", "--json").data if r["staff_no"] == taker
    )
    assert any(text == f"▲{leader}" for text in texts)
    assert any(f"{names['0240601005']}换{leader}" in text for text in texts)
    free("duty", "export", "--week", "2026-W49", "--window", "W03", "--out", "one.xlsx")
    assert load_workbook(tmp_path / "one.xlsx").sheetnames == ["W03"]
    again = (tmp_path / "wall.xlsx").read_bytes()
    free("duty", "export", "--week", "2026-W49", "--out", "wall.xlsx")
    assert (tmp_path / "wall.xlsx").read_bytes() == again
    free("duty", "export", "--week", "2026-W49", "--out", "dry.xlsx", "--dry-run")
    assert not (tmp_path / "dry.xlsx").exists()


def events(path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_calendars_for_phones(free: Run, tmp_path: Path) -> None:
    """Stable names, UTC times, a higher sequence on change, cancelled for the giver, new for the taker."""
    free(*BUILD, *WEEK)
    free("duty", "publish")
    free("duty", "export", "--week", "2026-W49", "--ics", "ics")
    shifts = free("duty", "list", *WEEK, "--staff", "0240601005", "--json").data
    before = events(tmp_path / "ics" / "0240601005.ics")
    wanted = [(f"{s['on']} {s['start']}", f"{s['on']} {s['end']}") for s in shifts]
    zone = timedelta(hours=8)
    told = [
        (f"{e['DTSTART'].dt + zone:%Y-%m-%d %H:%M}", f"{e['DTEND'].dt + zone:%Y-%m-%d %H:%M}")
        for e in before
    ]
    assert told == wanted
    assert {str(e["DTSTART"].to_ical()[-1:]) for e in before} == {"b'Z'"}
    raw = (tmp_path / "ics" / "0240601005.ics").read_bytes()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    one = next(s for s in shifts if s["start"] == "14:00")
    busy = {
        (s["staff_no"], s["on"], s["start"]) for s in free("duty", "list", *WEEK, "--json").data
    }
    taker = next(
        f"T10{n:02d}" for n in range(1, 13) if (f"T10{n:02d}", one["on"], "14:00") not in busy
    )
    free("duty", "swap", "0240601005", taker, "--shift", f"{one['on']}T14:30", "--reason", "补考",
         now="2026-11-29T12:00")  # fmt: skip
    free("duty", "export", "--week", "2026-W49", "--ics", "ics")
    after = events(tmp_path / "ics" / "0240601005.ics")
    assert [e["UID"] for e in after] == [e["UID"] for e in before]
    given = next(
        e for e in after if f"{e['DTSTART'].dt + zone:%Y-%m-%d %H:%M}" == f"{one['on']} 14:00"
    )
    assert (str(given["STATUS"]), int(given["SEQUENCE"])) == ("CANCELLED", 1)
    assert given["DTSTAMP"].dt.isoformat() == "2026-11-29T04:00:00+00:00"
    others = [e for e in after if e is not given]
    assert {(str(e["STATUS"]), int(e["SEQUENCE"])) for e in others} == {("CONFIRMED", 0)}
    taken = [
        e
        for e in events(tmp_path / "ics" / f"{taker}.ics")
        if e["DTSTART"].dt == given["DTSTART"].dt
    ]
    assert [str(e["STATUS"]) for e in taken] == ["CONFIRMED"]
    free("undo")
    free("duty", "export", "--week", "2026-W49", "--ics", "ics")
    back = {e["UID"]: e for e in events(tmp_path / "ics" / "0240601005.ics")}[given["UID"]]
    assert (str(back["STATUS"]), int(back["SEQUENCE"])) == ("CONFIRMED", 2)
    raw = (tmp_path / "ics" / "0240601005.ics").read_bytes()
    free("duty", "export", "--week", "2026-W49", "--ics", "ics")
    assert (tmp_path / "ics" / "0240601005.ics").read_bytes() == raw


def test_gaps_as_rostered(free: Run) -> None:
    """Quiet and 0 when every open minute is covered; exit 8 with the minutes that leave opens."""
    empty = free("duty", "gaps", "--on", "2026-11-30", "--json", code=8).data
    assert len(empty) == 24
    assert {(g["why"], g["minutes"]) for g in empty} == {("nobody", 210)}
    free(*BUILD, *WEEK)
    free("duty", "publish")
    ran = free("duty", "gaps", "--week", "2026-W49")
    assert ran.out == ""
    one = next(
        s
        for s in free("duty", "list", *WEEK, "--staff", "0240601001", "--json").data
        if s["start"] == "08:30"
    )
    free("duty", "leave", "0240601001", "--kind", "sick", "--from", f"{one['on']}T09:00",
         "--to", f"{one['on']}T10:30", "--reason", "发热")  # fmt: skip
    found = free("duty", "gaps", "--week", "2026-W49", "--json", code=8).data
    assert [
        (g["window_no"], g["on"], g["start"], g["end"], g["minutes"], g["why"], g["names"])
        for g in found
    ] == [("W01", one["on"], "09:00", "10:30", 90, "leave", [one["name"]])]
    assert "on leave" in free("duty", "gaps", "--week", "2026-W49", code=8).out


def test_gaps_as_they_were(free: Run) -> None:
    """By the punches: late, early and absent leave minutes; what is yet to come is no gap."""
    free(*BUILD, *WEEK, "--leaders")
    free("duty", "publish")
    for one in free("duty", "list", "--from", "2026-11-30", "--json").data:
        if one["window_no"] == "W01":
            if one["start"] == "08:30":
                free("signin", one["staff_no"], "--at", "2026-11-30T08:37", now="2026-11-30T20:00")
                free("signout", one["staff_no"], "--at", "2026-11-30T11:50", now="2026-11-30T20:00")
        else:
            free(
                "signin",
                one["staff_no"],
                "--at",
                f"2026-11-30T{one['start']}",
                now="2026-11-30T20:00",
            )
            free(
                "signout",
                one["staff_no"],
                "--at",
                f"2026-11-30T{one['end']}",
                now="2026-11-30T20:00",
            )
    found = free(
        "duty", "gaps", "--on", "2026-11-30", "--actual", "--json", code=8, now="2026-11-30T20:00"
    ).data
    assert [(g["window_no"], g["start"], g["end"], g["why"]) for g in found] == [
        ("W01", "08:30", "08:37", "late"), ("W01", "11:50", "12:00", "early"), ("W01", "14:00", "17:30", "absent"),
    ]  # fmt: skip
    assert (
        free(
            "duty", "gaps", "--on", "2026-12-03", "--actual", "--json", now="2026-11-30T20:00"
        ).data
        == []
    )


def test_figures_of_coverage(free: Run, tmp_path: Path) -> None:
    """Open and covered minutes per window, for the reports."""
    from hallctl.model import SHANGHAI
    from hallctl.office.coverage import coverage
    from hallctl.office.hall import Hall

    free(*BUILD, "--from", "2026-11-30", "--no-leaders")
    free("duty", "publish")
    day = date(2026, 11, 30)
    hall = Hall(tmp_path / "hall.db", datetime(2026, 11, 29, 9, tzinfo=SHANGHAI))
    found = {one.window_no: one for one in coverage(hall, day, day, actual=False)}
    gaps = Counter(
        g["window_no"] for g in free("duty", "gaps", "--on", "2026-11-30", "--json", code=8).data
    )
    for number, one in found.items():
        assert one.open_minutes == 420
        assert one.covered_minutes == 420 - 210 * gaps[number]
        assert one.coverage_rate == {420: 100.0, 210: 50.0, 0: 0.0}[one.covered_minutes]
    sunday = coverage(hall, date(2026, 11, 29), date(2026, 11, 29), actual=False)
    assert {(one.open_minutes, one.coverage_rate) for one in sunday} == {(0, None)}
    hall.close()


def test_a_week_keeps_the_shifts_of_the_week_before(free: Run) -> None:
    """Where classes are the same, people keep their place (Art. 14)."""
    found = free(*BUILD, "--from", "2026-11-30", "--to", "2026-12-25", "--json").data
    weeks: dict[int, set[tuple[object, ...]]] = {}
    for one in found["shifts"]:
        week = date.fromisoformat(one["on"]).isocalendar()[1]
        weeks.setdefault(week, set()).add(
            (one["staff_no"], one["window_no"], one["weekday"], one["start"])
        )
    for before, after in pairwise(sorted(weeks)):
        assert len(weeks[before] & weeks[after]) > len(weeks[after]) / 3


def test_students_without_a_timetable_are_pointed_out(hall: Run) -> None:
    """Leaders stand everywhere then, and the officer is told why."""
    ran = hall("duty", "build", "--week", "2026-W51", "--json")
    assert "duty.no_timetables" in ran.codes
    message = next(
        one["message"] for one in ran.json["warnings"] if one["code"] == "duty.no_timetables"
    )
    assert "hallctl roster timetable import" in message
