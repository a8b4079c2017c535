"""What is known of an applicant from earlier cases, so that nobody types it again."""

from typing import NamedTuple

from hallctl.office.hall import Hall
from hallctl.store import cases


class Recalled(NamedTuple):
    """An applicant's name and phone as they stand in the newest earlier case that has them."""

    applicant: str | None = None
    phone: str | None = None


def recall(hall: Hall, applicant_no: str) -> Recalled:
    """The applicant behind a number; nothing when there was no earlier case."""
    earlier = [
        one for one in cases.of_applicant(hall.db, applicant_no) if one.applicant_no == applicant_no
    ]
    name = next((one.applicant for one in earlier if one.applicant), None)
    phone = next((one.phone for one in earlier if one.phone), None)
    return Recalled(name, phone)
