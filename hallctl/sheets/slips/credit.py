"""信誉分扣分告知单, 辞退通知, 建议函 (Art. 32): facts, article, ordinal, balance, statement, appeal, signatures."""

from hallctl.papers import Deduction, Dismissal, Field, Letter, Listing, Slip
from hallctl.sheets import labels
from hallctl.sheets.slips.words import MOTTO, complain, day, issuer, until

ARTICLE = "第三十二条"
NONE_YET = "（本人尚未陈述，可以在此填写）"
COLUMNS = (("编号", 3), ("发生日期", 3), ("扣分事项", 2), ("第几次", 2), ("扣分", 1), ("余分", 1))


def deducted(facts: Deduction) -> Slip:
    """The notice of one deduction."""
    fields = (
        *_who(facts),
        Field("发生日期", day(facts.on), True),
        Field("扣分事项", labels.VIOLATION.get(facts.kind, facts.kind), True),
        Field("事实", facts.note),
        *([Field("证据", facts.evidence)] if facts.evidence else []),
        Field("依据", f"《暂行管理办法》{ARTICLE}", True),
        Field("第几次", f"第{facts.ordinal}次", True),
        Field("扣分", f"{facts.points}分", True),
        Field("扣后余分", f"{facts.balance}分", True),
        Field("本人陈述", facts.statement or NONE_YET, room=2),
        Field("申诉期限", until(facts.appeal_by)),
    )
    stub = (
        Field("编号", facts.slip_no, True),
        *_who(facts)[1:3],
        Field("扣分", f"第{facts.ordinal}次，{facts.points}分，余{facts.balance}分", True),
    )
    lead = f"{facts.name}：经核实并由干事确认，扣除你的信誉分，现告知如下。"
    return _slip("deduction", "信誉分扣分告知单", facts, lead, fields, stub, None)


def dismissed(facts: Dismissal) -> Slip:
    """The notice of dismissal, with every deduction that led there."""
    last = facts.last
    rows = tuple(
        (entry, on.isoformat(), labels.VIOLATION.get(kind, kind), f"第{ordinal}次", f"{points}", f"{balance}")
        for entry, on, kind, ordinal, points, balance in facts.lines
    )  # fmt: skip
    fields = (
        *_who(last),
        Field("事由", f"信誉分{last.balance}分，低于{facts.below}分"),
        Field("依据", f"《暂行管理办法》{ARTICLE}", True),
        Field("最近一次", f"{day(last.on)}（{last.entry_no}）", True),
        Field("本人陈述", last.statement or NONE_YET, room=2),
        Field("申诉期限", until(last.appeal_by)),
    )
    stub = (
        Field("编号", last.slip_no, True),
        *_who(last)[1:3],
        Field("余分", f"{last.balance}分", True),
    )
    lead = f"{last.name}：你本学年的信誉分已低于{facts.below}分，按规定予以辞退，现通知如下。"
    return _slip("dismissal", "辞退通知", last, lead, fields, stub, Listing(COLUMNS, rows))


def letter(facts: Letter) -> Slip:
    """The letter about a leader to the department that sent him."""
    fields = (
        Field("姓名", facts.name, True),
        Field("工号", facts.staff_no, True),
        Field("窗口", facts.window, True),
        Field("发生日期", day(facts.on), True),
        Field("事项", labels.VIOLATION.get(facts.kind, facts.kind)),
        Field("情况", facts.note),
        Field("处理结果", "", room=3),
    )
    stub = (
        Field("编号", facts.slip_no, True),
        Field("送往", facts.department, True),
        Field("姓名", facts.name, True),
        Field("发生日期", day(facts.on), True),
    )
    lead = f"{facts.department}：贵部门选派的窗口负责人有下列情况，建议按有关规定处理，并将结果告知本大厅。"
    return Slip(
        "letter", facts.slip_no, "建议函", issuer(facts.issuer), day(facts.written_on), lead, fields,
        None, (f"窗口负责人不扣信誉分，按{ARTICLE}、第七条由所属部门处理。", *_instead(facts.replaces)),
        ("干事签名：", "部门签收："), (complain(facts.issuer),), MOTTO, stub,
        ("干事签名：", "部门签收：", "日期："), small=False,
    )  # fmt: skip


def _who(facts: Deduction) -> tuple[Field, ...]:
    return (
        Field("扣分编号", facts.entry_no, True),
        Field("姓名", facts.name, True),
        Field("学号/工号", facts.staff_no, True),
        Field("窗口", facts.window, True),
    )


def _slip(
    kind: str, title: str, facts: Deduction, lead: str, fields: tuple[Field, ...],
    stub: tuple[Field, ...], listing: Listing | None,
) -> Slip:  # fmt: skip
    return Slip(
        kind, facts.slip_no, title, issuer(facts.issuer), day(facts.confirmed_on), lead, fields,
        listing,
        ("不服的，可以在申诉期限内向大厅提出申诉；申诉成立的，扣分冲销。", *_instead(facts.replaces)),
        ("干事签名：", "本人签名：", "签收日期："), (complain(facts.issuer),), MOTTO, stub,
        ("干事签名：", "本人签名：", "日期："), small=False,
    )  # fmt: skip


def _instead(replaces: str) -> tuple[str, ...]:
    return (f"本单代替编号{replaces}的同名单据。",) if replaces else ()
