"""The figures on the summary: six large ones, and the table of the others with their definitions."""

from typing import NamedTuple

from hallctl.reports.monthly import MonthlyReport
from hallctl.sheets import labels
from hallctl.sheets.forms import HEAD, NONE, Definitions, Form
from hallctl.sheets.monthly.wording import AGAINST, SIX, Value, change, percent, said

COLUMNS = 12
"""Of the summary: six figures side by side, three charts, two halves."""
LEFT = ("due", "attended", "attendance_rate", "presence_rate", "late", "early", "missing", "absent",
        "leave", "swaps")  # fmt: skip
RIGHT = ("cases_opening", "cases_accepted", "cases_completed", "cases_open", "cases_late",
         "on_time_rate", "instant_rate", "saved_time_rate", "one_notice_rate",
         "satisfaction_rate")  # fmt: skip
OF_SIX = Definitions(
    (
        ("出勤率", "实到班次÷应到班次（请假留在应到内）"),
        ("按期办结率", "应办结日期在本月的办件中按期办结的比例"),
        ("满意率", "满意的评价÷（评价件数＋问卷评价）"),
    ),
    "比率的增减为百分点；“—”为无可计算。",
)
OF_OTHERS = Definitions(
    (
        ("到岗率", "实到÷（应到－请假）"), ("当日办结率", "当日办结÷当月受理"),
        ("时限压缩率", "1－实际用时÷承诺时限"), ("一次告知率", "只告知一次的÷需补材料的"),
    ),
    "其余见上；全部指标的口径见“指标口径与审计”。",
)  # fmt: skip


class Six(NamedTuple):
    """Six large figures in a row, each with its change against the months that were kept."""

    report: MonthlyReport

    def fill(self, form: Form) -> None:
        """A row of names, a row of values, a row for each month compared with."""
        found = said(self.report)
        for n, code in enumerate(SIX):
            form.boxed(2 * n + 1, 2 * n + 2, _name(code), font=form.fonts.heading).fill = HEAD
        form.next_row(20)
        for n, code in enumerate(SIX):
            value = found.values[code]
            shown = NONE if value is None else float(value) if _is_rate(code) else value
            cell = form.boxed(2 * n + 1, 2 * n + 2, shown, size=22, font=form.fonts.heading)
            if value is not None:
                cell.number_format = '0.0"%"' if _is_rate(code) else '0"件"'
        form.next_row(38)
        for one in found.against:
            for n, code in enumerate(SIX):
                before = one.values.get(code)
                text = f"{AGAINST[one.name]}{_shown(code, before)}"
                moved = change(code, found.values[code], one)
                text += "" if moved is None else f"（{_signed(code, moved)}）"
                form.boxed(2 * n + 1, 2 * n + 2, text, size=10)
            form.next_row(18)


class Figures(NamedTuple):
    """The main figures as a table: attendance on the left, cases on the right."""

    report: MonthlyReport

    def height(self) -> float:
        """The points it takes."""
        return 22.0 + 18 * len(LEFT)

    def fill(self, form: Form) -> None:
        """A head row and one row for each pair; columns only for months that were kept."""
        found = said(self.report)
        titles = ["本月"]
        for one in found.against:
            titles += [AGAINST[one.name], *(["增减"] if one.name == "last_month" else [])]
        half = COLUMNS // 2
        name = half - len(titles)
        for start in (1, 1 + half):
            form.boxed(start, start + name - 1, "指标", font=form.fonts.heading).fill = HEAD
            for n, title in enumerate(titles, start + name):
                form.boxed(n, n, title, font=form.fonts.heading).fill = HEAD
        form.next_row(22)
        for pair in zip(LEFT, RIGHT, strict=True):
            for start, code in zip((1, 1 + half), pair, strict=True):
                form.boxed(start, start + name - 1, _unit(code), align="left", size=10)
                for n, value in enumerate(self._row(code), start + name):
                    form.cell(n, value, align="center" if isinstance(value, str) else "right")
            form.next_row(18)

    def _row(self, code: str) -> list[object]:
        found = said(self.report)
        cells = [_cell(code, found.values[code])]
        for one in found.against:
            cells.append(_cell(code, one.values.get(code)))
            if one.name == "last_month":
                moved = change(code, found.values[code], one)
                cells.append(NONE if moved is None else _signed(code, moved))
        return cells


def _name(code: str) -> str:
    return {"cases_accepted": "受理办件", "cases_completed": "办结办件"}.get(
        code, labels.FIGURES[code].name
    )


def _unit(code: str) -> str:
    return f"{labels.FIGURES[code].name}（{labels.FIGURES[code].unit}）"


def _is_rate(code: str) -> bool:
    return labels.FIGURES[code].unit == "%"


def _cell(code: str, value: Value) -> object:
    return NONE if value is None else float(value) if _is_rate(code) else value


def _shown(code: str, value: Value) -> str:
    return percent(value) if _is_rate(code) else NONE if value is None else f"{value}件"


def _signed(code: str, moved: float) -> str:
    """A difference with its sign."""
    return "持平" if moved == 0 else f"{moved:+.1f}" if _is_rate(code) else f"{moved:+.0f}"
