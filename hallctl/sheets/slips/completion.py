"""办结通知: the result, and whether the promise was kept (Art. 27)."""

from hallctl.papers import Answer, Completion, Field, Slip
from hallctl.sheets.slips.words import (
    base,
    day,
    greeting,
    instead,
    moment,
    promised,
    until,
    verdicts,
)  # fmt: skip

KEPT = {"early": "提前办结", "on_time": "按期办结", "late": "超期办结"}


def worded(facts: Completion) -> Slip:
    """The note of completion; lateness is told as it is."""
    request = facts.request
    used = "当日" if facts.workdays_used == 0 else f"{facts.workdays_used}个工作日"
    kept = f"{KEPT[facts.lateness]}，用时{used}"
    slip = base(
        request, "completion", "办结通知",
        f"{greeting(request)}你申请的事项已经办结。",
        [
            Field("受理时间", moment(facts.accepted_at), True),
            Field("办结时间", moment(facts.closed_at), True),
            Field("承诺时限", promised(facts.promise_days), True),
            Field("办理时效", kept, True),
            *([Field("应办结日期", until(facts.due))] if facts.promise_days else []),
            *verdicts(facts.verdicts),
            *([Field("办理结果", facts.note)] if facts.note else []),
        ],
        [Field("办结时间", moment(facts.closed_at), True), Field("办理时效", kept, True)],
    )  # fmt: skip
    sorry = (
        ("未能按承诺时限办结，向你致歉；原因可向窗口查询。",) if facts.lateness == "late" else ()
    )
    return slip._replace(
        notes=(
            *sorry,
            f"请凭本通知和有效证件到{request.window}领取结果，并对服务作出评价。",
            *instead(request),
        ),
        signs=(f"经办人：{request.handler}", "领取人签名：", "领取日期："),
        stub_signs=(f"经办人：{request.handler}", "领取人签名：", "日期："),
    )


def answered(facts: Answer) -> Slip:
    """The note of completion of a matter that was referred: what the department answered."""
    request = facts.request
    kept = {"late": "超期答复"}.get(facts.lateness, "按期答复")
    slip = base(
        request, "completion", "办结通知",
        f"{greeting(request)}你反映的事项由有关部门办理，结果反馈如下。",
        [
            Field("登记时间", moment(request.received_at), True),
            Field("反馈时间", moment(facts.answered_at), True),
            *([Field("承诺答复", f"{day(facts.reply_by)}前", True)] if facts.reply_by else []),
            Field("办理时效", kept, True),
            Field("承办部门", facts.department, True),
            Field("答复人", facts.answered_by, True),
            Field("处理结果", facts.result),
        ],
        [Field("反馈时间", moment(facts.answered_at), True), Field("办理时效", kept, True)],
    )  # fmt: skip
    return slip._replace(notes=("对结果有疑问的，请向承办部门或本大厅反映。", *instead(request)))
