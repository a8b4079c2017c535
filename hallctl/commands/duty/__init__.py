"""``hallctl duty``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import N_, _

app = lazy_app(
    {
        "import": Place(
            "duty.importing", N_("Publish a duty roster from a list or a weekly grid.")
        ),
        "list": Place("duty.listing", N_("List the shifts of some days.")),
        "swap": Place("duty.swap", N_("Let a colleague take over a shift (Art. 14).")),
        "requests": Place("duty.steps", N_("List requests for swaps."), "requests_app"),
        "agree": Place("duty.steps", N_("Record that the colleague agrees."), "agree_app"),
        "approve": Place("duty.steps", N_("Approve a swap (Art. 14)."), "approve_app"),
        "decline": Place("duty.steps", N_("Say no to a request."), "decline_app"),
        "withdraw": Place("duty.steps", N_("Take a request back."), "withdraw_app"),
        "leave": Place("duty.leave", N_("Record approved leave (Art. 14).")),
        "leaves": Place("duty.leave", N_("List leave with its substitutes."), "leaves_app"),
        "shorten": Place("duty.leave", N_("Let leave end sooner."), "shorten_app"),
        "cancel": Place("duty.leave", N_("Cancel leave."), "cancel_app"),
        "build": Place(
            "duty.build",
            N_("Work out the best roster that avoids classes, and keep it as a draft."),
        ),
        "demand": Place(
            "duty.demand", N_("Say how many people a window wants in a shift, or list it.")
        ),
        "fix": Place(
            "duty.fix", N_("Give somebody the same shift every week, or list such shifts.")
        ),
        "publish": Place(
            "duty.publish", N_("Publish the drafted roster; people see it and are judged by it.")
        ),
        "versions": Place(
            "duty.versions", N_("List the published rosters, or what has changed since one.")
        ),
        "export": Place(
            "duty.export", N_("Write the published roster for the wall, or calendars for phones.")
        ),
        "gaps": Place(
            "duty.gaps",
            N_("Check that somebody is at every open window, to the minute; exit 8 with gaps."),
        ),
    },
    _("The duty roster: who stands where, and when (Art. 14, 22)."),
)
