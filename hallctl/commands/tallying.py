"""``hallctl tally``: a window's counts, or the list of them."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "set": Place(
            "tally",
            _("Record a window's counts of a day; the word set may be left out."),
            "set_app",
        ),
        "list": Place("tally", _("List the counts of a period."), "list_app"),
    },
    _("Counts of visits and enquiries, nameless: tally W01 visit=12 enquiry=30 (Art. 24)."),
    usual="set",
)
