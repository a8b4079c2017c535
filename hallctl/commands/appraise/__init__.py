"""``hallctl appraise``: one file per verb."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "week": Place("appraise.week", _("Draw a week together: attendance, cases, conduct.")),
        "term": Place("appraise.term", _("Draw the published weeks of a term together.")),
        "stars": Place("appraise.stars", _("Propose service stars, or name them.")),
        "merit": Place("appraise.merit", _("Certify good student workers to their faculties.")),
        "annual": Place(
            "appraise.annual", _("The academic year of everybody, for the annual review.")
        ),
        "score": Place("appraise.score", _("Give somebody a score for a week.")),
        "praise": Place("appraise.conduct", _("Record praise for somebody."), "praise_app"),
        "incident": Place(
            "appraise.conduct", _("Record conduct that was seen (Art. 14 to 17)."), "incident_app"
        ),
    },
    _("Appraisal: weeks, terms, service stars, merit, the year (Art. 29, 31, 32)."),
)
