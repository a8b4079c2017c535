"""``hallctl duty``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "import": Place("duty.importing", _("Publish a duty roster from a list or a weekly grid.")),
        "list": Place("duty.listing", _("List the shifts of some days.")),
        "swap": Place("duty.swap", _("Let a colleague take over a shift (Art. 14).")),
        "requests": Place("duty.steps", _("List requests for swaps."), "requests_app"),
        "agree": Place("duty.steps", _("Record that the colleague agrees."), "agree_app"),
        "approve": Place("duty.steps", _("Approve a swap (Art. 14)."), "approve_app"),
        "decline": Place("duty.steps", _("Say no to a request."), "decline_app"),
        "withdraw": Place("duty.steps", _("Take a request back."), "withdraw_app"),
        "leave": Place("duty.leave", _("Record approved leave (Art. 14).")),
        "leaves": Place("duty.leave", _("List leave with its substitutes."), "leaves_app"),
        "shorten": Place("duty.leave", _("Let leave end sooner."), "shorten_app"),
        "cancel": Place("duty.leave", _("Cancel leave."), "cancel_app"),
        "build": Place(
            "duty.build", _("Work out the best roster that avoids classes, and keep it as a draft.")
        ),
        "demand": Place(
            "duty.demand", _("Say how many people a window wants in a shift, or list it.")
        ),
        "fix": Place(
            "duty.fix", _("Give somebody the same shift every week, or list such shifts.")
        ),
        "publish": Place(
            "duty.publish", _("Publish the drafted roster; people see it and are judged by it.")
        ),
        "versions": Place(
            "duty.versions", _("List the published rosters, or what has changed since one.")
        ),
        "export": Place(
            "duty.export", _("Write the published roster for the wall, or calendars for phones.")
        ),
        "gaps": Place(
            "duty.gaps",
            _("Check that somebody is at every open window, to the minute; exit 8 with gaps."),
        ),
    },
    _("The duty roster: who stands where, and when (Art. 14, 22)."),
)
