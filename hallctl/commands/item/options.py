"""Options that several verbs of ``item`` share."""

from typing import Annotated

import typer

from hallctl.messages import _

Code = Annotated[str, typer.Argument(help=_("The item's code, or a unique part of its name."))]
Codes = Annotated[
    list[str] | None,
    typer.Argument(metavar="[CODE]...", help=_("Some items only, by code or a unique part of the name.")),
]  # fmt: skip
Window = Annotated[str | None, typer.Option(help=_("Only this window, by number or name."))]
AsOf = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help=_("As it is on this day; today."))
]
