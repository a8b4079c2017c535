"""Fees (Art. 24)."""

from hallctl.messages import N_

MESSAGES = {
    "fee.paid": N_("Case {case_no}: {amount} yuan paid, voucher {voucher_no}."),
    "fee.reversed": N_(
        "Case {case_no}: the payment of {amount} yuan by voucher {voucher_no} is taken back."
    ),
    "fee.already": N_(
        "Case {case_no}: {amount} yuan by voucher {voucher_no} was recorded like this before."
    ),
    "fee.taken_by_handler": N_(
        "{staff_nos} handled this case and cannot record its fee. Let somebody else collect it: --by NO, --actor NO."
    ),
    "fee.needs_voucher": N_("A payment needs the number of its voucher: --voucher NO."),
    "fee.needs_amount": N_("Say how much was paid: --amount 12.50."),
    "fee.bad_amount": N_(
        "“{value}” is no amount; write yuan with at most two decimals, such as 12.50."
    ),
    "fee.voucher_used": N_(
        "Voucher {voucher_no} was used for case {case_no} ({amount} yuan)."
        " To take that payment back: hallctl case fee {case_no} --voucher {voucher_no} --reverse --note WHY."
    ),
    "fee.case_ended": N_(
        "Case {case_no} is {state}: nothing is paid for it. See: hallctl case show {case_no}."
    ),
    "fee.no_standard": N_("Case {case_no}: its item names no fee. Check it: hallctl item show."),
    "fee.no_such_voucher": N_(
        "Case {case_no} has no standing payment by voucher {voucher_no}. See: hallctl case show {case_no}."
    ),
    "fee.needs_note": N_("Say why the payment by voucher {voucher_no} is taken back: --note."),
    "fee.too_early": N_("Case {case_no}: {at} is before {before}. Give the right time: --at."),
}
