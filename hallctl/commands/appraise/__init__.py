"""``hallctl appraise``: one file per verb."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import N_, _

app = lazy_app(
    {
        "week": Place("appraise.week", N_("Draw a week together: attendance, cases, conduct.")),
        "term": Place("appraise.term", N_("Draw the published weeks of a term together.")),
        "stars": Place("appraise.stars", N_("Propose service stars, or name them.")),
        "merit": Place("appraise.merit", N_("Certify good student workers to their faculties.")),
        "annual": Place(
            "appraise.annual", N_("The academic year of everybody, for the annual review.")
        ),
        "score": Place("appraise.score", N_("Give somebody a score for a week.")),
        "praise": Place("appraise.conduct", N_("Record praise for somebody."), "praise_app"),
        "incident": Place(
            "appraise.conduct", N_("Record conduct that was seen (Art. 14 to 17)."), "incident_app"
        ),
    },
    _("Appraisal: weeks, terms, service stars, merit, the year (Art. 29, 31, 32)."),
)
