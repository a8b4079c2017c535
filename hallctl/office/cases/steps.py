"""Steps of cases from a file: each row is the act that its command would be."""

from collections.abc import Callable, Mapping

from hallctl.errors import Usage
from hallctl.office.cases import (
    clock,
    closing,
    deciding,
    delivering,
    fees,
    fixing,
    papers,
    ratings,
    scope,
    transferring,
)
from hallctl.office.cases.sheet import CaseSheet
from hallctl.office.hall import Hall
from hallctl.sheets.case_steps import StepLine
from hallctl.store import cases
from hallctl.store.cases import Case

Act = Callable[[Hall, str, StepLine], object]


def known(hall: Hall, case: Case, line: StepLine) -> bool:
    """Whether this step is on record: of the same kind, at the same instant."""
    return any(
        (event.kind, event.at) == (line.step, line.at)
        and (line.step != "decided" or event.told.party == line.party)
        for event in cases.events(hall.db, case.file.case_no)
    )


def take(hall: Hall, case_no: str, line: StepLine) -> bool:
    """Take one step within a running transaction; whether it was new. Raises what its act raises."""
    return not getattr(ACTS[line.step](hall, case_no, line), "already", None)


def _note(line: StepLine) -> str:
    if not line.note:
        raise Usage("case.step_needs_note")
    return line.note


def _missing(line: StepLine) -> list[tuple[str, str | None]]:
    return [(name, line.reason or None) for name in line.materials]


def _accept(hall: Hall, case_no: str, line: StepLine) -> object:
    missing = _missing(line)
    return papers.check(hall, case_no, papers.Checked((), not missing, missing, line.at))


def _supply(hall: Hall, case_no: str, line: StepLine) -> object:
    told = papers.Supply(line.materials, not line.materials, line.at)
    return papers.supply(hall, case_no, told)


def _decide(hall: Hall, case_no: str, line: StepLine) -> object:
    verdict = deciding.Verdict(
        line.party, line.result or "granted", line.by or None, line.note or None, line.at
    )
    return deciding.decide(hall, case_no, verdict)


def _extend(hall: Hall, case_no: str, line: StepLine) -> object:
    asked = clock.Asked(_note(line), line.party, at=line.at)
    return clock.extend(hall, case_no, line.days or 0, asked)


def _reclassify(hall: Hall, case_no: str, line: StepLine) -> object:
    asked = clock.Asked(_note(line), line.party, at=line.at)
    return clock.reclassify(hall, case_no, line.tier, line.days, asked)


def _refer(hall: Hall, case_no: str, line: StepLine) -> CaseSheet:
    reported = line.party if line.step == "reported" else None
    department = line.party if line.step == "referred" else None
    told = scope.Referral(None, reported, department, line.note or None)
    return scope.refer(hall, case_no, scope.Matter("", at=line.at), told)


def _tell(hall: Hall, case_no: str, line: StepLine) -> CaseSheet:
    told = scope.Directions(line.party, _note(line))
    return scope.tell(hall, case_no, scope.Matter("", at=line.at), told)


def _close(hall: Hall, case_no: str, line: StepLine) -> CaseSheet:
    result = "granted" if line.step == "completed" else "refused"
    return closing.close_case(hall, case_no, result, line.at, line.note or None)


def _pay(hall: Hall, case_no: str, line: StepLine) -> object:
    paid = fees.Payment(
        line.amount or None, line.voucher, line.by or None, line.at, note=line.note or None
    )
    return fees.record_fee(hall, case_no, paid)


def _deliver(hall: Hall, case_no: str, line: StepLine) -> object:
    proxy = line.step == "collected_by_proxy"
    return delivering.deliver(hall, case_no, line.party or None, proxy, line.at)


def _rate(hall: Hall, case_no: str, line: StepLine) -> object:
    told = ratings.Told(int(line.level or 0), comment=line.note or None, at=line.at)
    return ratings.rate_case(hall, case_no, told)


ACTS: Mapping[str, Act] = {
    "accepted": _accept,
    "supplied": _supply,
    "noticed": lambda hall, no, line: papers.second_notice(
        hall, no, _missing(line), _note(line), line.at
    ),
    "reminded": lambda hall, no, line: papers.remind(hall, [no], line.at, line.note or None),
    "decided": _decide,
    "paused": lambda hall, no, line: clock.pause(
        hall, no, line.reason, line.until, line.at, line.note or None
    ),
    "resumed": lambda hall, no, line: clock.resume(hall, no, line.at, line.note or None),
    "extended": _extend,
    "reclassified": _reclassify,
    "reported": _refer,
    "referred": _refer,
    "fed_back": lambda hall, no, line: scope.feedback(hall, no, line.party, _note(line), line.at),
    "told": _tell,
    "withdrawn": lambda hall, no, line: closing.withdraw(hall, no, line.at, _note(line)),
    "reopened": lambda hall, no, line: closing.reopen(hall, no, line.at, _note(line)),
    "transferred": lambda hall, no, line: transferring.transfer(
        hall, no, line.party, _note(line), line.at
    ),
    "fee": _pay,
    "delivered": _deliver,
    "collected_by_proxy": _deliver,
    "rated": _rate,
    "contacted": lambda hall, no, line: fixing.fix_rating(
        hall, no, ["contacted"], _note(line), line.at
    ),
    "fixed": lambda hall, no, line: fixing.fix_rating(hall, no, ["fixed"], _note(line), line.at),
    "completed": _close,
    "refused": _close,
}
"""The act of each kind of step."""
