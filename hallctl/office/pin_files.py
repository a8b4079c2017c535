"""A table of a device's numbers: PIN and staff number."""

from pathlib import Path

from hallctl.errors import BadInput
from hallctl.sheets.punches.pins import parse_pins


def read_pins(path: Path) -> dict[str, str]:
    """Every number with whose it is; raises BadInput with all bad rows."""
    parsed = parse_pins(path)
    if parsed.errors:
        raise BadInput("imports.bad_rows", rows=parsed.errors, count=len(parsed.errors))
    return {row.pin: row.staff_no for row in parsed.rows}
