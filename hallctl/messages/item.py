"""Service items."""

from hallctl.messages import N_

MESSAGES = {
    "item.imported": N_(
        "Items: {rows} rows; {added} added, {changed} changed, {unchanged} as before, {rejected} left out."
    ),
    "item.unknown": N_("There is no item with the code or name “{said}”. See: hallctl item list."),
    "item.ambiguous": N_("Several items fit “{said}”: {items}. Use the code."),
    "item.over_cap": N_(
        "Item {item_code} asks for {asked} working days; the hall's limit of {cap} counts."
    ),
    "item.unexplained": N_("{item_code} {name}: does not say {fields}."),
    "item.no_way_to_get": N_("{item_code} {name}: no word on how and where to get {materials}."),
    "item.asks_too_much": N_(
        "{item_code} {name}: asks for {asked} working days; the hall's limit of {cap} counts."
    ),
    "item.joint_on_the_spot": N_(
        "{item_code} {name}: {departments} departments cannot decide on the spot; give it a limit."
    ),
    "item.steps_too_long": N_(
        "{item_code} {name}: its departments take {days} working days one after the other; promised are"
        " {promise_days}."
    ),
    "item.window_gone": N_(
        "{item_code} {name}: there is no window {window_no} any more. See: hallctl window list."
    ),
    "item.other_category": N_("{item_code} {name}: “{category}” is none of the nine categories."),
    "item.same_name": N_("{item_code} {name}: {items} is called the same."),
    "item.checked_long_ago": N_(
        "{item_code} {name}: last looked at on {last_checked_on}. Then: hallctl item check {item_code} --mark."
    ),
    "item.never_checked": N_(
        "{count} items were never looked at: {items}. Then: hallctl item check CODE... --mark."
    ),
    "item.retired": N_(
        "{item_code} {name} is not offered since {from_on} ({reason}). See: hallctl item list; offer it"
        " again: hallctl item restore {item_code} --reason TEXT."
    ),
    "item.retired_from": N_("{item_code} {name}: not offered from {from_on} on. Open cases go on."),
    "item.retired_from_already": N_("{item_code} {name} is not offered since {from_on}."),
    "item.restored": N_("{item_code} {name}: offered again from {from_on} on."),
    "item.restored_already": N_("{item_code} {name} is offered."),
    "item.used_since": N_(
        "{item_code} {name}: {count} cases were received on {from_on} or later, {case_no} the last."
        " Retire it from a later day: hallctl item retire {item_code} --on DATE --reason TEXT."
    ),
    "item.marked": N_("{marked} items looked at on {checked_on}."),
    "item.marked_already": N_("All of them were noted as looked at on {checked_on} before."),
    "item.mark_which": N_(
        "Name the items you looked at: hallctl item check CODE... --mark; or all: hallctl item check"
        " --mark-all."
    ),
    "item.checked_in_future": N_("{day} is still to come; nobody looked at anything then."),
    "item.printed": N_("Guide with {items} items, up to {up_to}: {path}"),
    "item.nothing_to_print": N_("No item fits; the guide would be empty. See: hallctl item list."),
    "item.guide_gaps": N_(
        "{count} items of the guide do not say everything they must. See: hallctl item check."
    ),
    "item.no_complaint_lines": N_(
        "The guide lacks a phone or e-mail for complaints; it says that they will be made known."
    ),
    "item.tier_raised": N_(
        "{item_code} is filed as {was_tier}, but one of its departments needs {tier}: it counts as {tier}."
    ),
}
