"""Options that several nouns share."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.messages import _

File = Annotated[Path, typer.Argument(help=_("A spreadsheet: .xlsx, .xls or .csv."))]
Files = Annotated[
    list[Path], typer.Argument(help=_("Spreadsheets: .xlsx, .xls or .csv, taken as one."))
]
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="HEADER=FIELD", help=_("Name the field of a header of your own.")
    ),
]
SkipBad = Annotated[
    bool, typer.Option("--skip-bad", help=_("Write the good rows and say which were left out."))
]
On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help=_("The day it counts from; today."))
]
At = Annotated[str | None, typer.Option("--at", metavar="ISO", help=_("When it happened; now."))]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="PATH", help=_("The Excel file to write, or its folder.")),
]
