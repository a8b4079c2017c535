"""``hallctl signin`` and ``hallctl signout``: the shortest way from the officer to the hall file."""

import sys
from collections.abc import Iterable
from datetime import datetime
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
    groups: Iterable[list[str]] = [staff] if staff else []
    if stdin:
        groups = [*groups, *([line.strip()] for line in sys.stdin if line.strip())]
    elif not staff:
        raise Usage("signin.nobody")
    found: list[Signed] = []
    failed: list[HallError] = []
    when: datetime = desk.instant(at)
    for group in groups:
        done, bad = signing.sign(desk.hall, group, direction, when, command=desk.command)
        found += done
        failed += bad
    status = max((error.exit_status for error in failed), default=0)
    return Reply(found, [_line(one) for one in found], exit_status=status, failed=failed)


def _line(one: Signed) -> Note:
    code = "signin.already" if one.already else f"signin.{one.direction}_{one.status}"
    return Note(code, values={**one._asdict(), "clock": f"{one.at:%H:%M}"})
