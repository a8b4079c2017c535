"""Cases from a spreadsheet, opened and closed ones: columns as the options of ``case open``."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import RowError
from hallctl.model import SHANGHAI
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_form
from hallctl.sheets.headers import Fields
from hallctl.sheets.items import TIERS
from hallctl.sheets.read import Parsed

FIELDS = Fields(
    {
        "ref": ("编号", "流水号", "受理编号", "办件编号", "序号"),
        "item": ("事项", "事项编码", "事项名称", "办理事项"),
        "applicant_no": ("学号", "申请人学号", "学号/工号"),
        "applicant": ("姓名", "申请人", "申请人姓名"),
        "phone": ("电话", "联系电话", "手机"),
        "window": ("窗口", "受理窗口"),
        "handler": ("经办人", "承办人", "经办人工号"),
        "first_contact": ("首问人", "首问责任人"),
        "at": ("受理时间", "收件时间", "申请时间", "收件日期", "受理日期"),
        "missing": ("缺少材料", "缺件", "补正材料"),
        "tier": ("办件类型",),
        "promise_days": ("承诺天数", "承诺时限"),
        "closed_at": ("办结时间", "办结日期"),
        "result": ("结果", "办理结果"),
        "note": ("备注", "说明"),
    },
    ("ref", "item", "applicant_no", "at"),
)

RESULTS = {
    **dict.fromkeys(("办结", "同意", "准予", "通过", "granted"), "granted"),
    **dict.fromkeys(("不予", "不予办理", "不同意", "退件", "refused"), "refused"),
}


NEVER = datetime.max.replace(tzinfo=SHANGHAI)
"""Stands in a bad row, which is never used."""


class CaseLine(NamedTuple):
    """One case as the file has it; closed when ``closed_at`` is there."""

    sheet: str
    row: int
    ref: str
    item: str
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


def parse_cases(path: Path, mapping: Mapping[str, str] | None = None) -> Parsed[CaseLine]:
    """Read the cases of a file, all bad rows noted; ``ref`` makes a second reading harmless."""
    return read_form(path, FIELDS, _line, mapping, key=lambda one: one.ref)


def _line(cells: Cells, _errors: list[RowError]) -> CaseLine:
    at = cells.instant("at", required=True)
    closed_at = cells.instant("closed_at")
    result = cells.choice("result", RESULTS, code="sheet.bad_result") or None
    if closed_at and not result and not cells.text("result"):
        cells.bad("result", "sheet.required")
    if result and not closed_at and not cells.text("closed_at"):
        cells.bad("closed_at", "sheet.required")
    missing = [name.strip() for name in re.split(r"[、；;\n]", cells.prose("missing"))]
    return CaseLine(
        cells.record.sheet,
        cells.record.row,
        cells.identifier("ref", required=True),
        cells.text("item", required=True),
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
    )
