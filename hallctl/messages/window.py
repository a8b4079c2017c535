"""Windows."""

from hallctl.messages import N_

MESSAGES = {
    "window.imported": N_(
        "Windows: {rows} rows; {added} added, {changed} changed, {unchanged} as before, {rejected} left out."
    ),
    "window.unknown": N_("There is no window “{said}”. See: hallctl window list."),
    "window.new_category": N_(
        "“{category}” is none of the nine categories ({known}); it was taken as a new one."
    ),
    "window.hours_set": N_(
        "{window} ({window_no}) is open {opens} to {closes} on weekdays {days} from {from_on} on."
    ),
    "window.hours_as_hall": N_("{window} ({window_no}) keeps the hall's hours from {from_on} on."),
    "window.hours_already": N_("{window} ({window_no}) has these hours already."),
    "window.hours_need_authority": N_(
        "Own hours need an authority: --authority with the department's notice."
    ),
    "window.hours_incomplete": N_("Say --from and --to, or --as-hall alone."),
    "window.bad_hours": N_(
        "From {opens} to {closes} are no hours. Write: --from 09:00 --to 16:30."
    ),
    "window.bad_days": N_("“{value}” are no weekdays. Write: --days 1-5 or --days 1,3."),
}
