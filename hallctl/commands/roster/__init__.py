"""``hallctl roster``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "import": Place("roster.importing", _("Record the people of a spreadsheet.")),
        "list": Place("roster.listing", _("List the staff.")),
        "show": Place("roster.showing", _("Show one person with every assignment.")),
        "check": Place(
            "roster.check",
            _("Check the staffing of the hall and its windows; exit 8 with findings."),
        ),
        "timetable": Place(
            "roster.timetable",
            _("Class timetables: when students have classes, and when they are free (Art. 6)."),
        ),
        "card": Place("roster.card", _("Give somebody a card, take it back, or list their cards.")),
    },
    _("The staff roster: who serves where, from when (Art. 5, 6)."),
)
