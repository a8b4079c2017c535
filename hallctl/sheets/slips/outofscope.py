"""不属受理范围告知单: where to go, or by when the applicant hears (Art. 28)."""

from hallctl.papers import Field, OutOfScope, Slip
from hallctl.sheets.slips.words import base, day, greeting, instead


def worded(facts: OutOfScope) -> Slip:
    """Where another department is in charge its procedure and place; else the promised reply."""
    request = facts.request
    clear = bool(facts.department)
    lead = "不属于本大厅受理范围，请按下列途径办理。" if clear else (
        "不属于本大厅受理范围，也无明确承办部门，现已登记，按下列安排答复你。"
    )  # fmt: skip
    fields = _directions(facts) if clear else _promise(facts)
    slip = base(
        request,
        "outofscope",
        "不属受理范围告知单",
        f"{greeting(request)}你咨询或申请的事项{lead}",
        fields,
        fields,
    )
    notes = ("到该部门办理仍有困难的，请与本大厅联系。",) if clear else (
        "处理结果由承办部门反馈，本大厅负责跟踪，到期没有答复请向办理窗口查询。",
    )  # fmt: skip
    return slip._replace(notes=(*notes, *instead(request)))


def _directions(facts: OutOfScope) -> list[Field]:
    told = [Field("告知人", facts.told_by)] if facts.told_by else []
    return [Field("承办部门", facts.department), Field("程序和地点", facts.directions), *told]


def _promise(facts: OutOfScope) -> list[Field]:
    until = day(facts.reply_by) if facts.reply_by else ""
    leader = [Field("报告领导", facts.reported_to)] if facts.reported_to else []
    department = [Field("转办部门", facts.referred_to)] if facts.referred_to else []
    return [Field("承诺答复", f"{until}前"), *leader, *department]
