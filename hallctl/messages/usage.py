"""Words that could not be understood."""

from hallctl.messages import N_

MESSAGES = {
    "usage.no_such_option": N_("There is no option {option} here."),
    "usage.no_such_option_but": N_("There is no option {option} here. Did you mean: {near}?"),
    "usage.too_many_words": N_(
        "There are words here that no option or argument takes. Put a text with spaces in quotes."
    ),
    "usage.missing": N_("{param} is missing."),
    "usage.bad_value": N_("{param} cannot be used: {said}"),
    "usage.unknown_language": N_(
        "“{value}” (from {source}) is not a language hallctl speaks; use zh_CN or en."
    ),
    "usage.bad_config": N_("{path} cannot be read: {said}. Correct or remove it."),
    "usage.bad_now": N_("“{value}” is not an instant; write it like 2026-11-24T09:00."),
    "usage.bad_day": N_("“{value}” is not a date; write it like 2026-11-24, 20261124 or today."),
    "usage.bad_instant": N_(
        "“{value}” is not an instant; write it like 2026-11-24T09:00 or 09:00."
    ),
    "usage.bad_span": N_("“{value}” is not a span of days; write it like 2026-11-24..2026-11-30."),
    "usage.bad_month": N_("“{value}” is not a month; write it like 2026-11, last or this."),
    "usage.bad_week": N_("“{value}” is not a week; write it like 2026-W47, last, this or next."),
    "usage.bad_pair": N_("“{value}” is not a pair; write it like NAME=VALUE."),
    "usage.unknown_format": N_("“{value}” is not a format; choose one of {known}."),
    "usage.bad_shift": N_(
        "“{value}” is no shift; write it like 今天14:30, 明天上午, 2026-12-03T14:30 or its number."
    ),
    "usage.check_writes_nothing": N_(
        "--check only compares; leave out --out, --final and --accept-open."
    ),
    "usage.bad_clock": N_("“{value}” is not a time of the clock; write it like 14:30."),
    "usage.blank": N_("{param} says nothing but spaces. Write it out, or leave it out."),
}
