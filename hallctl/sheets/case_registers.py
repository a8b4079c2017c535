"""The registers (台账) of cases as official forms, one table each with its self-check and sign-off."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from hallctl.reports import CaseRegister, Fonts
from hallctl.sheets import labels
from hallctl.sheets.forms import (
    Block,
    Check,
    Column,
    Sheet,
    SignOff,
    Table,
    Text,
    Title,
    fitting,
    lay,
    new_book,
)  # fmt: skip
from hallctl.sheets.save import save

TITLES = {
    "first-contact": ("首问负责登记台账", "依据第二十四条：首问责任人不因转交而改变，跟踪到办结。"),
    "out-of-scope": ("不属受理范围事项台账", "依据第二十八条：告知去处；或记载、汇报、转办、反馈。"),
    "notices": ("一次性告知台账", "依据第二十五条：一次告知需补齐的全部材料；再次告知属违规，单列。"),
    "overdue": ("超期办件台账", "依据第二十七条：期内超期办结的，加期末已超期未办结的，办件数与月报“超期”同口径；"
                "另列第二十八条逾期的承诺回复。"),
    "extensions": ("延期办结台账", "依据第二十七条：仅上级审批事项，期满前提出，一次为限，并告知申请人。"),
    "fees": ("收费登记台账", "依据第二十四条：经办与收费分离；一票一号，冲销另行登记。"),
    "ratings": ("服务评价台账", "依据第三十三条：评价由本窗口以外的人登记；差评限期回访、整改。"),
}  # fmt: skip

NO, PERSON, DAY = 13, 9, 12
COLUMNS: dict[str, Column] = {
    "case_no": Column("办件编号", NO),
    "what": Column("类别", 9, align="center"),
    "item": Column("事项", 14, 26),
    "applicant": Column("申请人", PERSON, align="center"),
    "applicant_no": Column("学号/工号", NO, align="center"),
    "first_contact": Column("首问人", PERSON, align="center"),
    "handler": Column("经办人", PERSON, align="center"),
    "holder": Column("责任人/待办部门", 12, 24),
    "window": Column("窗口", 12),
    "transfers": Column("转交次数", 9, align="right"),
    "state": Column("状态", 9, align="center"),
    "department": Column("承办部门", 12, 20),
    "reported_to": Column("汇报领导", 10),
    "answered_by": Column("答复人", 10),
    "approver": Column("批准人", 10),
    "papers": Column("需补材料", 16, 30),
    "which": Column("第几次", 8, align="right"),
    "workdays_late": Column("超期工作日", 10, align="right"),
    "days": Column("延长工作日", 10, align="right"),
    "kind": Column("类别", 8, align="center"),
    "amount": Column("金额（元）", 11, align="right"),
    "voucher_no": Column("票据号", 12),
    "taken_by": Column("收费人", PERSON, align="center"),
    "level": Column("评价", 12, align="center"),
    "comment": Column("评价内容", 14, 26),
    "lateness": Column("时效", 9, align="center"),
    "note": Column("说明", 14, 28),
    **{
        key: Column(title, DAY, align="center")
        for key, title in (
            ("received_at", "首问/收件"), ("closed_at", "办结"), ("reported_at", "汇报"), ("referred_at", "转办"),
            ("due_on", "期限"), ("fed_back_at", "反馈"), ("noticed_at", "告知"), ("supplied_at", "补齐"),
            ("asked_at", "提出"), ("told_at", "告知申请人"), ("at", "时间"), ("rated_at", "评价时间"),
            ("fix_due_on", "整改期限"), ("fixed_at", "整改"),
        )
    },
}  # fmt: skip
COUNTS = {
    "lines": "合计", "closed": "已办结", "open": "在办", "kept": "首问人经办", "handed_on": "已转交",
    "told": "已告知", "untold": "未告知", "completed": "已反馈", "withdrawn": "撤回", "told_once": "一次告知",
    "told_again": "再次告知", "supplied": "已补齐", "unsupplied": "未补齐", "closed_late": "超期办结",
    "open_late": "超期未办结", "late_cases": "办件",
    "late_replies": "承诺回复", "paid": "收费", "reversed": "冲销", "level_5": "非常满意", "level_4": "满意",
    "level_3": "基本满意", "level_2": "不满意", "level_1": "非常不满意", "bad": "差评", "fixed_on_time": "按期整改",
    "fixed_late": "逾期整改", "unfixed": "未整改",
}  # fmt: skip
SUMS = {"paid": "收费", "reversed": "冲销", "net": "实收"}
KIND = {"paid": "收费", "reversed": "冲销"}


def write_register(report: CaseRegister, columns: Sequence[str], path: Path, fonts: Fonts) -> str:
    """Write one register with some columns; the same lines give the same bytes. Returns their digest."""
    title, basis = TITLES[report.kind]
    shown = [COLUMNS[key] for key in columns]
    rows = [[_cell(key, line.get(key)) for key in columns] for line in report.lines]
    checks = [
        Check(*([(COUNTS[code], n) for code, n in side] for side in balance))
        for balance in report.checks
    ]
    money = [f"{SUMS[code]}{amount}元" for code, amount in report.sums.items()]
    blocks: list[Block] = [
        Title(f"{report.hall}{title}", report.college or report.hall,
              [f"{report.from_on} 至 {report.to_on}"]),
        Table(shown, rows),
        *([Text("合计：" + "，".join(money) + "。")] if money else []),
        *checks,
        Text(basis + ("申请人信息已脱敏。" if report.masked else "本表含个人信息，仅供办公室留存，不得张贴。")),
        SignOff(report.prepared_by),
    ]  # fmt: skip
    book = new_book()
    lay(book, Sheet(title, fitting(shown, rows), blocks), fonts)
    return save(book, path, report.made_at)


def _cell(key: str, value: object) -> object:
    """A value as the form shows it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "、".join(value)
    return _WORDS[key].get(str(value), value) if key in _WORDS else value


_WORDS = {
    "state": labels.STATE,
    "lateness": labels.LATENESS,
    "kind": KIND,
    "what": {"case": "办件", "feedback": "承诺回复"},
    "level": {str(n): COUNTS[f"level_{n}"] for n in (5, 4, 3, 2, 1)},
}
