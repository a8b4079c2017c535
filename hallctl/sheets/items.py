"""The catalogue of service items (Art. 4, 8, 9), with the papers of each."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import RowError
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_tables
from hallctl.sheets.headers import Fields, find_table
from hallctl.sheets.read import Book, Parsed, read_book

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

PAPERS = Fields(
    {
        "item_code": ("事项编码", "事项编号", "编码"),
        "name": ("材料名称", "名称"),
        "required": ("必需", "是否必需", "必须"),
        "copies": ("份数",),
        "form": ("原件/复印件", "材料形式", "形式"),
        "standard": ("要求", "规格", "材料要求"),
        "obtain": ("获取途径", "来源", "获取方式"),
    },
    ("item_code", "name", "copies"),
)

TIERS = {
    **dict.fromkeys(("即办件", "instant"), "instant"),
    **dict.fromkeys(("承诺件", "promised"), "promised"),
    **dict.fromkeys(("校级研究件", "college"), "college"),
    **dict.fromkeys(("上报件", "superior"), "superior"),
}
_YES_NO = {**dict.fromkeys(("是", "必需", "必须", "√", "1", "y", "yes"), "yes"),
           **dict.fromkeys(("否", "非必需", "可选", "0", "n", "no"), "no")}  # fmt: skip


class PaperLine(NamedTuple):
    """One paper of an item."""

    name: str
    required: bool = True
    copies: int = 1
    form: str | None = None
    standard: str | None = None
    obtain: str | None = None


class ItemLine(NamedTuple):
    """One item as the file has it; ``window`` is a number or a name, None fields were not said."""

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
    departments: tuple[tuple[int, str], ...]


def parse_items(path: Path, mapping: Mapping[str, str] | None = None) -> Parsed[ItemLine]:
    """Read the items of a file; papers listed on a sheet of their own win over the cell."""
    book = read_book(path)
    papers, faults = _papers(book)
    lists = [sheet for sheet in book.sheets if find_table(sheet, PAPERS) is None]
    parsed = read_tables(
        book._replace(sheets=lists), FIELDS, _line, mapping, key=lambda one: one.item_code
    )
    rows = [
        row._replace(papers=tuple(papers.get(row.item_code, row.papers))) for row in parsed.rows
    ]
    return parsed._replace(rows=rows, errors=[*parsed.errors, *faults])


def _line(cells: Cells, _errors: list[RowError]) -> ItemLine:
    tier = cells.choice("tier", TIERS, code="sheet.unknown_tier")
    if not tier and not cells.text("tier"):
        cells.bad("tier", "sheet.required")
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
        tuple(PaperLine(name) for name in split_materials(cells.prose("materials"))),
        tuple(split_departments(cells.text("departments"))),
    )


def _days(cells: Cells, tier: str) -> int | None:
    text = cells.text("promise_days").replace(" ", "")
    if not text:
        return 0 if tier == "instant" else None
    found = re.fullmatch(r"(\d+)(?:个?工作日|天|日)?(?:内|以内)?", text)
    if found:
        return int(found[1])
    if text in {"当场", "当场办结", "即时", "即办", "立即", "当日"}:
        return 0
    cells.bad("promise_days", "sheet.bad_days")
    return None


def _papers(book: Book) -> tuple[dict[str, list[PaperLine]], list[RowError]]:
    found: dict[str, list[PaperLine]] = {}
    errors: list[RowError] = []
    for sheet in book.sheets:
        table = find_table(sheet, PAPERS)
        for record in table.records if table else ():
            cells = Cells(record, errors, [])
            code = cells.identifier("item_code", required=True)
            name = cells.text("name", required=True)
            required = cells.choice("required", _YES_NO, code="sheet.bad_yes_no") != "no"
            copies = cells.whole("copies")
            paper = PaperLine(
                name, required, 1 if copies is None else copies,
                cells.prose("form") or None,
                cells.prose("standard") or None,
                cells.prose("obtain") or None,
            )  # fmt: skip
            found.setdefault(code, []).append(paper)
    return found, errors


def split_materials(text: str) -> list[str]:
    """The papers in a cell: one per line, ； or number; by 、 only when there is nothing else."""
    text = text.strip()
    if re.search(r"[\n；;]", text) or re.match(r"\s*[(（]?\d+[.、)）．]", text):
        parts = re.split(r"[\n；;]|(?<![\d.])[(（]?\d+(?:[、)）]|[.．](?!\d))", text)
    else:
        parts = re.split(r"、", text)
    return [name for part in parts if (name := part.strip(" 　。，,、"))]


def split_departments(text: str) -> list[tuple[int, str]]:
    """(step, department): 、 side by side, → in order."""
    found = []
    for step, group in enumerate(re.split(r"→|->|⇒", text), 1):
        names = [name.strip() for name in re.split(r"[、,，;；]", group)]
        found += [(step, name) for name in names if name]
    return found
