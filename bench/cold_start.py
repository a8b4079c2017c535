"""How much longer ``hallctl signin`` and ``case open`` take than an empty two-command Typer app.

Both are run as new processes, in turns, so that whatever else the machine does falls on both; the
ratio of the medians is what counts: at most 1.35 and 1.5. Part of it is no work of the program: an
acknowledged commit waits until the disk has it. The row "disk" is such a commit alone.
"""

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

EMPTY = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def one(): pass
@app.command()
def two(): pass
app()
"""
# An installed program runs from compiled modules; both sides may keep theirs.
ENVIRON = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ROUNDS = 40
GOALS = {"signin": 1.35, "case open": 1.5}


def main() -> None:
    """Print the medians, the ratios and whether the goals are met; exit 1 when they are not."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY, encoding="utf-8")
        hallctl = [sys.executable, "-m", "hallctl", "--db", f"{folder}/hall.db"]
        _make_hall(hallctl, Path(folder))
        empty_app = [sys.executable, str(empty), "one"]
        times = {"empty": [], "signin": [], "case open": [], "disk": []}  # type: dict[str, list[float]]
        for number in range(ROUNDS):
            at = f"2026-11-24T09:{number:02d}"
            now = ["--now", "2026-11-24T10:00"]
            times["empty"].append(_seconds(empty_app))
            times["signin"].append(_seconds([*hallctl, *now, "signin", "240001", "--at", at]))
            opened = ["case", "open", "--item", "I01", "--applicant-no", f"2500{number:02d}"]
            opened += ["--applicant", "甄一", "--all-materials"]
            times["case open"].append(_seconds([*hallctl, *now, *opened]))
            times["disk"].append(_commit(Path(folder, "disk.db")))
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, median in medians.items():
        print(f"{name:10} {median * 1000:6.1f} ms   {median / medians['empty']:.2f} x")
    missed = [name for name, goal in GOALS.items() if medians[name] > goal * medians["empty"]]
    for name, goal in GOALS.items():
        print(f"goal for {name}: {goal} x: {'missed' if name in missed else 'met'}")
    sys.exit(bool(missed))


def _commit(path: Path) -> float:
    """How long the disk takes over one small commit, kept as surely as the hall file keeps its own."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = EXTRA")
        db.execute("CREATE TABLE IF NOT EXISTS one (value TEXT)")
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO one VALUES ('1')")
        before = time.perf_counter()
        db.execute("COMMIT")
        return time.perf_counter() - before


def _make_hall(hallctl: list[str], folder: Path) -> None:
    files = {
        "windows.csv": "窗口编号,窗口名称,部门,业务类别\nW01,综合事务窗口,学生处,综合事务\n",
        "items.csv": "事项编码,事项名称,类别,窗口,办件类型,承诺时限,申报材料\n"
        "I01,在读证明,综合事务,W01,承诺件,3,学生证\n",
        "people.csv": "学号,姓名,岗位,窗口\nA0001,甄总,专职干事,\nT1001,甄负责,窗口负责人,W01\n"
        "240001,甄一,窗口工作人员,W01\n",
        "duty.csv": "日期,开始,结束,窗口,学号\n2026-11-24,08:30,12:00,W01,240001\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    for words in (
        ["init", "--effective-from", "2026-09-01"],
        ["window", "import", str(folder / "windows.csv")],
        ["item", "import", str(folder / "items.csv")],
        ["roster", "import", str(folder / "people.csv"), "--on", "2026-09-01"],
        ["duty", "import", str(folder / "duty.csv")],
    ):
        subprocess.run(
            [*hallctl, "--now", "2026-11-24T08:00", *words],
            check=True,
            capture_output=True,
            env=ENVIRON,
        )


def _seconds(words: list[str]) -> float:
    before = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True, env=ENVIRON)
    return time.perf_counter() - before


if __name__ == "__main__":
    main()
