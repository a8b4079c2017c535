"""受理回执: what was handed in, what was promised, and until when (Art. 26, 27)."""

from hallctl.papers import Field, Listing, Receipt, Slip
from hallctl.sheets import labels
from hallctl.sheets.slips.words import (
    base,
    day,
    greeting,
    instead,
    moment,
    promised,
    until,
)

FREE = {"不收费", "免费", "无"}
"""How items say that nothing is asked."""
COLUMNS = (("序号", 1), ("已收材料", 7), ("份数", 1), ("形式", 3))


def worded(facts: Receipt) -> Slip:
    """The receipt; a provisional due date shows its interval."""
    request, due = facts.request, until(facts.due)
    promise = f"{promised(facts.promise_days)}（{labels.TIER.get(request.tier, request.tier)}）"
    slip = base(
        request, "receipt", "受理回执",
        f"{greeting(request)}你的申请材料齐全，现予受理。",
        [
            Field("收件时间", moment(request.received_at), True),
            Field("受理时间", moment(facts.accepted_at), True),
            Field("承诺时限", promise, True),
            *_dated(facts),
            Field("应办结日期", due),
            *([Field("联办部门", "、".join(facts.departments))] if facts.departments else []),
            *_fee(facts),
        ],
        [Field("受理时间", moment(facts.accepted_at), True), Field("承诺时限", promise, True),
         Field("应办结日期", due), Field("已收材料", f"{len(facts.taken)}项")],
    )  # fmt: skip
    rows = tuple(
        (str(n), one.name, str(one.copies), one.form) for n, one in enumerate(facts.taken, 1)
    )
    return slip._replace(
        listing=Listing(COLUMNS, rows) if rows else None,
        notes=(
            f"办结后凭本回执到{request.window}领取结果；查询进度请报办件编号{request.case_no}。",
            *instead(request),
        ),
    )


def _dated(facts: Receipt) -> list[Field]:
    """The day that counts, when the papers came after hours or on a day of rest."""
    if facts.dated_on == facts.accepted_at.date():
        return []
    return [Field("视同受理日", day(facts.dated_on), True)]


def _fee(facts: Receipt) -> list[Field]:
    """The fee, with the rule that it is paid elsewhere (Art. 24); nothing where none is known."""
    said = "，".join(part for part in (facts.fee_standard, facts.fee_basis) if part)
    if not said:
        return []
    if {facts.fee_standard, facts.fee_basis} & FREE:
        return [Field("收费", "不收费")]
    return [Field("收费", f"{said}。费用由财务收费窗口收取，经办人不收费。")]
