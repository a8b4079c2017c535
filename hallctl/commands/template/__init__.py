"""``hallctl template``: ready-to-fill workbooks, one file per kind."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "scores": Place("template.scores", _("The sheet on which leaders score a week.")),
        "daysheet": Place("template.daysheet", _("Windows' day sheets, ready to be filled in.")),
        "signin": Place("template.signin", _("A paper sign-in sheet for a day without power.")),
        "roster": Place("template.blank", _("The staff roster, to be filled in."), "roster_app"),
        "windows": Place("template.blank", _("Windows, to be filled in."), "windows_app"),
        "items": Place(
            "template.blank", _("Items and their papers, to be filled in."), "items_app"
        ),
        "duty": Place(
            "template.blank", _("The duty roster as a list, to be filled in."), "duty_app"
        ),
        "cases": Place(
            "template.blank", _("Cases and what happened to them, to be filled in."), "cases_app"
        ),
        "punches": Place("template.blank", _("Punches typed in afterwards."), "punches_app"),
        "ratings": Place(
            "template.blank",
            _("Nameless ratings of the windows, typed in from paper."),
            "ratings_app",
        ),
    },
    _("Ready-to-fill workbooks."),
)
