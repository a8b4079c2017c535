"""投诉答复: what was found and what follows (Art. 33). Nobody who complained signs: the paper stays here."""

from hallctl.papers import ComplaintReply, Field, Slip
from hallctl.sheets.slips.words import BLANK, MOTTO, complain, day, issuer, moment

FINDING = {"yes": "属实", "partly": "部分属实", "no": "不属实"}
CHANNEL = {"window": "举报窗口", "phone": "电话", "email": "电子信箱", "letter": "来信"}


def replied(facts: ComplaintReply) -> Slip:
    """The reply; who delivered it signs, so that neither slip nor counterfoil names the complainant."""
    on = day(facts.replied_at.date())
    fields = (
        Field("投诉编号", facts.complaint_no, True),
        Field("投诉渠道", CHANNEL[facts.channel], True),
        Field("投诉对象", facts.about),
        Field("收到时间", moment(facts.received_at), True),
        Field("受理时间", moment(facts.accepted_at), True),
        Field("调查结论", FINDING[facts.finding], True),
        Field("答复时间", moment(facts.replied_at), True),
        Field("答复内容", facts.reply),
    )
    stub = (
        Field("编号", facts.slip_no, True),
        Field("投诉编号", facts.complaint_no, True),
        Field("调查结论", FINDING[facts.finding], True),
        Field("答复时间", moment(facts.replied_at), True),
    )
    fetched = ("匿名投诉的答复凭查询码领取。",) if facts.anonymous else ()
    instead = (f"本单代替编号{facts.replaces}的同名单据。",) if facts.replaces else ()
    return Slip(
        "reply", facts.slip_no, "投诉答复", issuer(facts.issuer), on,
        "你向本大厅反映的问题，经受理、调查，现答复如下。", fields, None,
        ("对答复有异议的，可以向学生工作部反映。", "投诉人的身份受到保密。", *fetched, *instead),
        ("承办人签名：", "送达人签名："), (complain(facts.issuer),), MOTTO, stub,
        ("承办人签名：", "送达方式：", f"日期：{BLANK}"), small=True,
    )  # fmt: skip
