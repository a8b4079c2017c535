"""呈报单: a matter without a clear department, put before a college leader (Art. 28)."""

from hallctl.papers import Field, Report, Slip
from hallctl.sheets.slips.words import base, day, instead, moment


def worded(facts: Report) -> Slip:
    """The matter, the promise, and room for the leader's direction."""
    request = facts.request
    until = [Field("承诺答复", f"{day(facts.reply_by)}前")] if facts.reply_by else []
    slip = base(
        request, "report", "呈报单",
        f"{facts.leader}：下列事项不属于大厅受理范围，也没有明确的承办部门，现予呈报，请批示承办部门。",
        [
            Field("登记时间", moment(facts.recorded_at)),
            *until,
            *([Field("情况说明", facts.note)] if facts.note else []),
            Field("领导批示", "", room=5),
            Field("承办部门", "", room=1),
        ],
        [Field("呈报领导", facts.leader, True), *([until[0]._replace(half=True)] if until else [])],
        small=False,
    )  # fmt: skip
    return slip._replace(
        notes=("批示后由大厅转办，并跟踪到结果反馈申请人为止。", *instead(request)),
        signs=(f"呈报人：{request.handler}", "领导签名：", "日期："),
        stub_signs=(f"呈报人：{request.handler}", "签收：", "日期："),
    )
