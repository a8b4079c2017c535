"""Working days and settings, from the command line."""

from pathlib import Path

import pytest
from conftest import HALL, Run


def test_day_arithmetic(hall: Run) -> None:
    """Every date with its kind and number; firm means the three dates are one."""
    data = hall("calendar", "due", "--accepted", "2026-09-18", "--days", "5", "--json").data
    assert (data["due_on"], data["status"]) == ("2026-09-24", "firm")
    assert data["earliest"] == data["latest"] == data["due_on"]
    assert data["days"][0] == {"date": "2026-09-19", "kind": "rest"}
    assert data["days"][1] == {"date": "2026-09-20", "kind": "makeup", "n": 1}


def test_day_arithmetic_with_pauses(hall: Run) -> None:
    """Paused days are shown and do not count; a date before the regulation is fine here."""
    words = ("calendar", "due", "--accepted", "2026-11-02", "--days", "5", "--json")
    data = hall(*words, "--pause", "2026-11-04..2026-11-06").data
    assert data["due_on"] == "2026-11-11"
    assert [day["date"] for day in data["days"] if day["kind"] == "paused"] == [
        "2026-11-05",
        "2026-11-06",
    ]
    assert hall(*words, "--pause", "2026-11-04", code=2).codes == ["usage.bad_span"]
    old = hall("calendar", "due", "--accepted", "2018-02-09", "--days", "1", "--json")
    assert old.data["due_on"] == "2018-02-11"


def test_a_provisional_answer(hall: Run) -> None:
    """An interval, until the year is imported."""
    words = ("calendar", "due", "--accepted", "2026-12-25", "--days", "30", "--json")
    data = hall(*words).data
    assert (data["status"], data["earliest"], data["due_on"], data["latest"]) == (
        "provisional", "2027-02-05", "2027-02-12", "2027-02-16")  # fmt: skip
    assert hall(
        "calendar", "due", "--accepted", "2036-12-25", "--days", "30", "--json", code=6
    ).codes == ["calendar.unannounced"]


def test_years_from_files(hall: Run, tmp_path: Path) -> None:
    """An empty year is not announced; a real one makes dates firm; undo makes them provisional again."""
    empty = HALL / "calendar_empty_2027.json"
    assert hall("calendar", "import", empty, "--json", code=6).codes == ["calendar.not_announced"]
    same = hall("calendar", "import", HALL / "calendar_2026_holiday_cn.json", "--json").data
    assert same["already"] is True
    (tmp_path / "y.csv").write_text(
        "date,kind,name,source\n2027-01-01,off,元旦,通知\n2027-01-04,off,元旦,通知\n2027-01-09,work,元旦,通知\n",
        encoding="utf-8",
    )
    assert hall("calendar", "import", "y.csv", "--json").data["added"] == 1
    words = ("calendar", "due", "--accepted", "2026-12-31", "--days", "5", "--json")
    data = hall(*words).data
    assert (data["status"], data["due_on"]) == ("firm", "2027-01-09")
    hall("undo")
    assert hall(*words).data["status"] == "provisional"
    (tmp_path / "bad.csv").write_text(
        "date,kind\n2027-13-01,off\n2027-01-02,maybe\n", encoding="utf-8"
    )
    codes = hall("calendar", "import", "bad.csv", "--json", code=6).codes
    assert codes == ["sheet.bad_date", "sheet.bad_day_kind"]


def test_a_month_day_by_day(hall: Run) -> None:
    """Make-up days and holidays are named; sync again changes nothing."""
    days = {one["on"]: one for one in hall("calendar", "show", "--month", "2026-10", "--json").data}
    assert len(days) == 31
    assert (days["2026-10-01"]["counts"], days["2026-10-01"]["day_kind"], days["2026-10-01"]["name"]) == (
        False, "holiday", "国庆节")  # fmt: skip
    assert days["2026-10-10"]["day_kind"] == "makeup"
    assert hall("calendar", "sync", "--json").data["already"] is True


def test_local_days(hall: Run) -> None:
    """A closure moves due dates and cancels shifts; overlap of one kind and other actors are refused."""
    due = ("calendar", "due", "--accepted", "2026-11-16", "--days", "3", "--json")
    assert hall(*due).data["due_on"] == "2026-11-19"
    words = (
        "calendar",
        "override",
        "closure",
        "--from",
        "2026-11-17",
        "--authority",
        "校办通知",
        "--json",
    )
    assert hall(*words).data["to_on"] == "2026-11-17"
    data = hall(*due).data
    assert (data["due_on"], data["days"][0]["kind"]) == ("2026-11-20", "local")
    assert hall(*words).data["already"] is True
    longer = (
        "calendar",
        "override",
        "closure",
        "--from",
        "2026-11-16",
        "--to",
        "2026-11-18",
        "--json",
    )
    assert hall(*longer, code=5).codes == ["calendar.overlap"]
    assert hall("--actor", "T1001", *longer, code=3).codes == ["actor.not_the_officer"]
    made_up = ("calendar", "override", "makeup_work", "--from", "2026-11-21", "--json")
    hall(*made_up)
    shown = {
        one["on"]: one for one in hall("calendar", "show", "--month", "2026-11", "--json").data
    }
    assert (shown["2026-11-17"]["counts"], shown["2026-11-17"]["name"]) == (False, "校办通知")
    assert shown["2026-11-21"]["day_kind"] == "makeup"
    hall("undo")
    assert not {
        one["on"]: one for one in hall("calendar", "show", "--month", "2026-11", "--json").data
    }["2026-11-21"]["counts"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("strike", "--from", "2026-11-17"), "calendar.unknown_kind"),
        (("closure", "--from", "2026-11-17", "--to", "2026-11-16"), "calendar.bad_override"),
        (("special_hours", "--from", "2026-11-17"), "calendar.bad_override"),
        (
            ("special_hours", "--from", "2026-11-17", "--hours", "16:00-09:00"),
            "calendar.bad_override",
        ),
        (("special_hours", "--from", "2026-11-17", "--hours", "nine"), "calendar.bad_override"),
    ],
)
def test_local_days_that_are_none(hall: Run, words: tuple[str, ...], code: str) -> None:
    """Unknown kinds, days and hours in the wrong order, special hours without hours."""
    assert hall("calendar", "override", *words, "--json", code=2).codes == [code]


def test_settings_are_dated(hall: Run) -> None:
    """A decision counts from its day; earlier facts keep the figure of their day."""
    hall("policy", "set", "limits.promised", "3", "--from", "2026-11-02", "--note", "例会")
    words = ("policy", "show", "limits.promised", "--json", "--on")
    assert hall(*words, "2026-11-01").data["settings"][0]["value"] == 5
    shown = hall(*words, "2026-11-02").data
    assert (
        shown["article"],
        shown["settings"][0]["value"],
        shown["settings"][0]["decided_by"],
    ) == ("27", 3, "A0001")
    assert "promise_for" in shown["rules"]
    opened = (
        "case",
        "open",
        "--item",
        "SX010",
        "--applicant-no",
        "1",
        "--promise-days",
        "4",
        "--json",
        "--at",
    )
    assert hall(*opened, "2026-10-30T09:00").data["promise_days"] == 4
    assert hall(*opened, "2026-11-02T09:00", code=3).codes == ["case.promise_over_cap"]
    history = hall("policy", "history", "limits.promised", "--json").data
    assert [(one["value"], one["note"]) for one in history] == [(3, "例会")]
    assert (
        hall("policy", "set", "limits.promised", "3", "--from", "2026-11-02", "--json").data[
            "already"
        ]
        is True
    )


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [
        (("limits.promised", "6"), "policy.above_cap", 3),
        (("limits.promised", "five"), "policy.bad_value", 2),
        (("limits.nothing", "5"), "policy.unknown_name", 2),
        (("limits.promised", "4", "--from", "2026-08-31"), "regulation.not_yet_in_force", 3),
    ],
)
def test_settings_that_are_refused(
    hall: Run, words: tuple[str, ...], code: str, status: int
) -> None:
    """Above the article, of the wrong kind, unknown, before the regulation."""
    assert hall("policy", "set", *words, "--json", code=status).codes == [code]


def test_only_the_officer_decides_settings(hall: Run) -> None:
    """Article 37: the hall interprets, and the decision bears a name."""
    ran = hall("--actor", "T1001", "policy", "set", "limits.promised", "4", "--json", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["actor.not_the_officer"], "37")


def test_every_article_can_be_shown(hall: Run) -> None:
    """All 37, with title and gist, and nothing beyond."""
    for number in range(1, 38):
        data = hall("policy", "show", number, "--json").data
        assert data["title"]
        assert data["gist"]
        assert data["status"] in {"rule", "person", "organisational"}
    assert hall("policy", "show", "38", "--json", code=4).codes == ["policy.unknown"]
    names = [one["name"] for one in hall("policy", "list", "--json").data]
    assert "credit.steps" in names
    assert hall("policy", "history", "nothing", "--json", code=4).codes == ["policy.unknown"]


def test_coverage_maps_all_articles(run: Run) -> None:
    """37 articles in order with rules, steps, commands, tests and who decides; no hall file is needed."""
    found = run("policy", "coverage", "--json").data
    assert [one["article"] for one in found] == [str(n) for n in range(1, 38)]
    by_no = {one["article"]: one for one in found}
    assert "week_score" in by_no["29"]["rules"]
    assert "paused" in by_no["27"]["steps"]
    assert "limits.promised" in by_no["27"]["settings"]
    assert "appraise merit" in by_no["31"]["commands"]
    assert (by_no["31"]["decider"], by_no["30"]["held_by"]) == ("faculty", "person")
    assert "the faculty" in run("policy", "coverage").out
