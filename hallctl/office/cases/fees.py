"""Fees (Art. 24): recorded by somebody who never handled the case, each with its own voucher."""

import re
from datetime import datetime
from typing import NamedTuple

from hallctl import service
from hallctl.errors import Conflict, NotFound, Usage
from hallctl.office.cases.sheet import find
from hallctl.office.hall import SETUP, Hall, act
from hallctl.store import case_care
from hallctl.store.case_care import Fee
from hallctl.store.cases import Case
from hallctl.store.writing import Writing

NO_FEE = frozenset({"", "无", "不收费", "免费", "-", "—", "0"})
"""What catalogues write where nothing is charged."""


class FeeSheet(NamedTuple):
    """One payment or reversal as scripts and people see it."""

    case_no: str
    kind: str
    """paid or reversed."""
    amount: str
    """Yuan with two decimals, as text."""
    amount_fen: int
    voucher_no: str
    taken_by: str | None
    at: datetime
    note: str | None = None
    reversed: bool | None = None
    """True for a payment that was taken back later."""
    already: bool | None = None


class Payment(NamedTuple):
    """What was said about a fee; None where nothing was said."""

    amount: str | None
    voucher_no: str
    by: str | None = None
    at: datetime | None = None
    reverse: bool = False
    """Take the payment with this voucher back."""
    note: str | None = None


@act("case fee")
def record_fee(hall: Hall, work: Writing, said: str, told: Payment) -> FeeSheet:
    """Record a fee as paid, or take a payment back; the same voucher with the same facts again is fine.

    Raises Refused for whoever handled the case (Art. 24), Conflict for a voucher that is used elsewhere
    or a case that ended without a result, Usage for an amount that is none.
    """
    at = told.at or hall.now
    hall.require_in_force(at.date())
    case = find(hall, said)
    voucher_no = told.voucher_no.strip()
    if not voucher_no:
        raise Usage("fee.needs_voucher")
    taken_by = _taker(hall, told.by, at)
    takers = [no for no in (taken_by, hall.actor_no) if no and no != SETUP]
    service.may_take_fee(takers, case_care.handlers(hall.db, case.file.case_no))
    _require_time(hall, case, at)
    if told.reverse:
        return _reverse(hall, work, case, voucher_no, taken_by, at, told.note)
    return _pay(hall, work, case, voucher_no, taken_by, at, told.amount)


def of_case(hall: Hall, case: Case) -> list[FeeSheet]:
    """Every payment and reversal of a case, oldest first."""
    return [fee_sheet(one) for one in case_care.fees(hall.db, case.file.case_no)]


def fen_of(said: str) -> int:
    """``12.5`` as 1250 fen, exactly; raises Usage for what is no amount of money above zero."""
    text = said.strip().removeprefix("¥").removeprefix("￥").removesuffix("元").strip()
    found = re.fullmatch(r"([0-9]{1,7})(?:\.([0-9]{1,2}))?", text)
    fen = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else 0
    if fen <= 0:
        raise Usage("fee.bad_amount", value=said)
    return fen


def yuan(fen: int) -> str:
    """``1250`` as ``12.50``."""
    return f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02d}"


def fee_sheet(one: Fee, *, already: bool | None = None) -> FeeSheet:
    """A recorded row as it is shown."""
    return FeeSheet(
        one.case_no, one.kind, yuan(one.amount_fen), one.amount_fen, one.voucher_no, one.taken_by,
        one.at, one.note, one.reversed or None, already,
    )  # fmt: skip


def _pay(
    hall: Hall, work: Writing, case: Case, voucher_no: str, taken_by: str | None, at: datetime,
    amount: str | None,
) -> FeeSheet:  # fmt: skip
    if amount is None:
        raise Usage("fee.needs_amount")
    fen, case_no = fen_of(amount), case.file.case_no
    if used := case_care.paid_by_voucher(hall.db, voucher_no):
        if (used.case_no, used.amount_fen) == (case_no, fen):
            return fee_sheet(used, already=True)
        raise Conflict(
            "fee.voucher_used", voucher_no=voucher_no, case_no=used.case_no,
            amount=yuan(used.amount_fen),
        )  # fmt: skip
    if case.now.closed_at and case.now.state != "completed":
        raise Conflict("fee.case_ended", case_no=case_no, state=case.now.state)
    if not _has_standard(hall, case):
        hall.note("fee.no_standard", "9", case_no=case_no)
    case_care.add_payment(work, case_no, fen, voucher_no, taken_by, at)
    work.tell({"case": case_no, "fen": fen}, voucher=voucher_no, by=taken_by, at=at)
    return FeeSheet(case_no, "paid", yuan(fen), fen, voucher_no, taken_by, at)


def _reverse(
    hall: Hall, work: Writing, case: Case, voucher_no: str, taken_by: str | None, at: datetime,
    note: str | None,
) -> FeeSheet:  # fmt: skip
    case_no = case.file.case_no
    paid = case_care.paid_by_voucher(hall.db, voucher_no)
    if paid is None or paid.case_no != case_no:
        if before := case_care.reversal_of(hall.db, case_no, voucher_no):
            return fee_sheet(before, already=True)
        raise NotFound("fee.no_such_voucher", case_no=case_no, voucher_no=voucher_no)
    if not (note and note.strip()):
        raise Usage("fee.needs_note", voucher_no=voucher_no)
    if at < paid.at:
        raise Usage("fee.too_early", case_no=case_no, at=at, before=paid.at)
    case_care.reverse_payment(work, paid, taken_by, at, note.strip())
    work.tell({"case": case_no, "fen": -paid.amount_fen}, voucher=voucher_no, by=taken_by, at=at)
    return FeeSheet(case_no, "reversed", yuan(paid.amount_fen), paid.amount_fen, voucher_no,
                    taken_by, at, note.strip())  # fmt: skip


def _taker(hall: Hall, said: str | None, at: datetime) -> str | None:
    """Who collected the fee: the one named, else whoever acts; None until the hall has people."""
    if said:
        return hall.person(said, at.date()).staff_no
    return None if hall.actor_no == SETUP else hall.actor_no


def _has_standard(hall: Hall, case: Case) -> bool:
    """Whether the item names what it costs (Art. 9)."""
    if case.file.item_version_id is None:
        return False
    item = hall.item_version(case.file.item_version_id)
    return (item.fee_standard or "").strip() not in NO_FEE


def _require_time(hall: Hall, case: Case, at: datetime) -> None:
    if at > hall.now:
        raise Usage("case.future", at=at)
    if at < case.file.received_at:
        raise Usage("fee.too_early", case_no=case.file.case_no, at=at, before=case.file.received_at)
