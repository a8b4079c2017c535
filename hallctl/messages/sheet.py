"""What can be wrong with a file, a sheet, a row or a cell."""

from hallctl.messages import N_

MESSAGES = {
    "sheet.missing_file": N_("There is no file {path}."),
    "sheet.empty": N_("{path} is empty."),
    "sheet.too_large": N_("{path} is larger than {megabytes} MB. Split it."),
    "sheet.zip_bomb": N_("{path} unpacks to an enormous size and was not opened."),
    "sheet.far_cell": N_(
        "{path} claims {lines} rows by {columns} columns. Delete the empty rows and columns at the"
        " far end, then save it again."
    ),
    "sheet.damaged": N_(
        "{path} cannot be read: it is damaged, or not what its name says."
        " Open it, save it again as .xlsx, and try that."
    ),
    "sheet.encrypted": N_("{path} has a password. Save it without one."),
    "sheet.unknown_format": N_(
        "{path} is no spreadsheet hallctl can read; use .xlsx, .xls or .csv."
    ),
    "sheet.no_header": N_(
        "No header row with {missing} was found; there is: {found}. Name your own headers: --map HEADER=field."
    ),
    "sheet.no_duty_form": N_(
        "Neither a list (日期, 班次, 窗口, 学号) nor a weekly grid (周一 to 周五) was found in: {found}."
    ),
    "sheet.hidden_rows": N_("{count} hidden rows were read too."),
    "sheet.skipped": N_("Sheet {sheet} has no known header and was not read."),
    "sheet.double_alike": N_(
        "{key} stands twice, alike, in rows {first} and {row}; once is enough."
    ),
    "sheet.double_differs": N_(
        "{key} stands in row {first} already, with other facts; keep one of them"
    ),
    "sheet.required": N_("this may not be empty"),
    "sheet.bad_date": N_("this is not a date; write 2026-03-01"),
    "sheet.bad_time": N_("this is not a time; write 08:30"),
    "sheet.bad_instant": N_("this is not a date with a time; write 2026-03-01 08:30:00"),
    "sheet.bad_number": N_("this is not a whole number"),
    "sheet.bad_days": N_("this is not a number of working days; write 5, 5个工作日 or 当场"),
    "sheet.instant_with_days": N_("what is done on the spot has no limit in days; write 当场"),
    "sheet.on_the_spot_not_instant": N_(
        "only an 即办件 is done on the spot; give working days, or write 即办件 as its kind"
    ),
    "sheet.bad_copies": N_("this is not a number of copies; write 1 or more"),
    "sheet.paper_twice": N_("{papers} stands there twice"),
    "sheet.papers_of_no_item": N_(
        "there is no item with this code in the list; papers come together with their item"
    ),
    "sheet.papers_bad": N_("its list of papers has bad rows ({rows}), so the item waits for them"),
    "sheet.step_without_days": N_("a department's own limit is 1 working day or more"),
    "sheet.department_twice": N_("a department stands twice in the same step"),
    "sheet.no_rows": N_("{path} has a header and no rows under it."),
    "sheet.bad_yes_no": N_("write 是 or 否"),
    "sheet.bad_identifier": N_("this is not a number of a person or thing"),
    "sheet.lost_digits": N_(
        "the digits of this number are lost; format the column as text and type it again"
    ),
    "sheet.number_as_identifier": N_(
        "Column {column} holds numbers, not text: zeros at the beginning are lost if there were any."
    ),
    "sheet.unknown_role": N_("this is not a role; write 专职干事, 窗口负责人 or 窗口工作人员"),
    "sheet.bad_level": N_("This is no level of a rating; say one of {known}."),
    "sheet.unknown_step": N_("This is no step of a case; say one of {known}."),
    "sheet.unknown_tier": N_(
        "this is not a kind of case; write 即办件, 承诺件, 校级研究件 or 上报件"
    ),
    "sheet.bad_direction": N_("write 签到 or 签退"),
    "sheet.bad_result": N_("this is not a result; write 办结 or 不予办理"),
    "sheet.bad_day_kind": N_("write off or work"),
    "sheet.nobody_in_cell": N_("this cell names a window and nobody"),
    "sheet.attlog_fields": N_("this line has too few fields for an attlog file"),
    "sheet.no_daily_form": N_(
        "No daily export (a number, a day and 上班/下班 times) was found in: {found}."
    ),
    "sheet.not_written": N_(
        "{path} could not be written ({said}); what was there before is untouched."
    ),
    "sheet.attlog_status": N_("this is not a status a device writes (0 to 5, 255)"),
}
