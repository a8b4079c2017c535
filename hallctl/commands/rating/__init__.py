"""``hallctl rating``: one file per verb."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "import": Place(
            "rating.importing", _("Take in a survey's export: nameless answers by window.")
        ),
        "list": Place("rating.listing", _("Satisfaction by window, or the bad ratings.")),
    },
    _("Ratings of the windows, by cases and by surveys (Art. 33)."),
)
