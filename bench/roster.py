"""How long the best roster of a whole term takes: 12 windows, 24 students with class timetables, 18 weeks.

The made-up hall of ``fixtures/hall``, in this process; the goal is 2 seconds with and without substitutes.
"""

import contextlib
import io
import statistics
import sys
import tempfile
import time
from pathlib import Path

from hallctl import cli, messages

HALL = Path(__file__).parent.parent / "fixtures" / "hall"
SET_UP: tuple[tuple[object, ...], ...] = (
    ("init", "--effective-from", "2026-09-01", "--noon", "closed"),
    ("term", "add", "2026-2027-1", "--week1", "2026-08-31", "--weeks", "18"),
    ("term", "periods", "import", HALL / "class_periods.csv"),
    ("window", "import", HALL / "windows.csv"),
    ("roster", "import", HALL / "roster_leaders.xls", "--on", "2026-09-01"),
    ("roster", "import", HALL / "roster_students.xlsx", "--on", "2026-09-01"),
    ("roster", "timetable", "import", *sorted(HALL.glob("timetable*"))),
)
TERM = ("duty", "build", "--from", "2026-09-01", "--to", "2027-01-03", "--dry-run")
KINDS = {
    "own window": (),
    "substitutes": ("--substitutes",),
    "no leaders": ("--substitutes", "--no-leaders"),
}
ROUNDS = 5
GOAL = 2.0


def main() -> None:
    """Print the median seconds of each kind and whether the goal is met; exit 1 when it is not."""
    messages.use("en")
    met = True
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "hall.db")
        for words in SET_UP:
            _run(path, *words)
        for name, options in KINDS.items():
            median = statistics.median(_run(path, *TERM, *options) for _round in range(ROUNDS))
            met = met and median <= GOAL
            print(f"{name:12} {median:.2f} s")
    print(f"goal: {GOAL} s: {'met' if met else 'missed'}")
    sys.exit(not met)


def _run(path: Path, *words: object) -> float:
    before = time.perf_counter()
    said = ["--db", str(path), "--now", "2026-09-01T07:00", *map(str, words)]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        status = cli.run(said)
    if status != 0:
        raise SystemExit(f"{words}: exit {status}")
    return time.perf_counter() - before


if __name__ == "__main__":
    main()
