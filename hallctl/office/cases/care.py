"""What follows the handling of a case, drawn together: who had it, what was paid, collected, rated."""

from collections.abc import Sequence
from typing import NamedTuple

from hallctl.office.cases import delivering, fees, rating_sheet
from hallctl.office.cases.delivering import Delivered
from hallctl.office.cases.fees import FeeSheet
from hallctl.office.cases.rating_sheet import RatingSheet
from hallctl.office.cases.sheet import find
from hallctl.office.hall import Hall


class Care(NamedTuple):
    """The fees, the collection and the rating of one case; None or empty while there is none."""

    fees: Sequence[FeeSheet]
    delivery: Delivered | None
    rating: RatingSheet | None


def care_of(hall: Hall, said: str) -> Care:
    """What followed one case; raises NotFound or Usage for a number that is none."""
    case = find(hall, said)
    return Care(
        fees.of_case(hall, case), delivering.of_case(hall, case), rating_sheet.of_case(hall, case)
    )
