"""``hallctl credit``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "propose": Place("credit.propose", _("Record that a violation was observed.")),
        "statement": Place("credit.statement", _("Record what the person says about it.")),
        "confirm": Place("credit.confirm", _("The officer confirms: the points are lost.")),
        "reject": Place("credit.reject", _("The officer rejects a proposed violation.")),
        "appeal": Place("credit.appeal", _("Record an appeal, or the verdict on it.")),
        "reverse": Place("credit.reverse", _("The officer takes a deduction back.")),
        "handover": Place("credit.handover", _("Hand a breach of college rules to a faculty.")),
        "decide-dismissal": Place(
            "credit.dismissal", _("Decide, with reasons, against a dismissal that is due.")
        ),
        "letter": Place("credit.letter", _("Write to a leader's department instead of points.")),
        "slip": Place("credit.slip", _("Write a deduction or dismissal notice, or a letter.")),
        "show": Place("credit.showing", _("Show one person's points with every entry.")),
        "list": Place("credit.listing", _("List what waits, or the year's register.")),
    },
    _("Credit points: proposed, confirmed by the officer, shown (Art. 32)."),
)
