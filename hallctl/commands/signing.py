"""``hallctl signin`` and ``hallctl signout``: the shortest way from the officer to the hall file."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import HallError, Note, Usage
from hallctl.messages import _
from hallctl.office import signing
from hallctl.office.signing import Signed
from hallctl.show import Reply

signin_app = verb()
signout_app = verb()

People = Annotated[list[str] | None, typer.Argument(help=_("Numbers, or names where unique."))]
At = Annotated[str | None, typer.Option(metavar="ISO", help=_("When it happened, such as 08:25."))]
Stdin = Annotated[
    bool, typer.Option("--stdin", help=_("Read a number per line; each line counts at once."))
]


@command(signin_app, "signin", _("Sign people in for duty (Art. 23)."), writes=True)
def signin(desk: Desk, staff: People = None, at: At = None, stdin: Stdin = False) -> Reply:
    """Record sign-ins and say who is late by how much."""
    return _sign(desk, "in", staff, at, stdin)


@command(signout_app, "signout", _("Sign people out of duty (Art. 23)."), writes=True)
def signout(desk: Desk, staff: People = None, at: At = None, stdin: Stdin = False) -> Reply:
    """Record sign-outs and say who leaves early by how much."""
    return _sign(desk, "out", staff, at, stdin)


def _sign(
    desk: Desk, direction: str, staff: list[str] | None, at: str | None, stdin: bool
) -> Reply:
    if not staff and not stdin:
        raise Usage("signin.nobody")
    whole = _group(desk, direction, staff, at) if staff else Reply([])
    if not stdin:
        return whole
    if desk.form != "json":
        desk.tell(whole)
    everything: list[object] = [*_list(whole.data)]
    failed = list(whole.failed)
    for line in sys.stdin:
        if not line.strip():
            continue
        desk.renew()
        found = _group(desk, direction, [line.strip()], at)
        if desk.form != "json":
            desk.tell(found)
        everything += _list(found.data)
        failed += found.failed
    desk.renew()
    if desk.form == "json":
        return Reply(everything, exit_status=_worst(failed), failed=failed)
    return Reply(exit_status=_worst(failed))


def _group(desk: Desk, direction: str, staff: list[str], at: str | None) -> Reply:
    """One transaction: the people named together."""
    found, failed = signing.sign(
        desk.hall, staff, direction, desk.instant(at), command=desk.command
    )
    said = [_line(one) for one in found]
    return Reply(found, said, exit_status=_worst(failed), failed=failed)


def _worst(failed: Sequence[HallError]) -> int:
    return max((error.exit_status for error in failed), default=0)


def _list(data: object) -> list[object]:
    return list(data) if isinstance(data, list) else []


def _line(one: Signed) -> Note:
    code = "signin.already" if one.already else f"signin.{one.direction}_{one.status}"
    return Note(code, values={**one._asdict(), "clock": f"{one.at:%H:%M}"})
