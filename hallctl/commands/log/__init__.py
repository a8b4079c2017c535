"""``hallctl log``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "add": Place("log.adding", _("Record the work log of a hand-over.")),
        "ack": Place("log.acknowledging", _("Take a log over.")),
        "list": Place("log.listing", _("List the work logs of some days.")),
        "show": Place("log.showing", _("Show one work log.")),
        "missing": Place(
            "log.missing", _("Check that every hand-over has its log; exit 8 with findings.")
        ),
    },
    _("Work logs: one per window and hand-over (Art. 19)."),
)
