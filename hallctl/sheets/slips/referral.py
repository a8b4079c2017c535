"""转办单: a reported matter goes to a department, which feeds its result back (Art. 28)."""

from hallctl.papers import Field, Referral, Slip
from hallctl.sheets.slips.words import base, day, instead, moment


def worded(facts: Referral) -> Slip:
    """What is to be done, by when, and room for the result."""
    request = facts.request
    until = [Field("反馈期限", f"{day(facts.reply_by)}前")] if facts.reply_by else []
    reported = (
        f"{facts.leader}（{moment(facts.reported_at)}）" if facts.reported_at else facts.leader
    )
    slip = base(
        request, "referral", "转办单",
        f"{facts.department}：下列事项经报告{facts.leader}，转请你部门办理，并将处理结果及时反馈申请人和大厅。",
        [
            Field("登记时间", moment(request.received_at)),
            Field("已报告", reported),
            *until,
            *([Field("转办要求", facts.note)] if facts.note else []),
            Field("处理结果", "", room=5),
            Field("承办人", "", True, 1),
            Field("反馈日期", "", True, 1),
        ],
        [Field("转办部门", facts.department), Field("已报告", facts.leader), *until],
        small=False,
    )  # fmt: skip
    return slip._replace(
        notes=("请填写处理结果后交回大厅；没有反馈的，大厅逐日催办。", *instead(request)),
        signs=(f"转办人：{request.handler}", "部门签收：", "日期："),
        stub_signs=(f"转办人：{request.handler}", "部门签收：", "日期："),
    )
