"""``hallctl duty build``."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import From, To, Week, days_of
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _, name_of, paired, weekday
from hallctl.office.rostering import building
from hallctl.office.rostering.building import Built, OpenSlot
from hallctl.show import Reply, table

app = verb()
MOST_GAPS = 20


@command(
    app,
    "build",
    _("Work out the best roster that avoids classes, and keep it as a draft."),
    writes=True,
)
def build(
    desk: Desk,
    from_on: From = None,
    to_on: To = None,
    week: Week = None,
    substitutes: Annotated[
        bool,
        typer.Option(
            "--substitutes/--no-substitutes",
            help=_("Students may stand at other windows where their own has enough."),
        ),
    ] = False,
    leaders: Annotated[
        bool,
        typer.Option("--leaders/--no-leaders", help=_("Leaders cover what students cannot.")),
    ] = True,
) -> Reply:
    """Build a roster; what is published or has begun stays as it is."""
    first, last = days_of(desk, from_on, to_on, week)
    found = building.build(desk.hall, first, last, building.Wish(substitutes, leaders))
    code = "duty.built_already" if found.already else "duty.built"
    counts = {key: value for key, value in found._asdict().items() if key not in {"shifts", "gaps"}}
    said = [Note(code, "22", counts)]
    if found.shifts and not desk.dry_run:
        said.append(Note("duty.build_next", values=counts))
    return Reply(found, said, text=[*grid(found), *gap_lines(found.gaps)])


def grid(found: Built) -> Iterator[str]:
    """Windows down, days across, one table for each week."""

    for _week, shifts in groupby(found.shifts, key=lambda one: one.on.isocalendar()[:2]):
        own = list(shifts)
        days = sorted({one.on for one in own})
        rows = []
        for window_no in sorted({one.window_no for one in own}):
            here = [one for one in own if one.window_no == window_no]
            cells = [
                "\n".join(
                    f"{one.start}-{one.end} {one.name}{_MARK[one.how]}"
                    for one in here
                    if one.on == on
                )
                for on in days
            ]
            rows.append([here[0].window, *cells])
        heads = [f"{on:%m-%d} {weekday(on.isoweekday())}" for on in days]
        yield from table(rows, [_("Window"), *heads]).splitlines()
        yield ""
    if any(one.how != "student" for one in found.shifts):
        yield _("* substitute   ^ leader")


_MARK = {"student": "", "substitute": " *", "leader": " ^"}


def gap_lines(gaps: Sequence[OpenSlot]) -> Iterator[str]:
    """Each gap, and under it why each candidate cannot."""
    for one in gaps[:MOST_GAPS]:
        yield _("{on} {start}-{end} {window}: {missing} wanting").format(**one._asdict())
        by_reason: dict[str, list[str]] = {}
        for who in one.candidates:
            text = name_of(who.why, "why") + (f"（{name_of(who.what)}）" if who.what else "")
            by_reason.setdefault(text, []).append(who.name)
        for text, names in by_reason.items():
            yield "    " + paired(text, _(", ").join(names))
    if len(gaps) > MOST_GAPS:
        yield _("… and {count} more; --json has them all.").format(count=len(gaps) - MOST_GAPS)
