"""The windows' ratings over some days (服务满意度统计表, Art. 33): nobody is named."""

from pathlib import Path

from hallctl.registers import RatingReport, WindowRatings
from hallctl.reports import Fonts
from hallctl.sheets.forms import (
    NONE,
    Block,
    Check,
    Column,
    Definitions,
    Sheet,
    SignOff,
    Table,
    Text,
    Title,
    fitting,
    lay,
    new_book,
)
from hallctl.sheets.save import save

LEVELS = ("非常满意", "满意", "基本满意", "不满意", "非常不满意")
COLUMNS = (
    Column("窗口编号", 9), Column("窗口", 16, 24), Column("办件评价", 9, align="center"),
    Column("问卷评价", 9, align="center"),
    *(Column(title, 10, align="center") for title in LEVELS),
    Column("满意率%", 9, align="center"), Column("办件差评", 9, align="center"),
    Column("问卷差评", 9, align="center"),
)  # fmt: skip


def write_ratings(report: RatingReport, path: Path, fonts: Fonts) -> str:
    """Write the table; the same lines give the same bytes. Returns their digest."""
    rows = [_row(one) for one in report.lines]
    lines = report.lines
    given = sum(one.cases_rated + one.survey_answers for one in lines)
    by_level = [sum(getattr(one, f"level_{level}") for one in lines) for level in (5, 4, 3, 2, 1)]
    definitions = Definitions(
        (
            ("办件评价", "办件的申请人所作评价"), ("问卷评价", "不记名问卷中评价了该窗口的答卷"),
            ("满意率", "满意的评价÷（办件评价＋问卷评价）"),
            ("差评", f"五级评价中低于{report.satisfied_from}级的（5为非常满意；以评价当日的设置为准）"),
        ),
        "未评价的不计；一个人既评价办件又答问卷的，两次都计。“—”为无可计算。",
    )  # fmt: skip
    blocks: list[Block] = [
        Title(
            f"{report.hall}服务满意度统计表",
            report.college or report.hall,
            [f"{report.from_on} 至 {report.to_on}"],
        ),
        Table(COLUMNS, rows),
        Check([("办件评价", sum(one.cases_rated for one in lines)),
               ("问卷评价", sum(one.survey_answers for one in lines))],
              list(zip(LEVELS, by_level, strict=True))),
        Text(f"全大厅评价{given}份（件）。问卷不记名，不含任何答卷人信息。"),
        definitions,
        SignOff(report.prepared_by),
    ]  # fmt: skip
    book = new_book()
    lay(book, Sheet("服务满意度", fitting(COLUMNS, rows), blocks), fonts)
    return save(book, path, report.made_at)


def _row(one: WindowRatings) -> list[object]:
    """One window as the table has it."""
    rate = NONE if one.satisfaction_rate is None else one.satisfaction_rate
    return [*one[:9], rate, one.bad_ratings, one.survey_bad]
