"""一次性告知单: everything that is missing, at once, with how and where to get it (Art. 25)."""

from hallctl.papers import Field, Listing, Missing, Notice, Slip
from hallctl.sheets.slips.words import base, greeting, instead, until

COLUMNS = (("序号", 1), ("需补齐或更正的材料", 3), ("份数、形式和要求", 4), ("获取途径和办法", 4))
FIRST = "你申请的事项，需补齐或更正下列{count}项材料。这是全部材料，补齐后即予受理。"
AGAIN = "前次告知有遗漏，向你致歉。你申请的事项还需补齐或更正下列{count}项材料。"
LONGEST = 60
"""Characters of names that the counterfoil repeats."""


def worded(facts: Notice) -> Slip:
    """The notice; its list is the whole list."""
    request, by = facts.request, until(facts.supply_by)
    count = len(facts.missing)
    slip = base(
        request, "notice", "一次性告知单",
        greeting(request) + (AGAIN if facts.again else FIRST).format(count=count),
        [*([Field("办理依据", facts.basis)] if facts.basis else []), Field("补齐期限", by)],
        [Field("需补材料", _named(facts)), Field("补齐期限", by)],
        small=False,
    )  # fmt: skip
    rows = tuple((str(n), *_row(one)) for n, one in enumerate(facts.missing, 1))
    return slip._replace(
        listing=Listing(COLUMNS, rows),
        notes=(
            *_rules(facts),
            *instead(request),
        ),
    )


def _rules(facts: Notice) -> tuple[str, ...]:
    where = f"请将上述材料送交{facts.request.window}。"
    if facts.again:
        return (f"{where}办理时限照原来的计算，不因本次告知顺延。",)
    return (
        f"{where}办理时限自材料补齐并受理后起算。",
        f"告知后{facts.lapse_days}个工作日内未补齐的，可按撤回处理；以后可以重新申请。",
    )


def _named(facts: Notice) -> str:
    """The papers by name, as far as the counterfoil has room."""
    count, names = len(facts.missing), ""
    for one in facts.missing:
        if names and len(names) + len(one.name) > LONGEST:
            return f"{count}项：{names}等"
        names += f"{'、' if names else ''}{one.name}"
    return f"{count}项：{names}"


def _row(one: Missing) -> tuple[str, str, str]:
    name = f"{one.name}（{one.reason}）" if one.reason else one.name
    asked = "，".join(part for part in (f"{one.copies}份", one.form, one.standard) if part)
    return (name, asked, one.obtain)
