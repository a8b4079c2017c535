"""``hallctl item show``."""

from collections.abc import Iterator
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.item.options import AsOf, Code
from hallctl.commands.lazy import verb
from hallctl.messages import _, label, labelled, name_of, paired, spoken
from hallctl.office.items import looking
from hallctl.office.items.looking import Change, ItemSheet, Version
from hallctl.show import Reply

app = verb()
SHORT = ("name", "category", "window_no", "tier", "promise_days", "asked_days")
"""Fields whose old and new value fit into a line."""


@command(app, "show", _("Show everything the catalogue holds about one item."))
def show_item(
    desk: Desk,
    code: Code,
    on: AsOf = None,
    history: Annotated[
        bool, typer.Option("--history", help=_("Also every version, and what each changed."))
    ] = False,
) -> Reply:
    """One item with its papers and departments."""
    found = looking.show_item(desk.hall, code, desk.maybe_day(on), history=history)
    return Reply(found, text=[*_facts(found), *_steps(found), *_papers(found), *_history(found)])


def _facts(item: ItemSheet) -> Iterator[str]:
    yield f"{item.item_code}  {item.name}"
    if item.retired_on:
        yield _("Not offered since {day}: {reason}").format(day=item.retired_on, reason=item.reason)
    at_once = item.tier == "instant"
    text = _("{tier}, on the spot") if at_once else _("{tier}, {days} working days")
    tier = text.format(tier=name_of(item.tier), days=item.promise_days)
    if item.asked_days:
        tier += _(" (asked for: {days}, Art. 34)").format(days=item.asked_days)
    for key, value in (
        ("category", item.category), ("window", f"{item.window_no} {item.window}"), ("tier", tier),
        ("basis", item.basis), ("conditions", item.conditions), ("procedure", item.procedure),
        ("fee_basis", item.fee_basis), ("fee_standard", item.fee_standard),
        ("item.from_on", item.from_on), ("last_checked_on", item.last_checked_on or _("never")),
    ):  # fmt: skip
        if value:
            yield labelled(key, value)


def _steps(item: ItemSheet) -> Iterator[str]:
    if not item.departments:
        return
    steps: dict[int, list[str]] = {}
    for one in item.departments:
        limit = _(" ({days} working days)").format(days=one.days) if one.days else ""
        steps.setdefault(one.step, []).append(one.department + limit)
    chain = " → ".join(_(", ").join(names) for names in steps.values())
    text = _("Joint, decided by: {steps}") if item.joint else _("Departments: {steps}")
    yield text.format(steps=chain)


def _papers(item: ItemSheet) -> Iterator[str]:
    if item.materials:
        yield _("Papers:")
    elif item.no_materials:
        yield _("Papers: none are needed")
    for number, paper in enumerate(item.materials, 1):
        detail = [part for part in (paper.form, paper.standard, paper.obtain) if part]
        needed = "" if paper.required else _(" (optional)")
        yield f"  {number}. {paper.name} × {paper.copies}{needed}  {_('; ').join(detail)}".rstrip()


def _history(item: ItemSheet) -> Iterator[str]:
    if item.versions is None:
        return
    yield _("Versions:")
    for number, one in enumerate(item.versions):
        what = _changes(one) if number else _("first version")
        text = _("  from {day} (entry {entry_no} of {at}): {what}")
        yield text.format(
            day=one.from_on, entry_no=one.entry_no, at=spoken("at", one.recorded_at), what=what
        )


def _changes(version: Version) -> str:
    return _("; ").join(_change(one) for one in version.changes) or _("nothing changed")


def _change(one: Change) -> str:
    if one.field not in SHORT:
        return label(one.field)
    old, new = (spoken(one.field, value) or "—" for value in (one.old, one.new))
    return paired(label(one.field), f"{old} → {new}")
