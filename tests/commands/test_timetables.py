"""Class timetables in every form, class periods, make-up days, and the free hours they leave."""

import random
from pathlib import Path

import pytest
from conftest import EXPECTED, HALL, Run
from openpyxl import Workbook

from fixtures.generate import timetables as made
from fixtures.generate.hall import people
from fixtures.make import SEED

FILES = sorted(HALL.glob("timetable*"))
ONE = ("roster", "timetable", "import")
SHOW = ("roster", "timetable", "show")


@pytest.fixture
def taught(hall: Run) -> Run:
    """The hall with class periods and everybody's timetable."""
    hall("term", "periods", "import", HALL / "class_periods.csv")
    hall(*ONE, *FILES)
    return hall


def grid(path: Path, *rows: list[str | None], title: str = "Sheet1") -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


HEAD = ["节次", "星期一", "星期二", "星期三"]


def test_every_form_says_what_was_made_up(taught: Run) -> None:
    """Grid, list, lines and .ics give each student exactly the classes of the class."""
    wanted = made.timetables(random.Random(SEED + 2))
    for one in people():
        if not one.class_name:
            continue
        found = taught(*SHOW, one.staff_no, "--json").data["classes"]
        assert sorted((c["weekday"], c["course"], c["room"]) for c in found) == sorted(
            (day, course, room) for day, _block, _weeks, course, room in wanted[one.class_name]
        )
        for day, block, weeks, course, _room in wanted[one.class_name]:
            first, last = made.BLOCKS[block]
            clock = f"{made.PERIODS[first][0]}-{made.PERIODS[last][1]}"
            same = [c for c in found if c["course"] == course]
            assert [(c["weekday"], c["periods"] in {f"{first}-{last}", clock}) for c in same] == [
                (day, True)
            ]
            from hallctl.sheets.weeks import compact

            assert same[0]["weeks"] == compact(weeks)


def test_the_same_files_twice(taught: Run) -> None:
    """Nothing changes; the counts are those that were made up."""
    found = taught(*ONE, *FILES, "--json").data
    assert found["already"] is True
    assert found["unchanged"] == sum(EXPECTED["timetables"].values())
    assert (
        taught("term", "periods", "import", HALL / "class_periods.csv", "--json").data["already"]
        is True
    )


def test_summer_and_winter(taught: Run, tmp_path: Path) -> None:
    """The same class begins at another time in winter, and the way to the hall is part of it."""
    (tmp_path / "0240601001.txt").write_text("体育 星期一 5-6节 1-18周", encoding="utf-8")
    taught(*ONE, "0240601001.txt", "--from", "2026-08-31")
    summer = taught(*SHOW, "0240601001", "--week", "2", "--json").data["days"][0]
    winter = taught(*SHOW, "0240601001", "--week", "2026-W49", "--json").data["days"][0]
    assert summer["classes"] == [{"start": "14:30", "end": "16:10", "course": "体育"}]
    assert winter["classes"] == [{"start": "14:00", "end": "15:40", "course": "体育"}]
    assert winter["free"] == [
        {"start": "08:30", "end": "13:45"},
        {"start": "15:55", "end": "17:30"},
    ]
    assert (summer["week"], winter["week"]) == (2, 14)


def test_a_timetable_of_ones_own_wins_over_the_class(taught: Run, tmp_path: Path) -> None:
    """The class's stays for the others."""
    (tmp_path / "a.txt").write_text("星期五 1-2节 1-18周", encoding="utf-8")
    taught(*ONE, "a.txt", "--staff", "0240601001", "--from", "2026-12-01")
    own = taught(*SHOW, "0240601001", "--week", "14", "--json").data
    assert "class_name" not in own
    assert [len(day["classes"]) for day in own["days"]][4] == 1
    assert taught(*SHOW, "0240601013", "--json").data["class_name"] == "航空2401班"


def test_a_new_timetable_supersedes_from_a_day(taught: Run, tmp_path: Path) -> None:
    """Days before it keep the old one; undo brings the old one back."""
    (tmp_path / "new.txt").write_text("实习 星期一 1-8节 1-18周", encoding="utf-8")
    before = taught(*SHOW, "0240601001", "--week", "14", "--json").data["days"]
    found = taught(*ONE, "new.txt", "--class", "航空2401班", "--from", "2026-12-01", "--json").data
    assert (found["added"], found["changed"]) == (0, 1)
    mixed = taught(*SHOW, "0240601001", "--week", "14", "--json").data["days"]
    assert mixed[0] == before[0]
    assert all(not day["classes"] for day in mixed[1:])
    monday = taught(*SHOW, "0240601001", "--week", "15", "--json").data["days"][0]
    assert [one["course"] for one in monday["classes"]] == ["实习"]
    taught("undo")
    assert taught(*SHOW, "0240601001", "--week", "14", "--json").data["days"] == before
    taught("db", "check")


def test_made_up_classes_run_another_weekday(taught: Run) -> None:
    """--as-weekday and --as-week say whose classes; holidays have none."""
    args = ("calendar", "override", "makeup_class", "--from", "2026-12-05", "--as-weekday", 5)
    taught(*args, "--as-week", 13, "--authority", "教务处")
    days = taught(*SHOW, "0240601001", "--week", "14", "--json").data["days"]
    friday = taught(*SHOW, "0240601001", "--week", "13", "--json").data["days"][4]
    assert friday["classes"]
    assert days[5]["classes"] == friday["classes"]
    assert (days[5]["as_weekday"], days[5]["week"], days[6]["classes"]) == (5, 13, [])
    national = taught(*SHOW, "0240601001", "--week", "2026-W40", "--json").data["days"]
    assert [day.get("week") for day in national] == [5, 5, 5, None, None, None, None]
    again = taught(*args, "--as-week", 13, "--authority", "教务处", "--json").data
    assert again["already"] is True


@pytest.mark.parametrize("words", [
    ("makeup_work", "--as-weekday", 5), ("closure", "--as-week", 3),
])  # fmt: skip
def test_only_made_up_classes_have_a_weekday(hall: Run, words: tuple[object, ...]) -> None:
    """Other rows say nothing about classes."""
    ran = hall(
        "calendar", "override", words[0], "--from", "2026-12-05", *words[1:], "--json", code=2
    )
    assert ran.codes == ["calendar.only_makeup_class"]


def test_a_holiday_of_the_college_has_no_classes_a_closed_hall_does(taught: Run) -> None:
    """A closure is the hall's alone."""
    for kind, day in (
        ("holiday", "2026-12-02"),
        ("closure", "2026-12-03"),
        ("vacation", "2026-12-04"),
    ):
        taught("calendar", "override", kind, "--from", day)
    days = taught(*SHOW, "0240601004", "--week", "14", "--json").data["days"]
    assert [bool(day["classes"]) for day in days[2:5]] == [False, True, False]


def test_all_bad_cells_at_once(hall: Run, tmp_path: Path) -> None:
    """Weeks that cannot be meant, cells without periods, unknown owners: all told, nothing written."""
    grid(tmp_path / "0240601001.xlsx", HEAD, ["第1-2节", "高数 17-5周", "英语 1-16周", None],
         [None, None, None, "体育 1-8周"])  # fmt: skip
    (tmp_path / "x.txt").write_text("星期八 1-2节 1-16周\n", encoding="utf-8")
    ran = hall(*ONE, "0240601001.xlsx", "x.txt", "--json", code=6)
    rows = [(e["code"], e["row"]) for e in ran.json["errors"]]
    assert rows == [
        ("timetable.bad_weeks", 2), ("timetable.no_periods_named", 3), ("timetable.bad_line", 1),
        ("timetable.unknown_owner", 1),
    ]  # fmt: skip
    assert hall(*SHOW, "0240601001", "--json", code=4).codes == ["timetable.none"]


def test_half_a_timetable_is_left_out_whole(hall: Run, tmp_path: Path) -> None:
    """With --skip-bad somebody with a bad cell keeps no timetable: the missing class would look free."""
    grid(tmp_path / "0240601001.xlsx", HEAD, ["第1-2节", "高数 17-5周", "英语 1-16周", None])
    grid(tmp_path / "0240601002.xlsx", HEAD, ["第1-2节", "高数 1-5周", None, None])
    found = hall(*ONE, "0240601001.xlsx", "0240601002.xlsx", "--skip-bad", "--json").data
    assert (found["added"], found["rejected"]) == (1, 1)
    hall(*SHOW, "0240601001", code=4)


def test_a_cell_may_name_no_weeks(hall: Run, tmp_path: Path) -> None:
    """It is taken for every week, and said so; merged cells over two periods are one class."""
    path = grid(
        tmp_path / "0240601001.xlsx",
        HEAD,
        ["第1节", "自习", None, None],
        ["第2节", "自习", None, None],
    )
    ran = hall(*ONE, path, "--json")
    assert "timetable.every_week" in ran.codes
    assert hall(*SHOW, "0240601001", "--json").data["classes"] == [
        {"weekday": 1, "periods": "1-2", "weeks": "1-18", "course": "自习", "room": ""}
    ]


def test_a_cell_may_say_that_there_is_no_class(hall: Run, tmp_path: Path) -> None:
    """A dash or 无 is no class; a timetable without any class is one: free all week."""
    grid(tmp_path / "0240601001.xlsx", HEAD, ["第1-2节", "无", "—", "/"])
    assert hall(*ONE, "0240601001.xlsx", "--json").data["added"] == 1
    assert hall(*SHOW, "0240601001", "--json").data["classes"] == []


def test_between_terms_the_next_is_shown(taught: Run) -> None:
    """In August the timetable of September is what one asks for."""
    assert (
        taught(*SHOW, "0240601001", "--json", now="2026-08-20T09:00").data["term"] == "2026-2027-1"
    )


def test_several_courses_in_one_cell(hall: Run, tmp_path: Path) -> None:
    """Each has its weeks, its room and, where it says so, its own periods."""
    cell = "英语 1-8周 A1\n物理 9-16周(双)[3-4节] B2"
    grid(tmp_path / "0240601001.xlsx", HEAD, ["第1-2节", cell, None, None])
    hall(*ONE, "0240601001.xlsx")
    found = hall(*SHOW, "0240601001", "--json").data["classes"]
    assert [(c["course"], c["periods"], c["weeks"]) for c in found] == [
        ("英语", "1-2", "1-8"), ("物理", "3-4", "10,12,14,16"),
    ]  # fmt: skip


def test_periods_must_have_times(hall: Run, tmp_path: Path) -> None:
    """A class in periods without times is shown with a warning: nobody knows when it is."""
    (tmp_path / "0240601001.txt").write_text("星期一 1-2节 1-18周", encoding="utf-8")
    hall(*ONE, "0240601001.txt")
    assert "timetable.no_times" in hall(*SHOW, "0240601001", "--week", "14", "--json").codes
    (tmp_path / "p.csv").write_text(
        "节次,开始,结束\n1,09:00,08:00\n二十五,08:00,09:00\n", encoding="utf-8"
    )
    codes = [
        e["code"]
        for e in hall("term", "periods", "import", "p.csv", "--json", code=6).json["errors"]
    ]
    assert codes == ["timetable.backwards", "timetable.bad_period"]


def test_a_changed_period(taught: Run, tmp_path: Path) -> None:
    """The same period from the same day with another time is a change; the list shows what counts."""
    (tmp_path / "p.csv").write_text(
        "节次,开始,结束,生效日期\n1,08:00,08:45,2026-10-01\n", encoding="utf-8"
    )
    assert taught("term", "periods", "import", "p.csv", "--json").data["changed"] == 1
    rows = taught("term", "periods", "list", "--json").data
    assert [row["start"] for row in rows if row["period"] == 1] == ["08:20", "08:00"]
    taught("undo")
    rows = taught("term", "periods", "list", "--json").data
    assert [row["start"] for row in rows if row["period"] == 1] == ["08:20", "08:20"]


ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
SUMMARY:英语
DTSTART;TZID=Asia/Shanghai:20260901T082000
DTEND;TZID=Asia/Shanghai:20260901T095500
RRULE:FREQ=WEEKLY;COUNT=6
EXDATE;TZID=Asia/Shanghai:20260908T082000
END:VEVENT
BEGIN:VEVENT
UID:1
RECURRENCE-ID;TZID=Asia/Shanghai:20260915T082000
SUMMARY:英语
DTSTART;TZID=Asia/Shanghai:20260917T100000
DTEND;TZID=Asia/Shanghai:20260917T113000
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:物理
DTSTART:20260902T230000Z
DURATION:PT90M
RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260930T230000Z
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:校庆
DTSTART;VALUE=DATE:20260910
END:VEVENT
BEGIN:VEVENT
UID:4
SUMMARY:取消的课
STATUS:CANCELLED
DTSTART:20260903T010000Z
DTEND:20260903T020000Z
END:VEVENT
BEGIN:VEVENT
UID:5
SUMMARY:上学期
DTSTART:20260303T010000Z
DTEND:20260303T020000Z
RRULE:FREQ=WEEKLY;COUNT=10
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_file_is_counted_out(hall: Run, tmp_path: Path) -> None:
    """Exceptions, moved lectures, UTC and durations; whole days, cancelled and other terms' events are none."""
    (tmp_path / "0240601001.ics").write_text(ICS, encoding="utf-8")
    ran = hall(*ONE, "0240601001.ics", "--json")
    assert ran.codes == ["timetable.whole_day"]
    found = hall(*SHOW, "0240601001", "--json").data["classes"]
    assert [(c["course"], c["weekday"], c["periods"], c["weeks"]) for c in found] == [
        ("英语", 2, "08:20-09:55", "1,4-6"),
        ("物理", 4, "07:00-08:30", "1,3,5"),
        ("英语", 4, "10:00-11:30", "3"),
    ]


@pytest.mark.parametrize(("old", "new", "code"), [
    ("BEGIN:VCALENDAR", "nothing", "timetable.bad_ics"),
    ("FREQ=WEEKLY;COUNT=6", "FREQ=SECONDLY", "imports.bad_rows"),
    ("DTSTART:20260902T230000Z\n", "", "imports.bad_rows"),
])  # fmt: skip
def test_a_damaged_calendar_file(hall: Run, tmp_path: Path, old: str, new: str, code: str) -> None:
    """It is refused with its event, nothing is written."""
    (tmp_path / "0240601001.ics").write_text(ICS.replace(old, new), encoding="utf-8")
    ran = hall(*ONE, "0240601001.ics", "--json", code=6)
    assert [e["code"] for e in ran.json["errors"]] == [
        "timetable.bad_event" if code == "imports.bad_rows" else code
    ]


def test_words_that_lead_nowhere(hall: Run, tmp_path: Path) -> None:
    """A term, a week or an owner that is not there; a file that is no timetable."""
    (tmp_path / "a.txt").write_text("星期五 1-2节 1-18周", encoding="utf-8")
    (tmp_path / "b.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    both = (*ONE, "a.txt", "--staff", "0240601001", "--class", "航空2401班")
    assert hall(*both, "--json", code=2).codes == ["timetable.whose"]
    assert hall(*ONE, "a.txt", "--term", "2027-2028-1", "--json", code=4).codes == [
        "timetable.no_term"
    ]
    assert hall(*ONE, "b.csv", "--json", code=6).codes == ["timetable.no_form"]
    assert hall(*ONE, "c.txt", "--json", code=6).codes == ["sheet.missing_file"]
    assert hall(*ONE, "c.ics", "--json", code=6).codes == ["sheet.missing_file"]
    hall(*ONE, "a.txt", "--staff", "0240601001")
    assert hall(*SHOW, "0240601001", "--week", "19", "--json", code=4).codes == [
        "timetable.no_week"
    ]
    assert hall(*SHOW, "0240601001", "--week", "0", "--json", code=4).codes == ["timetable.no_week"]


def test_what_people_see(taught: Run) -> None:
    """A grid of the term, and the days of a week with the free hours."""
    shown = taught(*SHOW, "0240601001").out
    assert "航空2401班" in shown
    assert "1-2" in shown
    week = taught(*SHOW, "0240601001", "--week", "14").out
    assert "2026-12-04" in week
    assert "08:30-17:30" in week
