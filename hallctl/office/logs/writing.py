"""A log written at a hand-over, corrected, acknowledged (Art. 19)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl import handover
from hallctl.errors import Conflict, NotFound, Usage
from hallctl.model import Role
from hallctl.office.cases.sheet import find, find_window
from hallctl.office.hall import Hall, act
from hallctl.office.hours import clock
from hallctl.office.logs.turns import Counted, counted, covers, minutes, turn_at
from hallctl.store import logs, people, places
from hallctl.store.cases import Case
from hallctl.store.duty import midnight
from hallctl.store.logs import Kept, LogRow, Matter
from hallctl.store.places import WindowRow
from hallctl.store.writing import Writing


class Log(NamedTuple):
    """One log as it is shown."""

    log_no: str | None
    on: date
    window_no: str
    window: str
    start: str
    end: str
    on_duty: Sequence[str]
    from_no: str
    outgoing: str
    to_no: str | None
    incoming: str | None
    served: int | None
    enquiries: int | None
    taken: int
    done: int
    open: int
    counted: Mapping[str, int]
    matters: str | None
    handed_over: Sequence[Matter]
    items: str | None
    incidents: str | None
    acked_by: str | None = None
    acked_at: datetime | None = None
    ack_reason: str | None = None
    already: bool | None = None


class Told(NamedTuple):
    """What a log says; None where nothing was said."""

    at: datetime
    from_no: str | None = None
    to_no: str | None = None
    served: int | None = None
    enquiries: int | None = None
    taken: int | None = None
    done: int | None = None
    open: int | None = None
    matters: str | None = None
    hand_over: Sequence[str] = ()
    """Each ``NUMBER;PROGRESS;NEXT;LIMIT``; of a case its number is enough."""
    all_open: bool = False
    items: str | None = None
    incidents: str | None = None
    corrects: str | None = None


def offer(hall: Hall, said: str, told: Told) -> Log:
    """The log as the hall file would fill it, with the window's open cases; nothing is written."""
    window = find_window(hall, said, told.at.date())
    return _draft(hall, window, told._replace(all_open=True))


@act("log add")
def add(hall: Hall, work: Writing, said: str, told: Told) -> Log:
    """Record the log of a hand-over, or with ``corrects`` what a recorded one should have said.

    Raises NotFound when nobody was on duty, Usage for words that do not fit, Refused for a day before
    the regulation, Conflict when this hand-over has a log that says otherwise.
    """
    hall.require_in_force(told.at.date())
    if told.at > hall.now:
        raise Usage("log.future", at=told.at)
    window = find_window(hall, said, told.at.date())
    draft = _draft(hall, window, told)
    before = _recorded(hall, draft, told.corrects)
    if before is not None and _same(shown(hall, before), draft):
        return shown(hall, before)._replace(already=True)
    if before is not None and told.corrects is None:
        raise Conflict("log.recorded_otherwise", log_no=before.row.log_no)
    if before is not None:
        logs.void_log(work, before)
    number = before.row.log_no if before else logs.next_no(hall.db, draft.on.year)
    logs.add_log(work, _row(draft, number), draft.handed_over)
    work.tell({"log": number, "handed_over": len(draft.handed_over)}, window=draft.window_no,
              on=draft.on, corrects=told.corrects)  # fmt: skip
    _remark(hall, draft)
    return shown(hall, find_log(hall, number))


def _draft(hall: Hall, window: WindowRow, told: Told) -> Log:
    on = told.at.date()
    out = hall.person(told.from_no, on).staff_no if told.from_no else None
    turn = turn_at(hall, window.window_no, told.at, out)
    out = out or turn.staff[-1]
    into = hall.person(told.to_no, on).staff_no if told.to_no else next(iter(turn.incoming), None)
    if into == out:
        raise Usage("log.to_oneself", staff_no=out)
    names = _names(hall, on)
    found = counted(hall, window.window_no, on, turn)
    start, end = minutes(on, turn)
    known = {"taken": found.taken, "done": found.done, "open": len(found.open)}
    return Log(
        None, on, window.window_no, window.name, clock(start), clock(end), turn.staff, out,
        names[out], into, names[into] if into else None, told.served, told.enquiries,
        *_confirmed(told, known), known, told.matters, _matters(hall, told, found), told.items,
        told.incidents,
    )  # fmt: skip


def _confirmed(told: Told, known: Mapping[str, int]) -> tuple[int, int, int]:
    """The counts of cases as they were confirmed, else as the hall file has them."""
    said = (told.taken, told.done, told.open)
    numbers = (told.served, told.enquiries, *said)
    if any(one is not None and one < 0 for one in numbers):
        raise Usage("log.negative")
    taken, done, still = (
        known[name] if one is None else one for name, one in zip(known, said, strict=True)
    )
    return taken, done, still


def _matters(hall: Hall, told: Told, found: Counted) -> list[Matter]:
    """The matters that were named, then the window's open cases if all are handed over."""
    named = [_matter(hall, one) for one in told.hand_over]
    there = {one.number for one in named}
    if told.all_open:
        named += [_of_case(one) for one in found.open if one.file.case_no not in there]
    return named


def _matter(hall: Hall, said: str) -> Matter:
    from hallctl.sheets.cells import parse_date

    number, progress, following, limit = (
        part.strip() or None for part in (said.replace("；", ";") + ";;;").split(";")[:4]
    )
    if number is None:
        raise Usage("log.bad_matter", value=said)
    limit_on = parse_date(limit) if limit else None
    if limit and limit_on is None:
        raise Usage("usage.bad_day", value=limit)
    try:
        case = _of_case(find(hall, number))
    except (NotFound, Usage):
        return Matter(number, progress, following, limit_on)
    return Matter(case.number, progress or case.progress, following, limit_on or case.limit_on)


def _of_case(case: Case) -> Matter:
    return Matter(case.file.case_no, case.now.state, None, case.now.due_on)


def _recorded(hall: Hall, draft: Log, corrects: str | None) -> Kept | None:
    """The log of this hand-over, or the one that is corrected."""
    turn = turn_at(hall, draft.window_no, _instant(draft), draft.from_no)
    here = logs.between(hall.db, draft.on, draft.on, draft.window_no)
    same = next((one for one in here if covers(one.row, turn)), None)
    if corrects is None:
        return same
    kept = find_log(hall, corrects)
    if same is not None and same.id != kept.id:
        raise Conflict("log.recorded_otherwise", log_no=same.row.log_no)
    return kept


def _instant(draft: Log) -> datetime:
    return midnight(draft.on) + timedelta(minutes=_minute(draft.start))


def _minute(said: str) -> int:
    hour, _colon, rest = said.partition(":")
    return int(hour) * 60 + int(rest)


def _same(one: Log, other: Log) -> bool:
    """Whether two logs say the same; what the hall file counts by now does not matter."""

    def said(log: Log) -> tuple[object, ...]:
        facts = log._replace(log_no=None, counted={}, on_duty=(), acked_by=None, acked_at=None,
                             ack_reason=None, handed_over=tuple(log.handed_over))  # fmt: skip
        return tuple(facts)

    return said(one) == said(other)


def _remark(hall: Hall, draft: Log) -> None:
    """Point out counts that differ from the hall file, and open cases that nobody takes over."""
    told = {"taken": draft.taken, "done": draft.done, "open": draft.open}
    if told != dict(draft.counted):
        values = {f"counted_{name}": number for name, number in draft.counted.items()}
        hall.note("log.counts_differ", "19", **told, **values)
    if draft.open > sum(one.number[:4].isdigit() for one in draft.handed_over):
        hall.note("log.open_not_handed_over", "19", number=draft.open, window=draft.window)


def _row(draft: Log, number: str) -> LogRow:
    return LogRow(
        number, draft.window_no, draft.on, _minute(draft.start), _minute(draft.end), draft.on_duty,
        draft.from_no, draft.to_no, draft.served, draft.enquiries, draft.taken, draft.done,
        draft.open, draft.counted, draft.matters, draft.items, draft.incidents,
    )  # fmt: skip


def find_log(hall: Hall, said: str) -> Kept:
    """One log by number, such as L2026-0017 or 17 for this year's; raises NotFound."""
    number = f"L{hall.today.year}-{int(said):04d}" if said.isdigit() else said.upper()
    found = logs.log(hall.db, number)
    if found is None:
        raise NotFound("log.unknown", log_no=said)
    return found


@act("log ack")
def acknowledge(
    hall: Hall, work: Writing, said: str, by: str | None, at: datetime, reason: str | None
) -> Log:
    """Record that the incoming person, or for the day's last log the leader, took it over.

    ``by`` is who signed the paper, for the officer to record; else who acts. Nobody acknowledges his
    own; the officer stands in for a leader who wrote it or is missing, and with a ``reason`` otherwise.
    Raises NotFound, Refused, Usage for an instant before the hand-over, Conflict when another did.
    """
    kept = find_log(hall, said)
    if by is not None:
        hall.require_officer("19")
    by_no = hall.person(by, kept.row.on_date).staff_no if by else hall.actor_no
    if kept.acked_by == by_no:
        return shown(hall, kept)._replace(already=True)
    if kept.acked_by is not None:
        raise Conflict("log.acknowledged_by", log_no=kept.row.log_no, by=kept.acked_by)
    begun = midnight(kept.row.on_date) + timedelta(minutes=kept.row.start_minute)
    if not begun <= at <= hall.now:
        raise Usage("log.bad_ack_time", at=at, log_no=kept.row.log_no)
    _require_fit(hall, kept, by_no, (reason or "").strip())
    logs.add_ack(work, kept.id, by_no, at, reason)
    work.tell({"acknowledged": kept.row.log_no}, by=by_no)
    return shown(hall, find_log(hall, said))


def _require_fit(hall: Hall, kept: Kept, by_no: str, reason: str) -> None:
    row = kept.row
    leaders = [
        one.staff_no for one in people.serving_at(hall.db, row.window_no, Role.LEADER, row.on_date)
    ]
    handover.may_acknowledge(
        by_no, row.from_no, row.to_no, leaders, hall.officer_no, reasoned=bool(reason)
    )


def shown(hall: Hall, kept: Kept) -> Log:
    """A log on record with names instead of numbers beside them."""
    row = kept.row
    names = _names(hall, row.on_date)
    window = places.window(hall.db, row.window_no, row.on_date)
    return Log(
        row.log_no, row.on_date, row.window_no, window.name if window else "",
        clock(row.start_minute), clock(row.end_minute), row.on_duty, row.from_no,
        names[row.from_no], row.to_no, names[row.to_no] if row.to_no else None, row.served,
        row.enquiries, row.taken, row.done, row.open, row.counted, row.matters, kept.handed_over,
        row.items, row.incidents, kept.acked_by, kept.acked_at, kept.ack_reason,
    )  # fmt: skip


def _names(hall: Hall, on: date) -> Mapping[str, str]:
    return {one.staff_no: one.name for one in people.everybody(hall.db, on)}
