"""Cases from a spreadsheet, opened and closed ones: columns as the options of ``case open``."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import RowError
from hallctl.sheets import case_steps
from hallctl.sheets.case_steps import NEVER, StepLine, parse_steps
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_tables
from hallctl.sheets.headers import Fields, find_table
from hallctl.sheets.items import TIERS
from hallctl.sheets.read import Book, Parsed, read_book

FIELDS = Fields(
    {
        "ref": ("编号", "流水号", "受理编号", "办件编号", "序号"),
        "item": ("事项", "事项编码", "事项名称", "办理事项"),
        "matter": ("事由", "来办事由"),
        "applicant_no": ("学号", "申请人学号", "学号/工号"),
        "applicant": ("姓名", "申请人", "申请人姓名"),
        "phone": ("电话", "联系电话", "手机"),
        "window": ("窗口", "受理窗口"),
        "handler": ("经办人", "承办人", "经办人工号"),
        "first_contact": ("首问人", "首问责任人"),
        "at": ("受理时间", "收件时间", "申请时间", "收件日期", "受理日期"),
        "missing": ("缺少材料", "缺件", "补正材料"),
        "reply_by": ("承诺回复日期", "承诺回复时间"),
        "tier": ("办件类型",),
        "promise_days": ("承诺天数", "承诺时限"),
        "closed_at": ("办结时间", "办结日期"),
        "result": ("结果", "办理结果"),
        "note": ("备注", "说明"),
    },
    ("ref", "applicant_no", "at"),
)

RESULTS = {
    **dict.fromkeys(("办结", "同意", "准予", "通过", "granted"), "granted"),
    **dict.fromkeys(("不予", "不予办理", "不同意", "退件", "refused"), "refused"),
}


class CaseLine(NamedTuple):
    """One case as the file has it; closed when ``closed_at`` is there."""

    sheet: str
    row: int
    ref: str
    item: str
    matter: str
    """What does not belong to the hall (Art. 28), instead of an item."""
    applicant_no: str
    applicant: str
    phone: str
    window: str
    handler: str
    first_contact: str
    at: datetime
    missing: tuple[str, ...]
    tier: str | None
    promise_days: int | None
    closed_at: datetime | None
    result: str | None
    note: str
    reply_by: date | None


def parse_cases(
    path: Path, mapping: Mapping[str, str] | None = None
) -> Parsed[CaseLine | StepLine]:
    """Read the cases of a file and their steps, all bad rows noted; cases come first.

    A sheet with a column 步骤 holds steps; a file may hold both kinds, or one. ``ref`` makes a second
    reading harmless.
    """
    book = read_book(path)
    steps = [one for one in book.sheets if find_table(one, case_steps.FIELDS, mapping)]
    others = [one for one in book.sheets if one not in steps]
    parsed: Parsed[CaseLine | StepLine] = Parsed([], [], [], book.sha256, [], [])
    if steps:
        found = parse_steps(book._replace(sheets=steps, notes=[]), mapping)
        parsed = parsed._replace(rows=list(found.rows), errors=found.errors, notes=found.notes,
                                 ignored=found.ignored, not_kept=found.not_kept)  # fmt: skip
    if steps and not any(find_table(one, FIELDS, mapping) for one in others):
        return parsed._replace(notes=[*book.notes, *parsed.notes])
    return _joined(_lines(book._replace(sheets=others), mapping), parsed)


def _lines(book: Book, mapping: Mapping[str, str] | None) -> Parsed[CaseLine]:
    return read_tables(book, FIELDS, _line, mapping, key=lambda one: one.ref)


def _joined(
    first: Parsed[CaseLine], then: Parsed[CaseLine | StepLine]
) -> Parsed[CaseLine | StepLine]:
    return Parsed(
        [*first.rows, *then.rows], [*first.errors, *then.errors], [*first.notes, *then.notes],
        first.sha256, [*first.ignored, *then.ignored], [*first.not_kept, *then.not_kept],
    )  # fmt: skip


def _line(cells: Cells, _errors: list[RowError]) -> CaseLine:
    at = cells.instant("at", required=True)
    closed_at = cells.instant("closed_at")
    result = cells.choice("result", RESULTS, code="sheet.bad_result") or None
    if closed_at and not result and not cells.text("result"):
        cells.bad("result", "sheet.required")
    if result and not closed_at and not cells.text("closed_at"):
        cells.bad("closed_at", "sheet.required")
    item, matter = cells.text("item"), cells.prose("matter")
    if not item and not matter:
        cells.bad("item", "sheet.required")
    missing = [name.strip() for name in re.split(r"[、；;\n]", cells.prose("missing"))]
    return CaseLine(
        cells.record.sheet,
        cells.record.row,
        cells.identifier("ref", required=True),
        item,
        "" if item else matter,
        cells.identifier("applicant_no", required=True),
        cells.name("applicant"),
        cells.identifier("phone"),
        cells.text("window"),
        cells.identifier("handler"),
        cells.identifier("first_contact"),
        at or NEVER,
        tuple(name for name in missing if name),
        cells.choice("tier", TIERS, code="sheet.unknown_tier") or None,
        cells.whole("promise_days"),
        closed_at,
        result,
        cells.prose("note"),
        cells.day("reply_by"),
    )
