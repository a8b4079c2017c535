"""Every code has its sentence, every sentence its Chinese, and no placeholder is lost on the way."""

import ast
import io
import re
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from hallctl import messages

ROOT = Path(__file__).parent.parent.parent / "hallctl"
PO = ROOT / "locale" / "zh_CN" / "LC_MESSAGES" / "hallctl.po"
MAKERS = {"Usage", "Refused", "NotFound", "Conflict", "BadInput", "HallFileTrouble", "Note",
          "RowError", "note", "Finding"}  # fmt: skip


def codes() -> set[str]:
    """Every literal code that is handed to an error, a note or a row error."""
    found = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = (
                node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            )
            if name not in MAKERS:
                continue
            for one in [*node.args[:1], *(k.value for k in node.keywords if k.arg == "code")]:
                for part in ast.walk(one):
                    if isinstance(part, ast.Constant) and re.fullmatch(
                        r"[a-z_]+\.[a-z_]+", str(part.value)
                    ):
                        found.add(part.value)
    return found


def sources() -> set[str]:
    """Every text that the program marks for translation."""
    found = extract_from_dir(
        ROOT, keywords={"_": None, "N_": None, "Figure": (3,)}, method_map=[("**.py", "python")]
    )
    return {str(one[2]) for one in found}


def catalogue() -> dict[str, str]:
    """The Chinese of every sentence; a fuzzy or empty entry counts as none."""
    entries = read_po(io.BytesIO(PO.read_bytes()), locale="zh_CN")
    return {
        str(one.id): str(one.string) for one in entries if one.id and one.string and not one.fuzzy
    }


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_code_has_a_sentence(code: str) -> None:
    """No code reaches a person as a code."""
    assert messages.known(code), code


def test_every_sentence_has_its_chinese() -> None:
    """The catalogue holds exactly the sentences of the program: none missing, fuzzy or left over."""
    typer_own = import_module("hallctl.messages.typer_words").SAID_BY_TYPER
    wanted, have = sources() | set(typer_own), set(catalogue())
    assert sorted(wanted - have) == []
    assert sorted(have - wanted) == []


def test_every_reading_is_extracted() -> None:
    """The reading beside a figure is spoken in both languages too."""
    from hallctl.policy import FIGURES

    assert {figure.reading for figure in FIGURES.values()} <= sources()


def test_translations_keep_the_placeholders() -> None:
    """A translation names the same values as the sentence it translates."""
    for english, chinese in catalogue().items():
        assert set(re.findall(r"\{(\w+)", english)) == set(re.findall(r"\{(\w+)", chinese)), english


def test_every_message_module_names_its_own_codes() -> None:
    """A code is found through its first part, so a module may only hold codes that begin with it."""
    for path in (ROOT / "messages").glob("*.py"):
        module = import_module(f"hallctl.messages.{path.stem}")
        for code in getattr(module, "MESSAGES", {}):
            assert code.startswith(path.stem + "."), code
