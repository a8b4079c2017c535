"""``hallctl day``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "import": Place("day.importing", _("Record the windows' filled day sheets.")),
        "close": Place("day.closing", _("Say what is missing before going home; exit 8 then.")),
    },
    _("Windows' day sheets, and the end of the day."),
)
