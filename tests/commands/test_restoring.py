"""``db restore``: a backup takes the file's place in one step; what was there is kept."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Run, call

from hallctl.store import restoring

LATER = "2026-12-02T10:00"


@pytest.fixture
def backed(hall: Run, tmp_path: Path) -> Run:
    """A hall with a backup, and two acts since then."""
    hall("db", "backup", tmp_path / "b.db")
    hall("tally", "W01", "visit=3", "--on", "2026-12-01", now="2026-12-01T11:00")
    hall("tally", "W01", "visit=4", "--on", "2026-12-01", now="2026-12-01T17:00")
    return hall


def restored(run: Run, file: str = "b.db", *words: object, **more: Any) -> Any:
    return run("db", "restore", file, *words, "--json", now=LATER, **more)


def test_the_backup_stands_and_the_old_file_lies_beside_it(backed: Run, tmp_path: Path) -> None:
    """What is lost is counted and dated; both files are whole, and both can be read."""
    before = (tmp_path / "hall.db").read_bytes()
    found = restored(backed).data
    assert (found["lost"], found["gained"]) == (2, 0)
    assert found["lost_from_at"] == "2026-12-01T11:00:00+08:00"
    assert found["lost_to_at"] == "2026-12-01T17:00:00+08:00"
    aside = Path(found["aside"])
    assert (aside.name, aside.read_bytes()) == ("hall-20261202-100000-replaced.db", before)
    assert backed("tally", "list", "--json").data == []
    assert backed("db", "check").out == ""
    assert call(aside, "audit", "log", "--json").data[-1]["command"] == "tally"
    assert (tmp_path / "hall.db").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_it_is_recorded_in_the_file_that_stands_now(backed: Run) -> None:
    """One entry says that a backup took the place, and how much was newer; nothing undoes it."""
    restored(backed)
    entry = backed("audit", "log", "--json", now=LATER).data[-1]
    assert (entry["command"], entry["actor_no"], entry["summary"]) == (
        "db restore",
        "A0001",
        "lost=2",
    )
    ran = backed("undo", str(entry["entry_no"]), "--json", now=LATER, code=5)
    assert ran.codes == ["undo.is_final"]


def test_the_same_again_changes_nothing(backed: Run, tmp_path: Path) -> None:
    """A file that holds what the backup holds, and is whole, stays as it is."""
    restored(backed)
    before = (tmp_path / "hall.db").read_bytes()
    assert restored(backed).data["already"] is True
    assert (tmp_path / "hall.db").read_bytes() == before
    assert len(list(tmp_path.glob("*-replaced*.db"))) == 1


def test_a_trial_says_everything_and_does_nothing(backed: Run, tmp_path: Path) -> None:
    """--dry-run counts what would be lost; no file is made or moved."""
    names, before = sorted(tmp_path.iterdir()), (tmp_path / "hall.db").read_bytes()
    found = restored(backed, "b.db", "--dry-run").data
    assert (found["dry_run"], found["lost"]) == (True, 2)
    assert (sorted(tmp_path.iterdir()), (tmp_path / "hall.db").read_bytes()) == (names, before)


def test_what_only_the_backup_has_is_counted(backed: Run, tmp_path: Path) -> None:
    """After going back and forth, the newer file brings its entries again."""
    aside = Path(restored(backed).data["aside"])
    found = backed("db", "restore", aside, "--json", now="2026-12-02T11:00").data
    assert (found["lost"], found["gained"]) == (0, 2)
    assert [one["command"] for one in backed("audit", "log", "--json").data[-3:]] == [
        "tally",
        "tally",
        "db restore",
    ]


def test_next_steps_are_said(backed: Run) -> None:
    """People read how much is to be entered again, and where to see it."""
    said = backed("db", "restore", "b.db", now=LATER).err
    assert "2 entries are newer than the backup" in said
    assert "replaced.db audit log" in said


def broken(path: Path) -> None:
    """Change a row behind the file's back."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TRIGGER staff_version_is_never_changed")
        db.execute("UPDATE staff_version SET name = 'x' WHERE id = 1")
        db.commit()


def old(path: Path) -> None:
    """Say that the file is of an earlier schema."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 6")


def cut(path: Path) -> None:
    """Leave half of the file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (broken, "restore.damaged"),
        (old, "restore.older"),
        (cut, "hall_file.damaged"),
        (lambda path: path.write_text("no"), "hall_file.not_a_hall_file"),
    ],
    ids=["a changed row", "an older schema", "half a file", "no hall file"],
)
def test_a_backup_is_looked_through_first(
    backed: Run, tmp_path: Path, spoil: Any, code: str
) -> None:
    """Whatever is wrong with it, nothing was changed, and the message says what to run."""
    spoil(tmp_path / "b.db")
    before = (tmp_path / "hall.db").read_bytes()
    ran = restored(backed, code=7)
    assert ran.codes == [code]
    assert (tmp_path / "hall.db").read_bytes() == before
    if spoil is old:
        assert "b.db db migrate" in ran.json["errors"][0]["message"]


def test_a_file_in_use_is_not_exchanged(backed: Run, tmp_path: Path, monkeypatch: Any) -> None:
    """Another program that writes, or reads, keeps it where it is."""
    monkeypatch.setattr("hallctl.office.hall.BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(tmp_path / "hall.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert restored(backed, code=7).codes == ["restore.busy"]
        other.execute("ROLLBACK")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM entry").fetchone()
        assert restored(backed, code=7).codes == ["restore.busy"]
    restored(backed)


@pytest.mark.parametrize("spoil", [cut, lambda path: path.write_bytes(b"x" * 9000)])
def test_a_damaged_file_is_kept_too(backed: Run, tmp_path: Path, spoil: Any) -> None:
    """Nobody can say what is lost; the old file goes aside as it is."""
    spoil(tmp_path / "hall.db")
    before = (tmp_path / "hall.db").read_bytes()
    found = restored(backed).data
    aside = Path(found["aside"])
    assert "lost" not in found or found["lost"] is None
    assert aside.read_bytes() == before
    assert backed("db", "check").out == ""


def test_without_a_hall_file_the_backup_makes_one(backed: Run, tmp_path: Path) -> None:
    """On a new machine."""
    (tmp_path / "hall.db").unlink()
    found = restored(backed)
    assert "aside" not in found.data
    assert backed("roster", "list", "--json").data != []


def test_a_failure_on_the_way_leaves_the_file(
    backed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the last step the hall file is the old one, and nothing lies about."""
    before = (tmp_path / "hall.db").read_bytes()

    def fail(*_words: object) -> None:
        raise OSError("no more room")

    monkeypatch.setattr(restoring, "exchange", fail)
    assert restored(backed, code=7).codes == ["hall_file.trouble"]
    assert (tmp_path / "hall.db").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.db", "hall.db"]


@pytest.mark.parametrize(
    ("words", "status", "error"),
    [
        (("none.db",), 4, "restore.no_backup"),
        (("hall.db",), 7, "restore.itself"),
        (("b.db", "--actor", "T1001"), 3, "actor.not_the_officer"),
    ],
)
def test_what_is_refused(backed: Run, words: tuple[str, ...], status: int, error: str) -> None:
    """A file that is not there, the hall file itself, and anybody but the officer."""
    actor = words[1:] if "--actor" in words else ()
    ran = backed(*actor, "db", "restore", words[0], "--json", now=LATER, code=status)
    assert ran.codes == [error]


def test_a_journal_goes_with_the_file_it_belongs_to(tmp_path: Path) -> None:
    """What a crashed program left would be played back into the new file."""
    made, path, aside = (tmp_path / name for name in ("made", "hall.db", "aside.db"))
    made.write_text("new")
    path.write_text("old")
    path.with_name("hall.db-journal").write_text("journal")
    restoring.exchange(made, path, aside)
    found = {one.name: one.read_text() for one in tmp_path.iterdir()}
    assert found == {"hall.db": "new", "aside.db": "old", "aside.db-journal": "journal"}
