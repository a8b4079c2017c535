"""``hallctl roster stability``."""

from collections.abc import Iterator
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Usage
from hallctl.messages import _
from hallctl.office.roster import staffing
from hallctl.office.roster.staffing import Stability
from hallctl.show import Reply

app = verb()


@command(app, "stability", _("How stable the window staff was (Art. 14)."))
def stability(
    desk: Desk,
    term: Annotated[
        str | None, typer.Option(help=_("Such as 2026-2027-1; the running one."))
    ] = None,
    from_on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("The first day."))
    ] = None,
    to_on: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help=_("The last day, included."))
    ] = None,
) -> Reply:
    """The share of those who served at a window that stayed there throughout."""
    if (to_on and not from_on) or (term and from_on):
        raise Usage("roster.term_or_days")
    found = staffing.stability(desk.hall, term, desk.maybe_day(from_on), desk.maybe_day(to_on))
    return Reply(found, text=list(_lines(found)))


def _lines(found: Stability) -> Iterator[str]:
    text = _("{from_on} to {to_on}: {stayed} of {served} stayed throughout, {rate} (Art. 14)")
    yield text.format(**{**found._asdict(), "rate": _percent(found.stability_rate)})
    line = _("  {window} ({window_no}): {stayed} of {served}, {rate}  {names}")
    for one in found.windows:
        names = _(", ").join(one.changed)
        told = {**one._asdict(), "rate": _percent(one.stability_rate), "names": names}
        yield line.format(**told).rstrip()


def _percent(value: float | None) -> str:
    return "—" if value is None else f"{value} %"
