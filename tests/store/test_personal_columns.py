"""Every text column of the schema has its decision: what erasing somebody does with it."""

from contextlib import closing
from pathlib import Path

from hallctl.store.hall_file import create_file
from hallctl.store.migrate import migrate
from hallctl.store.personal import DECIDED, OWNED, owned

KINDS = {"code", "chain", "person", "words", "own", "name", "card", "gone"}


def test_every_text_column_has_a_decision(tmp_path: Path) -> None:
    """A new text column is decided about in store/personal.py, or this fails; nothing else is named there."""
    with closing(create_file(tmp_path / "hall.db")) as db:
        migrate(db)
        tables = [
            row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        columns = {
            (table, row[1])
            for table in tables
            for row in db.execute(f"PRAGMA table_info({table})")
            if row[2] == "TEXT"
        }
        decided = {(table, column) for table, kinds in DECIDED.items() for column in kinds}
        assert sorted(columns ^ decided) == []
        assert {kind for kinds in DECIDED.values() for kind in kinds.values()} <= KINDS


def test_words_about_somebody_belong_to_somebody(tmp_path: Path) -> None:
    """A table with words about the person of a row says whose row it is, in SQL that runs."""
    with closing(create_file(tmp_path / "hall.db")) as db:
        migrate(db)
        about = {"own", "card", "name", "gone"}
        for table, kinds in DECIDED.items():
            if about & set(kinds.values()) and table != "sealed_identity":
                assert table in OWNED, table
            assert owned(db, table, "nobody") == set()
