"""Two runs of cron that overlap: both end well, and one whole workbook stands in the end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import NOW, Run
from openpyxl import load_workbook


@pytest.mark.parametrize("verb", ["weekly", "monthly"])
def test_overlapping_runs_are_harmless(tmp_path: Path, worked: Run, verb: str) -> None:
    """Four processes write the same path at once: all exit 0, the file is whole, nothing is left beside it."""
    worked("db", "check")
    environ = {**os.environ, "HALLCTL_NOW": NOW, "PYTHONPATH": ""}
    command = [
        sys.executable, "-m", "hallctl", "--db", str(tmp_path / "hall.db"), "--quiet", "report", verb,
        "--out", str(tmp_path / "out" / "r.xlsx"),
    ]  # fmt: skip
    running = [
        subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _n in range(4)
    ]
    told = [(*one.communicate(timeout=300), one.returncode) for one in running]
    assert told == [(b"", b"", 0)] * 4
    assert load_workbook(tmp_path / "out" / "r.xlsx").sheetnames
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["r.xlsx"]
