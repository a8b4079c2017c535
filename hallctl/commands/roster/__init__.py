"""``hallctl roster``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "import": Place("roster.importing", _("Record the people of a spreadsheet.")),
        "list": Place("roster.listing", _("List the staff.")),
        "show": Place(
            "roster.showing", _("Show one person with every post and this term's duties.")
        ),
        "assign": Place("roster.assign", _("Let somebody serve at a window from a day on.")),
        "end": Place("roster.ending", _("Record that people leave: graduation, internship …")),
        "replace": Place(
            "roster.replacing", _("Record who was selected anew for a post (Art. 30).")
        ),
        "dismiss": Place(
            "roster.dismissal", _("The officer dismisses a student worker (Art. 30, 32).")
        ),
        "stability": Place("roster.stability", _("How stable the window staff was (Art. 14).")),
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
