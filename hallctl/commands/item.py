"""``hallctl item``."""

from collections.abc import Iterator
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.options import File, Map, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.messages import _, labelled, name_of
from hallctl.office import places
from hallctl.office.places import ItemSheet
from hallctl.show import Reply

app = noun(_("The catalogue of service items (Art. 4, 9)."))


@command(app, "import", _("Record the items of a spreadsheet, with their papers."), writes=True)
def import_items(desk: Desk, file: File, mapping: Map = None, skip_bad: SkipBad = False) -> Reply:
    """Import items; the same file twice changes nothing."""
    found = places.import_items(desk.hall, file, pairs(mapping), skip_bad=skip_bad)
    return imported(found, "item.imported")


@command(app, "list", _("List the items."), lists=True)
def list_items(desk: Desk) -> Reply:
    """All items by code."""
    columns = ("item_code", "name", "window", "tier", "promise_days", "joint", "materials")
    return Reply(places.items(desk.hall), columns=columns)


@command(app, "show", _("Show everything the catalogue holds about one item."))
def show_item(
    desk: Desk,
    code: Annotated[str, typer.Argument(help=_("The item's code, or a unique part of its name."))],
) -> Reply:
    """One item with its papers and departments."""
    found = places.show_item(desk.hall, code)
    return Reply(found, text=list(_lines(found)))


def _lines(item: ItemSheet) -> Iterator[str]:
    yield f"{item.item_code}  {item.name}"
    text = _("{tier}, {days} working days")
    tier = text.format(tier=name_of(item.tier), days=item.promise_days)
    for key, value in (
        ("category", item.category), ("window", f"{item.window_no} {item.window}"), ("tier", tier),
        ("basis", item.basis), ("conditions", item.conditions), ("procedure", item.procedure),
        ("fee_basis", item.fee_basis), ("fee_standard", item.fee_standard),
    ):  # fmt: skip
        if value:
            yield labelled(key, value)
    if item.joint:
        steps = [f"{one['step']}. {one['department']}" for one in item.departments]
        yield _("Joint, decided by: {steps}").format(steps=_(", ").join(steps))
    if item.materials:
        yield _("Papers:")
    for number, paper in enumerate(item.materials, 1):
        detail = [part for part in (paper.form, paper.standard, paper.obtain) if part]
        needed = "" if paper.required else _(" (optional)")
        yield f"  {number}. {paper.name} × {paper.copies}{needed}  {'; '.join(detail)}".rstrip()
