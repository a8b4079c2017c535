"""不予办理告知书: the reason, and where to turn next (Art. 26)."""

from hallctl.papers import Field, Refusal, Slip
from hallctl.sheets.slips.words import base, day, greeting, instead, verdicts


def worded(facts: Refusal) -> Slip:
    """The refusal with its recorded reason."""
    request = facts.request
    slip = base(
        request, "refusal", "不予办理告知书",
        f"{greeting(request)}你申请的事项，经审核不予办理，现将理由告知如下。",
        [
            Field("收件日期", day(request.received_at.date()), True),
            Field("决定日期", day(request.on), True),
            Field("理由", facts.reason),
            *([Field("申办条件", facts.conditions)] if facts.conditions else []),
            *([Field("办理依据", facts.basis)] if facts.basis else []),
            *verdicts(facts.verdicts),
        ],
        [Field("决定日期", day(request.on)), Field("理由", facts.reason)],
        small=False,
    )  # fmt: skip
    return slip._replace(
        notes=(
            "条件具备后可以重新申请。",
            "对本决定有异议的，可以向大厅举报窗口反映，或者按下列方式投诉。",
            *instead(request),
        )
    )
