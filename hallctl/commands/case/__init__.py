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
        "fee": Place("case.fee", _("Record a fee as paid, or take a payment back.")),
        "deliver": Place("case.deliver", _("Record that the result was collected.")),
        "rate": Place("case.rate", _("Record how the applicant rated a case, 5 to 1.")),
        "fix": Place("case.fix", _("Record what was done about a bad rating.")),
        "list": Place("case.listing", _("List cases.")),
        "show": Place("case.showing", _("Show one case with everything that happened.")),
        "due": Place("case.due", _("List what is due soon or overdue; exit 8 when overdue.")),
        "import": Place("case.importing", _("Record opened and closed cases of a spreadsheet.")),
    },
    _("Cases, from the counter to the completion (Art. 8, 24 to 28)."),
)
