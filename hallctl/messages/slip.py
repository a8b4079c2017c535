"""Slips."""

from hallctl.messages import N_

MESSAGES = {
    "slip.printed": N_("Slip {slip_no} ({kind}): {path}"),
    "slip.printed_again": N_("Slip {slip_no} ({kind}), copy {copy}, as printed first: {path}"),
    "slip.already": N_(
        "Slip {slip_no} ({kind}) was printed before: {path}."
        " For another copy: hallctl case slip {case_no}."
    ),
    "slip.unknown_kind": N_("“{value}” is no slip; say one of {known}."),
    "slip.does_not_fit": N_(
        "Case {case_no} is {state}: this slip does not fit ({kind})."
        " These do: {possible}. See: hallctl case show {case_no}."
    ),
    "slip.none_for_step": N_(
        "The newest act on case {case_no} ({state}) calls for no slip."
        " Say which: hallctl case slip {case_no} KIND, of: {possible}."
    ),
    "slip.not_atomic": N_(
        "A slip is printed once its act is kept, so not with --atomic. Leave --print out, and print"
        " afterwards: hallctl case slip NO."
    ),
    "slip.none_yet": N_("Case {case_no} is {state}: this calls for no slip."),
    "slip.no_complaint_lines": N_(
        "The hall has no complaint phone or no e-mail address; the slip leaves room to write them."
        " Set them: hallctl policy set complaint.phone NUMBER, complaint.email ADDRESS."
    ),
    "slip.no_way_told": N_(
        "{item} does not say how and where to get {papers}; the notice names {window}."
        " Complete the item: hallctl item import."
    ),
}
