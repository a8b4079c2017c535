"""Many acts from stdin."""

from hallctl.messages import N_

MESSAGES = {
    "many.no_json": N_(
        'This is no JSON ({said}). Write one object a line, such as {{"case_no": "17", "result": "granted"}}.'
    ),
    "many.no_object": N_("A line has to be one JSON object in braces."),
    "many.unknown_key": N_("Unknown: {keys}. Known are: {known}."),
    "many.missing_key": N_("{key} is missing."),
    "many.wrong_kind": N_("{key} is “{value}”; it has to be of kind {kind}."),
    "many.bad_lines": N_("{count} lines could not be done; nothing was written. Correct them."),
    "many.done": N_("{count} acts in one transaction."),
    "many.no_text": N_("This line has characters that are none. Write it anew as UTF-8."),
    "many.atomic_alone": N_("--atomic goes with --stdin."),
}
