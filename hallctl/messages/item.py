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
}
