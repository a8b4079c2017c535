"""Making the hall file, and what only the college knows."""

import sqlite3
import stat
from pathlib import Path

import pytest
from conftest import Run

INIT = ("init", "--effective-from", "2026-09-01", "--json")


def test_init_makes_a_private_file_with_the_national_calendar(run: Run, tmp_path: Path) -> None:
    """Nothing but the first day is required; the file is the owner's alone and knows 2026."""
    data = run(*INIT).data
    assert (data["effective_from"], data["noon"], data["years"] >= 20) == (
        "2026-09-01",
        "straight",
        True,
    )
    assert stat.S_IMODE((tmp_path / "hall.db").stat().st_mode) == 0o600
    assert (
        run("calendar", "due", "--accepted", "2026-09-30", "--days", "5", "--json").data["due_on"]
        == "2026-10-13"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["hall.db"]


def test_init_again(run: Run) -> None:
    """The same facts again are fine, other facts are a conflict."""
    run(*INIT, "--college", "甲学院")
    assert run(*INIT).data["already"]
    assert run(*INIT, "--college", "甲学院").data["already"]
    assert run(*INIT, "--college", "乙学院", code=5).codes == ["init.other_facts"]
    assert run("init", "--effective-from", "2026-09-02", "--json", code=5).codes == [
        "init.other_facts"
    ]


def test_init_on_something_else(run: Run, tmp_path: Path) -> None:
    """A file that is no hall file is never touched."""
    other = tmp_path / "hall.db"
    other.write_text("学期总结")
    assert run(*INIT, code=7).codes == ["hall_file.not_a_hall_file"]
    assert other.read_text() == "学期总结"


def test_a_dry_init_leaves_nothing(run: Run, tmp_path: Path) -> None:
    """The real act, rolled back."""
    assert run(*INIT, "--dry-run").json["dry_run"] is True
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words", [("status",), ("signin", "1"), ("case", "list"), ("report", "monthly")]
)
def test_without_a_hall_file(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    """Every command says how to make one, and none makes an empty one."""
    ran = run(*words, "--json", code=7)
    assert ran.codes == ["hall_file.missing"]
    assert "hallctl init" in ran.json["errors"][0]["message"]
    assert not (tmp_path / "hall.db").exists()


def test_another_sqlite_file_is_not_a_hall_file(run: Run, tmp_path: Path) -> None:
    """SQLite alone is not enough: the file carries our mark."""
    sqlite3.connect(tmp_path / "hall.db").execute("CREATE TABLE t (x)").connection.close()
    assert run("status", "--json", code=7).codes == ["hall_file.not_a_hall_file"]


def test_a_newer_schema_is_left_alone(run: Run, tmp_path: Path) -> None:
    """A file of a later hallctl is not guessed at."""
    run(*INIT)
    db = sqlite3.connect(tmp_path / "hall.db")
    db.execute("PRAGMA user_version = 99")
    db.close()
    assert run("status", "--json", code=7).codes == ["hall_file.newer"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("2026-2027-3", "--week1", "2026-08-31", "--weeks", "18"), "term.bad_name"),
        (("2026-2028-1", "--week1", "2026-08-31", "--weeks", "18"), "term.bad_name"),
        (("2026-2027-1", "--week1", "2026-09-01", "--weeks", "18"), "term.not_a_monday"),
        (("2026-2027-1", "--week1", "2026-08-31", "--weeks", "0"), "term.bad_weeks"),
        (("2026-2027-1", "--week1", "tomorrow week", "--weeks", "18"), "usage.bad_day"),
    ],
)
def test_terms_that_are_none(run: Run, words: tuple[str, ...], code: str) -> None:
    """A term is named by two years and begins on a Monday."""
    run(*INIT)
    assert run("term", "add", *words, "--json", code=2).codes == [code]


def test_terms(hall: Run) -> None:
    """Added once, again is fine, an overlap is a conflict."""
    same = ("term", "add", "2026-2027-1", "--week1", "2026-08-31", "--weeks", "18", "--json")
    assert hall(*same).data["already"]
    other = ("term", "add", "2026-2027-2", "--week1", "2026-12-28", "--weeks", "18", "--json")
    assert hall(*other, code=5).codes == ["term.other_facts"]
    hall("term", "add", "2026-2027-2", "--week1", "20270301", "--weeks", "18")
    listed = hall("term", "list", "--json").data
    assert [(one["term"], one["last_on"]) for one in listed] == [
        ("2026-2027-1", "2027-01-03"),
        ("2026-2027-2", "2027-07-04"),
    ]


def test_where_the_hall_file_lives(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--db, then HALLCTL_DB, then the user's hallctl.toml, then the data folder."""
    from hallctl import config

    home = tmp_path / "config"
    (home / "hallctl").mkdir(parents=True)
    environ = {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(tmp_path / "data")}
    assert config.hall_path(None, environ).source == "default"
    (home / "hallctl" / "hallctl.toml").write_text('db = "mine.db"\n')
    assert config.hall_path(None, environ).value.endswith("config/hallctl/mine.db")
    assert config.hall_path(None, {**environ, "HALLCTL_DB": "/e.db"}) == ("/e.db", "HALLCTL_DB")
    assert config.hall_path("/o.db", {**environ, "HALLCTL_DB": "/e.db"}) == ("/o.db", "--db")
    assert run("db", "where", "--json").data["source"] == "--db"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "zh_CN"), ({"LANG": "C.UTF-8"}, "zh_CN"), ({"LANG": "en_GB.UTF-8"}, "en"), ({"LANG": "fr_FR"}, "zh_CN"),
        ({"LANG": "en_GB", "LC_ALL": "zh_CN.UTF-8"}, "zh_CN"), ({"LANG": "zh_CN", "HALLCTL_LANG": "en"}, "en"),
    ],
)  # fmt: skip
def test_the_language(environ: dict[str, str], language: str, tmp_path: Path) -> None:
    """HALLCTL_LANG, then hallctl.toml beside the hall file, then the locale, then Chinese."""
    from hallctl import config

    environ = {**environ, "XDG_CONFIG_HOME": str(tmp_path)}
    assert config.language(tmp_path / "hall.db", environ).value == language
    (tmp_path / "hallctl.toml").write_text('lang = "en"\n')
    expected = environ.get("HALLCTL_LANG") or "en"
    assert config.language(tmp_path / "hall.db", environ).value == expected
