"""``hallctl attendance``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import N_, _

app = lazy_app(
    {
        "import": Place(
            "attendance.importing", N_("Record the punches of a device's file or a table.")
        ),
        "device": Place(
            "attendance.device",
            N_("Say whose a device's numbers are, and how fast its clock is."),
        ),
        "show": Place("attendance.showing", N_("Show what each duty shift is called.")),
        "correct": Place(
            "attendance.correcting", N_("Correct sign-ins and sign-outs, with a witness."), "correct_app"
        ),
        "excuse": Place("attendance.correcting", N_("Excuse an absence or a late coming."), "excuse_app"),
        "check": Place(
            "attendance.checking", N_("Record that somebody was not at the post."), "check_app"
        ),
        "checks": Place("attendance.checking", N_("List spot checks."), "checks_app"),
        "contest": Place("attendance.checking", N_("Contest a spot check."), "contest_app"),
        "decide": Place("attendance.checking", N_("Uphold or drop a spot check."), "decide_app"),
        "close": Place("attendance.closing", N_("Close a month (Art. 23)."), "close_app"),
        "reopen": Place("attendance.closing", N_("Open a closed month again."), "reopen_app"),
        "closed": Place("attendance.closing", N_("List closed months with their digests."), "closed_app"),
        "due": Place("attendance.closing", N_("Check that every month was reported."), "due_app"),
    },
    _("Punches from devices, and what each shift is called (Art. 23)."),
)  # fmt: skip
