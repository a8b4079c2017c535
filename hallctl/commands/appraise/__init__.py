"""``hallctl appraise``: one file per verb."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "week": Place("appraise.week", _("Draw a week together: attendance, cases, conduct.")),
        "score": Place("appraise.score", _("Give somebody a score for a week.")),
        "praise": Place("appraise.conduct", _("Record praise for somebody."), "praise_app"),
        "incident": Place(
            "appraise.conduct", _("Record conduct that was seen (Art. 14 to 17)."), "incident_app"
        ),
    },
    _("Appraisal: weeks, terms, service stars, merit, the year (Art. 29, 31, 32)."),
)
