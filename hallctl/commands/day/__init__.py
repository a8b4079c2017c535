"""``hallctl day``: the windows' day, one file per verb."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "import": Place("day.importing", _("Record the windows' filled day sheets.")),
    },
    _("Windows' day sheets, and the end of the day."),
)
