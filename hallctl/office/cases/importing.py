"""Opened and closed cases from a spreadsheet; the reference makes a second reading harmless."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from hallctl.errors import HallError, RowError
from hallctl.office.cases import closing, opening
from hallctl.office.cases.opening import Opening
from hallctl.office.hall import Hall
from hallctl.office.imports import Count, Imported, row_count, settle_rows
from hallctl.sheets.cases import CaseLine, parse_cases
from hallctl.store import cases
from hallctl.store.writing import Writing


def import_cases(hall: Hall, path: Path, mapping: Mapping[str, str], *, skip_bad: bool) -> Imported:
    """Record the cases of a file in one transaction; what a row means is rehearsed first.

    A case on record is closed when the file says so, else left as it is. Raises BadInput with every bad
    row: unknown words, promises over the cap, days in the wrong order.
    """
    parsed = parse_cases(path, mapping)
    errors = list(_rehearse(hall, parsed.rows))
    hall.notes.clear()  # the rehearsal's remarks would come twice
    good, rejected = settle_rows(hall, parsed, errors, skip_bad=skip_bad)
    count = Count()
    with hall.writing("case import") as work:
        for line in good:
            _record(hall, work, line, count)
        work.tell(count.told(), file=path.name, sha256=parsed.sha256)
    found = count.imported(row_count(parsed), rejected=rejected, sha256=parsed.sha256)
    return found._replace(changes=None)


def _rehearse(hall: Hall, lines: list[CaseLine]) -> Iterator[RowError]:
    with hall.rehearsing("case import") as work:
        for line in lines:
            try:
                _record(hall, work, line, Count())
            except HallError as error:
                yield _row_error(line, error)


def _record(hall: Hall, work: Writing, line: CaseLine, count: Count) -> None:
    hall.require_in_force(line.at.date())
    case = cases.by_ref(hall.db, line.ref)
    known = case is not None
    if case is None:
        told = Opening(
            line.item, line.applicant_no, line.applicant or None, line.phone or None,
            all_materials=not line.missing, missing=[(name, None) for name in line.missing],
            window=line.window or None, first_contact=line.first_contact or None,
            handler=line.handler or None, tier=line.tier, promise_days=line.promise_days,
            ref=line.ref,
        )  # fmt: skip
        case = opening.receive(hall, work, told, line.at)
    if line.closed_at and line.result and case.now.closed_at is None:
        closing.complete(hall, work, case, line.result, line.closed_at, line.note or None)
    elif known:
        count.unchanged += 1
        return
    count.note(line.ref, new=not known)


def _row_error(line: CaseLine, error: HallError) -> RowError:
    column, value = _CULPRITS.get(error.code, (None, None))
    shown = getattr(line, value) if value else line.ref
    return RowError(error.code, line.sheet, line.row, column, str(shown), error.values)


_CULPRITS: Mapping[str, tuple[str, str]] = {
    "item.unknown": ("事项", "item"),
    "item.ambiguous": ("事项", "item"),
    "window.unknown": ("窗口", "window"),
    "staff.unknown": ("经办人", "handler"),
    "staff.ambiguous": ("经办人", "handler"),
    "case.promise_over_cap": ("承诺天数", "promise_days"),
    "case.closed_too_early": ("办结时间", "closed_at"),
    "case.unknown_paper": ("缺少材料", "missing"),
    "case.refusal_needs_reason": ("备注", "note"),
    "regulation.not_yet_in_force": ("受理时间", "at"),
    "case.future": ("受理时间", "at"),
}
"""Which column of the file a refusal is about."""
