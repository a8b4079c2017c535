"""What every import has in common: all bad rows at once, nothing written unless all are good."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from hallctl.errors import BadInput, RowError
from hallctl.office.hall import Hall


class Imported(NamedTuple):
    """What an import found; counts are rows of the file, except where the noun says otherwise."""

    rows: int
    added: int
    changed: int
    unchanged: int
    rejected: int = 0
    file_sha256: str | None = None
    not_in_file: Sequence[str] | None = None
    """Numbers on record that the file does not have; they stay."""
    changes: Sequence[str] | None = None
    """The numbers whose facts change, for a look before the real act."""
    already: bool | None = None


class Count:
    """Counts rows as an import goes through them."""

    def __init__(self) -> None:
        self.added = 0
        self.unchanged = 0
        self.changes: list[str] = []

    def note(self, name: str, *, new: bool) -> None:
        """Count one row that is new, or whose facts change."""
        if new:
            self.added += 1
        else:
            self.changes.append(name)

    def told(self) -> dict[str, object]:
        """What the audit entry says was done."""
        return {"added": self.added, "changed": len(self.changes), "unchanged": self.unchanged}

    def imported(self, rows: int, *, rejected: int = 0, sha256: str | None = None) -> Imported:
        """The result of the whole import."""
        changed = len(self.changes)
        changes = tuple(self.changes) or None
        return Imported(
            rows, self.added, changed, self.unchanged, rejected, sha256, changes=changes
        )


def row_count(parsed: Any) -> int:
    """How many rows of data the file has, good and bad."""
    bad = {(error.sheet, error.row) for error in parsed.errors}
    return len(parsed.rows) + len(bad - {(row.sheet, row.row) for row in parsed.rows})


def settle_rows(
    hall: Hall, parsed: Any, errors: Sequence[RowError], *, skip_bad: bool
) -> tuple[list[Any], int]:
    """The good rows of a parsed file, and how many were left out.

    ``errors`` are what the office found beyond the form itself. Raises BadInput with every bad row
    unless ``skip_bad``; then each one is named in a warning.
    """
    for note in parsed.notes:
        hall.note(note.code, note.article, **note.values)
    if parsed.ignored:
        hall.note("imports.columns_ignored", columns=parsed.ignored)
    if parsed.not_kept:
        hall.note("imports.columns_not_kept", columns=parsed.not_kept)
    found = sorted([*parsed.errors, *errors], key=lambda row: (row.sheet or "", row.row or 0))
    if found and not skip_bad:
        raise BadInput("imports.bad_rows", rows=found, count=len(found))
    bad = {(row.sheet, row.row) for row in found}
    for error in found:
        hall.note("imports.left_out", row=error)
    return [row for row in parsed.rows if (row.sheet, row.row) not in bad], len(bad)
