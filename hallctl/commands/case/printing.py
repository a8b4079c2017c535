"""``--print`` on the acts of a case: the slips that the act calls for, in the same command."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hallctl import config
from hallctl.commands.desk import Desk
from hallctl.errors import HallError, Note, Usage
from hallctl.messages import _
from hallctl.show import Reply

if TYPE_CHECKING:  # most acts print nothing
    from hallctl.office.cases.sheet import CaseSheet
    from hallctl.office.slips.printing import Printed

Print = Annotated[
    bool, typer.Option("--print", help=_("Write the slip that this calls for, ready to print."))
]
Slips = Annotated[
    Path | None,
    typer.Option(
        "--slips", metavar="DIR",
        help=_("The folder of the slips; else “slips” of hallctl.toml, else beside the hall file."),
    ),
]  # fmt: skip


def with_slip(
    desk: Desk, done: Reply, case: "CaseSheet", wanted: bool, folder: Path | None
) -> Reply:
    """What an act says, with its slips once the act has been kept.

    A slip that cannot be written leaves the act as it is: the failure is told beside it.
    """
    if not wanted or desk.dry_run:
        return done
    if desk.hall.in_act:
        raise Usage("slip.not_atomic")
    from hallctl.office.slips import printing

    try:
        found = printing.print_after(
            desk.hall, case.case_no, Path(folder) if folder else slips_folder(desk)
        )
    except HallError as error:
        return done._replace(failed=(error,), exit_status=error.exit_status)
    data = {**case._asdict(), "slips": found}
    return done._replace(data=data, said=[*done.said, *map(about_slip, found)])


def about_slip(found: "Printed") -> Note:
    """The one line about a printed slip."""
    code = "slip.printed_again" if found.copy > 1 else "slip.printed"
    return Note("slip.already" if found.already else code, values=found._asdict())


def slips_folder(desk: Desk) -> Path:
    """Where slips are written when nothing is said."""
    return config.slips_folder(desk.path).path()
