"""``hallctl roster end``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.roster.said import freed_lines
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.roster import leavers, posts
from hallctl.show import Reply

app = verb()


@command(app, "end", _("Record that people leave: graduation, internship …"), writes=True)
def end(
    desk: Desk,
    staff: Annotated[
        list[str] | None, typer.Argument(help=_("Numbers, or names where unique."))
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option(
            help=_("毕业 (graduated), 实习 (internship), 退出 (withdrew), 调岗 (transferred).")
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("The last day of service; today."))
    ] = None,
    note: Annotated[str | None, typer.Option(help=_("What else should be known."))] = None,
    class_name: Annotated[
        str | None,
        typer.Option(
            "--class", metavar="TEXT", help=_("All student workers of the classes that say so.")
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", help=_("A spreadsheet with 学号, 离岗日期, 离岗原因.")),
    ] = None,
) -> Reply:
    """People leave for a reason of their own; their later shifts become free."""
    day = desk.day(on)
    numbers = list(staff or ())
    if class_name:
        numbers += posts.of_class(desk.hall, class_name, day)
    if not numbers and file is None:
        raise Usage("roster.nobody_named")
    if reason is None and (numbers or file is None):
        raise Usage("roster.needs_reason", known=list(posts.REASONS)[:4])
    asked = [
        posts.Leaving(one, posts.reason_code(reason or ""), day, note)
        for one in dict.fromkeys(numbers)
    ]
    if file is not None:
        asked += leavers.read(desk.hall, file, reason, desk.maybe_day(on))
    found = posts.end(desk.hall, asked)
    gone = [one for one in found if not one.already]
    values = {
        "number": len(gone), "names": [one.name for one in gone],
        "freed": sum(len(one.freed) for one in gone),
    }  # fmt: skip
    said = Note("roster.ended" if gone else "roster.ended_already", "6", values)
    return Reply(found, [said], text=[line for one in gone for line in freed_lines(one.freed)])
