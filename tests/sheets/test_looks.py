"""``make looks`` sees what is wrong on paper; these are its negative controls, without LibreOffice."""

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from fixtures import looks, paper
from fixtures.paper import Word


def test_lines_over_lines_are_seen() -> None:
    """A line that hangs into the next row is told; lines side by side or below each other are not."""
    fine = [Word("甲", 0, 0, 50, 14), Word("乙", 0, 15, 50, 29), Word("丙", 60, 0, 90, 14)]
    assert list(paper.overlapping(fine)) == []
    hanging = Word("丁", 0, 9, 50, 23)
    assert [(one.text, other.text) for one, other in paper.overlapping([*fine, hanging])] == [
        ("甲", "丁"), ("丁", "乙"),
    ]  # fmt: skip


def test_lost_text_is_seen(tmp_path: Path) -> None:
    """Cut off at the right, or a number that does not fit."""
    book = tmp_path / "月报.xlsx"
    texts = ["申请人", "艾一鸣"]
    assert list(paper.missing(book, texts, ["申请人", "艾一", "鸣", "第1页"])) == []
    assert [line.split("：")[0] for line in paper.missing(book, texts, ["申请人", "艾一"])] == [
        "月报: “鸣” is missing 1 times, as in “艾一鸣”"
    ]
    assert "does not fit" in next(iter(paper.missing(book, [], ["####"])))


def test_only_what_is_printed_is_compared(tmp_path: Path) -> None:
    """Cells outside the print area and hidden sheets are left alone."""
    book = Workbook()
    book.active.append(["印", "不印"])
    book.active.print_area = "A1:A1"
    book.create_sheet("藏")["A1"] = "藏"
    book["藏"].sheet_state = "hidden"
    book.save(tmp_path / "b.xlsx")
    assert paper.cell_texts(tmp_path / "b.xlsx") == ["印"]


def test_what_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without LibreOffice it says how to install it, and touches nothing."""
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "soffice" else name)
    assert looks.main(tmp_path / "looks") == 2
    assert "libreoffice" in capsys.readouterr().err
    assert not (tmp_path / "looks").exists()


def test_a_workbook_without_pdf_is_a_fault(tmp_path: Path) -> None:
    """What LibreOffice could not read is no silent success."""
    assert list(paper.look(tmp_path / "x.xlsx", {})) == ["x: LibreOffice made no PDF"]
