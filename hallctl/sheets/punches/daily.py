"""Daily exports of DingTalk and WeCom: a person and a day per row, a pair of columns per shift.

Everything is found by header name: title rows, a header of one row or of two merged ones, any number of
上班/下班 pairs in any order, with or without a column of results beside each time.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hallctl.errors import BadInput, RowError
from hallctl.sheets.headers import HEADER_ROWS, plain_header
from hallctl.sheets.punches.clock import MISSING, clock_of, day_of
from hallctl.sheets.punches.line import PunchLine
from hallctl.sheets.read import Book, Parsed, Row, Sheet, Value, text_of

WHO = ("工号", "学号", "编号", "人员编号", "账号", "帐号", "成员账号", "userid", "姓名", "成员")
"""Columns that say who it is; in a row the first one that is filled counts."""

DAY = ("日期", "考勤日期", "打卡日期", "workdate")
DAY_OF_WECOM = "时间"

WAYS = {"上班": "in", "下班": "out"}
_PAIR = re.compile(r"(上班|下班)(\d*)(打卡)?(时间|结果|状态)?")
_WECOM = ("上下班打卡", "账号", "帐号", "所属规则")
REMARKS = {"外勤": "outside", "补卡": "made_up", "改为正常": "made_up", "校准": "made_up"}
"""Words in a result, or beside a time, and what is kept of them."""


class _Columns(NamedTuple):
    """Where everything stands, by column number."""

    who: dict[int, str]
    on: int
    times: dict[int, tuple[str, str]]
    """Columns of times: (direction, the number of the pair)."""
    results: dict[tuple[str, str], int]
    headers: dict[int, str]
    body: int


def find(sheet: Sheet, mapping: Mapping[str, str] | None = None) -> _Columns | None:
    """The columns of a daily export, None when the sheet is none."""
    best: _Columns | None = None
    for place in range(min(HEADER_ROWS, len(sheet.rows))):
        for depth in (1, 2):
            rows = sheet.rows[place : place + depth]
            found = _columns(rows, place + depth, mapping or {})
            if found and (best is None or len(found.times) > len(best.times)):
                best = found
    return best


def kind_of(book: Book) -> str | None:
    """``dingtalk`` or ``wecom``, None when no sheet is a daily export."""
    for sheet in book.sheets:
        found = find(sheet)
        if found is None:
            continue
        head = [text_of(cell) for row in sheet.rows[: found.body] for cell in row.cells]
        wecom = any(word in text for text in head for word in _WECOM)
        if wecom or any(number for _way, number in found.times.values()):
            return "wecom" if wecom else "dingtalk"
    return None


def parse_daily(book: Book, mapping: Mapping[str, str] | None = None) -> Parsed[PunchLine]:
    """Read every punch; raises BadInput when no sheet has the columns."""
    rows: list[PunchLine] = []
    errors: list[RowError] = []
    some = False
    for sheet in book.sheets:
        columns = find(sheet, mapping)
        if columns is None:
            continue
        some = True
        for row in sheet.rows[columns.body :]:
            _row(sheet.name, row, columns, rows, errors)
    if not some:
        raise BadInput("sheet.no_daily_form", found=[sheet.name for sheet in book.sheets])
    return Parsed(rows, errors, list(book.notes), book.sha256, [], [])


def _columns(rows: Sequence[Row], body: int, mapping: Mapping[str, str]) -> _Columns | None:
    fields = {plain_header(header): field for header, field in mapping.items()}
    who: dict[int, str] = {}
    days: dict[int, str] = {}
    times: dict[int, tuple[str, str]] = {}
    results: dict[tuple[str, str], int] = {}
    headers = {n: text for n, text in enumerate(_joined(rows)) if text}
    for n, text in headers.items():
        name = plain_header(text)
        field = fields.get(name)
        pair = _PAIR.fullmatch(name)
        if field == "staff_no" or name in WHO:
            who[n] = WHO[0] if field else name
        elif field == "on" or name in DAY or name == DAY_OF_WECOM:
            days[n] = name
        elif pair and pair[4] in {"结果", "状态"}:
            results[(WAYS[pair[1]], pair[2])] = n
        elif pair:
            times[n] = (WAYS[pair[1]], pair[2])
    one_each = len(set(times.values())) == len(times)  # else a group's name over several columns
    if not (who and days and times and one_each):
        return None
    on = min(days, key=lambda n: (days[n] == DAY_OF_WECOM, n))
    return _Columns(who, on, times, results, headers, body)


def _joined(rows: Sequence[Row]) -> list[str]:
    """The texts of a header row; of two, the group and what stands under it where they differ."""
    width = max((len(row.cells) for row in rows), default=0)
    found = []
    for n in range(width):
        parts = [text_of(row.cells[n]) for row in rows if n < len(row.cells)]
        found.append("".join(dict.fromkeys(part for part in parts if part)))
    return found


def _row(
    sheet: str, row: Row, columns: _Columns, rows: list[PunchLine], errors: list[RowError]
) -> None:
    who = _who(row, columns)
    cells = [(n, row.cells[n]) for n in columns.times if n < len(row.cells)]
    filled = [(n, value) for n, value in cells if text_of(value) not in MISSING]
    if not filled:
        return
    on = day_of(row.cells[columns.on]) if columns.on < len(row.cells) else None
    if not who or on is None:
        place = columns.on if who else min(columns.who)
        code = "sheet.bad_date" if who else "sheet.required"
        header = columns.headers.get(place)
        errors.append(RowError(code, sheet, row.number, header, _cell(row, place)))
        return
    for n, value in filled:
        direction, _number = columns.times[n]
        result = _cell(row, columns.results.get(columns.times[n]))
        for one in _parts(value):
            at = clock_of(one, on)
            if at is None:
                header, said = columns.headers[n], text_of(value)
                errors.append(RowError("sheet.bad_time", sheet, row.number, header, said))
                continue
            remark = _remark(f"{text_of(value)} {result}")
            rows.append(PunchLine(sheet, row.number, who, at, direction, None, remark))


def _who(row: Row, columns: _Columns) -> str:
    by_rank = sorted(columns.who.items(), key=lambda one: (WHO.index(one[1]), one[0]))
    texts = (_cell(row, n) for n, _name in by_rank)
    return next((text.replace(" ", "") for text in texts if text not in MISSING), "")


def _cell(row: Row, n: int | None) -> str:
    return text_of(row.cells[n]) if n is not None and n < len(row.cells) else ""


def _parts(value: Value) -> Iterator[Value]:
    """The times of a cell: one, or several in lines, without what stands in brackets behind them."""
    if not isinstance(value, str):
        yield value
        return
    for part in re.split(r"[\n;；]", value):
        text = re.sub(r"[(（].*?[)）]|外勤|补卡", "", part).strip()
        if text not in MISSING:
            yield text


def _remark(text: str) -> str | None:
    return next((remark for word, remark in REMARKS.items() if word in text), None)
