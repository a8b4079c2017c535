"""Punches from devices' files and tables (Art. 23): each recorded once, with its own time and source."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import HallError, RowError, Usage
from hallctl.office import cards
from hallctl.office.devices import Known
from hallctl.office.hall import Hall, act
from hallctl.office.imports import Count, Imported, row_count, settle_rows
from hallctl.sheets import punches as sheets
from hallctl.sheets.punches import PunchLine
from hallctl.sheets.read import Parsed
from hallctl.store import duty, months
from hallctl.store.duty import PunchRow, midnight
from hallctl.store.writing import Writing

LAYOUTS = ("auto", *sheets.LAYOUTS)
SOURCES = {"attlog": "device"}
"""A layout's source, where it is not the layout itself."""


class Asked(NamedTuple):
    """What the command says about a file beyond what stands in it."""

    layout: str = "auto"
    mapping: Mapping[str, str] = {}
    pins: Mapping[str, str] = {}
    device: str | None = None
    skip_bad: bool = False


class _Line(NamedTuple):
    """A line of the file with the punch that it means."""

    sheet: str
    row: int
    punch: PunchRow


def import_punches(hall: Hall, path: Path, asked: Asked) -> Imported:
    """Record the punches of a file; the same punch twice is one, in another file too.

    Raises BadInput with every bad line; people whom nobody knows are named once, with all their lines.
    """
    if asked.layout not in LAYOUTS:
        raise Usage("attendance.unknown_layout", value=asked.layout, known=LAYOUTS)
    layout, parsed = sheets.read_punches(path, asked.layout, asked.mapping)
    return _record(hall, parsed, path.name, SOURCES.get(layout, layout), asked)


@act("attendance import")
def _record(
    hall: Hall, work: Writing, parsed: Parsed[PunchLine], file: str, source: str, asked: Asked
) -> Imported:
    people = _People(hall, asked)
    lines = [_Line(one.sheet, one.row, people.punch(one, source)) for one in parsed.rows]
    strangers = _strangers(parsed.rows, lines)
    errors = [*(error for error, _rows in strangers), *_faults(hall, lines)]
    whole = parsed._replace(rows=lines)  # type: ignore[arg-type]
    good, rejected = settle_rows(hall, whole, errors, skip_bad=asked.skip_bad)
    left = {place for _error, places in strangers for place in places[1:]}
    good = [one for one in good if (one.sheet, one.row) not in left]
    count = Count()
    file_id: int | None = None
    for line in good:
        if _is_recorded(hall, line):
            count.unchanged += 1
            continue
        if file_id is None:
            file_id = duty.add_source_file(work, parsed.sha256, file, len(parsed.rows))
        duty.add_punch(work, line.punch._replace(source_file_id=file_id))
        count.note(line.punch.staff_no, new=True)
    _note_marked(hall, good)
    work.tell(count.told(), file=file, sha256=parsed.sha256, device=asked.device)
    return count.imported(row_count(whole), rejected=rejected + len(left), sha256=parsed.sha256)


class _People:
    """Who is meant by what a file says: each number is looked up once."""

    def __init__(self, hall: Hall, asked: Asked) -> None:
        self._hall = hall
        self._asked = asked
        self._devices = Known(hall)
        self._found: dict[tuple[str, object], str] = {}

    def punch(self, line: PunchLine, source: str) -> PunchRow:
        """The punch that a line means; an unknown person has an empty number."""
        device = self._asked.device or line.device
        day = line.at.date()
        fast = self._devices.fast_by(device, day)
        said = self._asked.pins.get(line.staff_no) or self._devices.whose(
            device, line.staff_no, day
        )
        key = (said or line.staff_no, day)
        if key not in self._found:
            self._found[key] = self._number(said or line.staff_no, line)
        row = PunchRow(
            self._found[key], line.at - timedelta(seconds=fast), line.direction, source, None,
            line.row, device, remark=line.remark,
        )  # fmt: skip
        return row._replace(raw_at=line.at, offset_seconds=fast) if fast else row

    def _number(self, said: str, line: PunchLine) -> str:
        try:
            return cards.holder(self._hall, said, line.at.date()).staff_no
        except HallError:
            return ""


def _strangers(
    rows: Sequence[PunchLine], lines: Sequence[_Line]
) -> list[tuple[RowError, list[tuple[str, int]]]]:
    """Who is unknown, once each, with all their lines; with numbers of devices, how to map them."""
    places: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for said, line in zip(rows, lines, strict=True):
        if not line.punch.staff_no:
            place = (line.sheet, line.row)
            found = places.setdefault((said.staff_no, line.punch.device or ""), [])
            if place not in found:
                found.append(place)
    strangers = []
    for (who, device), found in places.items():
        sheet, row = found[0]
        numbers = _ranges([number for _sheet, number in found])
        values = {"count": len(found), "rows": numbers, "device": device or "NAME"}
        strangers.append((RowError("attendance.unknown_pin", sheet, row, None, who, values), found))
    return strangers


def _faults(hall: Hall, lines: Sequence[_Line]) -> Iterator[RowError]:
    first = midnight(hall.facts.effective_from)
    closed = months.closed(hall.db)
    for line in lines:
        at = line.punch.at
        if not line.punch.staff_no:
            continue
        if at < first:
            yield RowError("duty.before_regulation", line.sheet, line.row, None, str(at.date()))
        elif at > hall.now:
            said = f"{at:%Y-%m-%d %H:%M:%S}"
            yield RowError("attendance.future", line.sheet, line.row, None, said)
        elif (month := f"{at:%Y-%m}") in closed and not _is_recorded(hall, line):
            said, code = f"{at:%Y-%m-%d %H:%M:%S}", "attendance.row_of_a_closed_month"
            yield RowError(code, line.sheet, line.row, None, said, {"month": month})


def _is_recorded(hall: Hall, line: _Line) -> bool:
    """Whether a line says nothing new: the same file again is no news for a closed month either."""
    return duty.has_punch(hall.db, line.punch) or duty.has_raw_punch(hall.db, line.punch)


def _note_marked(hall: Hall, good: Sequence[_Line]) -> None:
    for remark in ("outside", "made_up"):
        rows = [one.row for one in good if one.punch.remark == remark]
        if rows:
            hall.note(f"attendance.{remark}", count=len(rows), rows=_ranges(rows))


def _ranges(numbers: Sequence[int]) -> str:
    """Row numbers as people write them: 3-5, 9."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(f"{a}-{b}" if a < b else f"{a}" for a, b in spans)
