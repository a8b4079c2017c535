"""``hallctl case``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "open": Place("case.open", _("Receive a case: accepted when complete, else one notice.")),
        "done": Place("case.done", _("Record work finished on the spot.")),
        "supply": Place("case.supply", _("Tick off papers that were brought later.")),
        "decide": Place("case.decide", _("Record one department's verdict in a joint case.")),
        "close": Place("case.close", _("Complete or refuse a case.")),
        "list": Place("case.listing", _("List cases.")),
        "show": Place("case.showing", _("Show one case with everything that happened.")),
        "due": Place("case.due", _("List what is due soon or overdue; exit 8 when overdue.")),
        "slip": Place("case.slip", _("Write a slip, ready to print, with its counterfoil.")),
        "import": Place("case.importing", _("Record opened and closed cases of a spreadsheet.")),
    },
    _("Cases, from the counter to the completion (Art. 8, 24 to 28)."),
)
