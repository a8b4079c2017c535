"""The options that verbs of the duty roster share."""

from typing import Annotated

import typer

from hallctl.messages import _

From = Annotated[str | None, typer.Option("--from", metavar="DATE", help=_("The first day."))]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help=_("The last day, included."))]
Reason = Annotated[str, typer.Option(help=_("Why, as it stands in the request."))]
Window = Annotated[str | None, typer.Option(help=_("Only this window, by number or name."))]
