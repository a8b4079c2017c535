"""Ratings from the export of a survey (问卷星 and the like): which question is which, and what an answer means."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import BadInput, RowError
from hallctl.sheets.case_steps import NEVER
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_tables
from hallctl.sheets.headers import HEADER_ROWS, Fields, plain_header
from hallctl.sheets.read import Book, Parsed, read_book, text_of

FIELDS = Fields(
    {
        "serial": ("序号", "答卷编号", "编号", "答卷序号"),
        "at": ("提交答卷时间", "提交时间", "结束答题时间", "填写时间", "评价时间"),
        "window": ("窗口", "办理窗口", "办事窗口", "业务窗口", "服务窗口"),
        "level": ("满意度", "满意程度", "评价", "总体满意度", "服务评价"),
        "comment": ("意见", "建议", "意见建议", "意见和建议", "意见或建议", "评价内容"),
    },
    ("serial", "at", "window", "level"),
)

HINTS = (
    ("comment", ("意见", "建议", "原因", "留言")),
    ("level", ("满意", "评价", "评分", "打分")),
    ("window", ("窗口",)),
)
"""What a question that is written out in full is about: the first of these with one of its words."""
OVERALL = ("总体", "整体")
"""Of several questions about satisfaction the one with such a word counts."""

NEVER_KEPT = ("ip", "手机", "电话", "姓名", "学号", "来源", "昵称", "微信", "qq", "邮箱", "openid", "用户",
              "用时", "总分", "省份", "城市", "地址", "开始答题时间", "答题时长")  # fmt: skip
"""Headers of what says who answered, and from where: nameless stays nameless."""

SKIPPED = ("", "(跳过)", "(空)", "跳过", "-3", "-2")
"""What stands where a question was passed over; the numbers where it is exported by numbers."""

LEVELS = {
    **dict.fromkeys(("非常满意", "很满意", "十分满意", "五星", "5星"), 5),
    **dict.fromkeys(("满意", "比较满意", "四星", "4星"), 4),
    **dict.fromkeys(("基本满意", "一般", "三星", "3星"), 3),
    **dict.fromkeys(("不满意", "不太满意", "较不满意", "二星", "两星", "2星"), 2),
    **dict.fromkeys(("非常不满意", "很不满意", "十分不满意", "一星", "1星"), 1),
}
_OPTION = re.compile(r"^[A-Za-z][.、:)]\s*")
_NUMBER = re.compile(r"([1-5])(?:\.0+)?分?")
_REACHABLE = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\d(?:[-\s]?\d){5,}")
"""E-mail addresses, and numbers long enough to reach or to know somebody by."""


class SurveyLine(NamedTuple):
    """One answer as the file has it; None where a question was passed over."""

    sheet: str
    row: int
    serial: str
    at: datetime
    window: str | None
    level: int | None
    by_number: bool
    """Whether the level is a bare number."""
    comment: str


def parse_survey(path: Path, mapping: Mapping[str, str] | None = None) -> Parsed[SurveyLine]:
    """Read the answers of an export, all bad rows noted; what says who answered is not even read.

    Raises BadInput when more than one question may be meant.
    """
    book = read_book(path)
    found = read_tables(
        book, FIELDS, _line, {**questions(book, mapping or {}), **(mapping or {})},
        key=lambda one: f"{one.serial} {one.at:%Y-%m-%d %H:%M:%S}",
    )  # fmt: skip
    personal = [text for text in found.ignored if _says_who(text)]
    return found._replace(
        ignored=[text for text in found.ignored if text not in personal],
        not_kept=[*found.not_kept, *personal],
    )


def _says_who(header: str) -> bool:
    return any(word in plain_header(header) for word in NEVER_KEPT)


def questions(book: Book, mapping: Mapping[str, str]) -> dict[str, str]:
    """Which header of the export is which field; ``mapping`` has what was said already."""
    meant: dict[str, list[str]] = {}
    for header in dict.fromkeys(_headers(book)):
        field = _about(header)
        if field and field not in mapping.values() and not _says_who(header):
            meant.setdefault(field, []).append(header)
    found = {}
    for field, headers in meant.items():
        if len(headers) > 1:
            overall = [one for one in headers if any(word in one for word in OVERALL)]
            headers = overall if len(overall) == 1 else headers
        if len(headers) == 1:
            found[headers[0]] = field
        elif field != "comment":
            raise BadInput("rating.several_questions", field=field, found=headers)
    return found


def _headers(book: Book) -> Iterator[str]:
    """The texts of every row that names the time of submission."""
    times = {plain_header(name) for name in FIELDS.known["at"]}
    for sheet in book.sheets:
        for row in sheet.rows[:HEADER_ROWS]:
            texts = [text for cell in row.cells if (text := text_of(cell))]
            if times & {plain_header(text) for text in texts}:
                yield from (text for text in texts if plain_header(text) not in times)


def _about(header: str) -> str | None:
    return next((field for field, words in HINTS if any(one in header for one in words)), None)


def _line(cells: Cells, _errors: list[RowError]) -> SurveyLine:
    at = cells.instant("at", required=True)
    window, level = cells.text("window"), cells.text("level")
    comment = cells.prose("comment")
    return SurveyLine(
        cells.record.sheet,
        cells.record.row,
        cells.text("serial", required=True),
        at or NEVER,
        None if window in SKIPPED else _OPTION.sub("", window),
        None if level in SKIPPED else _level(cells, level),
        _NUMBER.fullmatch(level) is not None,
        "" if comment.replace("（", "(").replace("）", ")") in SKIPPED else unreachable(comment),
    )


def _level(cells: Cells, text: str) -> int | None:
    """The level of an answer: in words, in stars or as 5 … 1."""
    plain = re.sub(r"\(.*?\)|\s", "", _OPTION.sub("", text))
    number = _NUMBER.fullmatch(plain)
    stars = plain.count("★")
    if number or (stars and not plain.strip("★☆")):
        return int(number[1]) if number else min(stars, 5)
    if plain not in LEVELS:
        cells.bad("level", "rating.unknown_answer", known=list(WORDS))
    return LEVELS.get(plain)


WORDS = ("非常满意", "满意", "基本满意", "不满意", "非常不满意")


def unreachable(text: str) -> str:
    """A comment without what its writer can be reached or known by."""
    return _REACHABLE.sub("…", text)
