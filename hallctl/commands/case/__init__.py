"""``hallctl case``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "open": Place("case.open", _("Receive a case: accepted when complete, else one notice.")),
        "done": Place("case.done", _("Record work finished on the spot.")),
        "accept": Place("case.accept", _("Look through the papers of a received case.")),
        "supply": Place("case.supply", _("Tick off papers that were brought later.")),
        "notice": Place("case.notice", _("Record a second list of papers: a breach.")),
        "remind": Place("case.remind", _("Record that applicants were reminded of papers.")),
        "decide": Place("case.decide", _("Record one department's verdict in a joint case.")),
        "pause": Place("case.pause", _("Stop the clock for a registered reason.")),
        "resume": Place("case.resume", _("Let the clock run again.")),
        "extend": Place("case.extend", _("Extend what a superior body decides, once.")),
        "reclassify": Place("case.reclassify", _("Move a case that was filed as the wrong kind.")),
        "close": Place("case.close", _("Complete or refuse a case.")),
        "withdraw": Place(
            "case.withdraw", _("Close what the applicant takes back, or what lapsed.")
        ),
        "reopen": Place("case.reopen", _("Take a closing back.")),
        "tell": Place("case.tell", _("Tell where to go with what belongs elsewhere.")),
        "refer": Place("case.refer", _("Record, report and refer what has no clear department.")),
        "feedback": Place("case.feedback", _("Feed a department's result back.")),
        "correct": Place("case.correct", _("Correct who applied.")),
        "transfer": Place("case.transfer", _("Hand a case on; the first contact stays.")),
        "fee": Place("case.fee", _("Record a fee as paid, or take a payment back.")),
        "deliver": Place("case.deliver", _("Record that the result was collected.")),
        "rate": Place("case.rate", _("Record how the applicant rated a case, 5 to 1.")),
        "fix": Place("case.fix", _("Record what was done about a bad rating.")),
        "list": Place("case.listing", _("List cases.")),
        "register": Place("case.register", _("Registers of a period, as table and workbook.")),
        "show": Place("case.showing", _("Show one case with everything that happened.")),
        "due": Place("case.due", _("List what is due soon or overdue; exit 8 when overdue.")),
        "slip": Place("case.slip", _("Write a slip, ready to print, with its counterfoil.")),
        "import": Place("case.importing", _("Record opened and closed cases of a spreadsheet.")),
    },
    _("Cases, from the counter to the completion (Art. 8, 24 to 28)."),
)
