"""A hall file of an earlier program is brought up to date whole, after a backup, with every row as it was."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Run, call

from hallctl.store import hall_file, migrate
from hallctl.store.hall_file import SCHEMA, create_file
from hallctl.store.writing import Writing

AT = "2026-11-16T09:00:00+08:00"


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of schema 6 with an accepted case and one that waits for papers."""
    path = tmp_path / "hall.db"
    shipped = migrate.migrations()
    with closing(create_file(path)) as db:
        with monkeypatch.context() as patched:
            patched.setattr(migrate, "migrations", lambda: shipped[:6])
            migrate.migrate(db)
        work = Writing(db, AT, "setup", "init")
        work.add("hall", college="", name="大厅", effective_from="2026-09-01", noon="closed")
        work.know("staff", "staff_no", "T1")
        work.add("staff_version", staff_no="T1", name="甄一")
        work.know("service_window", "window_no", "W1")
        work.add(
            "window_version",
            window_no="W1",
            name="一",
            department="部",
            category="综合事务",
            from_on="2026-09-01",
        )
        work.know("service_item", "item_code", "S1")
        version = work.add("item_version", item_code="S1", name="证明", category="综合事务", window_no="W1",
                           tier="promised", promise_days=5, from_on="2026-09-01")  # fmt: skip
        for number in (1, 2):
            work.add("case_file", case_no=f"2026-{number:06d}", item_code="S1", item_version_id=version,
                     applicant_no="1", window_no="W1", received_at=AT, joint=0)  # fmt: skip
        common = {"at": AT, "tier": "promised", "handler_no": "T1", "promise_days": 5}
        event = work.add("case_event", case_no="2026-000001", kind="accepted", state="accepted", accepted_at=AT,
                         dated_on="2026-11-16", due_on="2026-11-23", due_status="firm", due_earliest="2026-11-23",
                         due_latest="2026-11-23", **common)  # fmt: skip
        other = work.add(
            "case_event", case_no="2026-000002", kind="noticed", state="supplementing", **common
        )
        for number, event_id, state in ((1, event, "accepted"), (2, other, "supplementing")):
            db.execute("INSERT INTO case_now (case_no, event_id, state) VALUES (?, ?, ?)",
                       (f"2026-{number:06d}", event_id, state))  # fmt: skip
        work.seal()
        db.execute("COMMIT")
    return path


def test_an_older_file_says_what_to_do(older: Path) -> None:
    """Nothing works on it but migrating, and the message names that command."""
    ran = call(older, "case", "list", "--json")
    assert (ran.code, ran.codes) == (7, ["hall_file.older"])
    assert "hallctl db migrate" in ran.json["errors"][0]["message"]


def test_a_file_is_migrated_whole_and_checks_clean(older: Path, run: Run) -> None:
    """Rows, digests and numbers are as before; a copy of the old file lies in backup."""
    before = older.read_bytes()
    trial = run("db", "migrate", "--dry-run", "--json").data
    assert trial["applied"] == list(range(7, SCHEMA + 1))
    assert older.read_bytes() == before
    found = run("db", "migrate", "--json").data
    with closing(sqlite3.connect(found["backup"])) as copy:
        assert copy.execute("PRAGMA user_version").fetchone()[0] == 6
        assert copy.execute("SELECT count(*) FROM case_event").fetchone()[0] == 2
    assert run("db", "check").out == ""
    assert run("db", "migrate", "--json").data["already"] is True
    assert [one["state"] for one in run("case", "list", "--json").data] == [
        "accepted",
        "supplementing",
    ]
    run("calendar", "sync")
    assert run("case", "due", "--json", code=8).data[0]["case_no"] == "2026-000001"
    run("case", "close", "1", "--result", "granted")
    run("case", "withdraw", "2", "--note", "不办了")
    assert run("db", "check").out == ""


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    older: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One transaction for all of them."""
    before = older.read_bytes()
    broken = [
        *migrate.migrations(),
        (SCHEMA + 1, "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT;\nSELECT nothing;\n"),
    ]
    with monkeypatch.context() as patched:
        patched.setattr(migrate, "migrations", lambda: broken)
        assert run("db", "migrate", "--json", code=7).codes == ["hall_file.trouble"]
    assert older.read_bytes() == before
    run("db", "migrate")


def test_rows_that_point_nowhere_stop_a_migration(older: Path, run: Run) -> None:
    """Foreign keys are off while tables are rebuilt, and looked at before the commit."""
    with closing(sqlite3.connect(older)) as db:
        db.execute("DROP TRIGGER staff_is_never_deleted")
        db.execute("DELETE FROM staff")
        db.commit()
    assert run("db", "migrate", "--json", code=5).codes == ["hall_file.constraint"]


def test_added_columns_are_guarded_too(older: Path, run: Run) -> None:
    """The append-only triggers are made anew over all columns."""
    run("db", "migrate")
    with (
        closing(hall_file.open_file(older)) as db,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        db.execute("UPDATE case_event SET party = 'x'")
