"""What scripts rely on: one JSON object, exit codes, formats, two languages."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import HALL, ROOT, Run


def test_success_has_one_shape(hall: Run) -> None:
    """One object with the version, the command's name, and nothing on stderr that scripts would miss."""
    found = hall("term", "list", "--json").json
    assert list(found) == ["hallctl", "command", "ok", "exit_code", "data", "warnings", "errors"]
    assert (found["hallctl"], found["command"], found["ok"], found["exit_code"]) == (
        1,
        "term list",
        True,
        0,
    )


@pytest.mark.parametrize(
    ("words", "command", "status"),
    [
        (("case", "show", "99"), "case show", 4),
        (("case", "sho", "99"), "case sho", 2),
        (("cas", "show"), "cas show", 2),
        (("case", "close", "1"), "case close", 2),
        (("case", "close", "1", "--result", "granted", "--foo"), "case close", 2),
        (("calendar", "due", "--accepted", "2026-11-24", "--days", "x"), "calendar due", 2),
        (("signin", "999"), "signin", 4),
    ],
)
def test_failures_have_the_same_shape(
    hall: Run, words: tuple[str, ...], command: str, status: int
) -> None:
    """Usage errors included: data, errors with code and message, ok false."""
    found = hall(*words, "--json", code=status).json
    assert (found["command"], found["ok"], found["exit_code"]) == (command, False, status)
    assert all(one["code"] and one["message"] for one in found["errors"])
    assert found["errors"]


def test_usage_errors_for_people(hall: Run) -> None:
    """The word that was not understood, the nearest one, and where help is."""
    ran = hall("calender", code=2)
    assert "calendar" in ran.err
    assert "hallctl --help" in ran.err
    assert "--accepted" in hall("calendar", "due", "--days", "3", code=2).err
    assert (
        "--days" in hall("calendar", "due", "--accepted", "2026-11-24", "--dais", "3", code=2).err
    )
    assert hall("case", code=2).out.startswith("Usage: hallctl case")


def test_lists_come_in_every_form(hall: Run) -> None:
    """A table for the eye; csv, tsv and ndjson with English keys for scripts; json is the envelope."""
    words = ("window", "list", "--format")
    table = hall(*words, "table").out
    assert "综合事务窗口" in table
    assert "Window no." in table.splitlines()[0]
    read = list(csv.DictReader(io.StringIO(hall(*words, "csv").out)))
    assert (len(read), read[0]["window_no"], read[0]["category"]) == (12, "W01", "综合事务")
    assert hall(*words, "tsv").out.split("\n")[1].split("\t")[0] == "W01"
    lines = [json.loads(line) for line in hall(*words, "ndjson").out.splitlines()]
    assert lines == hall(*words, "json").data == hall("window", "list", "--json").data
    assert hall(*words, "xml", code=2).err


def test_identifiers_survive_every_form(hall: Run) -> None:
    """Leading zeros and codes like 2024E01 are text everywhere."""
    for form in ("table", "csv", "tsv", "ndjson", "json"):
        assert "0240601001" in hall("roster", "list", "--format", form).out


def test_words_go_to_stderr(hall: Run) -> None:
    """An act prints its one line on stderr; --quiet keeps it."""
    words = (
        "case",
        "open",
        "--item",
        "SX002",
        "--applicant-no",
        "1",
        "--all-materials",
        "--at",
        "2026-11-16T09:00",
    )
    ran = hall(*words)
    assert (ran.out, ran.err.count("\n")) == ("", 1)
    quiet = hall("--quiet", *words, "--ref", "K")
    assert (quiet.out, quiet.err) == ("", "Note: Case 2026-000002 looks like 2026-000001: same applicant, item"
                                          " and day. To take it back: hallctl undo.\n")  # fmt: skip


def test_a_dry_run_keeps_nothing(hall: Run) -> None:
    """The real act, rolled back, shown as usual."""
    words = (
        "case",
        "open",
        "--item",
        "SX002",
        "--applicant-no",
        "1",
        "--all-materials",
        "--at",
        "2026-11-16T09:00",
    )
    before = hall("audit", "log", "--json").data
    ran = hall(*words, "--dry-run", "--json")
    assert (ran.data["dry_run"], ran.data["case_no"], ran.json["dry_run"]) == (
        True,
        "2026-000001",
        True,
    )
    assert hall(*words, "--dry-run").err.startswith("Dry run: ")
    assert hall("audit", "log", "--json").data == before
    assert hall("case", "list", "--json").data == []


def outside(folder: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run hallctl as a process of its own."""
    clean = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "hallctl", *words], cwd=folder, env={**clean, **environ},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("environ", "missing", "usage"),
    [
        ({}, "没有数据文件", "用法："), ({"LANG": "en_US.UTF-8"}, "There is no hall file", "Usage:"),
        ({"HALLCTL_LANG": "zh_CN", "LANG": "en_US.UTF-8"}, "没有数据文件", "用法："),
    ],
)  # fmt: skip
def test_both_languages(tmp_path: Path, environ: dict[str, str], missing: str, usage: str) -> None:
    """Chosen before the tree is built: help, usage errors and messages alike; codes never change."""
    ran = outside(tmp_path, "--db", "x.db", "status", **environ)
    assert (ran.returncode, missing in ran.stderr) == (7, True)
    helped = outside(tmp_path, "case", "open", "--help", **environ)
    assert (helped.returncode, helped.stdout.startswith(usage)) == (0, True)
    found = json.loads(outside(tmp_path, "--db", "x.db", "status", "--json", **environ).stdout)
    assert found["errors"][0]["code"] == "hall_file.missing"
    assert missing in found["errors"][0]["message"]


WRONG = (
    (("signin", "999"), 4, "没有学号/工号或姓名为“999”的人员"),
    (("case", "open", "--item", "登月", "--applicant-no", "1"), 4, "没有编码或名称为“登月”的事项"),
    (
        ("case", "open", "--item", "SX002", "--applicant-no", "1", "--promise-days", "6"),
        3,
        "不能承诺 6 个工作日",
    ),
    (("init", "--effective-from", "2026-10-01"), 5, "已是数据文件，但内容不同"),
    (("roster", "import", HALL / "broken.xlsx"), 6, "无法读取"),
    (("calendar", "due", "--accepted", "2026-13-01", "--days", "3"), 2, "“2026-13-01”不是日期"),
    (("--db", "none.db", "status"), 7, "没有数据文件"),
    (("--db", "text.db", "status"), 7, "不是数据文件"),
    (("case", "close", "7", "--result", "granted"), 4, "没有办件 2026-000007"),
    (("signin", "T1001", "--at", "2026-08-31T08:30"), 3, "早于办法施行日期"),
    (
        ("roster", "import", HALL / "roster_bad.xlsx"),
        6,
        "【花名册】 第 5 行 “学号/工号”列 “2.4E+09”：数字已丢失位数",
    ),
)


@pytest.mark.parametrize(("words", "status", "said"), WRONG, ids=lambda one: str(one)[:40])
def test_every_kind_of_wrong_input_has_its_message(
    hall: Run, tmp_path: Path, words: tuple[object, ...], status: int, said: str
) -> None:
    """In Chinese and in English, with the code, and with every value filled in."""
    from hallctl import messages

    (tmp_path / "text.db").write_text("x")
    messages.use("zh_CN")
    chinese = hall(*words, code=status).err
    assert said in chinese
    messages.use("en")
    english = hall(*words, code=status).err
    assert english.splitlines()[-1].startswith("Error: ")
    for text in (chinese, english):
        assert "{" not in text


def test_chinese_help_is_chinese_to_the_end(tmp_path: Path) -> None:
    """No English sentence of Typer is left in the help of a command."""
    text = outside(tmp_path, "case", "open", "--help").stdout
    for word in ("Usage", "Options", "Show this", "required", "default", "Commands"):
        assert word not in text


def test_a_bad_configuration_still_gets_its_message(tmp_path: Path) -> None:
    """An unreadable hallctl.toml and an unknown language are usage errors, as JSON too."""
    ran = outside(tmp_path, "status", "--json", HALLCTL_LANG="fr")
    assert (ran.returncode, json.loads(ran.stdout)["errors"][0]["code"]) == (
        2,
        "usage.unknown_language",
    )
    (tmp_path / "hallctl.toml").write_text("lang = [")
    ran = outside(tmp_path, "--db", str(tmp_path / "hall.db"), "status", "--json")
    assert (ran.returncode, json.loads(ran.stdout)["errors"][0]["code"]) == (2, "usage.bad_config")


def test_version_and_board(tmp_path: Path) -> None:
    """--version says the version; bare hallctl is the board."""
    from hallctl import __version__

    assert outside(tmp_path, "--version").stdout == f"hallctl {__version__}\n"
    assert outside(tmp_path, HALLCTL_DB="x.db").returncode == 7


def test_output_redirected_under_a_chinese_code_page(tmp_path: Path) -> None:
    """Rare hanzi do not crash a redirected GBK terminal."""
    ran = outside(tmp_path, "policy", "--help", PYTHONIOENCODING="gbk")
    assert ran.returncode == 0


def test_a_closed_pipe_is_no_error(hall: Run, tmp_path: Path) -> None:
    """``hallctl ... | head -1`` ends well."""
    command = f"{sys.executable} -m hallctl --db hall.db policy list --format csv | head -1; exit ${{PIPESTATUS[0]}}"
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, env=environ, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
