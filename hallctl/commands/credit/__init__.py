"""``hallctl credit``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import N_, _

app = lazy_app(
    {
        "propose": Place("credit.propose", N_("Record that a violation was observed.")),
        "statement": Place("credit.statement", N_("Record what the person says about it.")),
        "confirm": Place("credit.confirm", N_("The officer confirms: the points are lost.")),
        "reject": Place("credit.reject", N_("The officer rejects a proposed violation.")),
        "appeal": Place("credit.appeal", N_("Record an appeal, or the verdict on it.")),
        "reverse": Place("credit.reverse", N_("The officer takes a deduction back.")),
        "handover": Place("credit.handover", N_("Hand a breach of college rules to a faculty.")),
        "decide-dismissal": Place(
            "credit.dismissal", N_("Decide, with reasons, against a dismissal that is due.")
        ),
        "letter": Place("credit.letter", N_("Write to a leader's department instead of points.")),
        "slip": Place("credit.slip", N_("Write a deduction or dismissal notice, or a letter.")),
        "show": Place("credit.showing", N_("Show one person's points with every entry.")),
        "list": Place("credit.listing", N_("List what waits, or the year's register.")),
    },
    _("Credit points: proposed, confirmed by the officer, shown (Art. 32)."),
)
