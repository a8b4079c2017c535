"""The rooms of docs/architecture.md: who may import whom."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent / "hallctl"

PURE = {
    "policy",
    "law",
    "blanks",
    "service",
    "lifecycle",
    "workdays",
    "attendance",
    "taps",
    "freehours",
    "rostering",
    "figures",
    "statutory",
    "model",
    "posts",
    "handover",
    "reports",
    "papers",
    "registers",
    "spans",
    "takeover",
    "shares",
    "initials",
    "complaints",
    "appraised",
    "appraising",
    "ledger",
    "workstudy",
}
MAY = {
    "model": set(),
    "errors": set(),
    "reports": {"model"},
    "posts": {"law", "model", "errors"},
    "handover": {"law", "model", "errors"},
    "papers": set(),
    "registers": set(),
    "spans": set(),
    "takeover": set(),
    "shares": set(),
    "statutory": {"model"},
    "workdays": {"model", "errors", "statutory"},
    "attendance": {"model", "errors"},
    "freehours": {"model", "spans"},
    "rostering": {"model"},
    "taps": {"attendance", "model"},
    "figures": {"model", "errors"},
    "lifecycle": {"errors"},
    "blanks": set(),
    "law": {"errors"},
    "policy": {"law", "model", "errors", "workdays", "takeover", "shares"},
    "service": {"policy", "model", "errors", "workdays"},
    "appraised": set(),
    "appraising": {"appraised", "policy", "model", "errors"},
    "workstudy": {"policy", "model", "errors"},
    "ledger": {"policy", "model", "errors", "workdays"},
    "complaints": {"policy", "model", "errors", "workdays"},
    "clock": {"errors", "model"},
    "config": {"errors"},
    "store": {"model", "errors"},
    "guide": set(),
    "initials": set(),
    "files": {"errors"},
    "sheets": {
        "model",
        "appraised",
        "reports",
        "registers",
        "blanks",
        "papers",
        "guide",
        "files",
        "errors",
    },
    "pages": {"guide"},
    "messages": {"model", "errors"},
    "show": {"messages", "model", "errors"},
    "office": PURE | {"errors", "store", "sheets", "pages", "guide", "files"},
    "commands": {"office", "show", "messages", "model", "errors", "clock", "config"},
    "cli": {"commands", "show", "messages", "errors", "hallctl"},
    "__main__": {"cli", "config", "messages", "errors"},
    "hallctl": set(),
}
OUTSIDE = {
    "typer": {"cli", "commands"},
    "sqlite3": {"store", "office"},
    "sqlite_utils": {"store"},
    "openpyxl": {"sheets"},
    "icalendar": {"sheets"},
    "dateutil": {"sheets"},
    "python_calamine": {"sheets"},
    "tabulate": {"show"},
    "pendulum": {"commands"},
    "chinese_calendar": {"office"},
}


LONGEST = {"policy.py": 900}


def room_of(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    return "hallctl" if first == "__init__.py" else first.removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at the top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "hallctl":
                yield from (f"hallctl.{alias.name}" for alias in node.names)
            else:
                yield node.module


FILES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_the_rooms_below_it(path: Path) -> None:
    """Imports run one way, from the commands down to the model."""
    room = room_of(path)
    for module in imports(path):
        if not module.startswith("hallctl"):
            continue
        other = module.split(".")[1] if "." in module else "hallctl"
        other = "hallctl" if other == "__version__" else other
        assert other == room or other in MAY[room], f"{room} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_library_is_known_in_its_own_room_only(path: Path) -> None:
    """Typer lives in the commands, SQL in the store, spreadsheets in the sheets; pure rooms are pure."""
    room = room_of(path)
    for module in imports(path):
        top = module.split(".")[0]
        if top in OUTSIDE:
            assert room in OUTSIDE[top], f"{room} imports {module}"
        elif room in PURE and top != "hallctl":
            assert top in sys.stdlib_module_names, f"{room} imports {module}"
            assert top not in {"sqlite3", "random", "time", "gettext", "locale"}
        assert top != "click", "Typer carries its own Click"


def test_only_the_clock_asks_for_the_time() -> None:
    """clock.py is the only place that calls now() or today()."""
    for path in FILES:
        if path.name == "clock.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = ast.unparse(node.func.value)
                assert not (
                    node.func.attr in {"now", "today", "utcnow"}
                    and owner in {"datetime", "date", "datetime.datetime", "pendulum"}
                ), f"{path.name}: {ast.unparse(node)}"


def test_no_file_becomes_a_drawer() -> None:
    """A file stays below 320 lines, the rules and the records apart; no room is called utils."""
    for path in FILES:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= LONGEST.get(path.name, 320), f"{path.name}: {lines} lines"
        assert path.stem not in {"utils", "util", "helpers", "common", "misc"}


def test_no_function_is_longer_than_a_screen() -> None:
    """No function has more than 60 lines."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                assert length <= 60, f"{path.name}:{node.name} has {length} lines"
