"""Ready-to-fill workbooks: what is filled in is what the importers read."""

import sqlite3
from pathlib import Path

import pytest
from conftest import Run
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from hallctl.sheets import case_steps, cases, duty, roster, surveys, windows
from hallctl.sheets import items as catalogue
from hallctl.sheets.headers import Fields, find_table
from hallctl.sheets.items.papers import PAPERS
from hallctl.sheets.punches import table as punches
from hallctl.sheets.read import read_book
from hallctl.sheets.templates import KINDS, Page, template_of

READ_BY: dict[str, tuple[str, list[Fields]]] = {
    "roster": ("roster", [roster.FIELDS]),
    "windows": ("window", [windows.FIELDS]),
    "items": ("item", [catalogue.FIELDS, PAPERS]),
    "duty": ("duty", [duty.FIELDS]),
    "cases": ("case", [cases.FIELDS, case_steps.FIELDS]),
    "punches": ("attendance", [punches.FIELDS]),
    "ratings": ("rating", [surveys.FIELDS]),
}


def fill(book: Workbook, page: Page, values: list[object]) -> None:
    """Type one row into the first empty one under the head."""
    sheet = book[page.name]
    head = next(row for row in sheet.iter_rows() if row[1].value == page.fields[1].title)
    for cell, value in zip(head, values, strict=True):
        if value != "":
            sheet.cell(cell.row + 1, cell.column).value = value


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_a_template_are_imported_as_they_stand(
    hall: Run, tmp_path: Path, kind: str
) -> None:
    """Every example is typed under its header, and the importer takes the file without a remark."""
    hall("template", kind, "--out", f"{kind}.xlsx")
    book = load_workbook(tmp_path / f"{kind}.xlsx")
    for page in template_of(kind).pages:
        fill(book, page, [one.example for one in page.fields])
    book.save(tmp_path / f"{kind}.xlsx")
    noun, _fields = READ_BY[kind]
    ran = hall(noun, "import", f"{kind}.xlsx", "--json")
    assert ran.data["rejected"] == 0
    assert ran.data["added"] >= 1
    assert ran.codes == []
    again = hall(noun, "import", f"{kind}.xlsx", "--json")
    assert again.data["already"] is True


@pytest.mark.parametrize("kind", KINDS)
def test_every_header_is_one_that_the_importer_reads(run: Run, tmp_path: Path, kind: str) -> None:
    """Before there is a hall, too; no column is ignored, and the explanation is no table."""
    made = run("template", kind, "--json").data
    noun, every = READ_BY[kind]
    assert made["reads_it"] == f"hallctl {noun} import"
    book = read_book(tmp_path / made["path"])
    pages = template_of(kind).pages
    assert [one.name for one in book.sheets][: len(pages) + 1] == [
        *(one.name for one in pages),
        "填写说明",
    ]
    for page, fields, sheet in zip(pages, every, book.sheets, strict=False):
        row = next(one for one in sheet.rows if one.cells[1] == page.fields[1].title)
        row.cells[:] = [one.title for one in page.fields]
        found = find_table(sheet, fields)
        assert found is not None
        assert found.ignored == []
        named = {one.title for one in page.fields if one.required}
        assert len(named) >= len(fields.required)
    for sheet in book.sheets[len(pages) :]:
        assert not any(find_table(sheet, fields) for fields in every)


def test_a_template_left_empty_writes_nothing(hall: Run, tmp_path: Path) -> None:
    """The example people of the explanation never come into the hall."""
    hall("template", "roster")
    ran = hall("roster", "import", "roster.xlsx", "--json", code=None)
    assert ran.json.get("data", {}).get("added", 0) == 0
    with sqlite3.connect(tmp_path / "hall.db") as db:
        assert not db.execute("SELECT 1 FROM staff WHERE staff_no = '0260100001'").fetchall()


def test_the_drop_downs_offer_the_halls_own_words(hall: Run, tmp_path: Path) -> None:
    """Windows and items come from the hall; a kind of case can only be one that the importer knows."""
    hall("template", "cases")
    book = load_workbook(tmp_path / "cases.xlsx")
    words = {cell.value for row in book["选项"].iter_rows() for cell in row}
    assert {"综合事务窗口", "在读证明", "承诺件"} <= words
    assert book["选项"].sheet_state == "hidden"
    offers = {
        str(one.sqref).split(":")[0].rstrip("0123456789"): one
        for one in book["办件"].data_validations.dataValidation
    }
    titles = [one.title for one in template_of("cases").pages[0].fields]
    letter = dict(zip(titles, "ABCDEFGHIJKLMNOPQ", strict=True))
    assert set(offers) == {letter[one] for one in ("事项", "窗口", "办件类型", "结果")}
    assert offers[letter["办件类型"]].showErrorMessage
    assert not offers[letter["事项"]].showErrorMessage


def test_the_words_of_every_drop_down_are_known_to_the_importer() -> None:
    """No choice leads to a bad row."""
    known = {
        "岗位": set(roster.ROLES),
        "办件类型": set(catalogue.TIERS),
        "步骤": set(case_steps.STEPS),
        "结果": set(cases.RESULTS),
        "审定结果": set(case_steps.VERDICTS),
        "评价": set(case_steps.LEVELS),
        "满意度": set(surveys.LEVELS),
        "签到/签退": set(punches.DIRECTIONS),
    }
    met = set()
    for kind in KINDS:
        for page in template_of(kind).pages:
            for field in page.fields:
                if field.choices and field.title in known:
                    assert set(field.choices) <= known[field.title], field.title
                    met.add(field.title)
    assert met == set(known)


def test_empty_cells_keep_leading_zeros_and_a_template_is_the_same_twice(
    hall: Run, tmp_path: Path
) -> None:
    """Numbers of people are text cells before anybody types; the same hall gives the same bytes."""
    first = hall("template", "roster", "--json").data
    second = hall("template", "roster", "--out", "again.xlsx", "--json").data
    assert first["sha256"] == second["sha256"]
    sheet = load_workbook(tmp_path / "roster.xlsx")["花名册"]
    assert [sheet.cell(3, n).number_format for n in (1, 8)] == ["@", "yyyy-mm-dd"]
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$2", "A3")


def test_the_explanation_repeats_no_head(run: Run, tmp_path: Path) -> None:
    """It has a table per sheet, so a head that came again on the next page would be the wrong one."""
    run("template", "items")
    about = load_workbook(tmp_path / "items.xlsx")["填写说明"]
    assert not about.print_title_rows
    assert not about.freeze_panes
    heads = [cell.row for cell in about["A"] if cell.value == "工作表“材料清单”"]
    assert [one.id + 1 for one in about.row_breaks.brk] == heads


def test_another_sheet_without_a_table_is_still_told(hall: Run, tmp_path: Path) -> None:
    """Only the template's own sheets are passed over in silence."""
    hall("template", "windows")
    book = load_workbook(tmp_path / "windows.xlsx")
    for page in template_of("windows").pages:
        fill(book, page, [one.example for one in page.fields])
    book.create_sheet("备忘")["A1"] = "记得盖章"
    book.save(tmp_path / "windows.xlsx")
    assert hall("window", "import", "windows.xlsx", "--json").codes == ["sheet.skipped"]
