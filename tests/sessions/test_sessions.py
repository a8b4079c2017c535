"""Transcripts: what an officer types and sees, line by line."""

import re
import shlex
from pathlib import Path

import pytest
from conftest import HALL, Run

HERE = Path(__file__).parent


def steps(path: Path) -> list[tuple[str, list[str], list[str], int]]:
    """(command, lines on stdout, lines on stderr, exit code) of each step."""
    found: list[tuple[str, list[str], list[str], int]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("$ hallctl "):
            found.append((line[10:], [], [], 0))
        elif line.startswith("! "):
            found[-1][2].append(line[2:])
        elif line.startswith("? "):
            found[-1] = (*found[-1][:3], int(line[2:]))
        else:
            found[-1][1].append(line)
    return found


@pytest.mark.parametrize("path", sorted(HERE.glob("*.txt")), ids=lambda path: path.stem)
def test_transcript(run: Run, tmp_path: Path, path: Path) -> None:
    """Every command says what the transcript says; ``N lines`` counts where the lines do not matter."""
    for command, out, err, code in steps(path):
        words = [
            str(HALL / word) if (HALL / word).is_file() else word for word in shlex.split(command)
        ]
        ran = run(*words, code=code)
        shown = [line.replace(f"{tmp_path}/", "") for line in ran.out.splitlines()]
        said = [line.replace(f"{tmp_path}/", "") for line in ran.err.splitlines()]
        said = [line for line in said if "on record are not in the file" not in line]
        counted = re.fullmatch(r"(\d+) lines", out[0]) if out else None
        assert (len(shown) == int(counted[1])) if counted else shown == out, command
        assert said == err, command
