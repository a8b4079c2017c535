"""What follows the handling of a case: fees and collection (Art. 24)."""

import sqlite3
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl.store.writing import Writing


class Fee(NamedTuple):
    """One payment or its reversal."""

    fee_id: int
    case_no: str
    kind: str
    """paid or reversed."""
    amount_fen: int
    voucher_no: str
    taken_by: str | None
    at: datetime
    note: str | None
    entry_no: int
    reversed: bool
    """Whether a payment was taken back by a later row."""


class Delivery(NamedTuple):
    """Who collected the result of a case, and when."""

    case_no: str
    collected_by: str | None
    """A name; None for the applicant whose name is not known."""
    proxy: bool
    at: datetime
    entry_no: int


_FEES = (
    "SELECT f.*, f.voided_by IS NOT NULL AS reversed FROM case_fee f WHERE (f.voided_by IS NULL"
    " OR EXISTS (SELECT 1 FROM case_fee r WHERE r.reverses_id = f.id AND r.voided_by IS NULL))"
)
"""Standing rows, and the payments that a standing reversal took back."""


def handlers(db: sqlite3.Connection, case_no: str) -> list[str]:
    """Everybody who handled a case at any time, by number."""
    rows = db.execute(
        "SELECT DISTINCT handler_no FROM case_event WHERE case_no = ? AND voided_by IS NULL"
        " ORDER BY handler_no",
        (case_no,),
    )
    return [row[0] for row in rows]


def closing_event(db: sqlite3.Connection, case_no: str) -> int:
    """The step that closed a closed case; what follows the case rests on it."""
    row = db.execute(
        "SELECT id FROM case_event WHERE case_no = ? AND voided_by IS NULL AND closed_at = at"
        " ORDER BY id DESC LIMIT 1",
        (case_no,),
    ).fetchone()
    return int(row[0])


def add_payment(
    writing: Writing, case_no: str, amount_fen: int, voucher_no: str, taken_by: str | None,
    at: datetime,
) -> None:  # fmt: skip
    """Record a fee as paid."""
    writing.add(
        "case_fee", case_no=case_no, kind="paid", amount_fen=amount_fen, voucher_no=voucher_no,
        taken_by=taken_by, at=at,
    )  # fmt: skip


def reverse_payment(
    writing: Writing, paid: Fee, taken_by: str | None, at: datetime, note: str
) -> None:
    """Take a payment back: it is voided, and a row of its own says when and why."""
    writing.void("case_fee", "id", [paid.fee_id])
    writing.add(
        "case_fee", case_no=paid.case_no, kind="reversed", amount_fen=paid.amount_fen,
        voucher_no=paid.voucher_no, taken_by=taken_by, at=at, reverses_id=paid.fee_id, note=note,
    )  # fmt: skip


def paid_by_voucher(db: sqlite3.Connection, voucher_no: str) -> Fee | None:
    """The standing payment with a voucher number."""
    row = db.execute(
        "SELECT f.*, 0 AS reversed FROM case_fee f WHERE voucher_no = ? AND kind = 'paid'"
        " AND voided_by IS NULL",
        (voucher_no,),
    ).fetchone()
    return _fee(row) if row else None


def reversal_of(db: sqlite3.Connection, case_no: str, voucher_no: str) -> Fee | None:
    """The newest standing reversal of a voucher in one case."""
    row = db.execute(
        "SELECT f.*, 0 AS reversed FROM case_fee f WHERE voucher_no = ? AND case_no = ?"
        " AND kind = 'reversed' AND voided_by IS NULL ORDER BY id DESC LIMIT 1",
        (voucher_no, case_no),
    ).fetchone()
    return _fee(row) if row else None


def fees(db: sqlite3.Connection, case_no: str) -> list[Fee]:
    """Every payment and reversal of one case, oldest first."""
    rows = db.execute(_FEES + " AND f.case_no = ? ORDER BY f.id", (case_no,))
    return [_fee(row) for row in rows]


def fees_between(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Fee]:
    """Every payment and reversal of a period (both ends included), by time."""
    rows = db.execute(
        _FEES + " AND f.at >= ? AND f.at < ? ORDER BY f.at, f.id", _span(from_on, to_on)
    )
    return [_fee(row) for row in rows]


def add_delivery(
    writing: Writing, case_no: str, collected_by: str | None, proxy: bool, at: datetime
) -> None:
    """Record that the result of a closed case was collected."""
    writing.add(
        "case_delivery", case_no=case_no, case_event_id=closing_event(writing.db, case_no),
        collected_by=collected_by, proxy=proxy, at=at,
    )  # fmt: skip


def delivery(db: sqlite3.Connection, case_no: str, since: datetime) -> Delivery | None:
    """The collection of a case since it was closed."""
    row = db.execute(
        "SELECT * FROM case_delivery WHERE case_no = ? AND at >= ? AND voided_by IS NULL"
        " ORDER BY at DESC LIMIT 1",
        (case_no, since.isoformat()),
    ).fetchone()
    if row is None:
        return None
    return Delivery(
        case_no, row["collected_by"], bool(row["proxy"]), datetime.fromisoformat(row["at"]),
        row["entry_no"],
    )  # fmt: skip


def _span(from_on: date, to_on: date) -> tuple[str, str]:
    return from_on.isoformat(), (to_on + timedelta(days=1)).isoformat()


def _fee(row: sqlite3.Row) -> Fee:
    return Fee(
        row["id"], row["case_no"], row["kind"], row["amount_fen"], row["voucher_no"],
        row["taken_by"], datetime.fromisoformat(row["at"]), row["note"], row["entry_no"],
        bool(row["reversed"]),
    )  # fmt: skip
