"""Documents tell the truth: commands that are named exist, references are fresh, both languages complete."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer
from conftest import ROOT

from hallctl import cli, lifecycle, policy
from hallctl.messages import N_  # noqa: F401 - the catalogue is chosen by the fixture in conftest
from hallctl.messages.words import WORDS
from hallctl.office import articles

TREE = typer.main.get_command(cli.app)
TEXTS = [
    *ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("hallctl/messages/*.py"),
    *ROOT.glob("hallctl/locale/**/*.po"), *ROOT.glob("fixtures/README.md"),
]  # fmt: skip
SINGLE = cli.SINGLE | {"hallctl"}


def verbs() -> set[str]:
    """Every command as ``noun verb`` or ``verb``."""
    found = set()
    for name in TREE.list_commands(None):  # type: ignore[attr-defined]
        command = TREE.get_command(None, name)  # type: ignore[attr-defined]
        if hasattr(command, "list_commands"):
            found |= {f"{name} {verb}" for verb in command.list_commands(None)}
        else:
            found.add(name)
    return found


VERBS = verbs()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_that_is_named_exists(path: Path) -> None:
    """A hint or a document that names a command names one that runs."""
    for words in re.findall(
        r"hallctl ((?:[a-z]+)(?: [a-z]+(?:-[a-z]+)*)?)", path.read_text(encoding="utf-8")
    ):
        noun, _space, verb = words.partition(" ")
        if noun in TREE.list_commands(None):  # type: ignore[attr-defined]
            assert words in VERBS or noun in VERBS or not verb, f"{path.name}: hallctl {words}"


def test_the_command_reference_is_fresh() -> None:
    """docs/commands.md and its Chinese sister are what --help says."""
    command = [sys.executable, "-m", "docs.generate", "--check"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_readmes_say_the_same_two_commands() -> None:
    """make demo and make test, in both languages."""
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "make demo" in text
        assert "make test" in text


@pytest.mark.parametrize(
    "path",
    [one for one in TEXTS if one.suffix == ".md"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link of a document exists."""
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_37_articles_are_there_in_both_languages() -> None:
    """Number, title, gist and who holds them; rules and figures name articles that exist."""
    told = tomllib.loads((ROOT / "hallctl" / "regulation.toml").read_text(encoding="utf-8"))[
        "article"
    ]
    assert [one["article"] for one in told] == list(range(1, 38))
    for one in told:
        assert {one[key] for key in ("title_zh", "title_en", "gist_zh", "gist_en")} - {""}
        assert one["status"] in {"rule", "person", "organisational"}
        assert len(one["gist_zh"]) < 60
    for number in {*policy.RULES.values(), *(one.article for one in policy.FIGURES.values())}:
        assert told[int(number) - 1]["status"] == "rule" or number in {"30", "31"}, number


def test_every_empty_list_that_has_a_next_step_names_a_command_that_exists() -> None:
    """Both the command that lists and the one that is proposed."""
    from hallctl.messages.empty import NEXT

    for listing, proposed in NEXT.items():
        words = proposed.split()
        noun, verb = words[1], words[2]
        assert listing in VERBS, listing
        assert words[0] == "hallctl"
        assert f"{noun} {verb}" in VERBS or noun in VERBS, proposed


def test_every_article_that_is_held_names_its_commands() -> None:
    """policy show 27 says which commands carry it, and they exist."""
    told = tomllib.loads((ROOT / "hallctl" / "regulation.toml").read_text(encoding="utf-8"))
    for one in told["article"]:
        named = one.get("commands", [])
        assert set(named) <= VERBS, one["article"]
    for number in ("8", "9", "24", "25", "26", "27", "28"):
        steps = {step.article for step in lifecycle.STEPS.values()}
        assert number in steps | set(policy.RULES.values()), number


def test_every_article_is_held_by_something() -> None:
    """A rule, a step, a command, or a person who decides; whatever no rule holds has its person."""
    words = set(WORDS)
    for one in articles.coverage("en"):
        assert one.rules or one.steps or one.commands or one.decider, one.article
        assert one.held_by == "rule" or one.decider, one.article
        assert one.decider is None or f"decider.{one.decider}" in words, one.article
        assert bool(one.tests) or not (one.rules or one.commands), one.article
        for name in one.tests:
            text = (ROOT / name).read_text(encoding="utf-8")
            named = [*one.rules, *(", ".join(f'"{w}"' for w in c.split()) for c in one.commands)]
            assert any(word in text for word in named), f"article {one.article}: {name}"


def test_nothing_speaks_of_other_places() -> None:
    """No registry's host, no machine's folder, in anything that is kept."""
    suffixes = {".py", ".md", ".toml", ".txt", ".sql", ".po", ".cfg", ""}
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        if any(
            (part.startswith(".") and part != ".ci") or part in {"demo", "build", "dist"}
            for part in parts
        ):
            continue
        if path.is_file() and path.suffix in suffixes and path != Path(__file__):
            text = path.read_text(encoding="utf-8", errors="replace")
            for word in ("pypi" + ".org", "files.python" + "hosted", "/work/" + "main", "/root/"):
                assert word not in text, f"{path}: {word}"


REFUSED = {"ticket", "employee", "worker_no", "counter_no", "schedule", "score_points", "fine", "penalty", "clerk",
           "absence", "tardy", "checkin", "check_in", "clock_in", "deadline_date"}  # fmt: skip


def test_one_english_word_per_term() -> None:
    """Identifiers use the terms of the domain, never these synonyms."""
    import ast

    for path in (ROOT / "hallctl").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = (
                getattr(node, "name", None)
                or getattr(node, "id", None)
                or getattr(node, "arg", None)
            )
            if isinstance(name, str):
                assert name.lower().strip("_") not in REFUSED, f"{path.name}: {name}"
