"""``hallctl template``: ready-to-fill workbooks, one file per kind."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "daysheet": Place("template.daysheet", _("Windows' day sheets, ready to be filled in.")),
        "signin": Place("template.signin", _("A paper sign-in sheet for a day without power.")),
    },
    _("Ready-to-fill workbooks."),
)
