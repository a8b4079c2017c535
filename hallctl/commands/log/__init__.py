"""``hallctl log``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import N_, _

app = lazy_app(
    {
        "add": Place("log.adding", N_("Record the work log of a hand-over.")),
        "ack": Place("log.acknowledging", N_("Take a log over.")),
        "list": Place("log.listing", N_("List the work logs of some days.")),
        "show": Place("log.showing", N_("Show one work log.")),
        "missing": Place(
            "log.missing", N_("Check that every hand-over has its log; exit 8 with findings.")
        ),
    },
    _("Work logs: one per window and hand-over (Art. 19)."),
)
