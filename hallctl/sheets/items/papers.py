"""The list of papers (材料清单): what each item asks for, in which form, and where to get it (Art. 25)."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from hallctl.errors import Note, RowError
from hallctl.sheets.cells import Cells
from hallctl.sheets.headers import Fields, find_table
from hallctl.sheets.read import Sheet

PAPERS = Fields(
    {
        "item_code": ("事项编码", "事项编号", "编码"),
        "name": ("材料名称", "材料"),
        "required": ("必需", "是否必需", "必须"),
        "copies": ("份数",),
        "form": ("原件/复印件", "材料形式", "形式"),
        "standard": ("要求", "规格", "材料要求"),
        "obtain": ("获取途径", "来源", "获取方式"),
    },
    ("item_code", "name"),
)

_YES_NO = {**dict.fromkeys(("是", "必需", "必须", "√", "1", "y", "yes"), "yes"),
           **dict.fromkeys(("否", "非必需", "可选", "0", "n", "no"), "no")}  # fmt: skip
_COPIES = re.compile(r"(?:一式)?(\d+|[一两二三四五])份?")
_NUMERALS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


class PaperLine(NamedTuple):
    """One paper of an item."""

    name: str
    required: bool = True
    copies: int = 1
    form: str | None = None
    standard: str | None = None
    obtain: str | None = None


class _Placed(NamedTuple):
    """A paper with the file, sheet and row it came from."""

    file: int
    sheet: str
    row: int
    paper: PaperLine


def is_paper_list(sheet: Sheet, items: Fields, mapping: Mapping[str, str] | None) -> bool:
    """Whether a sheet lists papers, and not items."""
    return find_table(sheet, items, mapping) is None and (
        find_table(sheet, PAPERS, mapping) is not None
    )


class Papers:
    """Gathers the lists of papers of some files, and everything that is wrong with them."""

    def __init__(self) -> None:
        self.errors: list[RowError] = []
        self.notes: list[Note] = []
        self.ignored: list[str] = []
        self.not_kept: list[str] = []
        self._rows: dict[str, list[_Placed]] = {}
        self._bad: dict[str, list[int]] = {}
        self._where: dict[str, tuple[str, int, str | None]] = {}

    def read(self, file: int, sheet: Sheet, mapping: Mapping[str, str] | None) -> None:
        """Take one sheet of the file with the number ``file``."""
        table = find_table(sheet, PAPERS, mapping)
        if table is None:
            return
        self.ignored += table.ignored
        self.not_kept += table.not_kept
        for record in table.records:
            cells = Cells(record, self.errors, self.notes)
            code = cells.identifier("item_code", required=True)
            paper = PaperLine(
                cells.text("name", required=True),
                cells.choice("required", _YES_NO, code="sheet.bad_yes_no") != "no",
                _copies(cells),
                cells.prose("form") or None,
                cells.prose("standard") or None,
                cells.prose("obtain") or None,
            )
            header = record.headers.get("item_code")
            self._where.setdefault(code, (record.sheet, record.row, header))
            if cells.good:
                self._take(code, _Placed(file, record.sheet, record.row, paper))
            else:
                self._bad.setdefault(code, []).append(record.row)

    def lists(
        self, codes: set[str]
    ) -> tuple[dict[str, tuple[PaperLine, ...]], dict[str, list[int]]]:
        """The papers of every item, and the bad rows of each that has any.

        Papers of an item that is in none of the lists are errors, and so are two files that list
        different papers for one item.
        """
        found = {}
        for code, (sheet, row, header) in self._where.items():
            if code and code not in codes:
                self.errors.append(RowError("sheet.papers_of_no_item", sheet, row, header, code))
                continue
            rows = self._rows.get(code, [])
            files = dict.fromkeys(one.file for one in rows)
            per_file = [[one for one in rows if one.file == file] for file in files]
            for other in per_file[1:]:
                self._compare(code, per_file[0], other)
            found[code] = tuple(one.paper for one in (per_file[0] if per_file else ()))
        return found, self._bad

    def _take(self, code: str, placed: _Placed) -> None:
        """Keep a row; the same paper twice in one file is a remark when alike, else an error."""
        before = next(
            (
                one for one in self._rows.get(code, ())
                if one.file == placed.file and one.paper.name == placed.paper.name
            ),
            None,
        )  # fmt: skip
        values = {"key": f"{code} {placed.paper.name}"}
        if before is None:
            self._rows.setdefault(code, []).append(placed)
        elif before.paper == placed.paper:
            values |= {"first": str(before.row), "row": str(placed.row)}
            self.notes.append(Note("sheet.double_alike", values=values))
        else:
            values |= {"first": str(before.row)}
            self._fault("sheet.double_differs", code, placed, values)

    def _compare(self, code: str, first: list[_Placed], other: list[_Placed]) -> None:
        values = {"key": code, "first": str(first[0].row), "row": str(other[0].row)}
        if [one.paper for one in first] == [one.paper for one in other]:
            self.notes.append(Note("sheet.double_alike", values=values))
        else:
            self._fault("sheet.double_differs", code, other[0], values)

    def _fault(self, error: str, code: str, placed: _Placed, values: Mapping[str, str]) -> None:
        self._bad.setdefault(code, []).append(placed.row)
        self.errors.append(
            RowError(error, placed.sheet, placed.row, None, placed.paper.name, values)
        )


def _copies(cells: Cells) -> int:
    """How many copies; 1 when nothing is said, never none."""
    text = cells.text("copies").replace(" ", "")
    if not text:
        return 1
    found = _COPIES.fullmatch(text)
    copies = (_NUMERALS.get(found[1]) or int(found[1])) if found else 0
    if copies < 1:
        cells.bad("copies", "sheet.bad_copies")
    return copies
