"""Transcripts: what an officer types and sees, line by line, in Chinese or English.

``$ `` is a command, other lines are its stdout, ``! `` its stderr, ``? `` its exit code when not 0; ``@ ``
sets the clock from there on. ``# zh`` on the first line tells the story in Chinese.
"""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import HALL, NOW, Run

from hallctl import messages

HERE = Path(__file__).parent


class Said(NamedTuple):
    """One command of a transcript and what it is to say."""

    command: str
    now: str
    out: list[str]
    err: list[str]
    code: int


def story(path: Path) -> tuple[set[str], list[Said]]:
    """The directives of a transcript, and its commands in order."""
    found: list[Said] = []
    directives: set[str] = set()
    now = NOW
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            directives |= set(line[2:].split())
        elif line.startswith("@ "):
            now = line[2:]
        elif line.startswith("$ hallctl "):
            found.append(Said(line[10:], now, [], [], 0))
        elif line.startswith("! "):
            found[-1].err.append(line[2:])
        elif line.startswith("? "):
            found[-1] = found[-1]._replace(code=int(line[2:]))
        else:
            found[-1].out.append(line)
    return directives, found


@pytest.mark.parametrize("path", sorted(HERE.glob("*.txt")), ids=lambda path: path.stem)
def test_transcript(run: Run, tmp_path: Path, path: Path) -> None:
    """Every command says what the transcript says; ``N lines`` counts where the lines do not matter."""
    directives, commands = story(path)
    messages.use("zh_CN" if "zh" in directives else "en")
    for said in commands:
        words = [
            str(HALL / word) if (HALL / word).is_file() else word
            for word in shlex.split(said.command)
        ]
        ran = run(*words, code=said.code, now=said.now)
        shown = [line.replace(f"{tmp_path}/", "") for line in ran.out.splitlines()]
        heard = [line.replace(f"{tmp_path}/", "") for line in ran.err.splitlines()]
        heard = [line for line in heard if "on record are not in the file" not in line]
        counted = re.fullmatch(r"(\d+) lines", said.out[0]) if said.out else None
        assert (len(shown) == int(counted[1])) if counted else shown == said.out, said.command
        assert heard == said.err, said.command
