"""``hallctl item check``."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.item.options import Codes
from hallctl.commands.lazy import verb
from hallctl.commands.options import On
from hallctl.errors import Note, Usage
from hallctl.messages import _, cite, label, word
from hallctl.office.items import checking
from hallctl.office.items.checking import Finding
from hallctl.show import Reply

app = verb()
MOST = 10
"""How many items one line names; --json has them all."""


@command(
    app, "check", _("Check the catalogue, or note that it was looked at; exit 8 with findings."), writes=True
)  # fmt: skip
def check_items(
    desk: Desk,
    code: Codes = None,
    mark: Annotated[
        bool, typer.Option("--mark", help=_("Note that you looked at these items and found them right."))
    ] = False,
    mark_all: Annotated[
        bool, typer.Option("--mark-all", help=_("The same for every item."))
    ] = False,
    on: On = None,
) -> Reply:  # fmt: skip
    """Quiet when every item says what it must; with --mark it records instead of checking."""
    codes = code or []
    if mark or mark_all:
        if bool(codes) == mark_all:
            raise Usage("item.mark_which")
        found = checking.mark(desk.hall, codes, desk.day(on))
        said = "item.marked_already" if found.already else "item.marked"
        return Reply(found, [Note(said, values=found._asdict())])
    checked = checking.check(desk.hall, codes, desk.day(on))
    data = checked._asdict() | {
        "findings": [_flat(one) for one in checked.findings],
    }
    status = 8 if checked.findings else 0
    return Reply(data, text=list(_lines(checked.findings)), exit_status=status)


def _flat(one: Finding) -> dict[str, object]:
    named = {"item_code": one.item.item_code, "name": one.item.name}
    return {"code": one.code, "article": one.article, **named, **one.values}


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    """A line for each finding; the items that nobody looked at in one line together."""
    unseen = [one.item.item_code for one in findings if one.code == "item.never_checked"]
    for one in findings:
        if one.code == "item.never_checked":
            continue
        values = {**one.values, "item_code": one.item.item_code, "name": one.item.name}
        if "fields" in values:
            values["fields"] = [label(str(field)) for field in one.values["fields"]]  # type: ignore[attr-defined]
        yield _cited(one.code, values, one.article)
    if unseen:
        named = [*unseen[:MOST], *(["…"] if len(unseen) > MOST else [])]
        yield _cited("item.never_checked", {"count": len(unseen), "items": named}, "9")


def _cited(code: str, values: dict[str, object], article: str) -> str:
    return _("{text} ({article})").format(text=word(code, values), article=cite(article))
