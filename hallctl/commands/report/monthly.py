"""``hallctl report monthly``."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note, Usage
from hallctl.messages import _, labelled, word
from hallctl.office.reporting import monthly as reporting
from hallctl.office.reporting.monthly import Reported
from hallctl.show import Reply

if TYPE_CHECKING:
    from hallctl.commands.periods import Period

app = verb()
EDITIONS = {
    "department": "hall-report-{month}.xlsx",
    "leader": "hall-report-{month}-leader.xlsx",
}
"""For whom a report is, and how its file is called where nothing else was said."""
SUMMARY = ("due", "attended", "attendance_rate", "presence_rate", "late", "early", "missing", "absent",
           "leave", "cases_opening", "cases_accepted", "cases_completed", "cases_refused", "cases_open",
           "cases_late", "on_time_rate", "instant_rate", "saved_time_rate", "one_notice_rate",
           "cases_rated", "satisfaction_rate", "bad_ratings", "bad_ratings_fixed_rate")  # fmt: skip


Final = Annotated[bool, typer.Option("--final", help=_("Close the month first (Art. 23)."))]
AcceptOpen = Annotated[
    bool,
    typer.Option(
        "--accept-open",
        help=_("With --final: missing sign-ins that nobody corrected count as absent."),
    ),
]
ForWhom = Annotated[
    str,
    typer.Option(
        "--for",
        metavar="WHOM",
        help=_("department: everything; leader: two pages, no names of students."),
    ),
]
Brief = Annotated[
    bool,
    typer.Option(
        "--brief", help=_("On stdout only the brief for chat groups, 150 characters at most.")
    ),
]
Check = Annotated[
    Path | None,
    typer.Option(
        "--check",
        metavar="FILE",
        help=_("Write nothing: say what differs between FILE and the hall file; exit 8 then."),
    ),
]


@command(app, "monthly", _("Write the monthly report as one Excel workbook."), writes=True)
def monthly(
    desk: Desk,
    month: Annotated[
        str, typer.Argument(metavar="[MONTH]", help=_("2026-11, last or this."))
    ] = "last",
    out: Out = None,
    final: Final = False,
    accept_open: AcceptOpen = False,
    for_whom: ForWhom = "department",
    brief: Brief = False,
    check: Check = None,
) -> Reply:
    """Attendance and cases of a month, with a summary for the leadership; an open month is a draft."""
    from hallctl.commands import periods

    if for_whom not in EDITIONS:
        raise Usage("report.unknown_reader", value=for_whom)
    period = periods.month(month, desk.now.date())
    if check:
        return _checked(
            desk,
            period,
            check,
            plain=not (out or final or accept_open or brief or for_whom != "department"),
        )
    out = Path(str(out or "").replace("{month}", period.name))
    path = workbook(out, EDITIONS[for_whom].format(month=period.name))
    if final:
        from hallctl.office import months

        months.close(desk.hall, period.name, accept_open=accept_open)
    found = reporting.write_month(
        desk.hall, period.name, period.from_on, period.to_on, path, for_whom
    )
    code = "report.draft" if found.draft else "report.written"
    text = [found.brief] if brief else [] if desk.quiet else [found.brief, *_lines(found)]
    return Reply(found, [Note(code, values=found._asdict())], text)


def _checked(desk: Desk, period: "Period", path: Path, *, plain: bool) -> Reply:
    """What differs, line by line and exit 8; nothing when the file still matches."""
    from hallctl.office.reporting import check as checking

    if not plain:
        raise Usage("usage.check_writes_nothing")
    found = checking.check(desk.hall, period.name, period.from_on, period.to_on, path)
    lines = [word(one.code, one._asdict()) for one in found.findings]
    return Reply(found, text=lines, exit_status=8 if found.findings else 0)


def _lines(found: Reported) -> Iterator[str]:
    for code in SUMMARY:
        value = found.figures[code]
        percent = code.endswith("_rate")
        shown = "—" if value is None else f"{value:.1f}%" if percent else str(value)
        yield "  " + labelled(code, shown)
