"""Class timetables as students have them: a grid of periods and weekdays, a list, or lines of text."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import BadInput, Note, RowError
from hallctl.model import ClassSlot
from hallctl.sheets.cells import Cells
from hallctl.sheets.headers import HEADER_ROWS, Fields, Record, find_table
from hallctl.sheets.read import Book, Parsed, Row, Sheet, decode, read_book, text_of
from hallctl.sheets.weeks import (
    WEEKDAYS,
    find_periods,
    find_weekday,
    find_weeks,
    plain,
    without_times,
)

_OWNER = {"staff_no": ("学号", "工号", "姓名"), "class_name": ("班级", "行政班级", "班级名称")}
_ABOUT = {"course": ("课程", "课程名称", "课名"), "room": ("教室", "地点", "上课地点")}
BY_COLUMNS = Fields(
    {**_OWNER, **_ABOUT, "weekday": ("星期", "周几"), "periods": ("节次", "上课节次"),
     "weeks": ("周次", "上课周次", "起止周")},
    ("weekday", "periods", "weeks"),
)  # fmt: skip
BY_LINE = Fields({**_OWNER, **_ABOUT, "when": ("上课时间", "时间")}, ("when",))
NOTHING = {"无", "空", "-", "—", "——", "/", "\\", "0", "×", "没课", "无课"}
"""What people write into a cell without a class."""
_REMARK = ("备注", "其他", "其它", "实践", "说明", "注")
_NAMED = re.compile(r"(?:学号|工号|姓名|班级)\s*[/:]?\s*(?:工号)?\s*:\s*([^\s,;]+)")


class TimetableSheet(NamedTuple):
    """The classes of one person or one class of students."""

    sheet: str
    row: int
    owners: tuple[str, ...]
    """Numbers, names or classes it may be about, the most certain first."""
    classes: tuple[ClassSlot, ...]
    damaged: bool = False
    """Whether one of its rows could not be read: then the rest says too little."""


def parse_timetable(
    path: Path, mapping: Mapping[str, str] | None, last_week: int
) -> Parsed[TimetableSheet]:
    """Read a spreadsheet or a text of one timetable or many; ``last_week`` is the term's last."""
    if path.suffix.lower() == ".txt":
        return _text(path, last_week)
    book = read_book(path)
    if len(book.sheets) == 1 and path.suffix.lower() == ".csv":
        book = book._replace(sheets=[book.sheets[0]._replace(name=path.stem)])
    reader = _Reader(path, last_week)
    for sheet in book.sheets:
        reader.read(sheet, mapping)
    if not reader.found:
        raise BadInput("timetable.no_form", found=[sheet.name for sheet in book.sheets])
    return reader.parsed(book)


def named_by_file(path: Path, *said: str) -> tuple[str, ...]:
    """What was said, then the file's name, then its parts; also without the word for timetable."""
    parts = re.split(r"[\s_\-()（）]+", path.stem)
    names = [*said, path.stem, *parts]
    shorter = [re.sub(r"(?:学期)?(?:课程表|课表)$", "", name) for name in names]
    return tuple(dict.fromkeys(name for name in [*names, *shorter] if name))


class _Reader:
    """Gathers the timetables of a file; faults gather beside them."""

    def __init__(self, path: Path, last_week: int) -> None:
        self.path = path
        self.last_week = last_week
        self.errors: list[RowError] = []
        self.notes: list[Note] = []
        self.found: list[TimetableSheet] = []

    def read(self, sheet: Sheet, mapping: Mapping[str, str] | None) -> None:
        """One sheet in whichever form it has."""
        for fields in (BY_COLUMNS, BY_LINE):
            table = find_table(sheet, fields, mapping)
            if table is not None:
                self._list(sheet, table.records)
                return
        place = next((n for n, row in enumerate(sheet.rows[:HEADER_ROWS]) if _columns(row)), None)
        if place is not None:
            self._grid(sheet, place)
        elif sheet.rows:
            self.notes.append(Note("sheet.skipped", values={"sheet": sheet.name}))

    def parsed(self, book: Book) -> Parsed[TimetableSheet]:
        """What was found in the whole file."""
        return Parsed(self.found, self.errors, [*book.notes, *self.notes], book.sha256, [], [])

    def owners(self, said: Iterable[str], sheet: str) -> tuple[str, ...]:
        """Whom a timetable may be about: what it says, its sheet, its file, the parts of its name."""
        return named_by_file(self.path, *said, sheet)

    def _grid(self, sheet: Sheet, place: int) -> None:
        columns = _columns(sheet.rows[place])
        headers = [text_of(value) for value in sheet.rows[place].cells]
        titles = plain(" ".join(text_of(v) for row in sheet.rows[: place + 1] for v in row.cells))
        before = len(self.errors)
        classes = [
            one
            for row in sheet.rows[place + 1 :]
            for one in self._grid_row(sheet, row, columns, headers)
        ]  # fmt: skip
        self.found.append(
            TimetableSheet(
                sheet.name, sheet.rows[place].number,
                self.owners(_NAMED.findall(titles), sheet.name), joined(classes),
                len(self.errors) > before,
            )
        )  # fmt: skip

    def _grid_row(
        self, sheet: Sheet, row: Row, columns: Mapping[int, int], headers: Sequence[str]
    ) -> Iterator[ClassSlot]:
        left = min(columns)
        label = plain(" ".join(text_of(value) for value in row.cells[:left])).strip()
        if label.startswith(_REMARK):
            words = list(dict.fromkeys(text for v in row.cells if (text := text_of(v))))
            values = {"sheet": sheet.name, "row": row.number, "text": " ".join(words)}
            self.notes.append(Note("timetable.remark", values=values))
            return
        periods = find_periods(label) or _bare(label)
        for n in columns:
            text = text_of(row.cells[n]) if n < len(row.cells) else ""
            if text and text not in NOTHING:
                place = (sheet.name, row.number, headers[n])
                yield from self._cell(plain(text), columns[n], periods, place)

    def _cell(
        self, text: str, weekday: int, periods: tuple[int, int] | None, place: tuple[str, int, str]
    ) -> Iterator[ClassSlot]:
        sheet, row, column = place
        found = find_weeks(text, self.last_week)
        if not found:
            self.notes.append(
                Note("timetable.every_week", values={"sheet": sheet, "row": row, "text": text})
            )
        for weeks, course, room, own in _courses(text, self.last_week):
            first, last = own or periods or (0, 0)
            code = "timetable.bad_weeks" if not weeks else "timetable.no_periods_named"
            if not weeks or not first:
                self.errors.append(RowError(code, sheet, row, column, text))
                continue
            yield ClassSlot(weekday, weeks, first, last, None, None, course, room)

    def _list(self, sheet: Sheet, records: Iterable[Record]) -> None:
        by_owner: dict[tuple[str, ...], list[ClassSlot]] = {}
        rows: dict[tuple[str, ...], int] = {}
        damaged: set[tuple[str, ...]] = set()
        for record in records:
            cells = Cells(record, self.errors, self.notes)
            said = cells.identifier("staff_no") if cells.has("staff_no") else ""
            classes = re.split(r"[、,;]", cells.text("class_name")) if not said else [said]
            found = _record(cells, self.last_week)
            for name in classes:
                owners = (name.strip(),) if name.strip() else self.owners((), sheet.name)
                rows.setdefault(owners, record.row)
                by_owner.setdefault(owners, []).extend(found)
                if not cells.good:
                    damaged.add(owners)
        for owners, own in by_owner.items():
            self.found.append(
                TimetableSheet(sheet.name, rows[owners], owners, joined(own), owners in damaged)
            )


def _record(cells: Cells, last_week: int) -> list[ClassSlot]:
    """The classes of one row of a list; faults are noted in ``cells``."""
    course, room = cells.text("course"), cells.text("room")
    if cells.has("when"):
        found = []
        for part in re.split(r"[;\n]", plain(cells.prose("when"))):
            one = line_class(part, last_week) if part.strip() else None
            if one:
                found.append(one._replace(course=course or one.course, room=room or one.room))
            elif part.strip():
                cells.bad("when", "timetable.bad_line")
        return found
    weekday = find_weekday("周" + cells.text("weekday")[-1:]) or _digit(cells.text("weekday"))
    said = plain(cells.text("periods"))
    periods = find_periods(said) or _bare(said)
    words = plain(cells.text("weeks"))
    weeks = find_weeks(words if "周" in words else words + "周", last_week)
    for field, good in (("weekday", weekday), ("periods", periods), ("weeks", weeks)):
        if not good or (field == "weeks" and not weeks[0].weeks):
            cells.bad(field, "timetable.bad_" + field)
    if not cells.good or not weekday or not periods:
        return []
    every = tuple(sorted({week for one in weeks for week in one.weeks}))
    return [ClassSlot(weekday, every, *periods, None, None, course, room)]


def line_class(text: str, last_week: int) -> ClassSlot | None:
    """One class from a line such as ``高等数学 星期二 3-4节 1-8,10-16周(双) A101``; None when it is none."""
    weekday, periods = find_weekday(text), find_periods(text)
    weeks = find_weeks(text, last_week)
    if not (weekday and periods and weeks) or not all(one.weeks for one in weeks):
        return None
    every = tuple(sorted({week for one in weeks for week in one.weeks}))
    words = without_times(text[: weeks[0].start]), without_times(text[weeks[-1].end :])
    course, room = words if words[0] else (words[1], "")
    return ClassSlot(weekday, every, *periods, None, None, course, room)


def _text(path: Path, last_week: int) -> Parsed[TimetableSheet]:
    """A text with a class in each line; a line such as 学号：NO says whose the next ones are."""
    if not path.is_file():
        raise BadInput("sheet.missing_file", path=str(path))
    content = path.read_bytes()
    try:
        text = decode(content)
    except UnicodeDecodeError:
        raise BadInput("sheet.unknown_format", path=str(path)) from None
    reader = _Reader(path, last_week)
    current = TimetableSheet(path.name, 1, reader.owners((), ""), ())
    for number, line in enumerate(text.splitlines(), 1):
        words = plain(line).strip()
        if named := _NAMED.match(words):
            reader.found += [current] if current.classes or current.damaged else []
            current = TimetableSheet(path.name, number, (named[1],), ())
            continue
        for part in filter(None, (one.strip() for one in words.split(";"))):
            found = line_class(part, last_week)
            if found:
                current = current._replace(classes=joined([*current.classes, found]))
            else:
                reader.errors.append(
                    RowError("timetable.bad_line", path.name, number, None, line.strip())
                )
                current = current._replace(damaged=True)
    reader.found.append(current)
    return Parsed(reader.found, reader.errors, [], hashlib.sha256(content).hexdigest(), [], [])


def _columns(row: Row) -> dict[int, int]:
    """The weekday of each column of a grid's header; a header has at least two."""
    found = {}
    for n, value in enumerate(row.cells):
        text = plain(text_of(value)).replace(" ", "")
        weekday = next((day for word, day in WEEKDAYS.items() if text.startswith(word)), None)
        if weekday and n:
            found[n] = weekday
    return found if len(found) >= 2 else {}


def _bare(label: str) -> tuple[int, int] | None:
    """Periods without their word: 1-2, 3."""
    numbers = [int(one) for one in re.findall(r"\d+", label)] if len(label) <= 8 else []
    return (numbers[0], numbers[-1]) if numbers and ":" not in label else None


def _digit(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[1-7]", text) else None


def _courses(
    text: str, last_week: int
) -> Iterator[tuple[tuple[int, ...], str, str, tuple[int, int] | None]]:
    """Weeks, course, room and own periods of each course in one cell."""
    found = find_weeks(text, last_week)
    if not found:
        yield tuple(range(1, last_week + 1)), without_times(text), "", find_periods(text)
        return
    course = ""
    for n, one in enumerate(found):
        head = text[found[n - 1].end if n else 0 : one.start]
        until = found[n + 1].start if n + 1 < len(found) else len(text)
        tail = text[one.end : until]
        lines = [name for line in re.split(r"[\n;]", head) if (name := without_times(line))]
        course = (lines[0] if n == 0 else lines[-1]) if lines else course
        rooms = [name for line in re.split(r"[\n;]", tail) if (name := without_times(line))]
        own = find_periods(head.rpartition("\n")[2]) or find_periods(tail.partition("\n")[0])
        yield one.weeks, course, rooms[0] if rooms else "", own


def joined(classes: Iterable[ClassSlot]) -> tuple[ClassSlot, ...]:
    """Classes in order, each once; the same course in touching periods is one class."""
    found: list[ClassSlot] = []
    for one in sorted(set(classes), key=_order):
        before = found[-1] if found else None
        touches = (
            before is not None
            and before[:2] == one[:2]
            and before[6:] == one[6:]
            and None not in (before.last_period, one.first_period)
            and (one.first_period or 0) <= (before.last_period or 0) + 1
        )
        if before is not None and touches:
            last = max(before.last_period or 0, one.last_period or 0)
            found[-1] = before._replace(last_period=last)
        else:
            found.append(one)
    return tuple(
        sorted(found, key=lambda one: (one[0], one.first_period or 0, one.start_minute or 0, one))
    )


def _order(one: ClassSlot) -> tuple[object, ...]:
    return (one.weekday, one.course, one.room, one.weeks, one.first_period or 0,
            one.start_minute or 0)  # fmt: skip
