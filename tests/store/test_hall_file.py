"""The one file: its tables refuse what must not be, its migrations land whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Run

from hallctl.errors import HallFileTrouble
from hallctl.store import hall_file, migrate, schema
from hallctl.store.hall_file import SCHEMA, create_file, open_file


@pytest.fixture
def db(hall: Run, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    hall("case", "open", "--item", "SX002", "--applicant-no", "1", "--at", "2026-11-16T09:00")
    with closing(open_file(tmp_path / "hall.db")) as opened:
        yield opened


def test_the_schema_constant_is_the_newest_migration() -> None:
    """Opening compares with a constant, which must not fall behind."""
    assert migrate.migrations()[-1][0] == SCHEMA
    numbers = [number for number, _sql in migrate.migrations()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_table_is_strict_and_every_check_has_a_name(db: sqlite3.Connection) -> None:
    """STRICT tables, named CHECKs."""
    for name, sql in db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"):
        assert sql.rstrip().endswith("STRICT"), name
        assert sql.count("CHECK (") == sql.count("CONSTRAINT"), name


def test_how_the_file_is_opened(db: sqlite3.Connection, tmp_path: Path) -> None:
    """Rollback journal, EXTRA, foreign keys; a missing file is never created."""
    found = [
        db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    ]
    assert found == ["delete", 3, 1]
    with pytest.raises(HallFileTrouble):
        open_file(tmp_path / "other.db")
    assert not (tmp_path / "other.db").exists()


def facts(db: sqlite3.Connection) -> list[str]:
    return [*schema.known_tables(db), "entry"]


def test_facts_cannot_be_deleted_changed_or_replaced(db: sqlite3.Connection) -> None:
    """Append-only: every table of facts refuses by itself, whoever asks."""
    for table in facts(db):
        row = db.execute(f"SELECT rowid, * FROM {table} LIMIT 1").fetchone()
        if row is None:
            continue
        columns = [name for name in row.keys() if name not in {"rowid", "voided_by"}]  # noqa: SIM118
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            db.execute(f"DELETE FROM {table}")
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            db.execute(f"UPDATE {table} SET {columns[0]} = {columns[0]}")
        values = ", ".join(
            f"'{row[name]}'" if isinstance(row[name], str) else str(row[name] or "NULL")
            for name in columns
        )
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            db.execute(f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) VALUES ({values})")


def test_every_table_of_facts_is_guarded(db: sqlite3.Connection) -> None:
    """Also those that are still empty."""
    triggers = {
        row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    }
    for table in facts(db):
        for what in ("deleted", "replaced", "changed"):
            assert f"{table}_is_never_{what}" in triggers


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("term", {"term": "2026-2027-2", "week1_on": "2026-09-01", "weeks": 18}),
        ("punch", {"staff_no": "T1001", "at": "2026-11-16T09:00:00+08:00", "direction": "up", "source": "typed"}),
        ("duty_shift", {"on_date": "2026-11-16", "window_no": "W01", "staff_no": "T1001", "start_minute": 600, "end_minute": 600}),
        ("leave_span", {"staff_no": "T1001", "kind": "sick", "from_at": "b", "to_at": "a", "reason": "", "approved_by": ""}),
        ("calendar_year", {"year": 20266, "source": "x"}),
        ("violation", {"violation_no": "V1", "staff_no": "T1001", "kind": "attitude", "on_date": "2026-11-16", "note": ""}),
    ],
)  # fmt: skip
def test_impossible_rows_are_refused(
    db: sqlite3.Connection, table: str, values: dict[str, object]
) -> None:
    """The tables know what cannot be, beside the rules."""
    names = ", ".join([*values, "entry_no"])
    marks = ", ".join("?" * (len(values) + 1))
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*values.values(), 1])


def test_a_fact_must_name_a_person_and_an_entry_that_exist(db: sqlite3.Connection) -> None:
    """Foreign keys hold at the end of each transaction."""
    sql = "INSERT INTO punch (staff_no, at, direction, source, entry_no) VALUES (?, '2026-11-16', 'in', 'typed', ?)"
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.execute(sql, ("nobody", 1))
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.execute(sql, ("T1001", 999))


def test_a_migration_lands_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in the last statement leaves an empty file of version 0."""
    good = migrate.migrations()
    monkeypatch.setattr(migrate, "migrations", lambda: [*good, (99, "CREATE TABLE t (x) STRICT;")])
    db = create_file(tmp_path / "hall.db")
    with pytest.raises(sqlite3.OperationalError):
        migrate.migrate(db)
    assert db.execute("PRAGMA user_version").fetchone()[0] == 0
    assert db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    monkeypatch.setattr(migrate, "migrations", lambda: good)
    assert migrate.migrate(db) == [number for number, _sql in good]
    assert migrate.migrate(db) == []
    db.close()


def test_statements_are_split_where_they_end() -> None:
    """A trigger's body has semicolons of its own."""
    sql = "CREATE TABLE a (x);\nCREATE TRIGGER t BEFORE DELETE ON a\nBEGIN SELECT 1;\nEND;\n"
    assert [part.split()[1] for part in migrate.statements(sql)] == ["TABLE", "TRIGGER"]


def test_odd_paths(tmp_path: Path, run: Run) -> None:
    """Characters that mean something in a URI are only characters."""
    path = tmp_path / "学期 100%#1?.db"
    create_file(path).close()
    assert path.is_file()
    with pytest.raises(HallFileTrouble) as caught:
        open_file(path)
    assert caught.value.code == "hall_file.not_a_hall_file"
    assert hall_file.trouble(OSError("x"), path).exit_status == 7
