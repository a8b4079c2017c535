"""Reports."""

from hallctl.messages import N_

MESSAGES = {
    "report.written": N_("Report for {month}: {path}"),
    "report.draft": N_("Report for {month}, a draft because the month has not ended: {path}"),
}
