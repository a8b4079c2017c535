"""``hallctl complaint``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import N_, _

app = lazy_app(
    {
        "open": Place(
            "complaint.open", N_("Receive a complaint, named (and sealed) or anonymous.")
        ),
        "accept": Place("complaint.accept", N_("Take a complaint up.")),
        "finding": Place("complaint.finding", N_("Record what an investigation found.")),
        "reply": Place("complaint.reply", N_("Answer a complaint, which closes it.")),
        "slip": Place("complaint.slip", N_("Write the reply slip, ready to print.")),
        "list": Place("complaint.listing", N_("List complaints; with --overdue exit 8 if any.")),
        "show": Place("complaint.showing", N_("Show one complaint with everything that was done.")),
        "query": Place("complaint.query", N_("How far an anonymous complaint is, by its code.")),
        "analysis": Place(
            "complaint.analysis", N_("A month's complaints by sort, window, finding.")
        ),
        "reveal": Place("complaint.reveal", N_("Show who complained: the officer, for a reason.")),
    },
    _("Complaints and reports (Art. 33)."),
)
