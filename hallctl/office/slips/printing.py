"""Printing a slip: the right one for where the case stands, numbered, written, logged."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import Conflict, Usage
from hallctl.office.cases.sheet import find
from hallctl.office.hall import Hall, act
from hallctl.office.report import fonts
from hallctl.office.slips.gathering import KINDS, Telling
from hallctl.papers import Slip, slip_of
from hallctl.store import cases, slips
from hallctl.store.cases import Case, Event
from hallctl.store.slips import SlipPrint
from hallctl.store.writing import Writing


class Printed(NamedTuple):
    """One slip on paper."""

    case_no: str
    kind: str
    slip_no: str
    copy: int
    printed_at: datetime
    path: str
    sha256: str
    already: bool | None = None


class Origin(NamedTuple):
    """What a paper is about, and the rows it rests on: they cannot be undone while it stands."""

    subject: str
    """A noun and a number, such as ``case:2026-000017``."""
    number: str
    """What its slips' numbers begin with."""
    rows: Mapping[str, object]
    """Columns of slip_print with the keys of those rows."""


@act("case slip")
def print_slip(
    hall: Hall, work: Writing, said: str, kind: str | None, place: Path, *, current: bool = False
) -> Printed:
    """Print a slip of a case into a folder or an .xlsx file; again means another copy, word for word.

    Without a kind, the slip of the case's newest step. ``current`` makes a new slip with what is known
    now. Raises Conflict when the slip does not fit where the case stands.
    """
    case = find(hall, said)
    steps = _steps(hall, case)
    kind = kind or _newest(steps)
    if kind is not None and kind not in KINDS:
        raise Usage("slip.unknown_kind", value=kind, known=list(KINDS))
    if kind not in steps:
        raise Conflict(
            "slip.does_not_fit" if kind else "slip.none_for_step",
            case_no=case.file.case_no, kind=kind, state=case.now.state, possible=list(steps),
        )  # fmt: skip
    return _print(hall, work, (case, kind), steps[kind], place, current=current)


def print_after(hall: Hall, case_no: str, place: Path) -> Printed | None:
    """Print the slip that the newest step of a case calls for, once; None when it calls for none.

    Printed before, it stays as it is: ``already``.
    """
    case = find(hall, case_no)
    steps = _steps(hall, case)
    kind = _newest(steps)
    if kind is None:
        hall.note("slip.none_yet", case_no=case_no, state=case.now.state)
        return None
    same = _origin(case, steps[kind].event_id)
    slip_no = slips.newest_slip(hall.db, same.subject, kind, same.rows)
    for one in slips.prints_of(hall.db, same.subject):
        if one.slip_no == slip_no:
            return Printed(
                case_no, kind, one.slip_no, one.copy, one.printed_at, one.file, one.sha256, True
            )
    return print_slip(hall, case_no, kind, place)


def _print(
    hall: Hall, work: Writing, what: tuple[Case, str], step: "Step", place: Path, *, current: bool
) -> Printed:  # fmt: skip
    case, kind = what
    event = step.event._replace(after=case.now) if current else step.event
    told = Telling(case, event, hall.today if current else event.at.date())
    origin = _origin(case, step.event_id)

    def make(slip_no: str, replaces: str) -> Slip:
        from hallctl.sheets.slips import worded

        return worded(KINDS[kind].gather(hall, told._replace(slip_no=slip_no, replaces=replaces)))

    row, path = print_paper(hall, work, origin, (kind, KINDS[kind].letter), make, place, current)
    return Printed(
        case.file.case_no, kind, row.slip_no, row.copy, row.printed_at, str(path), row.sha256
    )


def print_paper(
    hall: Hall, work: Writing, origin: Origin, kind: tuple[str, str],
    make: Callable[[str, str], Slip], place: Path, current: bool = False,
) -> tuple[SlipPrint, Path]:  # fmt: skip
    """Print any paper and log it; ``kind`` is its name with the letter of its numbers.

    ``make`` words it, given its number and the number of the slip it stands for. Returns the log row and
    the file, which is written unless the act is a dry run.
    """
    from hallctl.sheets.slips.layout import Copy, write_slip

    name, letter = kind
    slip_no = slips.newest_slip(hall.db, origin.subject, name, origin.rows)
    if slip_no is None or current:
        number = slips.slips_made(hall.db, origin.subject, name) + 1
        slip = make(f"{origin.number}-{letter}{number}", slip_no or "")
        copy = Copy(1, hall.now)
    else:
        slip = slip_of(slips.first_print(hall.db, slip_no))
        copy = Copy(slips.copies_made(hall.db, slip_no) + 1, hall.now)
    path = _file(place, slip.slip_no, copy.number)
    day = max(hall.today, hall.facts.effective_from)
    sha256 = write_slip(slip, copy, None if hall.dry_run else path, fonts(hall, day))
    row = SlipPrint(
        slip.slip_no, name, origin.subject, copy.number, hall.now, work.actor_no, path.name, sha256
    )
    slips.add_print(work, row, slip._asdict() if copy.number == 1 else None, origin.rows)
    work.tell({"slip": slip.slip_no, "copy": copy.number}, kind=name, subject=origin.subject)
    return row, path


def list_prints(hall: Hall, said: str) -> list[SlipPrint]:
    """Every print of a case's slips, oldest first."""
    return slips.prints_of(hall.db, f"case:{find(hall, said).file.case_no}")


class Step(NamedTuple):
    """A step of a case that a slip can tell of, with its row."""

    event_id: int
    event: Event
    newest: bool


def _steps(hall: Hall, case: Case) -> dict[str, Step]:
    """For every kind of slip that fits where a case stands, the newest step that it can tell of."""
    events = cases.events(hall.db, case.file.case_no)
    rows = list(zip(slips.event_ids(hall.db, case.file.case_no), events, strict=True))
    found = {}
    for name, kind in KINDS.items():
        if kind.still and case.now.state not in kind.after:
            continue
        for event_id, event in reversed(rows):
            if event.kind in kind.events and event.after.state in kind.after:
                found[name] = Step(event_id, event, event_id == rows[-1][0])
                break
    return found


def _newest(steps: Mapping[str, Step]) -> str | None:
    """The slip that the newest step of a case calls for."""
    return next((name for name, step in steps.items() if step.newest), None)


def _origin(case: Case, event_id: int) -> Origin:
    no = case.file.case_no
    return Origin(f"case:{no}", no, {"case_no": no, "case_event_id": event_id})


def _file(place: Path, slip_no: str, copy: int) -> Path:
    """An .xlsx as it is named, else a file of the slip's number in that folder."""
    if place.suffix.lower() == ".xlsx" and not place.is_dir():
        return place
    return place / f"{slip_no}{f'-{copy}' if copy > 1 else ''}.xlsx"
