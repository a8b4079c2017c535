"""Which columns hold people: what ``db erase`` does with every text column of the schema.

A new text column needs a decision here; a test asks for it. The decisions:

* code: dates, states, numbers of things, digests; nothing about anybody;
* person: the number of a person, who gets a pseudonym instead;
* words: free text or JSON in which somebody may be named: the name, the number and the phone give way;
* own: words about the person of the row: they go; in rows of others as ``words``;
* name, card, gone: of the person of the row: becomes the pseudonym, a pseudonym of its own, nothing.
"""

import sqlite3
from collections.abc import Mapping

_DECIDED = """
entry: code at command detail_digest prev_digest digest | chain actor_no
entry_detail: chain salt detail
hall: code college name phone email effective_from noon
decision: code name from_on decided_on | words value decided_by note
term: code term week1_on
calendar_year: code source
calendar_day: code on_date kind name
local_day: code kind from_on to_on | words authority
staff: person staff_no
staff_version: person staff_no | name name | gone class_name phone badge_no | words faculty
service_window: code window_no
window_version: code window_no name department category from_on
assignment: person staff_no | code role window_no started_on ended_on
service_item: code item_code
item_version: code item_code name category window_no tier from_on | words basis conditions procedure
  fee_basis fee_standard
item_material: words name form standard obtain
item_department: code department
source_file: code sha256 | words name
duty_shift: person staff_no | code on_date window_no name
leave_span: person staff_no approved_by | own reason | code kind from_at to_at
shift_swap: person giver_no taker_no approved_by | own reason
case_material: code case_no name state | own reason
case_step: code case_no department
case_decision: code case_no verdict at | words decided_by | own note
violation: person staff_no | own note evidence | words ref | code violation_no kind on_date case_no
  complaint_no
violation_event: person by_no | own reason | code violation_no state at
window_hours: code window_no from_on days | words authority
item_check: code item_code checked_on
staff_card: person staff_no | card card_no | code from_on until_on
case_file: person applicant_no first_contact_no | name applicant | gone phone | own matter | words
  ref | code case_no item_code window_no received_at
case_event: person handler_no applicant_no | name applicant | gone phone | own reason note | words
  party ground | code case_no kind at state tier accepted_at dated_on due_on due_status due_earliest
  due_latest next_on closed_at result lateness asked_at told_at until_on
case_now: code case_no state look_on accepted_on closed_on
class_period: code from_on to_on
timetable: person staff_no | gone class_name | words source | code term from_on
timetable_class: own course room | code weeks
duty_demand: code window_no shift from_on
fixed_duty: person staff_no | code window_no shift from_on to_on
draft_shift: person staff_no | code on_date window_no name
roster_version: code from_on to_on
slip_print: person printed_by | words file words subject | code slip_no kind case_no printed_at
  sha256 complaint_no violation_no letter_no
punch: person staff_no | own remark | words device | code at direction source raw_at
device_pin: person staff_no | card pin | code device from_on
device_clock: code device from_on
case_fee: person taken_by | own note | words voucher_no | code case_no kind at
case_delivery: own collected_by | code case_no at
case_rating: person rated_by recorder_no | own comment | words ref ground | code case_no channel at
  contact_due_on contact_due_latest fix_due_on fix_due_status fix_due_earliest fix_due_latest
case_fix: own note | code step at
swap_request: person giver_no taker_no | own reason | code at
swap_event: person by_no | own reason | code state at
leave_change: person by_no | own reason | code kind
correction: person staff_no witness_no by_no | own reason | code in_at out_at
spot_check: person staff_no witness_no by_no | own note | code at to_at
spot_check_event: person by_no | own reason | code state at
excuse: person staff_no by_no | own reason
month_close: person by_no | code month digest head_digest at
month_line: person staff_no | code window_no on_date status marks leave_kind
month_total: person staff_no | code code
month_reopen: person by_no | words reason | code at
complaint: person staff_no | own matter | words ref | code complaint_no channel about kind window_no
  case_no on_date received_at code_digest
sealed_identity: name name | gone contact | code complaint_no salt
complaint_event: person by_no | own note | words ground | code complaint_no kind at finding lateness
complaint_reveal: person by_no | words reason | code complaint_no at
departure: person staff_no | own note | words decided_by ground | code role window_no last_on
  leaving
replacement: person old_no new_no | own reason | code role window_no from_on
meeting: person chair_no | words topic place note | code meeting_no kind on_date window_no
meeting_person: person staff_no | code state
work_log: person from_no to_no | words on_duty counted matters items incidents | code log_no
  window_no on_date
work_log_matter: words number progress next_step | code limit_on
work_log_ack: person by_no | words reason | code at
tally: code window_no on_date kind
day_sheet: words name | code window_no on_date sha256
day_row: words row_key | code window_no on_date digest case_no
conduct_note: person staff_no | card note | code kind on_date
week_score: person staff_no by_no | own remark | code week
week_publication: person by_no | code week from_on to_on at digest
week_line: person staff_no | words line ground
star_award: person staff_no by_no | own note | words evidence | code term decided_on
violation_statement: own text | code violation_no at
credit_appeal: own reason | code violation_no at
appeal_verdict: person by_no | own reason | code verdict at
credit_handover: own note | code violation_no faculty on_date
dismissal_kept: person staff_no by_no | own reason | code on_date
leader_letter: person staff_no | own note | code letter_no department kind on_date case_no
  complaint_no at
item_offer: words reason | code item_code from_on
survey_answer: words survey comment | code serial at window_no
star_basis: code term
restoration: code lost_digest | words aside
erasure: code pseudonym | words reason
sealed_anew: code seals
"""

_OF_VIOLATION = "violation_no IN (SELECT violation_no FROM violation WHERE staff_no = :no)"
_OF_CASE = (
    "case_no IN (SELECT case_no FROM case_file WHERE applicant_no = :no"
    " UNION SELECT case_no FROM case_event WHERE applicant_no = :no)"
)

OWNED = {
    **dict.fromkeys(
        ("staff_version", "leave_span", "violation", "staff_card", "timetable", "punch", "device_pin",
         "correction", "spot_check", "excuse", "complaint", "departure", "conduct_note", "week_score",
         "star_award", "dismissal_kept", "leader_letter", "week_line"),
        "staff_no = :no",
    ),
    **dict.fromkeys(
        ("violation_event", "violation_statement", "credit_appeal", "credit_handover"),
        _OF_VIOLATION,
    ),
    **dict.fromkeys(
        ("case_file", "case_event", "case_material", "case_decision", "case_fee", "case_delivery",
         "case_rating"),
        _OF_CASE,
    ),
    "slip_print": f"{_OF_CASE} OR {_OF_VIOLATION}"
    " OR letter_no IN (SELECT letter_no FROM leader_letter WHERE staff_no = :no)"
    " OR substr(subject, instr(subject, ':') + 1) = :no",
    "shift_swap": "giver_no = :no",
    "swap_request": "giver_no = :no",
    "replacement": "old_no = :no",
    "timetable_class": "timetable_id IN (SELECT id FROM timetable WHERE staff_no = :no)",
    "swap_event": "swap_request_id IN (SELECT id FROM swap_request WHERE giver_no = :no)",
    "leave_change": "leave_span_id IN (SELECT id FROM leave_span WHERE staff_no = :no)",
    "spot_check_event": "spot_check_id IN (SELECT id FROM spot_check WHERE staff_no = :no)",
    "appeal_verdict": f"credit_appeal_id IN (SELECT id FROM credit_appeal WHERE {_OF_VIOLATION})",
    "case_fix": f"case_rating_id IN (SELECT id FROM case_rating WHERE {_OF_CASE})",
    "complaint_event": "complaint_no IN (SELECT complaint_no FROM complaint WHERE staff_no = :no)",
}  # fmt: skip
"""Which rows are about a person, by table."""


def _read(text: str) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for line in text.replace("\n  ", " ").strip().splitlines():
        table, _colon, rest = line.partition(": ")
        kinds = (part.split() for part in rest.split(" | "))
        found[table] = {column: kind for kind, *columns in kinds for column in columns}
    return found


DECIDED = _read(_DECIDED)
"""What becomes of each text column, by table."""


def owned(db: sqlite3.Connection, table: str, number: str) -> set[int]:
    """The rows of a table that are about a person, by rowid."""
    if table not in OWNED:
        return set()
    rows = db.execute(f"SELECT rowid FROM {table} WHERE {OWNED[table]}", {"no": number})
    return {row[0] for row in rows}
