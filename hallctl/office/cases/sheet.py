"""A case as it is shown, and how it is found."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.errors import NotFound, Refused, Usage
from hallctl.office.hall import Hall
from hallctl.store import case_parts, cases, places
from hallctl.store.cases import Case
from hallctl.store.places import ItemRow


class CaseSheet(NamedTuple):
    """One case as scripts and people see it; fields that do not apply are None."""

    case_no: str
    state: str
    tier: str | None
    joint: bool
    item_code: str | None
    item: str
    """The item's name, or the matter in the applicant's words."""
    applicant_no: str
    applicant: str | None
    window_no: str
    handler_no: str
    first_contact_no: str | None
    received_at: datetime
    accepted_at: datetime | None
    dated_on: date | None
    due_on: date | None
    due_status: str | None
    due_earliest: date | None
    due_latest: date | None
    promise_days: int | None
    missing: tuple[str, ...]
    closed_at: datetime | None = None
    result: str | None = None
    lateness: str | None = None
    workdays_used: int | None = None
    workdays_late: int | None = None
    ref: str | None = None
    extended_days: int | None = None
    next_on: date | None = None
    """The day by which the next step is due besides the due date."""
    out_of_scope: bool | None = None
    already: bool | None = None


def sheet(hall: Hall, case: Case, *, already: bool | None = None) -> CaseSheet:
    """The sheet of a case as it stands now."""
    file, now = case
    return CaseSheet(
        file.case_no, now.state, now.tier, file.joint, file.item_code, subject(hall, case),
        case.applicant_no, case.applicant, file.window_no, now.handler_no, file.first_contact_no,
        file.received_at, now.accepted_at, now.dated_on, now.due_on, now.due_status,
        now.due_earliest, now.due_latest, now.promise_days, outstanding(hall, file.case_no),
        now.closed_at, now.result, now.lateness, now.workdays_used, now.workdays_late, file.ref,
        now.extended_days, now.next_on, file.out_of_scope, already,
    )  # fmt: skip


def subject(hall: Hall, case: Case) -> str:
    """What a case is about: its item's name as it was then, or the matter."""
    if case.file.item_version_id is None:
        return case.file.matter or ""
    return hall.item_version(case.file.item_version_id).name


def outstanding(hall: Hall, case_no: str) -> tuple[str, ...]:
    """The papers of the notice that have not come in yet, in the order of the notice."""
    waiting: dict[str, None] = {}
    for paper in case_parts.papers(hall.db, case_no):
        if paper.state == "missing":
            waiting[paper.name] = None
        else:
            waiting.pop(paper.name, None)
    return tuple(waiting)


def warn_of_ways(hall: Hall, item: ItemRow, missing: Sequence[str], day: date) -> None:
    """Point out missing papers of which the item does not say how to get them (Art. 25)."""
    ways = {one.name: one.obtain for one in item.materials}
    if untold := [name for name in missing if not ways.get(name)]:
        window = find_window(hall, item.window_no, day).name
        hall.note("slip.no_way_told", "25", item=item.name, papers=untold, window=window)


def case_no_of(hall: Hall, said: str) -> str:
    """``2026-000017`` as it is; ``17`` means this year's number 17."""
    if not said.isascii():
        raise Usage("case.bad_number", value=said)
    if said.isdigit() and len(said) <= 6:
        return f"{hall.today.year}-{int(said):06d}"
    year, dash, number = said.partition("-")
    if dash and year.isdigit() and number.isdigit() and len(number) <= 6:
        return f"{year}-{int(number):06d}"
    raise Usage("case.bad_number", value=said)


def find(hall: Hall, said: str) -> Case:
    """The case somebody named; raises NotFound, or Usage when it is no number at all."""
    case_no = case_no_of(hall, said)
    found = cases.case(hall.db, case_no)
    if found is None:
        raise NotFound("case.unknown", case_no=case_no)
    return found


def find_item(hall: Hall, said: str, day: date) -> tuple[int, ItemRow]:
    """An item by code, by a unique part of its name, or by its pinyin initials, as it is on ``day``.

    Raises NotFound for an unknown one, Usage when several fit the words.
    """
    found = places.item(hall.db, said, day)
    if found is not None:
        return found
    alike = places.items_like(hall.db, said, day) or _by_initials(hall, said, day)
    exact = [code for code, name in alike if name == said]
    if len(alike) > 1 and len(exact) != 1:
        raise Usage("item.ambiguous", said=said, items=[f"{code} {name}" for code, name in alike])
    if not alike:
        raise NotFound("item.unknown", said=said)
    found = places.item(hall.db, exact[0] if exact else alike[0][0], day)
    if found is None:
        raise NotFound("item.unknown", said=said)
    return found


def _by_initials(hall: Hall, said: str, day: date) -> list[tuple[str, str]]:
    """The items whose pinyin initials are the letters, else those that contain them."""
    if not (said.isascii() and said.isalnum()):
        return []
    from hallctl.initials import initials

    named = [(initials(name), (code, name)) for code, name in places.items_like(hall.db, "", day)]
    whole = [one for letters, one in named if letters == said.lower()]
    return whole or [one for letters, one in named if said.lower() in letters]


def require_offered(hall: Hall, item: ItemRow, day: date) -> None:
    """Refuse an item that the hall does not offer on a day (Art. 9)."""
    told = places.offer(hall.db, item.item_code, day)
    if told and not told.offered:
        values = {"item_code": item.item_code, "name": item.name, **told._asdict()}
        raise Refused("item.retired", article="9", **values)


def find_window(hall: Hall, said: str, day: date) -> places.WindowRow:
    """A window by number or by its whole name; raises NotFound."""
    found = places.window(hall.db, said, day)
    if found is not None:
        return found
    for row in places.windows(hall.db, day):
        if row.name == said:
            return row
    raise NotFound("window.unknown", said=said)


def require_order(hall: Hall, case: Case, at: datetime) -> None:
    """Refuse an instant before the regulation (Art. 36), in the future, or before the newest step."""
    hall.require_in_force(at.date())
    if at > hall.now:
        raise Usage("case.future", at=at)
    newest = max(event.at for event in cases.events(hall.db, case.file.case_no))
    if at < newest:
        raise Usage("case.before_newest", case_no=case.file.case_no, at=at, newest=newest)
