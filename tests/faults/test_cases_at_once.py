"""Several people at the same case at the same moment: one consistent state, and nobody's step is lost."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from conftest import ROOT, Run

CHILD = """
import io, sys
from contextlib import redirect_stdout, redirect_stderr
from hallctl import cli, messages
messages.use("en")
sys.stdin.readline()
for words in {acts!r}:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        code = cli.run(["--db", "hall.db", "--now", "2026-12-01T09:00", *words])
    print(code)
"""


def at_once(folder: Path, *scripts: list[list[str]]) -> list[list[int]]:
    """Run one process per list of commands, let them go together; the exit codes of each."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "HALLCTL_LANG": "en"}
    children = [
        subprocess.Popen([sys.executable, "-c", CHILD.format(acts=acts)], cwd=folder, env=environ,
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for acts in scripts
    ]  # fmt: skip
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    return [[int(line) for line in child.communicate()[0].split()] for child in children]


def test_departments_decide_while_the_window_closes(hall: Run, tmp_path: Path) -> None:
    """Every verdict is recorded once; the case is granted only after the last of them."""
    hall(
        "case",
        "open",
        "--item",
        "SX019",
        "--applicant-no",
        "1",
        "--all-materials",
        "--at",
        "2026-11-16T09:00",
    )
    close = ["case", "close", "1", "--result", "granted"]
    departments = ("学生工作部", "教务处", "财务处", "后勤处")
    decide = [[["case", "decide", "1", name, "--by", "甲"], close] for name in departments]
    codes = at_once(tmp_path, *decide, *decide)
    assert [pair[0] for pair in codes] == [0] * 8
    assert set(Counter(pair[1] for pair in codes)) <= {0, 3}
    story = hall("case", "show", "1", "--json").data
    kinds = [one["kind"] for one in story["events"]]
    assert Counter(kinds) == {"accepted": 1, "decided": 4, "completed": 1}
    assert kinds[-1] == "completed"
    assert hall("db", "check").out == ""


def test_papers_come_to_two_counters(hall: Run, tmp_path: Path) -> None:
    """Each paper is ticked once, and the clock starts once, with the last."""
    hall("case", "open", "--item", "SX019", "--applicant-no", "1", "--at", "2026-11-16T09:00")
    papers = ("退学申请表", "家长签字意见书", "离校清单")
    bring = [[["case", "supply", "1", "--material", name]] for name in papers]
    codes = at_once(tmp_path, *bring, *bring)
    assert [one for pair in codes for one in pair] == [0] * 6
    story = hall("case", "show", "1", "--json").data
    assert (story["state"], story["missing"]) == ("accepted", [])
    taken = [one["name"] for one in story["materials"] if one["state"] == "taken"]
    assert sorted(taken) == sorted(papers)
    assert hall("db", "check").out == ""


def test_granted_refused_or_withdrawn_but_only_one(hall: Run, tmp_path: Path) -> None:
    """One of them closes the case, the others are told how it was closed."""
    hall(
        "case",
        "open",
        "--item",
        "SX045",
        "--applicant-no",
        "1",
        "--all-materials",
        "--at",
        "2026-11-16T09:00",
    )
    codes = at_once(
        tmp_path,
        [["case", "close", "1", "--result", "granted"]],
        [["case", "close", "1", "--result", "refused", "--note", "不符"]],
        [["case", "withdraw", "1", "--note", "不办"]],
        [["case", "pause", "1", "--reason", "applicant_supplement"]],
    )
    assert sorted(one for pair in codes for one in pair).count(0) == 1 or codes[3] == [0]
    story = hall("case", "show", "1", "--json").data
    closings = [
        one for one in story["events"] if one["kind"] in {"completed", "refused", "withdrawn"}
    ]
    assert len(closings) <= 1
    assert story["state"] == (closings[0]["kind"] if closings else "paused")
    assert hall("db", "check").out == ""
