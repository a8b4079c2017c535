"""``hallctl meeting``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import N_, _

app = lazy_app(
    {
        "add": Place("meeting.adding", N_("Record a meeting, training, discussion or summary.")),
        "list": Place(
            "meeting.listing", N_("List the meetings of a period, or write their register.")
        ),
        "show": Place("meeting.showing", N_("Show one meeting with its attendance list.")),
    },
    _("Meetings, trainings, discussions, summaries (Art. 10, 11)."),
)
