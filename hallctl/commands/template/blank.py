"""``hallctl template roster|items|windows|duty|cases|punches|ratings``: lists to be filled in and imported."""

from pathlib import Path

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import templates
from hallctl.show import Reply


def _template(kind: str, help: str) -> typer.Typer:
    app = verb()

    @command(app, kind, help)
    def write(desk: Desk, out: Out = None) -> Reply:
        """With drop-downs, and a sheet that explains every column with an example."""
        found = templates.write(desk.hall, kind, workbook(out or Path(), f"{kind}.xlsx"))
        return Reply(found, [Note("template.ready", values=found._asdict())])

    return app


roster_app = _template("roster", _("The staff roster, to be filled in."))
items_app = _template("items", _("Items and their papers, to be filled in."))
windows_app = _template("windows", _("Windows, to be filled in."))
duty_app = _template("duty", _("The duty roster as a list, to be filled in."))
cases_app = _template("cases", _("Cases and what happened to them, to be filled in."))
punches_app = _template("punches", _("Punches typed in afterwards."))
ratings_app = _template("ratings", _("Nameless ratings of the windows, typed in from paper."))
