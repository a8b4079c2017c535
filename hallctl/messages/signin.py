"""Sign-in and sign-out."""

from hallctl.messages import N_

MESSAGES = {
    "signin.in_present": N_("{name} ({staff_no}) signed in at {clock}, on time for {shift}."),
    "signin.in_late": N_(
        "{name} ({staff_no}) signed in at {clock}, {minutes_late} minutes late for {shift}."
    ),
    "signin.out_present": N_("{name} ({staff_no}) signed out at {clock} from {shift}."),
    "signin.out_early": N_(
        "{name} ({staff_no}) signed out at {clock}, {minutes_early} minutes before the end of {shift}."
    ),
    "signin.in_no_shift": N_("{name} ({staff_no}) signed in at {clock}."),
    "signin.out_no_shift": N_("{name} ({staff_no}) signed out at {clock}."),
    "signin.already": N_("{name} ({staff_no}): this punch at {clock} was recorded before."),
    "signin.no_shift": N_("{name} ({staff_no}) has no duty around {at}. See: hallctl duty list."),
    "signin.not_serving": N_("{name} ({staff_no}) serves at no window on {day}."),
    "signin.waiting": N_(
        "{staff_no} at {clock}: noted, will be written when the hall file is free."
    ),
    "signin.still_waiting": N_(
        "The hall file stays busy: {number} taps wait in {path} and are written by the next"
        " hallctl signin --stdin or --kiosk."
    ),
    "signin.recorded_late": N_("This is recorded long after it happened ({at})."),
    "signin.future": N_("{at} has not come yet. Give the time it happened: --at 09:00."),
    "signin.nobody": N_("Say who: hallctl signin NUMBER, or --stdin with a number per line."),
}
