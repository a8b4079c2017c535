"""The registers of fees (Art. 24) and of ratings (Art. 33)."""

from hallctl.office.cases.fees import yuan
from hallctl.office.cases.lines import Lines, Reading, count
from hallctl.office.cases.rating_sheet import rating_sheet
from hallctl.reports import Balance
from hallctl.store import case_care
from hallctl.store import ratings as rating_rows


def fees(reading: Reading) -> Lines:
    """Every payment and every reversal of the period, with what remains."""
    rows = case_care.fees_between(reading.hall.db, reading.from_on, reading.to_on)
    lines = []
    for one in rows:
        sign = -1 if one.kind == "reversed" else 1
        lines.append(
            {
                **reading.about(reading.case(one.case_no)), "at": one.at, "kind": one.kind,
                "amount": yuan(sign * one.amount_fen), "voucher_no": one.voucher_no,
                "taken_by": reading.name(one.taken_by), "note": one.note,
            }
        )  # fmt: skip
    paid = sum(one.amount_fen for one in rows if one.kind == "paid")
    back = sum(one.amount_fen for one in rows if one.kind == "reversed")
    check = Balance(
        [("lines", len(lines))],
        [("paid", count(lines, "kind", "paid")), ("reversed", count(lines, "kind", "reversed"))],
    )
    return Lines(
        lines, [check], {"paid": yuan(paid), "reversed": yuan(back), "net": yuan(paid - back)}
    )


def ratings(reading: Reading) -> Lines:
    """Every rating of the period, with what was done about the bad ones."""
    lines = []
    for one in rating_rows.between(reading.hall.db, reading.from_on, reading.to_on):
        shown, case = rating_sheet(reading.hall, one), reading.case(one.row.case_no)
        lines.append(
            {
                **reading.about(case), "rated_at": shown.rated_at, "level": shown.level,
                "window": reading.window(case.file.window_no),
                "handler": reading.name(case.now.handler_no), "comment": shown.comment,
                "fix_due_on": shown.fix_due_on, "fixed_at": shown.fixed_at,
                "lateness": shown.lateness,
            }
        )  # fmt: skip
    levels = [(f"level_{level}", count(lines, "level", level)) for level in (5, 4, 3, 2, 1)]
    bad = [line for line in lines if line["fix_due_on"]]
    fixed = [
        ("fixed_on_time", count(bad, "lateness", "on_time")),
        ("fixed_late", count(bad, "lateness", "late")), ("unfixed", count(bad, "lateness", None)),
    ]  # fmt: skip
    return Lines(
        lines, [Balance([("lines", len(lines))], levels), Balance([("bad", len(bad))], fixed)]
    )
