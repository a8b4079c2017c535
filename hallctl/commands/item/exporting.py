"""``hallctl item export``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.item.options import AsOf, Codes, Window
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.items import guiding
from hallctl.show import Reply

app = verb()


@command(
    app, "export", _("Write the guide: a workbook to print, or one web page."), writes=True
)  # fmt: skip
def export_guide(
    desk: Desk,
    code: Codes = None,
    window: Window = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="PATH", help=_("The file to write, or its folder.")),
    ] = None,
    html: Annotated[
        bool, typer.Option("--html", help=_("One page for a website, a screen or a phone."))
    ] = False,
    on: AsOf = None,
) -> Reply:
    """Contents and one item to a page; or one self-contained page that can be searched."""
    asked = guiding.Asked(code or (), window, desk.maybe_day(on))
    path = _target(out or Path(), ".html" if html else ".xlsx")
    write = guiding.write_page if html else guiding.write_workbook
    found = write(desk.hall, asked, path)
    return Reply(found, [Note("item.printed", values=found._asdict())])


def _target(out: Path, suffix: str) -> Path:
    """``out`` itself when it is named as such a file, else the guide's usual name in the folder ``out``."""
    named = out.suffix.lower() == suffix and not out.is_dir()
    return out if named else out / f"hall-guide{suffix}"
