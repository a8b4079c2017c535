"""``hallctl complaint``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "open": Place("complaint.open", _("Receive a complaint, named (and sealed) or anonymous.")),
        "accept": Place("complaint.accept", _("Take a complaint up.")),
        "finding": Place("complaint.finding", _("Record what an investigation found.")),
        "reply": Place("complaint.reply", _("Answer a complaint, which closes it.")),
        "slip": Place("complaint.slip", _("Write the reply slip, ready to print.")),
        "list": Place("complaint.listing", _("List complaints; with --overdue exit 8 if any.")),
        "show": Place("complaint.showing", _("Show one complaint with everything that was done.")),
        "query": Place("complaint.query", _("How far an anonymous complaint is, by its code.")),
        "analysis": Place(
            "complaint.analysis", _("A month's complaints by sort, window, finding.")
        ),
        "reveal": Place("complaint.reveal", _("Show who complained: the officer, for a reason.")),
    },
    _("Complaints and reports (Art. 33)."),
)
