"""``hallctl tally``: counts of visits and enquiries."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import On
from hallctl.errors import Note, Usage
from hallctl.messages import _, name_of
from hallctl.office import tallies
from hallctl.show import Reply

set_app = verb()
list_app = verb()


@command(
    set_app, "set", _("Record a window's counts of a day, as they are known now."), writes=True
)
def set_counts(
    desk: Desk,
    window: Annotated[str, typer.Argument(help=_("The window, by number or name."))],
    counts: Annotated[
        list[str],
        typer.Argument(
            metavar="KIND=N...", help=_("visit, enquiry, phone, online, or the college's.")
        ),
    ],
    on: On = None,
) -> Reply:
    """Nameless totals; a later one of the same day overtakes (Art. 24)."""
    day = desk.day(on)
    found = tallies.set_tallies(desk.hall, window, dict(map(_pair, counts)), day)
    said = [f"{name_of(kind, 'tally')} {count}" for kind, count in found.counts.items()]
    code = "tally.already" if found.already else "tally.set"
    return Reply(found, [Note(code, "24", {**found._asdict(), "counts": said})])


@command(list_app, "list", _("List the counts of a period."), lists=True)
def list_counts(
    desk: Desk,
    month: Annotated[str, typer.Option(help=_("2026-11, last or this."))] = "this",
    from_on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("The first day."))
    ] = None,
    to_on: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help=_("The last day, included."))
    ] = None,
    window: Annotated[
        str | None, typer.Option(help=_("Only this window, by number or name."))
    ] = None,
) -> Reply:
    """By day, window and kind."""
    first, last = desk.maybe_day(from_on), desk.maybe_day(to_on)
    if first is None or last is None:
        from hallctl.commands import periods

        period = periods.month(month, desk.now.date())
        last = last or (period.to_on if first is None else desk.now.date())
        first = first or min(period.from_on, last)
    found = tallies.tallies(desk.hall, first, last, window)
    return Reply(found, columns=("on", "window_no", "window", "kind", "total"))


def _pair(said: str) -> tuple[str, int]:
    kind, equals, number = said.replace("＝", "=").partition("=")
    if not equals or not kind or not number.isascii() or not number.isdigit():
        raise Usage("tally.bad_count", value=said)
    return kind, int(number)
