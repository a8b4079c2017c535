"""``hallctl signin`` and ``hallctl signout``: the shortest way from the officer to the hall file."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.signing.said import COLUMNS, line_of, worst
from hallctl.errors import Usage
from hallctl.messages import _
from hallctl.office import signing
from hallctl.show import Reply

signin_app = verb()
signout_app = verb()

People = Annotated[
    list[str] | None, typer.Argument(help=_("Numbers, cards, or names where unique."))
]
At = Annotated[str | None, typer.Option(metavar="ISO", help=_("When it happened, such as 08:25."))]
Stdin = Annotated[
    bool, typer.Option("--stdin", help=_("Read a number per line; each line counts at once."))
]
Kiosk = Annotated[
    bool, typer.Option("--kiosk", help=_("A full screen for a card reader; quit leaves it."))
]


@command(signin_app, "signin", _("Sign people in for duty (Art. 23)."), writes=True, lists=True)
def signin(
    desk: Desk, staff: People = None, at: At = None, stdin: Stdin = False, kiosk: Kiosk = False
) -> Reply:
    """Record sign-ins and say who is late by how much; a kiosk also takes sign-outs."""
    return _kiosk(desk, None, staff, at, stdin) if kiosk else _sign(desk, "in", staff, at, stdin)


@command(signout_app, "signout", _("Sign people out of duty (Art. 23)."), writes=True, lists=True)
def signout(
    desk: Desk, staff: People = None, at: At = None, stdin: Stdin = False, kiosk: Kiosk = False
) -> Reply:
    """Record sign-outs and say who leaves early by how much."""
    return _kiosk(desk, "out", staff, at, stdin) if kiosk else _sign(desk, "out", staff, at, stdin)


def _kiosk(
    desk: Desk, way: str | None, staff: list[str] | None, at: str | None, stdin: bool
) -> Reply:
    if staff or at or stdin:
        raise Usage("kiosk.alone")
    from hallctl.commands.signing import kiosk

    return kiosk.run(desk, way)


def _sign(
    desk: Desk, direction: str, staff: list[str] | None, at: str | None, stdin: bool
) -> Reply:
    if not staff and not stdin:
        raise Usage("signin.nobody")
    whole = _group(desk, direction, staff, at) if staff else Reply([])
    if not stdin:
        return whole
    from hallctl.commands.signing import pipe

    if staff and desk.form in {"table", "ndjson"}:
        desk.tell(whole)
    return pipe.run(desk, direction, at, whole)


def _group(desk: Desk, direction: str, staff: list[str], at: str | None) -> Reply:
    """One transaction: the people named together."""
    found, failed = signing.sign(
        desk.hall, staff, direction, desk.instant(at), command=desk.command
    )
    said = [line_of(one) for one in found]
    columns = () if desk.form == "table" else COLUMNS
    return Reply(found, said, columns=columns, exit_status=worst(failed), failed=failed)
