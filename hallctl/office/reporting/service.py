"""Cases by window and tier with every figure of theirs (Art. 27); what came late in its own file."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hallctl.figures import CaseFact, case_figures
from hallctl.office.hall import Hall
from hallctl.office.paperwork import over_on
from hallctl.office.reporting.late import late_answers, overdue_lines
from hallctl.policy import TIERS
from hallctl.reports.service import Service, ServiceLine
from hallctl.store import cases


def service(
    hall: Hall, facts: Sequence[CaseFact], windows: Mapping[str, str], first: date, to_on: date
) -> Service:
    """The service side of a month; ``facts`` are what its figures know of the cases."""
    counting = _Counting(facts, first, to_on, over_on(hall))
    known = [*cases.touching(hall.db, first, to_on), *cases.due_between(hall.db, first, to_on)]
    at = {case.file.case_no: case.file.window_no for case in known}
    own: dict[str, list[CaseFact]] = {}
    for fact in facts:
        own.setdefault(at[fact.case_no], []).append(fact)
    lines = [
        line for no, name in windows.items() for line in counting.by_tier(no, name, own.get(no, []))
    ]
    return Service(
        lines, list(counting.by_tier("", "", facts)), overdue_lines(hall, first, to_on),
        late_answers(hall, first, to_on),
    )  # fmt: skip


class _Counting:
    """Counts some cases of a period."""

    def __init__(self, facts: Sequence[CaseFact], first: date, to_on: date, over: date) -> None:
        self.period = (first, to_on, over)
        self.facts = facts

    def by_tier(self, no: str, name: str, facts: Sequence[CaseFact]) -> Iterator[ServiceLine]:
        """A line for each tier that has cases, and their sum unless there is one tier only."""
        lines = [
            self._line(no, name, tier, [one for one in facts if one.tier == tier]) for tier in TIERS
        ]
        told = [line for line in lines if any(line.figures.values())]
        yield from told
        if len(told) != 1 or not no:
            yield self._line(no, name, "", facts)

    def _line(self, no: str, name: str, tier: str, facts: Sequence[CaseFact]) -> ServiceLine:
        return ServiceLine(no, name, tier, case_figures(facts, *self.period)._asdict())
