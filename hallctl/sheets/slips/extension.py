"""延期办结告知单: how much longer, why, and who approved it (Art. 27)."""

from hallctl.papers import Extension, Field, Slip
from hallctl.sheets.slips.words import base, day, greeting, instead, moment, promised, until


def worded(facts: Extension) -> Slip:
    """The old date, the new date, the reason and the approver."""
    request = facts.request
    new = Field("延期后应办结", until(facts.due))
    slip = base(
        request, "extension", "延期办结告知单",
        f"{greeting(request)}你申请的事项未能在承诺时限内办结，经批准延期，现告知如下。",
        [
            Field("受理时间", moment(facts.accepted_at)),
            Field("承诺时限", promised(facts.promise_days), True),
            Field("延长", f"{facts.days}个工作日", True),
            Field("原应办结", until(facts.before)),
            new,
            Field("延期理由", facts.reason),
            Field("批准人", facts.approver, True),
            Field("告知日期", day(facts.told_on), True),
        ],
        [new, Field("批准人", facts.approver)],
    )  # fmt: skip
    return slip._replace(notes=("同一办件只延期一次。", *instead(request)))
