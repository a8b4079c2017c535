"""Reports."""

from hallctl.messages import N_

MESSAGES = {
    "report.written": N_("Report for {month}: {path}"),
    "report.draft": N_(
        "Report for {month}: {path}. It is a draft until the month is over and closed: hallctl report"
        " monthly {month} --final"
    ),
    "report.unknown_edition": N_("A report is for one of {known}, not for {value}."),
    "report.planned": N_(
        "{count} lines are planned for {month}; the report of the month before prints them."
    ),
    "report.plan_already": N_("The plan for {month} says so already; it has {count} lines."),
    "report.plan_says_nothing": N_(
        "A line of the plan says nothing. Give it words: hallctl report plan --add TEXT"
    ),
    "report.plan_too_long": N_(
        "A line of the plan has {length} characters; at most {longest} fit. Say it shorter, or in two"
        " lines: --add … --add …"
    ),
    "report.no_such_plan": N_(
        "The plan for {month} has {count} lines, none of them {no}. See them: hallctl report plan {month}"
    ),
    "report.cell_differs": N_(
        "{sheet} {where}: the file says “{in_file}”, the hall file “{in_hall}”"
    ),
    "report.row_foreign": N_("{sheet} row {where}: not in the hall file: {in_file}"),
    "report.row_gone": N_("{sheet}: missing in the file, row {where} of a new one: {in_hall}"),
    "report.sheet_gone": N_("{sheet}: this sheet is missing in the file"),
    "report.sheet_foreign": N_("{sheet}: the report has no such sheet"),
}
