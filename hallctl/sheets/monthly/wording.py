"""The month in words: a short text and a brief that say no more than the figures bear."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hallctl.reports.monthly import Matter, MonthlyReport
from hallctl.reports.summary import Comparison
from hallctl.sheets import labels
from hallctl.sheets.forms.style import NONE

SIX = (
    "attendance_rate", "cases_accepted", "cases_completed", "on_time_rate", "satisfaction_rate",
    "complaints_received",
)  # fmt: skip
"""What a leader asks about first."""
AGAINST = {"last_month": "上月", "last_year": "去年同月"}
BRIEF = 150
"""Characters of the brief for chat groups."""
LONGEST_NAME = 30

Value = float | int | None


class Said(NamedTuple):
    """The figures of a report with those of the months that it is compared with."""

    values: Mapping[str, Value]
    against: Sequence[Comparison]

    def number(self, code: str) -> int:
        """A count."""
        return int(self.values[code] or 0)

    def rate(self, code: str) -> str:
        """A rate as it is read."""
        return percent(self.values[code])

    def changes(self, code: str) -> str:
        """How a figure changed against each month, or nothing where nothing can be said."""
        found = []
        for one in self.against:
            moved = self._moved(code, one)
            if moved:
                found.append(f"{'与' if moved == '持平' else '比'}{AGAINST[one.name]}{moved}")
        return "，" + "、".join(found) if found else ""

    def _moved(self, code: str, one: Comparison) -> str:
        difference = change(code, self.values[code], one)
        if difference is None:
            return ""
        if difference == 0:
            return "持平"
        if code.endswith("_rate"):
            return f"{'升' if difference > 0 else '降'}{abs(difference):.1f}个百分点"
        return f"{'多' if difference > 0 else '少'}{abs(difference):.0f}件"


def said(report: MonthlyReport) -> Said:
    """The figures of a report, ready to be worded."""
    return Said({line.code: line.value for line in report.figures}, report.summary.comparisons)


def change(code: str, value: Value, against: Comparison) -> float | None:
    """A figure less that of another month; None where they cannot be compared."""
    before = against.values.get(code)
    if value is None or before is None or not (against.whole or code.endswith("_rate")):
        return None
    return round(value - before, 1)


def percent(value: Value) -> str:
    """A rate as it is read, a dash where there is nothing to divide by."""
    return NONE if value is None else f"{value:.1f}%"


def story(report: MonthlyReport) -> list[str]:
    """The month in a few sentences; every number in it is a figure or the difference of two."""
    found = said(report)
    return [_attendance(found), _cases(found), _feedback(found)]


def _attendance(found: Said) -> str:
    if found.values["attendance_rate"] is None:
        return "考勤：本月没有已到结算时点的值班班次。"
    faults = {
        "late": "迟到{}班次",
        "early": "早退{}班次",
        "missing": "漏打卡{}班次",
        "absent": "缺勤{}班次",
    }
    seen = [text.format(found.number(code)) for code, text in faults.items() if found.number(code)]
    return (
        f"考勤：应到{found.number('due')}班次，实到{found.number('attended')}班次，"
        f"出勤率{found.rate('attendance_rate')}{found.changes('attendance_rate')}；"
        f"{'、'.join(seen) if seen else '无迟到、早退、漏打卡和缺勤'}。"
    )


def _cases(found: Said) -> str:
    counts = ("cases_opening", "cases_accepted", "cases_completed", "cases_open")
    if not any(found.number(code) for code in counts):
        return "办件：本月没有受理和在办的办件。"
    other = {"cases_refused": "不予办理{}件", "cases_withdrawn": "撤回{}件"}
    ended = [text.format(found.number(code)) for code, text in other.items() if found.number(code)]
    parts = [
        f"受理{found.number('cases_accepted')}件{found.changes('cases_accepted')}",
        "，".join([f"办结{found.number('cases_completed')}件{found.changes('cases_completed')}", *ended]),
        f"月末在办{found.number('cases_open')}件",
        "本月没有到期的办件" if found.values["on_time_rate"] is None
        else f"到期办件的按期办结率{found.rate('on_time_rate')}{found.changes('on_time_rate')}",
        f"超期{found.number('cases_late')}件" if found.number("cases_late") else "无超期办件",
    ]  # fmt: skip
    return f"办件：{'；'.join(parts)}。"


def _feedback(found: Said) -> str:
    parts = []
    if found.values["satisfaction_rate"] is None:
        parts.append("没有申请人评价")
    else:
        answers = found.number("survey_answers")
        parts.append(
            f"评价{found.number('cases_rated')}件{f'、问卷{answers}份' if answers else ''}，"
            f"满意率{found.rate('satisfaction_rate')}{found.changes('satisfaction_rate')}"
        )
    received = found.number("complaints_received")
    parts.append(
        f"收到投诉{received}件{found.changes('complaints_received')}"
        if received
        else "没有收到投诉"
    )
    if found.number("complaints_late"):
        parts.append(f"超期未答复的投诉{found.number('complaints_late')}件")
    return f"评价与投诉：{'；'.join(parts)}。"


def brief(report: MonthlyReport) -> str:
    """The month in at most 150 characters for chat groups; nobody is named, no figure is a dash."""
    year, month = report.month.split("-")
    draft = "（草稿）" if report.draft else ""
    text = f"{report.hall[:LONGEST_NAME]}{year}年{int(month)}月{draft}"
    for n, clause in enumerate(_clauses(report)):
        longer = f"{text}{'，' if n else '：'}{clause}"
        if len(longer) < BRIEF:
            text = longer
    return f"{text}。"


def _clauses(report: MonthlyReport) -> Iterator[str]:
    """What the brief says, the weightiest first."""
    found = said(report)
    values = found.values
    rates = ("attendance_rate", "on_time_rate", "satisfaction_rate")
    shown = {
        code: f"{labels.FIGURES[code].name}{found.rate(code)}"
        for code in rates
        if values[code] is not None
    }
    yield shown.get("attendance_rate", "没有值班记录")
    yield f"受理{found.number('cases_accepted')}件、办结{found.number('cases_completed')}件"
    if "on_time_rate" in shown:
        yield shown["on_time_rate"]
    if found.number("cases_late"):
        yield f"超期{found.number('cases_late')}件"
    yield shown.get("satisfaction_rate", "没有评价")
    yield f"投诉{found.number('complaints_received')}件"
    if report.matters:
        yield f"请领导审定{len(report.matters)}项"


def asked(one: Matter) -> str:
    """The sentence of a matter."""
    return labels.MATTERS[one.code].format(**one.values)
