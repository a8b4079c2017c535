"""Printing a slip: the right one for where the case stands, numbered, written, logged."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import Conflict, Usage
from hallctl.office.cases.sheet import find
from hallctl.office.hall import Hall, act
from hallctl.office.paperwork import fonts
from hallctl.office.slips.gathering import Telling
from hallctl.office.slips.kinds import KINDS
from hallctl.papers import Slip, slip_of
from hallctl.store import cases, slips
from hallctl.store.cases import Case
from hallctl.store.slips import SlipPrint
from hallctl.store.writing import Writing


class Printed(NamedTuple):
    """One slip on paper."""

    case_no: str | None
    kind: str
    slip_no: str
    copy: int
    printed_at: datetime
    path: str
    sha256: str
    subject: str | None = None
    """What it is about, where that is no case."""
    already: bool | None = None


@act("case slip")
def print_slip(
    hall: Hall, work: Writing, said: str, kind: str | None, place: Path, *, current: bool = False
) -> Printed:
    """Print a slip of a case into a folder or an .xlsx file; again means another copy, word for word.

    Without a kind, the slip of the case's newest act. ``current`` makes a new slip with what is known
    now. Raises Conflict when the slip does not fit where the case stands.
    """
    case = find(hall, said)
    steps = _steps(hall, case)
    kind = kind or next(iter(_called_for(hall, case, steps)), None)
    if kind is not None and kind not in KINDS:
        raise Usage("slip.unknown_kind", value=kind, known=list(KINDS))
    if kind not in steps:
        raise Conflict(
            "slip.does_not_fit" if kind else "slip.none_for_step",
            case_no=case.file.case_no, kind=kind, state=case.now.state, possible=list(steps),
        )  # fmt: skip
    return _print(hall, work, kind, steps[kind], place, current=current)


def print_after(hall: Hall, case_no: str, place: Path) -> list[Printed]:
    """Print the slips that the newest act on a case calls for, each once: one for each who gets any.

    What was printed before stays as it is: ``already``.
    """
    case = find(hall, case_no)
    steps = _steps(hall, case)
    kinds = _called_for(hall, case, steps)
    if not kinds:
        hall.note("slip.none_yet", case_no=case_no, state=case.now.state)
    return [
        _printed_before(hall, kind, steps[kind]) or print_slip(hall, case_no, kind, place)
        for kind in kinds
    ]


def list_prints(hall: Hall, said: str) -> list[SlipPrint]:
    """Every print of a case's slips, oldest first."""
    return slips.prints_of(hall.db, f"case:{find(hall, said).file.case_no}")


class Origin(NamedTuple):
    """What a paper is about, and the rows it rests on: they cannot be undone while it stands."""

    subject: str
    """A noun and a number, such as ``case:2026-000017``."""
    number: str
    """What its slips' numbers begin with."""
    rows: Mapping[str, object]
    """Columns of slip_print with the keys of those rows."""


class Sort(NamedTuple):
    """What sort of paper it is: its name, its letter, whether a later one stands for an earlier."""

    name: str
    letter: str
    replaces: bool = True


def print_paper(
    hall: Hall, work: Writing, origin: Origin, sort: Sort, make: Callable[[str, str], Slip],
    place: Path, *, current: bool = False,
) -> tuple[SlipPrint, Path]:  # fmt: skip
    """Print any paper and log it; returns the log row and the file, unwritten in a dry run.

    ``make`` words it, given its number and the number of the slip it stands for.
    """
    from hallctl.sheets.slips.layout import Copy, write_slip

    same = slips.newest_slip(hall.db, origin.subject, sort.name, origin.rows)
    if same is None or current:
        earlier = same or slips.newest_slip(hall.db, origin.subject, sort.name, {})
        number = slips.slips_made(hall.db, origin.subject, sort.name) + 1
        replaces = earlier if same or sort.replaces else None
        slip = make(f"{origin.number}-{sort.letter}{number}", replaces or "")
        copy = Copy(1, hall.now)
    else:
        slip = slip_of(slips.first_print(hall.db, same))
        copy = Copy(slips.copies_made(hall.db, same) + 1, hall.now)
    path = _file(place, slip.slip_no, copy.number)
    day = max(hall.today, hall.facts.effective_from)
    sha256 = write_slip(slip, copy, None if hall.dry_run else path, fonts(hall, day))
    row = SlipPrint(
        slip.slip_no, sort.name, origin.subject, copy.number, hall.now, work.actor_no, path.name,
        sha256,
    )  # fmt: skip
    slips.add_print(work, row, slip._asdict() if copy.number == 1 else None, origin.rows)
    work.tell({"slip": slip.slip_no, "copy": copy.number}, kind=sort.name, subject=origin.subject)
    return row, path


class Step(NamedTuple):
    """A step of a case that a slip can tell of, with its row."""

    event_id: int
    told: Telling

    @property
    def origin(self) -> Origin:
        """What the slip is about and rests on."""
        no = self.told.case.file.case_no
        return Origin(f"case:{no}", no, {"case_no": no, "case_event_id": self.event_id})


def _print(
    hall: Hall, work: Writing, kind: str, step: Step, place: Path, *, current: bool
) -> Printed:  # fmt: skip
    told, wanted = step.told, KINDS[kind]
    if current:
        now = told.event._replace(after=told.case.now)
        told = told._replace(event=now, known_on=hall.today)

    def make(slip_no: str, replaces: str) -> Slip:
        from hallctl.sheets.slips import worded

        return worded(wanted.gather(hall, told._replace(slip_no=slip_no, replaces=replaces)))

    sort = Sort(kind, wanted.letter, wanted.replaces)
    row, path = print_paper(hall, work, step.origin, sort, make, place, current=current)
    no = told.case.file.case_no
    return Printed(no, kind, row.slip_no, row.copy, row.printed_at, str(path), row.sha256)


def _steps(hall: Hall, case: Case) -> dict[str, Step]:
    """For every kind of slip that fits where a case stands, the newest step that it can tell of."""
    events = cases.events(hall.db, case.file.case_no)
    rows = slips.event_ids(hall.db, case.file.case_no)
    found = {}
    for name, kind in KINDS.items():
        if kind.still and case.now.state not in kind.after:
            continue
        for n in reversed(range(len(events))):
            event = events[n]
            if event.kind in kind.events and event.after.state in kind.after:
                told = Telling(case, event, events[:n], event.at.date())
                found[name] = Step(rows[n], told)
                break
    return found


def _called_for(hall: Hall, case: Case, steps: Mapping[str, Step]) -> list[str]:
    """The slips that the newest act on a case calls for: the newest step's for each who gets any."""
    newest = cases.events(hall.db, case.file.case_no)[-1].entry_no
    fresh = {name: step for name, step in steps.items() if step.told.event.entry_no == newest}
    for_whom: dict[str, str] = {}
    for name, step in fresh.items():
        to = KINDS[name].to
        if to not in for_whom or step.event_id > fresh[for_whom[to]].event_id:
            for_whom[to] = name
    return list(for_whom.values())


def _printed_before(hall: Hall, kind: str, step: Step) -> Printed | None:
    origin = step.origin
    slip_no = slips.newest_slip(hall.db, origin.subject, kind, origin.rows)
    for one in slips.prints_of(hall.db, origin.subject):
        if one.slip_no == slip_no:
            return Printed(
                origin.number, kind, one.slip_no, one.copy, one.printed_at, one.file, one.sha256,
                already=True,
            )  # fmt: skip
    return None


def _file(place: Path, slip_no: str, copy: int) -> Path:
    """An .xlsx as it is named, else a file of the slip's number in that folder."""
    if place.suffix.lower() == ".xlsx" and not place.is_dir():
        return place
    return place / f"{slip_no}{f'-{copy}' if copy > 1 else ''}.xlsx"
