"""Reports."""

from hallctl.messages import N_

MESSAGES = {
    "report.written": N_("Report for {month}: {path}"),
    "report.draft": N_("Report for {month}, a draft because the month has not ended: {path}"),
    "report.written_of": N_("Report for {period}: {path}"),
    "report.draft_of": N_("Report for {period}, a draft because the period is not over: {path}"),
    "report.unknown_placeholder": N_(
        "{value} in --out means nothing here; this report knows {known}."
    ),
    "report.one_period": N_("Say one period: --from with --to, --month, --week or --term."),
    "report.unknown_reader": N_("--for is leader or department, not “{value}”."),
    "report.no_last_term": N_(
        "No term is over yet; the running one: hallctl report term this. Terms: {known}."
    ),
    "report.no_this_term": N_(
        "Today lies in no term; name one or add it: hallctl term add. Terms: {known}."
    ),
    "report.bad_year": N_("“{value}” is no academic year; write 2026, 2026-2027, last or this."),
    "report.bad_rate": N_(
        "The hourly rate “{value}” is no sum of money; set it anew:"
        " hallctl policy set workstudy.hourly_rate 18.00, or empty for none."
    ),
    "report.cell_differs": N_(
        "{sheet} {where}: the file says “{in_file}”, the hall file “{in_hall}”"
    ),
    "report.row_foreign": N_("{sheet} row {where}: not in the hall file: {in_file}"),
    "report.row_gone": N_("{sheet}: missing in the file, row {where} of a new one: {in_hall}"),
    "report.sheet_gone": N_("{sheet}: this sheet is missing in the file"),
    "report.sheet_foreign": N_("{sheet}: the report has no such sheet"),
}
