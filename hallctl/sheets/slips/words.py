"""What slips say alike: dates, who and what, where to ask and to complain."""

from collections.abc import Sequence
from datetime import date, datetime

from hallctl.papers import Field, Issuer, Request, Slip, Until
from hallctl.sheets import labels

MOTTO = "用微笑服务，让满意作答"
"""The hall's motto (Art. 3)."""
BLANK = "＿＿＿＿＿＿＿＿"
"""To be filled in by hand."""
VERDICT = {"granted": "同意", "refused": "不同意"}


def base(
    request: Request, kind: str, title: str, lead: str, fields: Sequence[Field],
    stub: Sequence[Field], *, small: bool = True,
) -> Slip:  # fmt: skip
    """A slip with everything that all of them carry; the caller replaces what is its own."""
    own = [Field("编号", request.slip_no, True), Field("办件编号", request.case_no, True)]
    return Slip(
        kind, request.slip_no, title, issuer(request.issuer), day(request.on), lead,
        (*who(request), *fields), None, (), (f"经办人：{request.handler}", "申请人签收："),
        (ask(request), complain(request.issuer)), MOTTO,
        (*own, *who(request)[:4], *stub), (f"经办人：{request.handler}", "申请人签收：", "日期："), small,
    )  # fmt: skip


def who(request: Request) -> tuple[Field, ...]:
    """Applicant and matter."""
    return (
        Field("申请人", request.applicant or BLANK, True),
        Field("学号/工号", request.applicant_no, True),
        Field("申请事项", request.item),
        Field("办理窗口", request.window, True),
        Field("联系电话", request.phone or BLANK, True),
    )


def greeting(request: Request) -> str:
    """How the applicant is addressed."""
    return f"{request.applicant or request.applicant_no}："


def instead(request: Request) -> tuple[str, ...]:
    """That this slip stands for an earlier one, when it does."""
    return (f"本单代替编号{request.replaces}的同名单据。",) if request.replaces else ()


def issuer(one: Issuer) -> str:
    """The hall with its college, as under a letter."""
    return one.college + one.hall


def ask(request: Request) -> str:
    """Where to ask, and when somebody is there."""
    one = request.issuer
    phone = one.phone or BLANK
    return (
        f"咨询：{request.window}　电话：{phone}　工作时间：{week(one.days)}{one.opens}—{one.closes}"
    )


def complain(one: Issuer) -> str:
    """Where to complain (Art. 33)."""
    return f"监督投诉：大厅举报窗口　电话：{one.phone or BLANK}　电子信箱：{one.email or BLANK}"


def week(days: Sequence[int]) -> str:
    """Days of the week as people say them."""
    names = [labels.WEEKDAY[n - 1] for n in days]
    if len(days) > 2 and list(days) == list(range(days[0], days[-1] + 1)):
        return f"周{names[0]}至周{names[-1]}"
    return "、".join(f"周{name}" for name in names)


def day(on: date) -> str:
    """A date in words."""
    return f"{on.year}年{on.month}月{on.day}日"


def moment(at: datetime) -> str:
    """A date with its time."""
    return f"{day(at.date())}{at:%H:%M}"


def until(one: Until) -> str:
    """A day; while a year is not announced, the interval and what it follows."""
    if not one.provisional:
        return day(one.on)
    return (
        f"暂定{day(one.on)}，在{day(one.earliest)}与{day(one.latest)}之间；"
        f"{one.latest.year}年放假安排尚未公布，以国家公布的放假通知为准"
    )


def promised(promise_days: int) -> str:
    """The promise in words."""
    return f"{promise_days}个工作日" if promise_days else "当场办结"


def verdicts(said: Sequence[tuple[str, str]]) -> tuple[Field, ...]:
    """What the departments of a joint case said."""
    parts = [f"{name}：{VERDICT[verdict]}" for name, verdict in said if verdict]
    return (Field("部门意见", "；".join(parts)),) if parts else ()
