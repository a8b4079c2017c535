"""Every figure of a report: its formula and definition in one place (Art. 14, 23, 25, 27, 33)."""

from typing import Any

from hallctl.figures import attendance, complaints, ratings, service, tallies
from hallctl.figures import stability as stable
from hallctl.figures.attendance import Tally as Tally
from hallctl.figures.attendance import tally as tally
from hallctl.figures.formulas import Formula as Formula
from hallctl.figures.formulas import change as change
from hallctl.figures.formulas import rate as rate
from hallctl.figures.ratings import RatingFact as RatingFact
from hallctl.figures.ratings import RatingFigures as RatingFigures
from hallctl.figures.ratings import rating_figures as rating_figures
from hallctl.figures.service import CaseFact as CaseFact
from hallctl.figures.service import CaseFigures as CaseFigures
from hallctl.figures.service import case_figures as case_figures
from hallctl.figures.stability import stability as stability

REPORTED: dict[str, Formula[Any]] = {
    **attendance.FORMULAS,
    **service.FORMULAS,
    **ratings.FORMULAS,
    **complaints.FORMULAS,
}
"""Every figure of the monthly report by its code, in the order in which it is listed."""
FORMULAS = REPORTED | stable.FORMULAS | tallies.FORMULAS
"""Every figure that can be traced."""
ARTICLES = {code: one.article for code, one in REPORTED.items()}
"""Every figure of the monthly report, with the article it serves."""
