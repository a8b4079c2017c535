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


def test_page_counts_are_exact_or_within_bounds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A slip is one page, a month's report as many as its hall needs and no more."""
    Workbook().save(tmp_path / "b.xlsx")
    (tmp_path / "b.pdf").touch()
    page = [Word(text, 0, 20 * n, 9, 20 * n + 9) for n, text in enumerate("甲乙丙")]
    monkeypatch.setattr(paper, "read_pdf", lambda _pdf: [page, page])
    for wanted in (2, range(1, 3), None):
        assert list(paper.look(tmp_path / "b.xlsx", {"b": wanted})) == []
    assert list(paper.look(tmp_path / "b.xlsx", {"b": 1})) == ["b: 2 pages instead of 1"]
    assert list(paper.look(tmp_path / "b.xlsx", {"b": range(3, 6)})) == [
        "b: 2 pages instead of 3 to 5"
    ]


def test_a_hall_of_another_size_is_made_up_of_its_numbers(tmp_path: Path) -> None:
    """Nobody is at two shifts at once, and each run makes the same files."""
    from fixtures import sizes

    for size in sizes.SIZES:
        found = [(one.on, one.window, one.person, one.start) for one in sizes.duties(size)]
        assert len(found) == len(set(found))
        assert len({(window, person) for _on, window, person, _start in found}) == (
            size.windows * size.people
        )
        made = []
        for name in ("one", "two"):
            folder = tmp_path / size.name / name
            folder.mkdir(parents=True)
            list(sizes.commands(size, folder))
            made.append({path.name: path.read_bytes() for path in folder.iterdir()})
        assert made[0] == made[1]
