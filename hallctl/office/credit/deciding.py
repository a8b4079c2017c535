"""What else the officer decides (Art. 32): against a dismissal, with reasons; what goes to a faculty."""

from datetime import date

from hallctl.errors import Conflict, Usage
from hallctl.office.credit.ledger import Account, Entry, entry_of, find_row, show
from hallctl.office.hall import Hall, act
from hallctl.store import contesting as store
from hallctl.store.contesting import Kept
from hallctl.store.writing import Writing


@act("credit decide-dismissal")
def keep(hall: Hall, work: Writing, said: str, reason: str) -> Account:
    """Decide, with reasons, against a dismissal that is due; below this balance it is due again.

    Raises Refused unless the officer acts, Conflict when none is due. To dismiss: the roster.
    """
    hall.require_officer("32")
    account = show(hall, said, hall.today)
    if account.standing != "dismissal_proposed":
        raise Conflict(
            "credit.no_dismissal_due", staff_no=account.staff_no, balance=account.balance
        )  # fmt: skip
    if not reason.strip():
        raise Usage("credit.needs_note")
    if account.kept_because == reason.strip():
        return account._replace(already=True)
    last = [one.entry_no for one in account.entries if one.state == "confirmed"][-1]
    event_id = store.confirmation_id(hall.db, last)
    if event_id is None:
        raise ValueError("a dismissal rests on a confirmation")
    row = Kept(hall.today, account.balance, reason.strip(), hall.actor_no)
    store.add_kept(work, account.staff_no, event_id, row)
    work.tell({"kept": account.staff_no}, balance=account.balance)
    return show(hall, said, hall.today)


@act("credit handover")
def hand_over(
    hall: Hall, work: Writing, number: str, faculty: str | None, on: date, note: str | None
) -> Entry:
    """Record that a breach of college rules was handed to a faculty; the person's own when not said.

    Raises Refused unless the officer acts, Usage without a faculty, Conflict for what was rejected.
    """
    row = find_row(hall, number)
    hall.require_officer("32")
    if on > hall.today or on < row.on:
        raise Usage("credit.handover_order", entry_no=row.violation_no, on=row.on, day=on)
    named = (faculty or hall.person(row.staff_no, row.on).faculty or "").strip()
    if not named:
        raise Usage("credit.needs_faculty", entry_no=row.violation_no)
    if row.state in {"rejected", "reversed"}:
        raise Conflict("credit.nothing_to_hand_over", entry_no=row.violation_no, state=row.state)
    if named in store.handed_to(hall.db, row.violation_no):
        return entry_of(hall, row)._replace(already=True)
    store.add_handover(work, row.violation_no, named, on, (note or "").strip() or None)
    work.tell({"entry": row.violation_no}, staff=row.staff_no, faculty=named, on=on)
    return entry_of(hall, row)
