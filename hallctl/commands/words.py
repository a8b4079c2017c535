"""What the officer writes for days and instants; the sign-in path uses it, so it stays small."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from hallctl.errors import Usage
from hallctl.model import SHANGHAI

_DAYS_AGO = {"today": 0, "yesterday": 1, "tomorrow": -1, "今天": 0, "昨天": 1, "明天": -1,
             "前天": 2, "后天": -2}  # fmt: skip


def day(said: str, today: date) -> date:
    """``2026-11-24``, ``20261124``, ``today``, ``yesterday`` (and 今天, 昨天); raises Usage."""
    if said in _DAYS_AGO:
        return today - timedelta(days=_DAYS_AGO[said])
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{8}", said):
        try:
            return date.fromisoformat(said)
        except ValueError:
            pass
    raise Usage("usage.bad_day", value=said)


def instant(said: str, now: datetime) -> datetime:
    """ISO such as ``2026-11-24T09:00`` (Shanghai time unless it says otherwise), or ``09:00`` today."""
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})", said)
    try:
        if clock:
            hour, minute = int(clock[1]), int(clock[2])
            return now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        at = datetime.fromisoformat(said)
    except ValueError:
        raise Usage("usage.bad_instant", value=said) from None
    at = at if at.tzinfo else at.replace(tzinfo=SHANGHAI)
    return at.astimezone(SHANGHAI).replace(microsecond=0)


def span(said: str, today: date) -> tuple[date, date]:
    """``DATE..DATE``, both as ``day`` knows them; the meaning of the ends is the caller's."""
    first, dots, last = said.partition("..")
    if not dots:
        raise Usage("usage.bad_span", value=said)
    return day(first, today), day(last, today)


def workbook(out: Path, name: str) -> Path:
    """The Excel file to write: ``out`` itself when it ends in .xlsx, else ``name`` in the folder ``out``."""
    return out / name if out.is_dir() or out.suffix.lower() != ".xlsx" else out


def pairs(said: Sequence[str] | None) -> dict[str, str]:
    """``NAME=VALUE`` words as a dictionary; raises Usage for one without an equals sign."""
    found = {}
    for one in said or ():
        name, equals, value = one.partition("=")
        if not equals or not name or not value:
            raise Usage("usage.bad_pair", value=one)
        found[name] = value
    return found


def require_said(said: Mapping[str, object]) -> None:
    """Refuse words that are only spaces: a reason, a name or a number that says nothing."""
    for name, value in said.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and one and not one.strip():
                raise Usage("usage.blank", param=f"--{name.replace('_', '-')}")
