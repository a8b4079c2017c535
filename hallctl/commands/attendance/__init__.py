"""``hallctl attendance``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "import": Place(
            "attendance.importing", _("Record the punches of a device's file or a table.")
        ),
        "device": Place(
            "attendance.device",
            _("Say whose a device's numbers are, and how fast its clock is."),
        ),
        "show": Place("attendance.showing", _("Show what each duty shift is called.")),
    },
    _("Punches from devices, and what each shift is called (Art. 23)."),
)
