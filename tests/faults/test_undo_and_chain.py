"""Undo, the chain of entries, and what a check finds when the file was touched by hand."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from conftest import HALL, Run

OPEN = (
    "case",
    "open",
    "--item",
    "SX002",
    "--applicant-no",
    "1",
    "--json",
    "--at",
    "2026-11-16T09:00",
)


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every standing fact, without the entries that speak of it."""
    db = sqlite3.connect(path)
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {}
    for name in names:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
        if "voided_by" in columns:
            kept = ", ".join(
                column for column in columns if column not in {"entry_no", "voided_by"}
            )
            found[name] = sorted(
                db.execute(f"SELECT {kept} FROM {name} WHERE voided_by IS NULL"), key=str
            )
    db.close()
    return found


@pytest.mark.parametrize(
    "words",
    [
        ("roster", "import", HALL / "roster_update.csv"),
        ("duty", "import", HALL / "duty_2026-10.xlsx"),
        ("case", "import", HALL / "cases.xlsx"),
        ("policy", "set", "limits.promised", "4"),
        ("term", "add", "2027-2028-1", "--week1", "2027-08-30", "--weeks", "18"),
        OPEN,
    ],
    ids=lambda words: " ".join(str(word) for word in words[:2]),
)
def test_undo_restores_exactly_what_stood_before(
    hall: Run, tmp_path: Path, words: tuple[object, ...]
) -> None:
    """A whole import or a single act: afterwards every standing fact is as it was, and all checks are quiet."""
    before = tables(tmp_path / "hall.db")
    hall(*words)
    assert tables(tmp_path / "hall.db") != before
    done = hall("undo", "--json").data
    assert done["command"] == " ".join(str(word) for word in words[:2])
    assert tables(tmp_path / "hall.db") == before
    assert hall("db", "check", "--json").data["findings"] == []
    hall(*words)
    assert hall("db", "check", "--json").data["findings"] == []


def test_undo_is_refused_when_later_acts_rest_on_it(hall: Run) -> None:
    """The list says which; undone from the newest on, it works."""
    opened = hall(*OPEN).data["case_no"]
    first = hall("audit", "log", "--json").data[-1]["entry_no"]
    hall("case", "supply", opened, "--all")
    hall("case", "close", opened, "--result", "granted")
    ran = hall("undo", first, "--json", code=5)
    assert ran.codes == ["undo.rested_on"]
    assert f"{first + 1} case supply" in ran.json["errors"][0]["message"]
    roster = next(
        one["entry_no"]
        for one in hall("audit", "log", "--json").data
        if one["command"] == "roster import"
    )
    assert hall("undo", roster, "--json", code=5).codes == ["undo.rested_on"]
    for state in ("accepted", "supplementing"):
        hall("undo")
        assert hall("case", "show", opened, "--json").data["state"] == state
    hall("undo")
    assert hall("case", "show", opened, "--json", code=4).codes == ["case.unknown"]
    assert hall(*OPEN).data["case_no"] == "2026-000002"


@pytest.mark.parametrize(
    ("entry", "code", "status"), [(1, "undo.is_init", 5), (999, "undo.unknown", 4)]
)
def test_what_cannot_be_undone(hall: Run, entry: int, code: str, status: int) -> None:
    """The making of the file, and what never was."""
    assert hall("undo", entry, "--json", code=status).codes == [code]


def test_an_undo_is_not_undone(hall: Run) -> None:
    """Nor is anything undone twice; without a number the newest act that stands is taken."""
    hall(*OPEN)
    hall("undo")
    log = hall("audit", "log", "--json").data
    assert (log[-1]["command"], log[-1]["voids"], log[-2]["voided_by"]) == (
        "undo",
        log[-2]["entry_no"],
        log[-1]["entry_no"],
    )
    assert hall("undo", log[-1]["entry_no"], "--json", code=5).codes == ["undo.is_an_undo"]
    assert hall("undo", log[-2]["entry_no"], "--json", code=5).codes == ["undo.already"]
    assert hall("undo", "--dry-run", "--json").data["command"] == "roster import"


def test_every_writing_command_leaves_one_entry(hall: Run) -> None:
    """Reads, repeats, dry runs and failures leave none."""

    def count() -> int:
        return len(hall("audit", "log", "--all", "--json").data)

    before = count()
    hall(*OPEN)
    hall("case", "import", HALL / "cases.xlsx")
    assert count() == before + 2
    hall("case", "import", HALL / "cases.xlsx")
    hall("status")
    hall("report", "monthly", "2026-10", "--out", "r.xlsx")
    hall("case", "close", "1", "--result", "refused", code=None)
    hall("roster", "import", HALL / "roster_bad.xlsx", code=6)
    assert count() == before + 2


def test_the_entry_says_who_and_what(hall: Run) -> None:
    """Actor, command, what was asked and what changed; the actor is the officer unless said otherwise."""
    hall("--actor", "T1001", *OPEN)
    entry = hall("audit", "log", "--json").data[-1]
    assert (entry["actor_no"], entry["command"]) == ("T1001", "case open")
    assert "SX002" in entry["summary"]
    assert hall("audit", "log", "--json").data[0]["actor_no"] == "setup"


TAMPER = {
    "a value": ("UPDATE staff_version SET name = '尤万里' WHERE id = 3", "check.rows_changed"),
    "a number": ("UPDATE case_event SET promise_days = 2", "check.rows_changed"),
    "a voided row": ("UPDATE punch SET voided_by = 1 WHERE id = 1", "check.voids_changed"),
    "a row gone": ("DELETE FROM staff_version WHERE id = 5", "check.rows_changed"),
    "a row more": (
        "INSERT INTO punch (staff_no, at, direction, source, entry_no) VALUES ('T1002', '2026-11-16T08:00:00+08:00', 'in', 'typed', 2)",
        "check.rows_changed",
    ),
    "an entry's actor": ("UPDATE entry SET actor_no = 'T1001' WHERE entry_no = 3", "check.chain_broken"),
    "an entry gone": ("DELETE FROM entry WHERE entry_no = 4", "check.chain_broken"),
    "what an entry did": ("UPDATE entry_detail SET detail = '{\"args\":{},\"did\":{},\"written\":{},\"voided\":{}}' WHERE entry_no = 3", "check.detail_changed"),
    "where a case stands": ("UPDATE case_now SET event_id = event_id - 1", "check.case_now"),
    "the journal": ("PRAGMA journal_mode = WAL", "check.journal_mode"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPER)
def test_a_check_finds_what_was_changed_by_hand(hall: Run, tmp_path: Path, what: str) -> None:
    """Guards dropped, foreign keys off, one statement: exit 8, and the finding says where."""
    hall("signin", "T1001", "--at", "2026-11-16T08:30")
    hall(*OPEN)
    hall("case", "supply", "1", "--all")
    assert hall("db", "check", "--json").data["findings"] == []
    sql, code = TAMPER[what]
    db = sqlite3.connect(tmp_path / "hall.db", isolation_level=None)
    for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    db.execute(sql)
    db.close()
    ran = hall("db", "check", "--json", code=8)
    assert code in {one["code"] for one in ran.data["findings"]}
    assert ran.json["ok"] is True
    assert hall("db", "check", code=8).out
    if code not in {"check.case_now", "check.journal_mode"}:
        assert hall("audit", "verify", "--json", code=8).data["findings"]


def test_a_flipped_bit_is_found(worked: Run, tmp_path: Path) -> None:
    """A changed byte in the middle of a text, which SQLite's own check does not see."""
    path = tmp_path / "hall.db"
    content = path.read_bytes()
    phone = b"199-0000-0208"  # stands in its row alone, in no index
    assert content.count(phone) == 1
    path.write_bytes(content.replace(phone, b"199-0000-0218"))
    assert hall_findings(worked) == {"check.rows_changed"}


def hall_findings(run: Run) -> set[str]:
    return {one["code"] for one in run("db", "check", "--json", code=8).data["findings"]}


def test_a_clock_that_runs_behind_is_a_warning(hall: Run) -> None:
    """Never a refusal."""
    ran = hall(*OPEN, now="2026-11-30T09:00")
    assert "clock.behind" in ran.codes
    assert ran.data["case_no"]


def test_a_backup_is_whole_private_and_named_by_the_head(hall: Run, tmp_path: Path) -> None:
    """Read back before it gets its name; never over another file."""
    data = hall("db", "backup", "--json").data
    path = Path(data["path"])
    assert path.parent == tmp_path / "backup"
    assert data["digest"][:12] in path.name
    assert path.stat().st_mode & 0o777 == 0o600
    other = Path(hall("db", "backup", "copies/2026", "--json").data["path"])
    assert (other.parent.parts[-2:], other.suffix) == (("copies", "2026"), ".db")
    assert hall("db", "backup", "one.db", "--json").data["path"] == "one.db"
    shutil.copy(path, tmp_path / "hall.db")
    assert hall("db", "check", "--json").data["head_digest"] == data["digest"]
    assert hall("db", "backup", path, "--json", code=5).codes == ["hall_file.exists"]
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]
