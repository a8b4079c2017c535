"""Slips: papers of one page with a counterfoil, worded in Chinese whatever the language.

A slip goes three steps. The office gathers facts (``papers.Notice``); here they are worded into a
``papers.Slip``, which holds texts only; ``write_slip`` prints it. To add a kind:

1. a record of its facts in ``hallctl/papers.py``; where it is about a case, with a ``request``;
2. a module here with one function from that record to a Slip, entered in ``WORDED``;
3. a gatherer in ``office/slips/`` and a row in ``office/slips/kinds.py``; a paper about something else
   than a case calls ``office.slips.printing.print_paper`` with its own subject, such as ``complaint:7``,
   and a migration adds the column that points at its row to ``slip_print``;
4. the word for the kind in ``messages/words.py``.

Numbers, copies, the log, the folder, the counterfoil, the page and the seal come with the machinery.
"""

from collections.abc import Callable, Mapping
from typing import Any

from hallctl.papers import (
    Answer,
    ComplaintReply,
    Completion,
    Deduction,
    Dismissal,
    Extension,
    Letter,
    Notice,
    OutOfScope,
    Receipt,
    Referral,
    Refusal,
    Report,
    Slip,
)  # fmt: skip
from hallctl.sheets.slips import (
    complaint,
    completion,
    credit,
    extension,
    notice,
    outofscope,
    receipt,
    referral,
    refusal,
    report,
)  # fmt: skip
from hallctl.sheets.slips.layout import write_slip

WORDED: Mapping[type[Any], Callable[[Any], Slip]] = {
    Notice: notice.worded,
    Receipt: receipt.worded,
    Refusal: refusal.worded,
    Completion: completion.worded,
    Answer: completion.answered,
    OutOfScope: outofscope.worded,
    Report: report.worded,
    Referral: referral.worded,
    Extension: extension.worded,
    ComplaintReply: complaint.replied,
    Deduction: credit.deducted,
    Dismissal: credit.dismissed,
    Letter: credit.letter,
}


def worded(facts: object) -> Slip:
    """The slip that says some facts."""
    return WORDED[type(facts)](facts)


__all__ = ["worded", "write_slip"]
