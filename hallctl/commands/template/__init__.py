"""``hallctl template``: ready-to-fill workbooks, one file per kind."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "signin": Place("template.signin", _("A paper sign-in sheet for a day without power.")),
    },
    _("Ready-to-fill workbooks."),
)
