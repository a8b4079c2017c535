"""Cases from a spreadsheet, with everything that happened to them; the reference makes a second reading harmless."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hallctl.errors import HallError, RowError
from hallctl.office.cases import closing, opening, scope, steps
from hallctl.office.cases.opening import Opening
from hallctl.office.cases.sheet import find
from hallctl.office.hall import Hall
from hallctl.office.imports import Count, Imported, row_count, settle_rows
from hallctl.sheets.case_steps import StepLine
from hallctl.sheets.cases import CaseLine, parse_cases
from hallctl.store import cases
from hallctl.store.cases import Case
from hallctl.store.writing import Writing

Line = CaseLine | StepLine


def import_cases(hall: Hall, path: Path, mapping: Mapping[str, str], *, skip_bad: bool) -> Imported:
    """Record the cases and the steps of a file in one transaction; what a row means is rehearsed first.

    Steps are taken in the order they happened; a case on record is closed when the file says so, else
    left as it is. Raises BadInput with every bad row: unknown words, promises over the cap, steps that
    may not follow one another.
    """
    parsed = parse_cases(path, mapping)
    errors = list(_rehearse(hall, parsed.rows))
    hall.notes.clear()  # the rehearsal's remarks would come twice
    good, rejected = settle_rows(hall, parsed, errors, skip_bad=skip_bad)
    count = Count()
    with hall.writing("case import") as work:
        for line, close in _in_order(good):
            _record(hall, work, line, count, close=close)
        work.tell(count.told(), file=path.name, sha256=parsed.sha256)
    found = count.imported(row_count(parsed), rejected=rejected, sha256=parsed.sha256)
    return found._replace(changes=None)


AFTER = frozenset({"reopened", "delivered", "collected_by_proxy", "rated", "contacted", "fixed"})
"""Steps that follow a closing of the same minute."""


def _in_order(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Every case, then its steps and its closing (True) as they happened; steps of other cases last."""
    waiting: dict[str, list[StepLine]] = {}
    for line in lines:
        if isinstance(line, StepLine):
            waiting.setdefault(line.ref, []).append(line)
    for line in lines:
        if isinstance(line, CaseLine):
            yield line, False
            steps_of_it = _by_time(waiting.pop(line.ref, []))
            then = [step for step in steps_of_it if _follows(step, line)]
            yield from ((step, False) for step in steps_of_it if step not in then)
            if line.closed_at:
                yield line, True
            yield from ((step, False) for step in then)
    for others in waiting.values():
        yield from ((step, False) for step in _by_time(others))


def _follows(step: StepLine, line: CaseLine) -> bool:
    """Whether a step comes after the closing of its case."""
    closed_at = line.closed_at
    if closed_at is None:
        return False
    return step.at > closed_at or (step.at == closed_at and step.step in AFTER)


def _by_time(lines: Sequence[StepLine]) -> list[StepLine]:
    return sorted(lines, key=lambda one: (one.at, one.row))


def _rehearse(hall: Hall, lines: Sequence[Line]) -> Iterator[RowError]:
    bad: set[str] = set()
    with hall.rehearsing("case import"):
        for line, close in _in_order(lines):
            if line.ref in bad and isinstance(line, StepLine):
                yield RowError("case.its_row_is_bad", line.sheet, line.row, None, line.ref)
            elif line.ref not in bad:
                try:
                    with hall.writing("case import") as work:
                        _record(hall, work, line, Count(), close=close)
                except HallError as error:
                    if isinstance(line, CaseLine):
                        bad.add(line.ref)
                    yield _row_error(line, error)


def _record(hall: Hall, work: Writing, line: Line, count: Count, *, close: bool) -> None:
    hall.require_in_force(line.at.date())
    case = cases.by_ref(hall.db, line.ref)
    if isinstance(line, StepLine):
        _step(hall, case or find(hall, line.ref), line, count)
    elif close:
        _close(hall, work, case, line, count)
    elif case is not None:
        count.unchanged += line.closed_at is None
    else:
        _open(hall, work, line)
        count.added += 1


def _open(hall: Hall, work: Writing, line: CaseLine) -> None:
    if line.matter:
        matter = scope.Matter(
            line.applicant_no, line.matter, None, line.applicant or None, line.phone or None,
            line.window or None, line.handler or None, line.first_contact or None, line.ref, line.at,
        )  # fmt: skip
        scope.refer(hall, None, matter, scope.Referral(line.reply_by, note=line.note or None))
        return
    told = Opening(
        line.item, line.applicant_no, line.applicant or None, line.phone or None,
        all_materials=not line.missing, missing=[(name, None) for name in line.missing],
        window=line.window or None, first_contact=line.first_contact or None,
        handler=line.handler or None, tier=line.tier, promise_days=line.promise_days,
        ref=line.ref,
    )  # fmt: skip
    opening.receive(hall, work, told, line.at)


def _close(hall: Hall, work: Writing, case: Case | None, line: CaseLine, count: Count) -> None:
    """Close the case of a line; one that this very import opened is counted as opened only."""
    if case is None or not (line.closed_at and line.result):
        return
    if case.now.closed_at is not None:
        count.unchanged += 1
        return
    opened_now = cases.events(hall.db, case.file.case_no)[0].entry_no == work.entry_no
    closing.complete(hall, work, case, line.result, line.closed_at, line.note or None)
    if not opened_now:
        count.note(line.ref, new=False)


def _step(hall: Hall, case: Case, line: StepLine, count: Count) -> None:
    if steps.known(hall, case, line) or not steps.take(hall, case.file.case_no, line):
        count.unchanged += 1
        return
    count.note(f"{line.ref} {line.step}", new=False)


def _row_error(line: Line, error: HallError) -> RowError:
    column, value = _CULPRITS.get(error.code, (None, None))
    shown = getattr(line, value, line.ref) if value else line.ref
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
