"""``hallctl duty``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "import": Place("duty.importing", _("Publish a duty roster from a list or a weekly grid.")),
        "list": Place("duty.listing", _("List the shifts of some days.")),
        "leave": Place("duty.leave", _("Record approved leave (Art. 14).")),
        "swap": Place(
            "duty.swap", _("Record an approved swap: a colleague takes over one shift (Art. 14).")
        ),
    },
    _("The duty roster: who stands where, and when (Art. 14, 22)."),
)
