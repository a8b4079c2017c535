"""``hallctl report``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "monthly": Place("report.monthly", _("Write the monthly report as one Excel workbook.")),
        "weekly": Place(
            "report.weekly", _("Write the week on one or two pages, for Friday's meeting.")
        ),
        "daily": Place("report.daily", _("Write a day on one page.")),
        "term": Place(
            "report.term", _("Write the term for the leadership, its months side by side.")
        ),
        "annual": Place("report.annual", _("Write the academic year for the leadership.")),
        "workstudy": Place(
            "report.workstudy", _("Write the work-study sheet of a month, in half hours.")
        ),
        "cases": Place("report.cases", _("Write the cases of any period.")),
    },
    _("Workbooks for the leadership (Art. 23)."),
)
