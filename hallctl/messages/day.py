"""Windows' day sheets, and the end of the day."""

from hallctl.messages import N_

MESSAGES = {
    "day.file": N_("{file}: {rows} rows; {added} new, {unchanged} as before, {rejected} left out."),
    "day.imported": N_(
        "Day sheets: {sheets} files, {rows} rows; {added} new, {unchanged} as before."
    ),
    "day.no_day_sheet": N_(
        "{path} is no day sheet: it does not say its window and day. Write new ones: hallctl template daysheet --all."
    ),
    "day.empty_folder": N_("There is no .xlsx or .xls in {path}. Say where the sheets are."),
    "day.other_day": N_(
        "This is not the day of the sheet, {on}. Write only the time, such as 9:30."
    ),
    "day.unknown_result": N_("This is no result; choose one of {known}."),
    "day.row_changed": N_(
        "This row was recorded before with other words, as case {case_no}."
        " Correct it there (hallctl case show {case_no}), or put the row back."
    ),
    "day.no_open_case": N_(
        "{applicant_no} has no open case of {item}. Choose 受理 or 当场办结, or write the case's number."
    ),
    "day.which_case": N_(
        "{applicant_no} has several open cases of {item}: {cases}. Write the number into 办件编号."
    ),
    "day.one_or_all": N_("Say one window, --window NO, or all of them, --all --out FOLDER."),
    "day.sheet_written": N_("{window}: {path}. Filled in, it goes back with: hallctl day import."),
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
    "day.taps_waiting": N_(
        "{number} taps wait beside the hall file. Write them: hallctl signin --kiosk."
    ),
    "day.swap_requested": N_(
        "{on} {start}-{end}: {giver} asks {taker} to swap (request {request_no})."
        " {taker} agrees with: hallctl duty agree {request_no}"
    ),
    "day.swap_agreed": N_(
        "{on} {start}-{end}: {giver} and {taker} agreed to swap."
        " Then: hallctl duty approve {request_no}, or duty decline."
    ),
    "day.sheet_missing": N_(
        "{window} ({window_no}): no day sheet yet. When it is there: hallctl day import."
    ),
}
