"""``hallctl attendance``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "import": Place(
            "attendance.importing", _("Record the punches of a device's file or a table.")
        ),
        "show": Place("attendance.showing", _("Show what each duty shift is called.")),
    },
    _("Punches from devices, and what each shift is called (Art. 23)."),
)
