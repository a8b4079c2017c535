"""``hallctl case show``."""

from collections.abc import Iterator
from datetime import datetime

from hallctl.commands.case.said import CaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _, labelled, name_of, paired, spoken
from hallctl.office.cases import care, looking
from hallctl.office.cases.care import Care
from hallctl.office.cases.clock import StepLimit
from hallctl.office.cases.looking import CaseEvent, CaseStory
from hallctl.show import Reply

app = verb()


@command(app, "show", _("Show one case with everything that happened."))
def show_case(desk: Desk, case_no: CaseNo) -> Reply:
    """One case with its papers, departments and steps."""
    found = looking.show_case(desk.hall, case_no)
    after = care.care_of(desk.hall, case_no)
    data = {
        **found.case._asdict(),
        **{key: value for key, value in found._asdict().items() if key != "case"},
        **after._asdict(),
    }
    return Reply(data, text=[*_lines(found), *_after(after)])


def _lines(story: CaseStory) -> Iterator[str]:
    facts = {**story.case._asdict(), **(story.clock._asdict() if story.clock else {})}
    yield f"{story.case.case_no}  {story.case.item}  {name_of(story.case.state, 'state')}"
    for key in FACTS:
        if facts.get(key) is not None:
            yield "  " + labelled(key, facts[key])
    for step in story.steps:
        yield "  " + _step(step)
    for paper in {one.name: one for one in story.materials}.values():  # as it stands now
        reason = f" ({paper.reason})" if paper.reason else ""
        yield "  " + paired(name_of(paper.state), paper.name + reason)
    for _at, line in sorted([*_steps(story), *_prints(story)], key=lambda one: one[0]):
        yield line


def _steps(story: CaseStory) -> Iterator[tuple[datetime, str]]:
    for event in story.events:
        yield event.at, "  " + _event(event)


def _prints(story: CaseStory) -> Iterator[tuple[datetime, str]]:
    for one in story.slips:
        text = _("printed: {kind} {slip_no}, copy {copy}").format(
            kind=name_of(one.kind, "kind"), slip_no=one.slip_no, copy=one.copy
        )
        yield one.printed_at, f"  {spoken('at', one.printed_at)}  {text}"


FACTS = ("tier", "applicant_no", "applicant", "window_no", "handler_no", "first_contact_no", "received_at",
         "accepted_at", "dated_on", "promise_days", "extended_days", "due_on", "due_status", "due_earliest",
         "due_latest", "next_on", "closed_at", "result", "lateness", "workdays_used", "workdays_late",
         "calendar_days", "workdays", "paused_workdays", "ref")  # fmt: skip
"""What is shown of a case, in this order."""


def _step(step: StepLimit) -> str:
    verdict = name_of(step.verdict) if step.verdict else _("undecided, by {due_on}")
    if step.decided_by and step.decided_by != step.department:
        verdict = f"{verdict} ({step.decided_by})"
    if step.waits:
        verdict = _("waits for the departments before it, by {due_on}")
    text = _("step {step}: {department}: {verdict}")
    shown = text.format(step=step.step, department=step.department, verdict=verdict)
    return shown.format(due_on=step.due_on)


def _event(event: CaseEvent) -> str:
    """When it happened, what, with whom; and when it was recorded, where that was another day."""
    parts = [spoken("at", event.at), name_of(event.kind, "event")]
    parts += [text for text in (spoken("reason", event.reason), event.party, event.note) if text]
    if event.until_on:
        text = _("before {day}") if event.kind == "redated" else _("until {day}")
        parts.append(text.format(day=event.until_on))
    if event.recorded_at.date() != event.at.date():
        parts.append(_("(recorded {at})").format(at=spoken("at", event.recorded_at)))
    return "  ".join(parts)


def _after(found: Care) -> Iterator[str]:
    """What followed: fees, collection, the rating with what was done about it."""
    for fee in found.fees:
        facts = fee._asdict()
        name = name_of("reversed_later" if fee.reversed else fee.kind, "fee")
        parts = (
            fee.amount,
            *(labelled(key, facts[key]) for key in ("voucher_no", "taken_by") if facts[key]),
        )
        yield f"  {spoken('at', fee.at)}  {name}  {'  '.join(parts)}"
    if found.delivery:
        one = found.delivery
        who = _("{name} by proxy").format(name=one.collected_by) if one.proxy else one.collected_by
        yield f"  {spoken('at', one.delivered_at)}  {name_of('delivered', 'event')}  {who or ''}".rstrip()
    if found.rating is None:
        return
    rating = found.rating
    yield f"  {spoken('at', rating.rated_at)}  {labelled('level', rating.level)}  {rating.comment or ''}".rstrip()
    facts = rating._asdict()
    for key in (
        "contact_due_on",
        "contacted_at",
        "contact_note",
        "fix_due_on",
        "fix_due_status",
        "fixed_at",
        "fix_note",
    ):
        if facts[key] is not None:
            yield "    " + labelled(key, facts[key])
