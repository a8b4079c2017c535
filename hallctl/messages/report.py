"""Reports."""

from hallctl.messages import N_

MESSAGES = {
    "report.written": N_("Report for {month}: {path}"),
    "report.draft": N_("Report for {month}, a draft because the month has not ended: {path}"),
    "report.cell_differs": N_(
        "{sheet} {where}: the file says “{in_file}”, the hall file “{in_hall}”"
    ),
    "report.row_foreign": N_("{sheet} row {where}: not in the hall file: {in_file}"),
    "report.row_gone": N_("{sheet}: missing in the file, row {where} of a new one: {in_hall}"),
    "report.sheet_gone": N_("{sheet}: this sheet is missing in the file"),
    "report.sheet_foreign": N_("{sheet}: the report has no such sheet"),
}
