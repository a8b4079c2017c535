"""The kiosk beside a card reader."""

from hallctl.messages import N_

MESSAGES = {
    "kiosk.alone": N_("A kiosk takes its numbers from the reader: hallctl signin --kiosk."),
    "kiosk.not_a_number": N_("This is no number of a person or card."),
    "kiosk.too_long": N_("This is too long for a number."),
    "kiosk.ended": N_(
        "Kiosk left: {recorded} taps recorded, {already} repeated, {refused} not recorded."
    ),
    "kiosk.unknown": N_(
        "“{said}” came {times} times and is nobody's. A card is given with: hallctl roster card NO {said}."
    ),
    "kiosk.still_waiting": N_(
        "{number} taps wait in {path} and are written when the kiosk starts again: hallctl signin --kiosk."
    ),
}
