"""Who complained stays sealed (Art. 33): after a whole term, nothing that any command says holds it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import call
from term import books
from term.people_acts import IDENTITIES
from term.recipes import RECIPES
from term.sweeping import HALLS, Sweep, leaves, secrets, stored
from term.telling import AFTER, Term

TREE = dict(leaves())
NOUNS = sorted({name.split()[0] for name in TREE})
NAME, CONTACT = IDENTITIES["attitude"]


@pytest.fixture(scope="module")
def sweep(lived: Term, tmp_path_factory: pytest.TempPathFactory) -> Sweep:
    """A copy of the hall with some work of the last morning on it."""
    return Sweep(lived, tmp_path_factory.mktemp("sweep"))


def test_every_command_of_the_tree_is_swept() -> None:
    """A new command needs a line in tests/term/recipes.py; one that is gone leaves none behind."""
    assert sorted(TREE.keys() - RECIPES.keys()) == [], "no recipe in tests/term/recipes.py"
    assert sorted(RECIPES.keys() - TREE.keys()) == [], "a recipe for no command"


@pytest.mark.parametrize("noun", NOUNS)
def test_no_command_says_who_complained(sweep: Sweep, noun: str) -> None:
    """Lists, slips, workbooks, registers, errors, dry runs, in every form and both languages."""
    first = len(sweep.heard)
    for name in TREE:
        if name.split()[0] == noun:
            sweep.verb(name, TREE[name])
            assert sweep.codes[name] & {0, 8}, (
                f"{name}: no recipe went through, only exits {sweep.codes[name]}"
            )
    assert len(sweep.heard) > first
    assert sweep.leaks() == []


def test_the_story_itself_said_nothing(lived: Term) -> None:
    """Every command of the term; a query code is shown to who complains, once, by the command that makes it."""
    wanted = secrets(lived)
    codes = set(lived.codes.values())
    shown = []
    for one in lived.said:
        for word in wanted:
            if word in one.ran.out + one.ran.err:
                assert one.words[:2] == ("complaint", "open")
                shown.append(word)
    assert sorted(shown) == sorted(codes)


def test_no_paper_of_the_term_names_who_complained(lived: Term) -> None:
    """Reports, appraisals, letters, notices, registers and slips: every part of every file."""
    papers = [
        path
        for path in sorted(lived.folder.rglob("*"))
        if path.is_file() and path.suffix not in HALLS
    ]
    assert len([path for path in papers if path.suffix == ".xlsx"]) > 60
    assert any("slips" in path.parts for path in papers)
    for path in papers:
        text = (
            books.everything(path)
            if path.suffix == ".xlsx"
            else path.read_bytes().decode("utf-8", "replace")
        )
        assert [word for word in secrets(lived) if word in text] == [], path.name


def test_the_file_keeps_it_in_one_table(lived: Term) -> None:
    """Audit, events, slips, everything but the sealed table; nothing at all where it went elsewhere; no codes."""
    text = stored(lived.db)
    assert lived.complaints["attitude"] in text
    assert [word for word in secrets(lived) if word in text] == []
    raw = lived.db.read_bytes()
    assert NAME.encode() in raw
    for word in (*IDENTITIES["officer"], *lived.codes.values()):
        assert word.encode() not in raw


def telling() -> Iterator[tuple[str, ...]]:
    """Commands in which somebody types who complained where it does not belong."""
    open_it = ("complaint", "open", "--channel", "phone", "--about", "0240601015")
    who = ("--name", NAME, "--contact", CONTACT)
    yield (*open_it, *who, "--matter", f"我是{NAME}")
    yield (*open_it, *who, "--matter", f"电话{CONTACT}")
    yield (*open_it, *who, "--matter", "态度差", "--channel", "radio")
    yield (*open_it, *who, "--matter", "态度差", "--anonymous")
    yield (*open_it, *who, "--matter", " ")
    yield (*open_it, *who, "--matter", "态度差", "--on", "2027-12-01")
    yield (*open_it, *who, "--matter", "态度差", "--on", "2026-01-01")
    yield (*open_it, *who, "--matter", "态度差", "--officer")
    yield (*open_it, *who, "--matter", "态度差", "--dry-run")
    yield (*open_it, *who, "--matter", "态度差", "--bogus")
    yield (*open_it, "--matter", "态度差", "--name", "禹", NAME)
    yield (*open_it, "--matter", "态度差", "--name", NAME, "--contact", "手机", CONTACT)
    yield ("complaint", "reveal", "{named}", "--reason", f"回访{NAME}")
    yield ("complaint", "finding", "{named}", "--finding", "no", "--note", f"{NAME}所述不实")
    yield (
        "complaint",
        "finding",
        "{case_complaint}",
        "--finding",
        "yes",
        "--note",
        f"{IDENTITIES['case'][1]}已联系",
    )
    yield ("complaint", "reply", "{case_complaint}", "--note", f"{IDENTITIES['case'][0]}：已整改")
    yield ("complaint", "query", NAME)
    yield ("complaint", "show", CONTACT)


@pytest.mark.parametrize(
    "words", list(telling()), ids=lambda words: " ".join(words[1:2] + words[-2:])
)
def test_what_is_refused_is_not_repeated(
    sweep: Sweep, words: tuple[str, ...], tmp_path: Path
) -> None:
    """Errors and warnings say what was wrong, never who it was."""
    db = tmp_path / "hall.db"
    shutil.copy(sweep.base, db)
    for form in ((), ("--json",)):
        ran = call(db, *sweep.filled(words), *form, now=AFTER)
        assert ran.code != 0 or "--dry-run" in words
        assert [word for word in secrets(sweep.term) if word in ran.out + ran.err] == []
    assert stored(db) == stored(sweep.base)


def test_only_the_officer_reveals_and_the_look_is_kept(lived: Term, tmp_path: Path) -> None:
    """One explicit command shows it, in every form; the audit says that somebody looked, not what was seen."""
    db = tmp_path / "hall.db"
    shutil.copy(lived.db, db)
    number = lived.complaints["attitude"]
    for n, form in enumerate(((), ("--json",))):
        ran = call(db, "complaint", "reveal", number, "--reason", f"回访{n}", *form, now=AFTER)
        assert NAME in ran.out
        assert CONTACT in ran.out
    other = call(
        db,
        "--actor",
        "T1001",
        "complaint",
        "reveal",
        number,
        "--reason",
        "好奇",
        "--json",
        now=AFTER,
    )
    assert other.codes == ["actor.not_the_officer"]
    said = [other.out + other.err]
    said += [call(db, *words, now=AFTER).out for words in (("audit", "log", "--all"), ("audit", "log", "--all", "--json"),
             ("complaint", "show", number), ("complaint", "show", number, "--json"))]  # fmt: skip
    assert said[2].count("complaint reveal") == 2
    assert "回访0" in said[3]
    text = "\n".join([*said, stored(db)])
    assert [word for word in secrets(lived) if word in text] == []


PLANTS = {
    "meeting": ("meeting", "add", "--topic", f"与{NAME}面谈", "--all"),
    "credit": ("credit", "propose", "--staff", "0240601015", "--kind", "attitude", "--on", "2027-01-05", "--note", f"{CONTACT}来电反映"),
}  # fmt: skip


@pytest.mark.parametrize("noun", ["meeting", "credit"])
def test_a_planted_identity_is_found(lived: Term, tmp_path: Path, noun: str) -> None:
    """The sweep can fail: what is typed into a note that is printed comes out of it."""
    sweep = Sweep(lived, tmp_path)
    assert sweep.leaks() == []
    assert call(sweep.base, *PLANTS[noun], now=AFTER).code == 0
    for name in TREE:
        if name.split()[0] == noun:
            sweep.verb(name, TREE[name])
    found: Any = sweep.leaks()
    assert {word for _where, word in found} <= set(secrets(lived))
    assert any(where.endswith(".xlsx") for where, _word in found), "not even in the workbook"
    assert any(where.split()[0] == noun for where, _word in found)
