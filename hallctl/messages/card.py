"""Cards and whose they are."""

from hallctl.messages import N_

MESSAGES = {
    "card.given": N_("Card {card_no} is {name}'s ({staff_no}) from {from_on} on."),
    "card.given_already": N_("Card {card_no} is {name}'s ({staff_no}) since {from_on} already."),
    "card.taken_back": N_(
        "Card {card_no} is {name}'s ({staff_no}) until {until_on} and nobody's then."
    ),
    "card.taken_back_already": N_(
        "Card {card_no} was {name}'s ({staff_no}) until {until_on} only."
    ),
    "card.which": N_("Say which card: hallctl roster card {staff_no} CARD."),
    "card.is_a_staff_number": N_(
        "{card_no} is a staff number and needs no card. See: hallctl roster show {card_no}."
    ),
    "card.taken": N_(
        "Card {card_no} is {staff_no}'s since {from_on}. Take it back first:"
        " hallctl roster card {staff_no} {card_no} --end."
    ),
    "card.not_theirs": N_(
        "{staff_no} never had card {card_no}. See: hallctl roster card {staff_no}."
    ),
    "card.ends_before_it_begins": N_(
        "Card {card_no} is theirs since {from_on}; it ends later than that, or undo it:"
        " hallctl audit log."
    ),
}
