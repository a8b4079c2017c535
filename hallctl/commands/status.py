"""``hallctl status``, also bare ``hallctl``."""

from collections.abc import Iterator, Sequence

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _, name_of, paired, spoken, word
from hallctl.office import board
from hallctl.office.board import Board
from hallctl.office.cases.due import DueCase
from hallctl.show import Reply, Urgent

app = verb()

MOST = 12
"""How many lines of one kind the board shows; the lists have the rest."""


@command(app, "status", _("The officer's board: what matters now."))
def status(desk: Desk) -> Reply:
    """Who is on duty, what is due, what is missing, what waits for a decision."""
    found = board.board(desk.hall)
    return Reply(found, text=list(_lines(found, desk.hall.facts.name)))


def _lines(found: Board, name: str) -> Iterator[str]:
    yield f"{name}  {spoken('at', found.at)}  {name_of(found.day_kind)}"
    yield from _urgent(found)
    yield from _now(found)
    yield from _cases(_("Due soon"), found.due_soon)
    yield from _section(
        _("Missing punches, last seven days"),
        [
            paired(f"{one.on} {one.window}", f"{one.name} {name_of(one.status)}")
            for one in found.missing
        ],
        "hallctl attendance show --month this --only exceptions",
    )
    yield from _complaints(_("Complaints"), found, overdue=False)
    yield from _section(
        _("Waiting for your decision"),
        [
            paired(f"{one.entry_no} {one.on} {one.name} {name_of(one.kind)}", one.note or "")
            for one in found.proposals
        ],
        "hallctl credit confirm ENTRY",
    )
    staffing = [word(one.code, one._asdict()) for one in found.staffing]
    yield from _section(_("Staffing (Art. 5, 6)"), staffing, "hallctl roster check")
    news = [word(one.code, one._asdict()) for one in found.calendar]
    yield from _section(_("Calendar"), news, "hallctl calendar import FILE")
    if found.supplementing:
        text = _("Cases waiting for papers: {number}")
        yield text.format(number=found.supplementing)
    if any(one.report_due_on == found.report_due_on for one in found.unreported if not one.overdue):
        text = _("Last month's report is due on {day} (Art. 23).")
        yield text.format(day=found.report_due_on)


def _urgent(found: Board) -> Iterator[str]:
    """What stays in red until somebody has seen to it."""
    dismissals = [
        paired(f"{one.name} {one.staff_no}", str(one.balance)) for one in found.dismissals
    ]
    late = [
        word("attendance.report_overdue", one._asdict()) for one in found.unreported if one.overdue
    ]
    waiting = (
        [word("day.taps_waiting", {"number": found.taps_waiting})] if found.taps_waiting else []
    )
    for line in (
        *_section(_("Dismissal to be decided (Art. 32)"), dismissals, "hallctl why NO"),
        *_cases(_("Overdue"), found.overdue),
        *_complaints(_("Complaints overdue (Art. 33)"), found, overdue=True),
        *_section(_("Months to report (Art. 23)"), late, "hallctl attendance due"),
        *_section(_("Taps not written yet (Art. 23)"), waiting, "hallctl signin --kiosk"),
    ):
        yield Urgent(line)


def _now(found: Board) -> Iterator[str]:
    """Who is at the windows, and where nobody is."""
    text = _("{window}: {name}, {shift}, {state}")
    lines = [
        text.format(window=one.window, name=one.name, shift=one.shift, state=_arrival(one))
        for one in found.on_duty
    ]
    yield from _section(_("On duty now"), lines, "hallctl duty list")
    yield from _section(_("Nobody rostered now"), found.gaps, "hallctl duty list")


def _cases(title: str, cases: Sequence[DueCase]) -> Iterator[str]:
    line = _("{case_no} {item}: {left}, handler {handler_no}, window {window_no}")
    yield from _section(title, [line.format(**_named(one)) for one in cases], "hallctl case due")


def _complaints(title: str, found: Board, *, overdue: bool) -> Iterator[str]:
    """Complaints that wait for somebody; the late ones stand in a section of their own."""
    line = _("{complaint_no} {about}, {kind}: {state}, by {due}")
    lines = [
        line.format(
            complaint_no=one.complaint_no,
            about=one.complained_of or one.window or one.case_no,
            kind=name_of(one.kind, "kind"),
            state=name_of(one.state, "state"),
            due=one.accept_by if one.state == "received" else one.reply_by,
        )
        for one in found.complaints
        if bool(one.overdue) is overdue
    ]
    yield from _section(title, lines, "hallctl complaint list")


def _named(one: DueCase) -> dict[str, object]:
    """What a line about something due says; a step other than the completion is named."""
    item = one.item if one.what == "case" else f"{one.item} {name_of(one.what, 'what')}"
    return {**one._asdict(), "item": item, "left": _left(one.workdays_left)}


def _section(title: str, lines: Sequence[str], more: str) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield _("{title} ({number})").format(title=title, number=len(lines))
    yield from (f"  {line}" for line in lines[:MOST])
    if len(lines) > MOST:
        yield _("  … and {number} more: {command}").format(number=len(lines) - MOST, command=more)


def _arrival(one: board.OnDuty) -> str:
    if one.signed_in_at is None:
        return _("not signed in")
    if one.minutes_late:
        return _("{minutes} minutes late").format(minutes=one.minutes_late)
    return _("signed in")


def _left(workdays: int) -> str:
    if workdays < 0:
        return _("{number} working days overdue").format(number=-workdays)
    if workdays == 0:
        return _("due today")
    return _("{number} working days left").format(number=workdays)
