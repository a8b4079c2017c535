"""``hallctl report``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "monthly": Place("report.monthly", _("Write the monthly report as one Excel workbook.")),
        "plan": Place("report.plan", _("Say what the hall means to do in a month, or list it.")),
    },
    _("Workbooks for the leadership (Art. 23)."),
)
