"""What a command loads before it does anything: the gain of docs/decisions/0006 stays."""

import gettext
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from hallctl import messages
from hallctl.messages import catalogue

MO = messages.LOCALE / "zh_CN" / "LC_MESSAGES" / "hallctl.mo"

ALWAYS = """
__main__ cli clock config errors law messages messages.catalogue model office office.hall policy show
commands commands.desk commands.lazy commands.words
store store.days store.duty store.hall_file store.halls store.people store.places store.writing
messages.words
"""
SIGN_IN = """
commands.signing commands.signing.said messages.signin office.signing office.cards store.cards
attendance attendance.binding attendance.pairing taps
"""
OPENING = """
commands.case commands.case.open commands.case.printing commands.case.said commands.options
messages.case lifecycle statutory workdays store.case_parts store.case_rows store.cases office.days
office.cases office.cases.clock office.cases.opening office.cases.papers office.cases.recalling
office.cases.sheet
"""
"""What the sentence of a command and its rules need. Whoever adds a module here makes every start of
that command slower: rather import it where it is used."""

HEAVY = {"sqlite_utils", "pendulum", "tabulate", "openpyxl", "rich", "pydantic", "python_calamine",
         "click", "zipfile", "hashlib", "tomllib", "secrets"}  # fmt: skip

SCRIPT = """
import gettext, sys
from hallctl.__main__ import run
assert run(sys.argv[1:]) == 0
assert not gettext._translations, "the whole catalogue was decoded"
print("loaded:", *sys.modules)
"""


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (("signin", "T1001"), ALWAYS + SIGN_IN),
        (("case", "open", "--item", "SX002", "--applicant-no", "1"), ALWAYS + OPENING),
    ],
    ids=["signin", "case open"],
)
def test_the_hot_path_stays_light(
    hall_file: Path, tmp_path: Path, words: tuple[str, ...], known: str
) -> None:
    """signin and case open load the modules named here, no heavy library, and no whole catalogue."""
    shutil.copy(hall_file, tmp_path / "hall.db")
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, "--db", "hall.db", "--now", "2026-12-01T09:00", *words],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT), "HALLCTL_LANG": "zh_CN"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    loaded = set(ran.stdout.rpartition("loaded: ")[2].split())
    ours = {name.removeprefix("hallctl.") for name in loaded if name.startswith("hallctl.")}
    ours = {name for name in ours if not name.endswith("_words")}  # parts of messages.words
    assert sorted(ours ^ set(known.split())) == []
    assert sorted(HEAVY & loaded) == []


def test_a_searched_catalogue_says_what_a_decoded_one_says() -> None:
    """Every sentence is found, the first and the last among them; a text without one stays itself."""
    with MO.open("rb") as file:
        decoded = gettext.GNUTranslations(file)
    searched = catalogue.read(MO)
    sentences = [text for text in decoded._catalog if text]  # type: ignore[attr-defined]
    assert len(sentences) > 1000
    for text in [*sentences, "", "no such sentence", "一", "A", "zzz", "\x00"]:
        assert searched.gettext(text) == decoded.gettext(text), text


@pytest.mark.parametrize("data", [b"", b"short", struct.pack("5I", 1, 0, 0, 28, 28)])
def test_without_a_readable_catalogue_english_is_spoken(tmp_path: Path, data: bytes) -> None:
    """A missing or foreign file is no reason to fail."""
    (tmp_path / "x.mo").write_bytes(data)
    assert catalogue.read(tmp_path / "x.mo").gettext("Cases.") == "Cases."
    assert catalogue.read(tmp_path / "none.mo").gettext("Cases.") == "Cases."


def test_the_end_of_a_process_keeps_what_was_asked_for(tmp_path: Path) -> None:
    """Output is whole, things to be done at the end are done, and the exit status is the command's."""
    script = (
        "import atexit, sys; from pathlib import Path\n"
        "from hallctl import __main__ as entry\n"
        "atexit.register(Path('ended').touch)\n"
        "sys.stdout.write('x' * 100_000); entry.leave(8)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, len(ran.stdout), ran.stderr) == (8, 100_000, "")
    assert (tmp_path / "ended").exists()
