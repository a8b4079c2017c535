"""``hallctl attendance check``, ``checks``, ``contest`` and ``decide``: somebody was not at the post."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import spot_checks
from hallctl.show import Reply

check_app = verb()
checks_app = verb()
contest_app = verb()
decide_app = verb()

CheckNo = Annotated[
    int, typer.Argument(metavar="CHECK", help=_("The number of the check: hallctl attendance checks."))
]  # fmt: skip
Why = Annotated[str, typer.Option("--reason", help=_("Why; it is shown in the report."))]


@command(
    check_app, "check", _("Record that somebody was not at the post, with a witness (Art. 14)."), writes=True
)  # fmt: skip
def check(
    desk: Desk,
    said: Annotated[
        str, typer.Argument(metavar="NO|WINDOW", help=_("A person, or a window: everybody rostered there."))
    ],
    witness: Annotated[str, typer.Option(metavar="STAFF_NO", help=_("Who saw it, not the person itself."))],
    at: At = None,
    until: Annotated[
        str | None, typer.Option(metavar="ISO", help=_("Until when, where it is known: the minutes count."))
    ] = None,
    note: Annotated[str | None, typer.Option(help=_("What was seen."))] = None,
) -> Reply:  # fmt: skip
    """A spot check found the post empty."""
    last = desk.instant(until) if until else None
    found = spot_checks.check(desk.hall, said, desk.instant(at), last, witness, note)
    said_lines = [
        Note(
            "attendance.check_already" if one.already else "attendance.checked", "14", one._asdict()
        )
        for one in found
    ]
    return Reply(found, said_lines)


@command(checks_app, "checks", _("List spot checks and where they stand."), lists=True)
def checks(
    desk: Desk,
    month: Annotated[str, typer.Option(help=_("2026-11, last or this."))] = "this",
) -> Reply:
    """The spot checks of a month."""
    from hallctl.commands import periods

    period = periods.month(month, desk.now.date())
    found = spot_checks.checks(desk.hall, period.from_on, period.to_on)
    columns = (
        "check_no",
        "state",
        "at",
        "until",
        "window",
        "name",
        "staff_no",
        "witness_no",
        "note",
    )
    return Reply(found, columns=columns)


@command(contest_app, "contest", _("Contest a spot check, as the person concerned."), writes=True)
def contest(desk: Desk, check_no: CheckNo, reason: Why) -> Reply:
    """The mark stands until the officer decides."""
    return _step(spot_checks.contest(desk.hall, check_no, reason))


@command(decide_app, "decide", _("Uphold or drop a spot check; the officer's alone."), writes=True)
def decide(
    desk: Desk,
    check_no: CheckNo,
    reason: Why,
    drop: Annotated[
        bool,
        typer.Option(
            "--drop/--uphold",
            help=_(
                "Drop it, or uphold it.",
            ),
        ),
    ] = False,
) -> Reply:
    """Without --drop the check is upheld."""
    return _step(spot_checks.decide(desk.hall, check_no, reason, drop=drop))


def _step(found: spot_checks.SpotCheck) -> Reply:
    code = "attendance.check_already" if found.already else f"attendance.check_{found.state}"
    return Reply(found, [Note(code, "14", found._asdict())])
