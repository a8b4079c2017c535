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
        "correct": Place(
            "attendance.correcting", _("Correct sign-ins and sign-outs, with a witness."), "correct_app"
        ),
        "excuse": Place("attendance.correcting", _("Excuse an absence or a late coming."), "excuse_app"),
        "check": Place(
            "attendance.checking", _("Record that somebody was not at the post."), "check_app"
        ),
        "checks": Place("attendance.checking", _("List spot checks."), "checks_app"),
        "contest": Place("attendance.checking", _("Contest a spot check."), "contest_app"),
        "decide": Place("attendance.checking", _("Uphold or drop a spot check."), "decide_app"),
        "close": Place("attendance.closing", _("Close a month (Art. 23)."), "close_app"),
        "reopen": Place("attendance.closing", _("Open a closed month again."), "reopen_app"),
        "closed": Place("attendance.closing", _("List closed months with their digests."), "closed_app"),
        "due": Place("attendance.closing", _("Check that every month was reported."), "due_app"),
    },
    _("Punches from devices, and what each shift is called (Art. 23)."),
)  # fmt: skip
