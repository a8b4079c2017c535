"""Ready-to-fill workbooks."""

from hallctl.messages import N_

MESSAGES = {
    "template.day_or_week": N_("Say --on DATE or --week WEEK, not both."),
    "template.written": N_(
        "{path} is ready: {rows} rows. Filled in, it goes back with: hallctl attendance import FILE."
    ),
    "template.ready": N_("{path} is ready. Filled in, it goes back with: {reads_it} {path}."),
    "template.nobody_on_duty": N_(
        "Nobody is on duty from {from_on} to {to_on}. See: hallctl duty list --from {from_on}."
    ),
}
