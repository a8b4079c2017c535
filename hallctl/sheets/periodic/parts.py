"""What the reports of a period share: titles, figures with their meanings, lists, the second count."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from hallctl.reports import Fonts
from hallctl.reports.periodic import (
    Counted,
    Cover,
    Figures,
    GroupLine,
)
from hallctl.sheets import labels
from hallctl.sheets.forms import (
    NONE,
    Block,
    Check,
    Column,
    Definitions,
    Page,
    Sheet,
    Spread,
    Text,
    Title,
    lay,
    new_book,
)
from hallctl.sheets.save import save

VISITS = {"visit": "来访", "enquiry": "咨询", "phone": "电话", "online": "线上"}
SUMMED = ("due", "attended", "late", "early", "missing", "absent", "leave")
ENDS = ("cases_opening", "cases_accepted", "cases_completed", "cases_refused", "cases_withdrawn",
        "cases_open", "cases_late")  # fmt: skip


SHORT = {
    "due": "应到", "attended": "实到", "missing": "未签", "attendance_rate": "出勤率%", "presence_rate": "到岗率%",
    "cases_opening": "期初", "cases_accepted": "受理", "cases_completed": "办结", "cases_refused": "不予",
    "cases_withdrawn": "撤回",
    "cases_open": "在办", "completion_rate": "办结率%", "on_time_rate": "按期率%", "early_rate": "提前率%",
    "instant_rate": "当日率%", "mean_workdays_net": "平均用时", "saved_time_rate": "压缩率%",
}  # fmt: skip
"""Names of figures at the head of narrow columns."""


# --- words --------------------------------------------------------------------------------------


def name_of(code: str, period: str) -> str:
    """A figure's name for a period such as 本周; the monthly report's own words say 当月."""
    return _said(labels.FIGURES[code].name, period)


def short(code: str) -> str:
    """A figure's name at the head of a narrow column."""
    return SHORT.get(code, labels.FIGURES[code].name)


def meanings(codes: Iterable[str], period: str) -> Definitions:
    """What some figures mean, for printing under their table."""
    return Definitions(
        [(name_of(one, period), _said(labels.FIGURES[one].definition, period)) for one in codes],
        f"“{NONE}”为无可计算。",
    )


def _said(text: str, period: str) -> str:
    return (
        text.replace("当月", period)
        .replace("上月末", "期初")
        .replace("上月", "期初")
        .replace("月末", "期末")
    )


def value(figures: Figures, code: str) -> object:
    """A figure as a cell shows it: a rate with one decimal, a dash where nothing can be divided."""
    found = figures.get(code)
    if found is None:
        return NONE
    return float(found) if labels.FIGURES[code].unit == "%" or isinstance(found, float) else found


def percent(figures: Figures, code: str) -> str:
    """A rate within a sentence."""
    found = figures.get(code)
    return NONE if found is None else f"{found:.1f}%"


def number(figures: Figures, code: str) -> int:
    """A count; what is missing counts as none."""
    return int(figures.get(code) or 0)


def day_of(on: date) -> str:
    """A day within a sentence."""
    return f"{on.month}月{on.day}日（周{labels.WEEKDAY[on.weekday()]}）"


def story(figures: Figures, period: str) -> list[Text]:
    """Attendance, cases and complaints in sentences that the figures support."""
    f = figures
    attendance = (
        f"考勤：{period}应到{number(f, 'due')}班次，实到{number(f, 'attended')}班次，"
        f"出勤率{percent(f, 'attendance_rate')}，到岗率{percent(f, 'presence_rate')}；"
        f"迟到{number(f, 'late')}、早退{number(f, 'early')}、未签到或未签退{number(f, 'missing')}、"
        f"缺勤{number(f, 'absent')}、请假{number(f, 'leave')}。"
    )
    cases = (
        f"办件：受理{number(f, 'cases_accepted')}件，办结{number(f, 'cases_completed')}件，"
        f"不予办理{number(f, 'cases_refused')}件，期末在办{number(f, 'cases_open')}件；"
        f"按期办结率{percent(f, 'on_time_rate')}，超期{number(f, 'cases_late')}件。"
    )
    care = (
        f"评价与投诉：评价{number(f, 'cases_rated')}件，满意率{percent(f, 'satisfaction_rate')}；"
        f"收到投诉{number(f, 'complaints_received')}件，答复{number(f, 'complaints_replied')}件，"
        f"超期未答复{number(f, 'complaints_late')}件。"
    )
    return [Text(one) for one in (attendance, cases, care)]


def served(visits: Sequence[Counted]) -> Text:
    """People served by kind, in a sentence."""
    whole = sum(one.number for one in visits)
    kinds = "、".join(f"{VISITS.get(one.code, one.code)}{one.number}" for one in visits)
    return Text(f"服务人次：{whole}人次" + (f"（{kinds}）。" if kinds else "（未登记）。"))


# --- blocks -------------------------------------------------------------------------------------


def title(cover: Cover, what: str) -> Title:
    """The title block of a report."""
    at = cover.made_at
    days = (
        f"{cover.from_on}" if cover.from_on == cover.to_on else f"{cover.from_on} 至 {cover.to_on}"
    )
    return Title(
        f"{cover.hall}{what}" + ("（草稿）" if cover.draft else ""),
        cover.college or cover.hall,
        [days, f"数据截至：{at:%Y-%m-%d %H:%M}"],
    )


def balance(figures: Figures) -> Check:
    """opening + accepted = completed + refused + withdrawn + still open."""
    left = [("期初在办", "opening"), ("受理", "accepted")]
    right = [
        ("办结", "completed"),
        ("不予办理", "refused"),
        ("撤回", "withdrawn"),
        ("期末在办", "open"),
    ]
    return Check(
        *(
            [(name, number(figures, f"cases_{code}")) for name, code in side]
            for side in (left, right)
        )
    )


def head_line(cover: Cover) -> Text:
    """Up to which entry of the chain the data go."""
    return Text(
        f"审计链：截至第{cover.head.entry_no}号记录，摘要 {cover.head.digest[:16]}。", size=9
    )


def groups(
    first: Sequence[Column], codes: Sequence[str], lines: Sequence[GroupLine], total: Figures, *, visits: bool = False,
) -> Spread:  # fmt: skip
    """A table of groups with some figures each, and the total under them."""
    columns = [
        *first,
        *(Column(short(code), 4, align="center") for code in codes),
        *([Column("人次", 4, align="center")] if visits else []),
    ]
    rows: list[list[object]] = [
        [line.name, *(value(line.figures, code) for code in codes),
         *([line.visits] if visits else [])]
        for line in lines
    ]  # fmt: skip
    whole = [sum(line.visits for line in lines)] if visits else []
    rows.append(["合计", *(value(total, code) for code in codes), *whole])
    return Spread(columns, rows, total=True)


# --- writing ------------------------------------------------------------------------------------


def page_of(
    cover: Cover, name: str, page: Page, blocks: Sequence[Block], *, one_page: bool = False
) -> Sheet:
    """A sheet of narrow columns that its tables are spread over."""
    return Sheet(name, page.narrow(), blocks, page, cover.draft, one_page)


def write(cover: Cover, sheets: Sequence[Sheet], path: Path, fonts: Fonts) -> str:
    """Write a workbook of sheets; the same data give the same bytes. Returns their digest."""
    book = new_book()
    for sheet in sheets:
        lay(book, sheet, fonts)
    return save(book, path, cover.made_at)
