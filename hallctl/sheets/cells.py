"""Cells into facts: identifiers, dates, times, choices; every fault is noted, none stops the reading."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from hallctl.errors import Note, RowError
from hallctl.model import SHANGHAI
from hallctl.sheets.headers import Record
from hallctl.sheets.read import text_of

EXCEL_EPOCH = date(1899, 12, 30)
_SCIENTIFIC = re.compile(r"\d(\.\d+)?[eE]\+?\d+")
_DATE = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
_CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?")


class Cells:
    """Reads one record field by field; faults gather in ``errors``, remarks in ``notes``."""

    def __init__(self, record: Record, errors: list[RowError], notes: list[Note]) -> None:
        self.record = record
        self.good = True
        self._errors = errors
        self._notes = notes

    def has(self, field: str) -> bool:
        """Whether the file has a column for a field at all."""
        return field in self.record.values

    def bad(self, field: str, code: str, **values: object) -> None:
        """Note that a cell cannot be used."""
        self.good = False
        self._errors.append(
            RowError(
                code, self.record.sheet, self.record.row,
                self.record.headers.get(field), text_of(self.record.values.get(field, "")), values,
            )
        )  # fmt: skip

    def text(self, field: str, *, required: bool = False) -> str:
        """A text with full-width letters and digits made plain; "" when empty."""
        raw = self.record.values.get(field, "")
        text = unicodedata.normalize("NFKC", text_of(raw)) if isinstance(raw, str) else text_of(raw)
        if required and not text:
            self.bad(field, "sheet.required")
        return text

    def prose(self, field: str) -> str:
        """A longer text as it was written."""
        return text_of(self.record.values.get(field, ""))

    def name(self, field: str, *, required: bool = False) -> str:
        """A person's name without the spaces that people put between two characters."""
        text = self.text(field, required=required)
        return re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", text)

    def identifier(self, field: str, *, required: bool = False) -> str:
        """A number that is a name: text stays as it is, a whole-number cell is taken with a remark.

        Scientific notation, fractions, and numbers of 16 or more digits stored as a number are faults:
        their digits are lost.
        """
        raw = self.record.values.get(field, "")
        if isinstance(raw, bool | date | time):
            self.bad(field, "sheet.bad_identifier")
            return ""
        if isinstance(raw, int | float):
            if raw != int(raw) or abs(raw) >= 1e15:
                self.bad(field, "sheet.lost_digits")
                return ""
            note = Note("sheet.number_as_identifier", values={"column": self.record.headers[field]})
            if note not in self._notes:
                self._notes.append(note)
            return str(int(raw))
        text = self.text(field, required=required).replace(" ", "")
        if _SCIENTIFIC.fullmatch(text):
            self.bad(field, "sheet.lost_digits")
        elif len(text) > 32:
            self.bad(field, "sheet.bad_identifier")
        return text

    def choice(self, field: str, known: Mapping[str, str], *, code: str) -> str:
        """One of some words, each with its code; "" when empty."""
        text = self.text(field)
        found = known.get(text.replace(" ", "").casefold(), "")
        if text and not found:
            self.bad(field, code, known=sorted(set(known)))
        return found

    def day(self, field: str, *, required: bool = False) -> date | None:
        """A date as a date cell, a serial number, 2026-03-01, 2026年3月1日 or 20260301."""
        raw = self.record.values.get(field, "")
        if isinstance(raw, datetime):
            return raw.date()
        if isinstance(raw, date):
            return raw
        text = self.text(field, required=required)
        if not text:
            return None
        found = parse_date(text)
        if found is None:
            self.bad(field, "sheet.bad_date")
        return found

    def minute(self, field: str) -> int | None:
        """A clock time as minutes after midnight; 24:00 is 1440."""
        raw = self.record.values.get(field, "")
        if isinstance(raw, datetime | time):
            return raw.hour * 60 + raw.minute
        if isinstance(raw, float) and 0 <= raw < 1:
            return round(raw * 1440)
        text = self.text(field)
        if not text:
            return None
        found = parse_minute(text)
        if found is None:
            self.bad(field, "sheet.bad_time")
        return found

    def instant(
        self, field: str, on: date | None = None, *, required: bool = False
    ) -> datetime | None:
        """A date with a time, or a time on the day ``on``, in Shanghai time."""
        raw = self.record.values.get(field, "")
        if isinstance(raw, datetime):
            return raw.replace(tzinfo=SHANGHAI, microsecond=0)
        if isinstance(raw, time) and on is not None:
            return datetime.combine(on, raw.replace(microsecond=0), SHANGHAI)
        if isinstance(raw, float) and on is not None and 0 <= raw < 1:
            midnight = datetime(on.year, on.month, on.day, tzinfo=SHANGHAI)
            return midnight + timedelta(seconds=round(raw * 86400))
        text = self.text(field, required=required)
        if not text:
            return None
        found = parse_instant(text, on)
        if found is None:
            self.bad(field, "sheet.bad_instant")
        return found

    def whole(self, field: str) -> int | None:
        """A whole number that is not negative; None when empty."""
        text = self.text(field)
        if not text:
            return None
        if not text.isdigit():
            self.bad(field, "sheet.bad_number")
            return None
        return int(text)


def parse_date(text: str) -> date | None:
    """A date in one of the ways people write it, None when it is none."""
    found = _DATE.fullmatch(text.partition(" ")[0] if "年" not in text else text.replace(" ", ""))
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
        if re.fullmatch(r"\d{8}", text):
            return date.fromisoformat(text)
        if re.fullmatch(r"\d{5}", text):
            return EXCEL_EPOCH + timedelta(days=int(text))
    except ValueError:
        return None
    return None


def parse_minute(text: str) -> int | None:
    """Minutes after midnight of 8:30, 08:30:00 or 24:00; None when it is no clock time."""
    found = _CLOCK.fullmatch(text)
    if not found or int(found[1]) > 24 or int(found[2]) > 59:
        return None
    minutes = int(found[1]) * 60 + int(found[2])
    return minutes if minutes <= 1440 else None


def parse_instant(text: str, on: date | None = None) -> datetime | None:
    """A date and a clock time, or a clock time on ``on``; None when it is neither."""
    head, _space, clock = text.replace("T", " ").rpartition(" ")
    day = parse_date(head) if head else on
    found = _CLOCK.fullmatch(clock)
    if day is None or not found:
        whole = parse_date(text)
        return datetime(whole.year, whole.month, whole.day, tzinfo=SHANGHAI) if whole else None
    try:
        at = time(int(found[1]), int(found[2]), int(found[3] or 0))
    except ValueError:
        return None
    return datetime.combine(day, at, SHANGHAI)
