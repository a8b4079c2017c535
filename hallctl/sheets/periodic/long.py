"""The report of a term or an academic year for the leadership: months side by side, then what lies behind."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hallctl.reports import Fonts
from hallctl.reports.periodic import Figures, LongReport, SpanFigures
from hallctl.sheets import labels
from hallctl.sheets.forms import (
    LANDSCAPE_A4,
    NONE,
    PORTRAIT_A4,
    Block,
    Column,
    Definitions,
    Heading,
    Sheet,
    SignOff,
    Spread,
    Text,
)
from hallctl.sheets.periodic import parts, recount
from hallctl.sheets.standings import FLAGS, STANDINGS

CODES = (
    "due", "attended", "late", "early", "missing", "absent", "leave", "attendance_rate", "presence_rate",
    "cases_opening", "cases_accepted", "cases_completed", "cases_refused", "cases_withdrawn", "cases_open",
    "cases_late", "on_time_rate", "instant_rate", "mean_workdays_net", "saved_time_rate", "one_notice_rate",
    "cases_rated", "satisfaction_rate", "bad_ratings", "bad_ratings_fixed_rate",
    "complaints_received", "complaints_substantiated", "complaints_late", "complaints_on_time_rate",
)  # fmt: skip
"""The figures that stand side by side."""
SUMMED = (*parts.SUMMED, "cases_accepted", "cases_completed", "cases_refused", "cases_withdrawn",
          "cases_rated", "bad_ratings", "complaints_received", "complaints_replied")  # fmt: skip
"""Those that add up over months."""
MEANT = tuple(code for code in CODES if code.endswith("_rate"))
WINDOW = ("due", "attended", "attendance_rate", "cases_accepted", "cases_completed",
          "cases_late", "on_time_rate")  # fmt: skip
KINDS = {"attitude": "服务态度", "overdue": "办理超期", "procedure": "办理程序", "other": "其他"}


def write_long(report: LongReport, path: Path, fonts: Fonts) -> str:
    """Write the workbook; the same report gives the same bytes. Returns their digest.

    AssertionError when months or windows do not add up to the figures.
    """
    recount.agree(counts(report))
    period = "本学年" if report.whole_year else "本学期"
    beside = report.months
    if report.whole_year:
        beside = [*report.parts, SpanFigures("全学年", report.figures)]
    blocks: list[Block] = [
        parts.title(report.cover, f"{report.label}运行情况报告"),
        Heading("一、主要情况"),
        *parts.story(report.figures, period),
        parts.served(report.visits),
        Heading("二、主要指标"),
        side_by_side([*beside, *_last_column(report)]),
        parts.balance(report.figures),
        parts.meanings(MEANT, "当期"),
        Heading("三、各窗口（考勤、办件、在岗覆盖、人员稳定）"),
        *_windows(report),
        Heading("四、投诉（不含投诉人信息）"),
        *_complaints(report, period),
        Heading("五、信誉分"),
        *_credit(report, period),
        Heading("六、服务明星"),
        *_stars(report),
        Heading("七、会议和培训"),
        _meetings(report),
        parts.head_line(report.cover),
        SignOff(report.cover.prepared_by),
    ]
    sheets = [parts.page_of(report.cover, "报告", PORTRAIT_A4, blocks)]
    if report.whole_year:
        sheets.append(_by_month(report))
    return parts.write(report.cover, sheets, path, fonts)


def _last_column(report: LongReport) -> Iterator[SpanFigures]:
    """The total of a term; for a year last year's, only when it was kept."""
    if not report.whole_year:
        yield SpanFigures("合计", report.figures)
    elif report.previous is not None:
        yield SpanFigures("上学年", report.previous)


def _by_month(report: LongReport) -> Sheet:
    """The months of a year on a page of their own."""
    blocks: list[Block] = [
        parts.title(report.cover, f"{report.label}各月主要指标"),
        side_by_side([*report.months, SpanFigures("合计", report.figures)]),
        SignOff(report.cover.prepared_by),
    ]
    return parts.page_of(report.cover, "各月", LANDSCAPE_A4, blocks, one_page=True)


def side_by_side(spans: Sequence[SpanFigures]) -> Spread:
    """A row for each figure, a column for each part of the period."""
    columns = [Column("指标", 16, 26), *(Column(one.name, 6, align="center") for one in spans)]
    rows = [[_named(code), *(parts.value(one.figures, code) for one in spans)] for code in CODES]
    return Spread(columns, rows)


def _named(code: str) -> str:
    name = parts.name_of(code, "")
    return f"{name}（{labels.FIGURES[code].unit}）"


def _windows(report: LongReport) -> Iterator[Block]:
    columns = [
        Column("窗口", 12, 20), *(Column(parts.short(code), 4, align="center") for code in WINDOW),
        *(Column(title, 4, align="center") for title in ("人次", "覆盖率%", "稳定人数", "稳定率%")),
    ]  # fmt: skip
    rows: list[list[object]] = [
        [
            one.name, *(parts.value(one.figures, code) for code in WINDOW), one.visits,
            _rate(one.coverage_rate), f"{one.stayed}/{one.served}", _rate(one.stability_rate),
        ]
        for one in report.windows
    ]  # fmt: skip
    rows.append(
        [
            "合计", *(parts.value(report.figures, code) for code in WINDOW),
            sum(one.visits for one in report.windows), _rate(report.coverage_rate),
            f"{report.stayed}/{report.served}", _rate(report.stability_rate),
        ]
    )  # fmt: skip
    yield Spread(columns, rows, total=True)
    yield Definitions(
        [
            ("覆盖率", "开放时间内有人在岗的分钟÷开放分钟"),
            ("稳定率", "自始至终在同一窗口任职的人数÷曾任职人数（第十四条）"),
        ],
        "一人先后在几个窗口任职的，各窗口分别计，合计只计一次。",
    )


def _complaints(report: LongReport, period: str) -> Iterator[Block]:
    if not report.complaints:
        yield Text(f"{period}无投诉。")
        return
    columns = [Column("类别", 12), *(Column(title, 6, align="center") for title in
               ("收到", "属实或部分属实", "不属实", "未结", "按期答复率%"))]  # fmt: skip
    yield Spread(
        columns,
        [
            [KINDS.get(one.kind, one.kind), *one[1:5], _rate(one.on_time_rate)]
            for one in report.complaints
        ],
    )


def _credit(report: LongReport, period: str) -> Iterator[Block]:
    one = report.credit
    yield Text(
        f"{period}确认扣分{one.confirmed}次、共{one.points}分，待确认{one.proposed}条，不予认定{one.rejected}条，"
        f"冲销{one.reversed}条；期末低于辞退线或已辞退{one.below}人（第三十二条）。"
    )
    if report.flags:
        said = "、".join(
            f"{FLAGS.get(flag.code, flag.code)}{flag.number}人" for flag in report.flags
        )
        yield Text(f"纳入年度考核：{said}。")
    if report.department and one.people:
        columns = [Column("学号/工号", 13), Column("姓名", 9), Column("扣分次数", 8, align="center"),
                   Column("信誉分", 6, align="center"), Column("状态", 9, align="center")]  # fmt: skip
        yield Spread(columns, [[*who[:4], STANDINGS[who.standing]] for who in one.people])
    elif not report.department:
        yield Text("扣分人员名单见部门版。", size=9)


def _stars(report: LongReport) -> Iterator[Block]:
    if not report.stars:
        yield Text("尚未评定。")
        return
    columns = [Column("学期", 12, align="center"), Column("姓名", 10), Column("窗口", 16)]
    yield Spread(columns, [list(one) for one in report.stars])


def _meetings(report: LongReport) -> Spread:
    columns = [Column("类别", 12), *(Column(title, 6, align="center") for title in
               ("次数", "大厅", "窗口", "应到人次", "实到人次", "到会率%"))]  # fmt: skip
    rows = [
        [labels.MEETING[one.kind], *one[1:6], _rate(one.presence_rate)] for one in report.meetings
    ]
    return Spread(columns, rows)


def _rate(value: float | None) -> object:
    return NONE if value is None else float(value)


def counts(report: LongReport) -> Iterator[tuple[str, object, object]]:
    """Months and windows added up, beside what the figures of the whole period say."""
    f = report.figures
    for code in SUMMED:
        yield f"months {code}", _sum(report.months, code), parts.number(f, code)
    if report.months:
        first, last = report.months[0].figures, report.months[-1].figures
        yield "opening", parts.number(first, "cases_opening"), parts.number(f, "cases_opening")
        yield "open", parts.number(last, "cases_open"), parts.number(f, "cases_open")
    for code in (*parts.SUMMED, *parts.ENDS):
        said = sum(parts.number(one.figures, code) for one in report.windows)
        yield f"windows {code}", said, parts.number(f, code)
    yield recount.balance_counts("cases", f)


def _sum(spans: Sequence[SpanFigures], code: str) -> int:
    figures: list[Figures] = [one.figures for one in spans]
    return sum(parts.number(one, code) for one in figures)
