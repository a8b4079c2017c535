"""``hallctl case``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import N_, _

app = lazy_app(
    {
        "open": Place("case.open", N_("Receive a case: accepted when complete, else one notice.")),
        "done": Place("case.done", N_("Record work finished on the spot.")),
        "accept": Place("case.accept", N_("Look through the papers of a received case.")),
        "supply": Place("case.supply", N_("Tick off papers that were brought later.")),
        "notice": Place("case.notice", N_("Record a second list of papers: a breach.")),
        "remind": Place("case.remind", N_("Record that applicants were reminded of papers.")),
        "decide": Place("case.decide", N_("Record one department's verdict in a joint case.")),
        "pause": Place("case.pause", N_("Stop the clock for a registered reason.")),
        "resume": Place("case.resume", N_("Let the clock run again.")),
        "extend": Place("case.extend", N_("Extend what a superior body decides, once.")),
        "reclassify": Place("case.reclassify", N_("Move a case that was filed as the wrong kind.")),
        "close": Place("case.close", N_("Complete or refuse a case.")),
        "withdraw": Place(
            "case.withdraw", N_("Close what the applicant takes back, or what lapsed.")
        ),
        "reopen": Place("case.reopen", N_("Take a closing back.")),
        "tell": Place("case.tell", N_("Tell where to go with what belongs elsewhere.")),
        "refer": Place("case.refer", N_("Record, report and refer what has no clear department.")),
        "feedback": Place("case.feedback", N_("Feed a department's result back.")),
        "correct": Place("case.correct", N_("Correct who applied.")),
        "transfer": Place("case.transfer", N_("Hand a case on; the first contact stays.")),
        "fee": Place("case.fee", N_("Record a fee as paid, or take a payment back.")),
        "deliver": Place("case.deliver", N_("Record that the result was collected.")),
        "rate": Place("case.rate", N_("Record how the applicant rated a case, 5 to 1.")),
        "fix": Place("case.fix", N_("Record what was done about a bad rating.")),
        "list": Place("case.listing", N_("List cases.")),
        "register": Place("case.register", N_("Registers of a period, as table and workbook.")),
        "show": Place("case.showing", N_("Show one case with everything that happened.")),
        "due": Place("case.due", N_("List what is due soon or overdue; exit 8 when overdue.")),
        "slip": Place("case.slip", N_("Write a slip, ready to print, with its counterfoil.")),
        "import": Place("case.importing", N_("Record opened and closed cases of a spreadsheet.")),
    },
    _("Cases, from the counter to the completion (Art. 8, 24 to 28)."),
)
