"""What every line of a register says alike: the case, its item, its applicant, masked or not."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from hallctl.office.cases.sheet import subject
from hallctl.office.hall import Hall
from hallctl.office.masking import masked_name, masked_number
from hallctl.reports import Balance
from hallctl.store import cases, people, places
from hallctl.store.cases import Case


class Lines(NamedTuple):
    """The lines of a register, the sums that have to agree, and amounts of money."""

    lines: Sequence[Mapping[str, object]]
    checks: Sequence[Balance]
    sums: Mapping[str, str] = {}


class Reading:
    """A period that is being read, both days included, with names looked up once."""

    def __init__(self, hall: Hall, from_on: date, to_on: date, full: bool) -> None:
        self.hall = hall
        self.from_on = from_on
        self.to_on = to_on
        self._full = full
        self._cases: dict[str, Case] = {}

    def case(self, case_no: str) -> Case:
        """A standing case by its whole number."""
        if case_no not in self._cases:
            found = cases.case(self.hall.db, case_no)
            if found is None:
                raise KeyError(case_no)
            self._cases[case_no] = found
        return self._cases[case_no]

    def about(self, case: Case) -> dict[str, object]:
        """The case's number, what it is about, and who applied."""
        no, name = case.applicant_no, case.applicant or ""
        return {
            "case_no": case.file.case_no,
            "item": subject(self.hall, case),
            "applicant": name if self._full else masked_name(name),
            "applicant_no": no if self._full else masked_number(no),
        }

    def name(self, staff_no: str | None) -> str:
        """A person's name; the number where nobody bears it, empty for none."""
        return self._names.get(staff_no, staff_no) if staff_no else ""

    def window(self, window_no: str) -> str:
        """A window's name."""
        return self._windows.get(window_no, window_no)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {one.staff_no: one.name for one in people.everybody(self.hall.db, self.to_on)}

    @cached_property
    def _windows(self) -> dict[str, str]:
        return places.window_names(self.hall.db, self.to_on)


def count(lines: Sequence[Mapping[str, object]], key: str, value: object) -> int:
    """How many lines say ``value`` at ``key``."""
    return sum(line.get(key) == value for line in lines)
