"""The catalogue of service items (Art. 4, 8, 9): one line per item, the papers of each on a second sheet."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import BadInput, RowError
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import as_one, read_books, read_tables
from hallctl.sheets.headers import Fields
from hallctl.sheets.items.papers import PaperLine, Papers, is_paper_list
from hallctl.sheets.items.words import (
    NO_PAPERS,
    TIERS,
    department_fault,
    split_departments,
    split_materials,
    tiers_of_steps,
)
from hallctl.sheets.read import Parsed

FIELDS = Fields(
    {
        "item_code": ("事项编码", "事项编号", "编码", "编号"),
        "name": ("事项名称", "名称", "服务事项"),
        "category": ("类别", "业务类别", "服务类别"),
        "window": ("窗口", "办理窗口", "受理窗口", "窗口名称", "窗口编号"),
        "tier": ("办件类型", "类型"),
        "promise_days": ("承诺时限", "办理时限", "承诺期限", "时限"),
        "departments": ("涉及部门", "联办部门", "办理部门"),
        "basis": ("设定依据", "依据"),
        "conditions": ("申办条件", "办理条件"),
        "materials": ("申报材料", "申请材料", "所需材料"),
        "procedure": ("办理程序", "办理流程"),
        "fee_basis": ("收费依据",),
        "fee_standard": ("收费标准",),
        "from_on": ("生效日期", "启用日期"),
    },
    ("item_code", "name", "tier"),
)


_DAYS = re.compile(r"(\d+)(?:个?工作日|天|日)?(?:内|以内)?")
_AT_ONCE = {"当场", "当场办结", "即时", "即办", "立即", "当日"}


class ItemLine(NamedTuple):
    """One item as the file has it; ``window`` is a number or a name."""

    sheet: str
    row: int
    item_code: str
    name: str
    category: str
    window: str
    tier: str
    promise_days: int | None
    basis: str
    conditions: str
    procedure: str
    fee_basis: str
    fee_standard: str
    from_on: date | None
    papers: tuple[PaperLine, ...]
    no_papers: bool
    """The file says that the item needs none, which is not the same as saying nothing."""
    departments: tuple[tuple[int, str, int | None], ...]
    """(step, department, working days of its own): equal steps decide side by side."""
    step_tiers: tuple[str, ...]
    """The kinds that steps need of their own (Art. 8)."""
    absent: frozenset[str]
    """Fields without a column: what is on record about them stays."""


def parse_items(
    paths: Sequence[Path], mapping: Mapping[str, str] | None = None
) -> Parsed[ItemLine]:
    """Read the items of some files as one; papers listed on a sheet of their own win over the cell.

    The list of papers may be a file of its own. Raises BadInput when there is no list of items, or
    nothing in it.
    """
    books = read_books(paths)
    papers = Papers()
    lists = []
    for place, book in enumerate(books):
        sheets = [sheet for sheet in book.sheets if is_paper_list(sheet, FIELDS, mapping)]
        for sheet in sheets:
            papers.read(place, sheet, mapping)
        lists.append(book._replace(sheets=[one for one in book.sheets if one not in sheets]))
    codes: set[str] = set()

    def line(cells: Cells, _errors: list[RowError]) -> ItemLine:
        found = _line(cells)
        codes.add(found.item_code)
        return found

    parsed = read_tables(as_one(lists), FIELDS, line, mapping, key=lambda one: one.item_code)
    if not parsed.rows and not parsed.errors:
        raise BadInput("sheet.no_rows", path="、".join(str(path) for path in paths))
    return _with_papers(parsed, papers, codes)


def _with_papers(parsed: Parsed[ItemLine], papers: Papers, codes: set[str]) -> Parsed[ItemLine]:
    """Every item with its list; one whose list has bad rows is bad itself, lest it be half a list."""
    lists, bad = papers.lists(codes)
    rows = []
    errors = [*parsed.errors, *papers.errors]
    for row in parsed.rows:
        if row.item_code in bad:
            errors.append(
                RowError(
                    "sheet.papers_bad", row.sheet, row.row, None, row.item_code,
                    {"rows": bad[row.item_code]},
                )
            )  # fmt: skip
        if listed := lists.get(row.item_code):
            row = row._replace(papers=listed, no_papers=False, absent=row.absent - {"materials"})
        rows.append(row)
    return parsed._replace(
        rows=rows,
        errors=errors,
        notes=[*parsed.notes, *papers.notes],
        ignored=list(dict.fromkeys([*parsed.ignored, *papers.ignored])),
        not_kept=list(dict.fromkeys([*parsed.not_kept, *papers.not_kept])),
    )


def _line(cells: Cells) -> ItemLine:
    tier = cells.choice("tier", TIERS, code="sheet.unknown_tier")
    if not tier and not cells.text("tier"):
        cells.bad("tier", "sheet.required")
    listed = cells.prose("materials")
    none_needed = listed.strip("。. ") in NO_PAPERS
    return ItemLine(
        cells.record.sheet,
        cells.record.row,
        cells.identifier("item_code", required=True),
        cells.text("name", required=True),
        cells.text("category"),
        cells.text("window"),
        tier,
        _days(cells, tier),
        cells.prose("basis"),
        cells.prose("conditions"),
        cells.prose("procedure"),
        cells.prose("fee_basis"),
        cells.prose("fee_standard"),
        cells.day("from_on"),
        () if none_needed else _papers_of_cell(cells, listed),
        none_needed,
        _departments(cells),
        tuple(tiers_of_steps(cells.text("departments"))),
        frozenset(field for field in FIELDS.known if not cells.has(field)),
    )


def _days(cells: Cells, tier: str) -> int | None:
    """The working days of a cell, 0 for on the spot; what does not go with the tier is a fault."""
    text = cells.text("promise_days").replace(" ", "")
    if not text:
        return 0 if tier == "instant" else None
    found = _DAYS.fullmatch(text)
    if not found and text not in _AT_ONCE:
        cells.bad("promise_days", "sheet.bad_days")
        return None
    days = int(found[1]) if found else 0
    if tier == "instant" and days:
        cells.bad("promise_days", "sheet.instant_with_days")
    if tier not in {"", "instant"} and not days:
        cells.bad("promise_days", "sheet.on_the_spot_not_instant")
    return days


def _papers_of_cell(cells: Cells, listed: str) -> tuple[PaperLine, ...]:
    names = split_materials(listed)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        cells.bad("materials", "sheet.paper_twice", papers=twice)
    return tuple(PaperLine(name) for name in names)


def _departments(cells: Cells) -> tuple[tuple[int, str, int | None], ...]:
    found = split_departments(cells.text("departments"))
    if code := department_fault(found):
        cells.bad("departments", code)
    return tuple(found)


__all__ = [
    "FIELDS", "TIERS", "ItemLine", "PaperLine", "parse_items", "split_departments", "split_materials",
]  # fmt: skip
