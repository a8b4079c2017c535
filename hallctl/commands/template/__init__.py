"""``hallctl template``: ready-to-fill workbooks, one file per kind."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "scores": Place("template.scores", _("The sheet on which leaders score a week.")),
        "signin": Place("template.signin", _("A paper sign-in sheet for a day without power.")),
    },
    _("Ready-to-fill workbooks."),
)
