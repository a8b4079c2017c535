"""The end of the day."""

from hallctl.messages import N_

MESSAGES = {
    "day.sign_out_open": N_("{window}: {name} ({staff_no}), {start}-{end}, did not sign out."),
    "day.case_due": N_(
        "{case_no} {item}: {what} due on {due_on}, with {holder}, window {window_no}."
    ),
    "day.case_overdue": N_(
        "{case_no} {item}: {what} overdue since {due_on}, with {holder}, window {window_no}."
    ),
    "day.proposal": N_(
        "{entry_no} {on} {name}: {kind}. Then: hallctl credit confirm {entry_no}, or credit reject."
    ),
    "day.dismissal": N_(
        "{name} ({staff_no}) has {balance} points: hallctl roster dismiss {staff_no}"
    ),
}
