"""``hallctl meeting``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "add": Place("meeting.adding", _("Record a meeting, training, discussion or summary.")),
        "list": Place(
            "meeting.listing", _("List the meetings of a period, or write their register.")
        ),
        "show": Place("meeting.showing", _("Show one meeting with its attendance list.")),
    },
    _("Meetings, trainings, discussions, summaries (Art. 10, 11)."),
)
