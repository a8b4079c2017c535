"""What happened to cases after their receipt, one step a row, on a sheet of its own or in a file of its own."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from hallctl.errors import RowError
from hallctl.model import SHANGHAI
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_tables
from hallctl.sheets.headers import Fields
from hallctl.sheets.items import TIERS
from hallctl.sheets.read import Book, Parsed

FIELDS = Fields(
    {
        "ref": ("编号", "流水号", "受理编号", "办件编号"),
        "step": ("步骤", "办理步骤", "环节"),
        "at": ("时间", "办理时间", "发生时间"),
        "party": ("对方", "部门", "批准人", "校领导", "答复人", "领取人", "接办人"),
        "by": ("审定人", "决定人", "收款人"),
        "amount": ("金额", "收费金额"),
        "voucher": ("票据号", "凭证号"),
        "level": ("评价", "评价等级"),
        "materials": ("材料", "材料名称"),
        "reason": ("原因代码", "原因"),
        "tier": ("办件类型",),
        "days": ("天数", "工作日"),
        "until": ("截止日期", "承诺回复日期"),
        "result": ("结果", "审定结果"),
        "note": ("说明", "备注", "理由"),
    },
    ("ref", "step", "at"),
)

STEPS = {
    "审核材料": "accepted", "受理": "accepted", "补交材料": "supplied", "补齐": "supplied", "再次告知": "noticed",
    "提醒": "reminded", "部门审定": "decided", "审定": "decided", "暂停": "paused", "暂停计时": "paused",
    "恢复": "resumed", "恢复计时": "resumed", "延期": "extended", "改类": "reclassified", "呈报": "reported",
    "转办": "referred", "反馈": "fed_back", "反馈结果": "fed_back", "告知去处": "told", "撤回": "withdrawn",
    "恢复办理": "reopened", "移交": "transferred", "收费": "fee", "领取": "delivered", "代领": "collected_by_proxy",
    "评价": "rated", "回访": "contacted", "整改": "fixed", "办结": "completed", "不予办理": "refused",
}  # fmt: skip
"""How people write the steps, and the codes of the steps."""

VERDICTS = {
    **dict.fromkeys(("同意", "通过", "granted"), "granted"),
    **dict.fromkeys(("不同意", "不予", "refused"), "refused"),
}

LEVELS = {
    **{str(level): str(level) for level in range(1, 6)},
    "非常满意": "5", "满意": "4", "基本满意": "3", "不满意": "2", "非常不满意": "1",
}  # fmt: skip
"""The five levels of a rating."""

NEVER = datetime.max.replace(tzinfo=SHANGHAI)
"""Stands in a bad row, which is never used."""


class StepLine(NamedTuple):
    """One step as the file has it; texts are empty where nothing was said."""

    sheet: str
    row: int
    ref: str
    step: str
    at: datetime
    party: str
    by: str
    materials: tuple[str, ...]
    reason: str
    tier: str
    days: int | None
    until: date | None
    result: str
    amount: str
    voucher: str
    level: str
    note: str


def parse_steps(book: Book, mapping: Mapping[str, str] | None = None) -> Parsed[StepLine]:
    """Read the steps of an open file, all bad rows noted; the same step twice is one."""
    return read_tables(
        book, FIELDS, _line, mapping,
        key=lambda one: (one.ref, one.step, one.at, one.party, one.materials),
    )  # fmt: skip


def _line(cells: Cells, _errors: list[RowError]) -> StepLine:
    known = {**STEPS, **{code: code for code in STEPS.values()}}
    step = cells.choice("step", known, code="sheet.unknown_step")
    if not step and not cells.text("step"):
        cells.bad("step", "sheet.required")
    at = cells.instant("at", required=True)
    names = [name.strip() for name in re.split(r"[、；;\n]", cells.prose("materials"))]
    return StepLine(
        cells.record.sheet,
        cells.record.row,
        cells.identifier("ref", required=True),
        step,
        at or NEVER,
        cells.name("party"),
        cells.name("by"),
        tuple(name for name in names if name),
        cells.text("reason"),
        cells.choice("tier", TIERS, code="sheet.unknown_tier"),
        cells.whole("days"),
        cells.day("until"),
        cells.choice("result", VERDICTS, code="sheet.bad_result"),
        cells.text("amount"),
        cells.identifier("voucher"),
        cells.choice("level", LEVELS, code="sheet.bad_level"),
        cells.prose("note"),
    )
