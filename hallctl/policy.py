"""The regulation in article order: first its dated figures, then its rules; ``law`` says what those are.

Every rule takes ``law``, the figures in force on the day of the fact, and returns a Ruling with its
ground, or raises Refused with its article. No rule knows the clock, the hall file or a language.
Readings of the figures are kept beside them, the gist of the articles in ``regulation.toml``.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from hallctl.errors import Conflict, Refused, Usage
from hallctl.law import RULES as RULES
from hallctl.law import Decision as Decision
from hallctl.law import Figure as Figure
from hallctl.law import Law as Law
from hallctl.law import LawOfDay as LawOfDay
from hallctl.law import article as article
from hallctl.law import hall_acts_from as _acts_from
from hallctl.law import parse_value as _parsed
from hallctl.model import DayKind, Deadline, Ground, LocalDay, Ruling, Undecided

if TYPE_CHECKING:  # the sign-in path reads figures and never counts days
    from hallctl.takeover import Takeover
    from hallctl.workdays import Calendar, DayFact, Pauses


# --- figures -----------------------------------------------------------------------------------


_NAMED_SHIFTS = {
    "straight": {"上午": ["08:30", "13:00"], "下午": ["13:00", "17:30"]},
    "turns": {"上午": ["08:30", "12:00"], "中午": ["12:00", "14:00"], "下午": ["14:00", "17:30"]},
    "closed": {"上午": ["08:30", "12:00"], "下午": ["14:00", "17:30"]},
}
"""The shifts of a day by what the hall does at noon."""

_LEGEND = {
    "present": "√", "late": "迟", "early": "退", "missing": "未签", "personal": "事", "sick": "病",
    "official": "公", "given_away": "换", "taken": "替", "absent": "×",
}  # fmt: skip

FIGURES: dict[str, Figure] = {
    figure.name: figure
    for figure in (
        Figure("staff.leaders_per_window", "6", "one leader per window", "int", 1),
        Figure("staff.students_per_window", "6", "at least two student workers; more is noted only", "int", 2),
        Figure("workstudy.week_hours", "6", "national limit for paid student posts, warned above", "int", 8),
        Figure("workstudy.month_hours", "6", "national limit for paid student posts, warned above", "int", 40),
        Figure("workstudy.rounding", "6", "month: minutes are added up, then cut to half hours; shift: each is cut",
               "choice", "month", ("month", "shift")),
        Figure("workstudy.last_day", "6", "of the month, its sheet's last day; 0: the month's end", "int", 0, cap=28),
        Figure("workstudy.due_day", "6", "of the month, by which its sheet is handed in", "int", 28, cap=28),
        Figure("workstudy.hourly_rate", "6", "yuan an hour as the college decided; none: no amounts", "text", ""),
        Figure("joint.threshold", "8", "distinct departments, the lead included; hall and leaders not", "int", 3),
        Figure("item.check_days", "9", "days; an item nobody looked at for longer is a finding", "int", 365),
        Figure("joint.not_counted", "8", "faculties, the hall and leaders are no departments, by how they end",
               "json", ["学院", "系", "大厅", "校长", "院长", "书记", "校领导", "院领导"]),
        Figure("hall.head", "14", "the officer is the hall's head until a deputy is named", "text", "officer"),
        Figure("swap.approver", "14", "the hall's head, after the colleague agreed",
               "choice", "hall.head", ("hall.head",)),
        Figure("swap.notice_hours", "14", "a later request is warned about", "int", 24),
        Figure("attendance.grace_minutes", "14", "nobody may be late; compared in whole minutes", "int", 0),
        Figure("duty.day_shifts", "22", "shifts of one student on one day, at most", "int", 2),
        Figure("duty.travel_minutes", "22", "between a class and a shift", "int", 15),
        Figure("hours.weekly", "22", "Monday to Friday",
               "json", {"days": [1, 2, 3, 4, 5], "from": "08:30", "to": "17:30"}),
        Figure("hours.shifts", "22", "named shifts; by what init was told about noon when not set", "json", None),
        Figure("hours.makeup_days", "22", "the hall opens on make-up workdays", "bool", True),
        Figure("attendance.tap_seconds", "23", "taps closer than this are one", "int", 60),
        Figure("attendance.settle_minutes", "23", "after a shift's end, before absence is declared", "int", 60),
        Figure("attendance.bind_before_minutes", "23", "the earliest punch that belongs to a shift", "int", 120),
        Figure("attendance.sign_out", "23", "a missing sign-out is missing_out, not early", "bool", True),
        Figure("attendance.missing_in", "23", "stays open until the month is closed, then absent unless corrected",
               "choice", "open", ("open",)),
        Figure("attendance.rate", "23", "attended / due, leave stays in the base; presence rate beside it",
               "choice", "due", ("due",)),
        Figure("attendance.legend", "23", "only the tick and the cross are customary", "json", _LEGEND),
        Figure("correct.within_days", "23", "working days after the shift", "int", 3),
        Figure("correct.per_month", "23", "per person; beyond it the reason is shown in the report", "int", 3),
        Figure("records.keep_months", "23", "after somebody's last day, then personal data may be erased", "int", 12),
        Figure("report.due_day", "23", "of the next month, or the next working day", "int", 5, cap=28),
        Figure("report.praise_names", "23", "whether the leaders' monthly report names who is praised", "bool", False),
        Figure("report.month", "23", "natural month", "choice", "natural", ("natural",)),
        Figure("fonts.title", "23", "official papers' habit; falls back to 宋体", "text", "方正小标宋简体"),
        Figure("fonts.heading", "23", "official papers' habit", "text", "黑体"),
        Figure("fonts.body", "23", "official papers' habit; falls back to 宋体", "text", "仿宋"),
        Figure("tally.kinds", "24", "what is counted at the windows; the college may add its own",
               "json", ["visit", "enquiry", "phone", "online"]),
        Figure("notice.within", "25", "the notice is written on the spot", "choice", "same_day", ("same_day",)),
        Figure("notice.lapse_days", "25", "working days without supplement, then closable as withdrawn", "int", 20),
        Figure("limits.promised", "27", "working days", "int", 5, cap=5),
        Figure("limits.college", "27", "working days", "int", 7, cap=7),
        Figure("limits.superior", "27", "working days", "int", 30, cap=30),
        Figure("limits.superior_binding", "27", "hard: refused like any other; soft: an explanation is asked for",
               "choice", "hard", ("hard", "soft")),
        Figure("limits.measure", "27", "lateness is against the promise", "choice", "promise", ("promise",)),
        Figure("limits.reclassify", "27", "before due, with reason, approver and notice", "bool", True),
        Figure("clock.start", "27", "the day after acceptance with complete papers",
               "choice", "next_workday", ("next_workday", "same_day")),
        Figure("clock.cutoff", "27", "accepted later: dated the next working day", "time", "17:30"),
        Figure("clock.due_moment", "27", "the end of the due date", "choice", "end_of_day", ("end_of_day",)),
        Figure("clock.makeup_days", "27", "make-up workdays of the national notice count", "bool", True),
        Figure("clock.vacation", "27", "local vacation rows are skipped", "choice", "skip", ("skip", "count")),
        Figure("pause.reasons", "27", "reasons that may stop the clock", "json", ["applicant_supplement"]),
        Figure("extension.allow", "27", "superior items only, once, asked in time",
               "choice", "superior", ("superior",)),
        Figure("extension.max_days", "27", "working days; borrowed from licensing law", "int", 10),
        Figure("due_soon_days", "27", "working days before the earliest due date", "int", 2),
        Figure("referral.report_days", "28", "working days until a leader is told, so that it can be late", "int", 1),
        Figure("referral.refer_days", "28", "working days until it is referred, so that it can be late", "int", 2),
        Figure("referral.reply_days", "28", "working days proposed, editable", "int", 5),
        Figure("appraise.week", "29", "Monday to Sunday; this week's is a draft",
               "choice", "calendar", ("calendar",)),
        Figure("appraise.weights", "29", "none is shipped as truth; the college adopts its own", "json", None,
               words=("attendance", "discipline", "service", "full_attendance", "leader")),
        Figure("appraise.score_max", "29", "full marks of what a leader or the officer gives for a week", "int", 100),
        Figure("appraise.discipline", "29", "percent of the discipline part, each; praise gives back up to full",
               "json", {"fault": 10, "violation": 50, "incident": 20, "missing_log": 5, "praise": 10},
               words=("fault", "violation", "incident", "missing_log", "praise")),
        Figure("stars.min_weeks", "29", "percent of the published weeks that a candidate is scored in", "int", 50),
        Figure("stars.tie_breaks", "29", "what separates equal scores, one after the other", "json",
               ["presence_rate", "faults", "praise", "cases_closed"],
               words=("presence_rate", "satisfaction_rate", "faults", "praise", "incidents", "missing_logs",
                      "cases_closed", "cases_late", "attended")),
        Figure("stars.shortlist", "29", "names proposed; the officer says how many become stars", "int", 5),
        Figure("publicity.days", "29", "working days a list hangs out for objections", "int", 5),
        Figure("merit.presence_percent", "31", "sick and official leave do not count against", "int", 95),
        Figure("merit.top_one_in", "31", "the first third of the student workers, rounded up", "int", 3),
        Figure("merit.rule", "31", "a list is proposed; the faculty decides", "text", "proposal"),
        Figure("credit.base", "32", "only the threshold is stated; full marks are 100", "int", 100),
        Figure("credit.steps", "32", "cumulative; the last one for each later time", "ints", [2, 5, 10]),
        Figure("credit.dismiss_below", "32", "strictly below", "int", 80),
        Figure("credit.annual_from", "32", "the time from which it goes into the annual review", "int", 3),
        Figure("credit.window", "32", "academic year, by the day it happened", "choice", "year", ("year", "never")),
        Figure("credit.kinds", "32", "the regulation's 'and so on' is the college's",
               "json", ["attitude", "overdue"]),
        Figure("credit.appeal_days", "32", "working days to appeal, from the day it was confirmed", "int", 5),
        Figure("credit.applies_to", "32", "leaders get a letter to their department instead",
               "choice", "students", ("students", "all")),
        Figure("year.starts_on", "32", "academic year", "text", "09-01"),
        Figure("complaint.phone", "33", "what init was told, until another is set", "text", ""),
        Figure("complaint.email", "33", "what init was told, until another is set", "text", ""),
        Figure("complaint.accept_days", "33", "working days", "int", 1),
        Figure("complaint.reply_days", "33", "working days", "int", 5),
        Figure("complaint.told_apart_from", "33", "complaints of a month; fewer are not told apart in reports, lest"
               " one be recognised", "int", 3),
        Figure("rating.satisfied_from", "33", "of five levels", "int", 3),
        Figure("rating.fix_days", "33", "working days", "int", 5, cap=15),
        Figure("rating.contact_days", "33", "working days until the applicant is called back", "int", 1, cap=15),
        Figure("calendar.unannounced", "27", "an interval is shown, never a silent guess",
               "choice", "provisional", ("provisional",)),
    )
}  # fmt: skip


def named_shifts(noon: str) -> dict[str, list[str]]:
    """The named shifts of a hall that at noon is open straight through, in turns, or closed."""
    return _NAMED_SHIFTS[noon]


def parse_value(name: str, text: str) -> object:
    """The value that was written for a setting.

    Raises Usage for an unknown name or a value of the wrong kind, Refused for a number above what the
    article allows: a college may be stricter, never laxer.
    """
    if name not in FIGURES:
        raise Usage("policy.unknown_name", name=name)
    return _parsed(FIGURES[name], text)


_SHIPPED = {figure.name: figure.value for figure in FIGURES.values()}


def law(decisions: Iterable[Decision], effective_from: date) -> Law:
    """The law of a hall: ``decisions`` in the order they were recorded, and its first day."""
    return Law(_SHIPPED, decisions, effective_from)


# --- articles 6 and 8: windows and joint cases -------------------------------------------------


class Staffing(NamedTuple):
    """How far one window is from the staff it must have; 0 means it has enough."""

    leaders_missing: int
    leaders_too_many: int
    students_missing: int


@article("6")
def staffing_of_window(leaders: int, students: int, law: LawOfDay) -> Ruling[Staffing]:
    """A window has one leader and two student workers; fewer is a finding, more students are not.

    In force by: the day the window is looked at.
    """
    settings = law.read("staff.leaders_per_window", "staff.students_per_window")
    wanted = law["staff.leaders_per_window"]
    found = Staffing(
        max(0, wanted - leaders),
        max(0, leaders - wanted),
        max(0, law["staff.students_per_window"] - students),
    )
    values = {"leaders": leaders, "students": students}
    return Ruling(found, Ground("6", "why.staffing", values, settings))


@article("8")
def is_joint(departments: Sequence[str], law: LawOfDay) -> Ruling[bool]:
    """What touches three or more departments is handled jointly: accepted once, decided by each.

    In force by: the day of receipt.
    """
    others: Sequence[str] = law["joint.not_counted"]
    distinct = len({name for name in departments if not name.endswith(tuple(others))})
    settings = law.read("joint.threshold", "joint.not_counted")
    ground = Ground("8", "why.joint", {"departments": distinct}, settings)
    return Ruling(distinct >= law["joint.threshold"], ground)


@article("8")
def joint_tier(tier: str, step_tiers: Iterable[str]) -> str:
    """A joint case is decided as high as the highest of its steps needs.

    In force by: the day of receipt.
    """
    return max((tier, *step_tiers), key=TIERS.index)


@article("8")
def step_limits(steps: Sequence[tuple[int, int | None]], promise_days: int) -> list[int]:
    """Every department has a limit of its own, so that the whole is finished in time.

    ``steps`` are (step, its own working days or None) in order. Returns the working days from acceptance
    within which each has to decide: what the item says, added up over the steps in a row, else the
    promise in equal parts, rounded up; never more than the promise. In force by: the day of receipt.
    """
    numbers = sorted({step for step, _days in steps})
    until: dict[int, int] = {0: 0}
    for place, number in enumerate(numbers, 1):
        own = [days for step, days in steps if step == number and days is not None]
        share = -(-promise_days * place // len(numbers))
        until[number] = until[numbers[place - 2] if place > 1 else 0] + max(own) if own else share
    return [min(until[step] if days is None else until[step] - _spare(steps, step, days), promise_days)
            for step, days in steps]  # fmt: skip


def _spare(steps: Sequence[tuple[int, int | None]], step: int, days: int) -> int:
    """How much sooner a department has to decide than the slowest one beside it."""
    return max(own for number, own in steps if number == step and own is not None) - days


@article("8")
def may_decide(department: str, step: int, steps: Sequence[tuple[int, str, str | None]]) -> None:
    """Departments decide side by side, or one waits until those before it have granted their part.

    ``steps`` are (step, department, verdict). In force by: the day of the verdict. Raises Refused.
    """
    before = [name for number, name, verdict in steps if number < step and verdict != "granted"]
    if before:
        raise Refused("case.step_waits", article="8", department=department, before=before)


@article("8")
def may_grant_joint(steps: Sequence[tuple[str, str | None]]) -> None:
    """A joint case is granted only when every department has granted its part.

    ``steps`` are (department, verdict). In force by: the day of completion. Raises Refused.
    """
    refused = [department for department, verdict in steps if verdict == "refused"]
    if refused:
        raise Refused("case.joint_refused", article="8", departments=refused)
    undecided = [department for department, verdict in steps if verdict is None]
    if undecided:
        raise Refused("case.joint_undecided", article="8", departments=undecided)


@article("8")
def days_of_steps(steps: Sequence[tuple[int, int | None]]) -> Ruling[int]:
    """What several departments decide has one limit, into which the limits of its steps must fit.

    ``steps`` are (step, working days or None); those of one step run side by side, the next one waits.
    In force by: the day the item is looked at.
    """
    longest: dict[int, int] = {}
    for step, days in steps:
        longest[step] = max(longest.get(step, 0), days or 0)
    total = sum(longest.values())
    return Ruling(total, Ground("8", "why.steps", {"steps": len(longest), "days": total}))


# --- article 9: the item catalogue -------------------------------------------------------------


@article("9")
def unexplained(told: Mapping[str, bool]) -> Ruling[tuple[str, ...]]:
    """The hall can say of every item its basis, conditions, papers, procedure and the basis of its fee.

    ``told`` says of each field whether it is there, or rightly is not. In force by: the day the item is
    looked at.
    """
    missing = tuple(field for field, there in told.items() if not there)
    return Ruling(missing, Ground("9", "why.unexplained", {"missing": len(missing)}))


@article("9")
def is_look_due(last_on: date | None, day: date, law: LawOfDay) -> Ruling[bool]:
    """What the hall explains must be true today, so each item is looked at now and then.

    Due when never looked at, or longer ago than the setting says. In force by: the day of the check.
    """
    late = last_on is None or (day - last_on).days > law["item.check_days"]
    values = {"last_on": last_on.isoformat() if last_on else None}
    return Ruling(late, Ground("9", "why.look_due", values, law.read("item.check_days")))


# --- article 14: swaps -------------------------------------------------------------------------


@article("14")
def may_take_over(plan: "Takeover", law: LawOfDay) -> Ruling[Sequence[str]]:
    """A shift changes hands only to a colleague who serves then and can be there.

    Returns the limits of student posts that the week or the day passes, which is warned about. In force by: the day
    of the shift. Raises Refused, or Conflict for other duty or leave at that time.
    """
    from hallctl.takeover import day_shifts, hindrance, week_minutes

    code, window = hindrance(plan)
    values = {"taker_no": plan.taker_no, "name": plan.name, "at": plan.from_at, "window": window}
    if code in {"duty.taker_is_busy", "duty.taker_on_leave"}:
        raise Conflict(code, rows=(), article=None, **values)
    if code:
        raise Refused(
            code, rows=(), article="6" if code == "duty.taker_has_class" else "14", **values
        )
    passed = {
        "workstudy.week_hours": week_minutes(plan) > 60 * law["workstudy.week_hours"],
        "duty.day_shifts": day_shifts(plan) > law["duty.day_shifts"],
    }
    limits = tuple(name for name, over in passed.items() if over and plan.student)
    return Ruling(limits, Ground("14", "why.take_over", {}, law.read(*passed)))


# --- article 22: opening hours ------------------------------------------------------------------


@article("22")
def hall_opens(fact: "DayFact", local: Sequence[LocalDay], law: LawOfDay) -> Ruling[bool]:
    """The hall is open Monday to Friday; in special periods as the college arranges it.

    ``local`` are the local rows of the day. Closures and holidays close it; a vacation does, unless it
    has special hours; make-up workdays open it by the setting, a made-up day with hours of its own
    always. In force by: the day that is asked about.
    """
    kinds = {row.kind for row in local}
    usual = fact.on.isoweekday() in law["hours.weekly"]["days"]
    if kinds & {"closure", "holiday"} or fact.kind == DayKind.HOLIDAY:
        found = False
    elif fact.kind == DayKind.MAKEUP:
        own = any(row.kind == "makeup_work" and row.opens is not None for row in local)
        found = own or bool(law["hours.makeup_days"])
    else:
        found = usual and (fact.kind != DayKind.LOCAL or "special_hours" in kinds)
    values = {"day": fact.on.isoformat(), "kind": fact.kind.value}
    settings = law.read("hours.weekly", "hours.makeup_days")
    return Ruling(found, Ground("22", "why.opens" if found else "why.stays_shut", values, settings))


# --- article 23: the monthly report ------------------------------------------------------------


@article("23")
def report_due_on(month_end: date, calendar: "Calendar", law: LawOfDay) -> Ruling[date]:
    """The month's attendance goes to the supervising leader early in the next month.

    In force by: the month's last day.
    """
    day = (month_end + timedelta(days=1)).replace(day=law["report.due_day"])
    due_on = day if calendar.is_workday(day) else calendar.next_workday(day)
    return Ruling(due_on, Ground("23", "why.report_due", {"day": day}, law.read("report.due_day")))


@article("23")
def may_close_month(last_day: date, today: date, unsettled: int, still_open: int) -> None:
    """A month is reported once it is over, and what nobody vouched for is settled first.

    ``still_open`` are missing sign-ins that neither a correction nor the officer settled. In force by:
    the month's last day. Raises Refused.
    """
    values = {"month": f"{last_day:%Y-%m}", "day": last_day, "number": unsettled or still_open}
    code = "month_not_settled" if unsettled else "open_missing" if still_open else None
    if code or today <= last_day:
        code = "month_not_over" if today <= last_day else code
        raise Refused(f"attendance.{code}", rows=(), article="23", **values)


@article("23")
def may_correct(
    shift_on: date, today: date, made: int, calendar: "Calendar", law: LawOfDay, *, officer: bool
) -> Ruling[bool]:
    """A wrong or missing punch is put right soon and seldom; beyond that the officer answers for it.

    ``made`` counts earlier acts of correction in that person's month. Returns whether a limit is passed.
    In force by: the day of the shift. Raises Refused.
    """
    settings = law.read("correct.within_days", "correct.per_month")
    days = calendar.workdays_between(shift_on, today)
    slow, often = days > law["correct.within_days"], made >= law["correct.per_month"]
    if (slow or often) and not officer:
        code = "attendance.correct_too_late" if slow else "attendance.correct_too_often"
        limit = law["correct.within_days" if slow else "correct.per_month"]
        raise Refused(code, article="23", limit=limit, days=days, made=made, on=shift_on)
    return Ruling(slow or often, Ground("23", "why.may_correct", {"days": days}, settings))


# --- article 23: records --------------------------------------------------------------------------


@article("23")
def may_erase(last_on: date | None, day: date, law: LawOfDay) -> Ruling[date]:
    """The office keeps the records; who somebody was goes only when nobody has to look it up any more.

    ``last_on`` is somebody's last day of service or of a case. Returns the first day on which it may
    go. In force by: the day of erasing. Raises Refused before.
    """
    months = int(law["records.keep_months"])
    from_on = _months_later(last_on, months) if last_on else day
    if day < from_on:
        raise Refused("erase.kept", article="23", last_on=last_on, from_on=from_on, months=months)
    return Ruling(from_on, Ground("23", "why.may_erase", {}, law.read("records.keep_months")))


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, 28))


# --- articles 25 to 27: papers, acceptance, limits ---------------------------------------------


@article("25")
def missing_materials(required: Sequence[str], brought: Iterable[str]) -> Ruling[tuple[str, ...]]:
    """One notice names everything that is missing, at once.

    Returns the required papers that were not brought, in the item's order. In force by: the day of
    receipt.
    """
    there = set(brought)
    missing = tuple(name for name in required if name not in there)
    return Ruling(missing, Ground("25", "why.missing", {"missing": len(missing)}))


@article("25")
def may_give_notice(notices: int, accepted: bool, breach: str | None) -> Ruling[bool]:
    """What is missing is told once and completely; another list is possible only as a recorded breach.

    ``notices`` counts the lists so far, ``accepted`` says that the papers had been found complete.
    Returns whether this list is a breach. In force by: the day of the list. Raises Refused.
    """
    second = notices > 0 or accepted
    if second and not breach:
        raise Refused("case.second_notice", article="25")
    return Ruling(second, Ground("25", "why.second_notice" if second else "why.notice"))


@article("25")
def notice_lapses_on(told_on: date, calendar: "Calendar", law: LawOfDay) -> Ruling[date]:
    """A notice nobody answers lapses after some working days; the case may then be closed as withdrawn.

    Returns the last day before it lapses, at the latest. In force by: the day of the notice or of the
    newest paper.
    """
    until = calendar.deadline(told_on, law["notice.lapse_days"]).latest
    ground = Ground(
        "25", "why.lapses", {"until_on": until.isoformat()}, law.read("notice.lapse_days")
    )
    return Ruling(until, ground)


@article("26")
def may_refuse(reason: str | None, case_no: str) -> None:
    """Who brings complete papers and meets the conditions is served; a refusal needs its reason.

    In force by: the day of the refusal. Raises Refused.
    """
    if not reason:
        raise Refused("case.refusal_needs_reason", article="26", case_no=case_no)


TIERS = ("instant", "promised", "college", "superior")
"""Kinds of cases, by who decides, from the counter upwards."""

TIER_LIMITS = {
    "promised": "limits.promised",
    "college": "limits.college",
    "superior": "limits.superior",
}


@article("27")
def promise_for(
    tier: str, asked_days: int | None, item_days: int | None, law: LawOfDay
) -> Ruling[int]:
    """A promised limit is at most 5, 7 or 30 working days, by the kind of decision it needs.

    ``asked_days`` is refused above the cap; the item's own limit gives way to the cap (Art. 34), an item
    without one gets the cap, an instant case 0. In force by: the day of receipt. Raises Refused.
    """
    if tier == "instant":
        if asked_days:
            raise Refused("case.instant_needs_no_days", article="27", promise_days=asked_days)
        return Ruling(0, Ground("27", "why.instant", {"tier": tier}))
    name = TIER_LIMITS[tier]
    cap: int = law[name]
    settings = law.read(name, "limits.superior_binding")
    soft = tier == "superior" and law["limits.superior_binding"] == "soft"
    own_days = cap if item_days is None or (item_days > cap and not soft) else item_days
    days = own_days if asked_days is None else asked_days
    if days < 1 or (days > cap and not soft):
        raise Refused("case.promise_over_cap", article="27", tier=tier, promise_days=days, cap=cap)
    return Ruling(days, Ground("27", "why.promise", {"tier": tier, "promise_days": days}, settings))


@article("27")
def dated_on(accepted_at: datetime, calendar: "Calendar", law: LawOfDay) -> Ruling[date]:
    """A case accepted after hours or on a rest day is dated the next working day.

    The cut-off itself, in whole minutes, is still in time. In force by: the day of acceptance.
    """
    day = accepted_at.date()
    cutoff = law["clock.cutoff"]
    in_time = cutoff == "none" or f"{accepted_at:%H:%M}" <= cutoff
    moved = not (in_time and calendar.is_workday(day))
    found = calendar.next_workday(day) if moved else day
    because = "why.dated_later" if moved else "why.dated_same_day"
    values = {"accepted_at": accepted_at.isoformat(), "dated_on": found.isoformat()}
    return Ruling(
        found, Ground("27", because, values, law.read("clock.cutoff", "clock.makeup_days"))
    )


@article("27")
def completion_due(
    dated: date, promise_days: int, calendar: "Calendar", pauses: "Pauses" = (), *, law: LawOfDay
) -> Ruling[Deadline]:
    """A case is finished within its promise, counted in full working days from the day after it is dated.

    In force by: the day of acceptance.
    """
    days = promise_days
    if law["clock.start"] == "same_day" and days > 0:
        days -= calendar.is_workday(dated)
    due = calendar.deadline(dated, days, pauses)
    because = f"why.due_{due.status.value}" if promise_days else "why.due_same_day"
    values = {
        "dated_on": dated.isoformat(),
        "promise_days": promise_days,
        "due_on": due.due_on.isoformat(),
    }
    settings = law.read("clock.start", "clock.makeup_days", "clock.vacation", "clock.due_moment")
    return Ruling(due, Ground("27", because, values, settings))


@article("27")
def may_pause(reason: str, today: date, due_latest: date, tier: str, law: LawOfDay) -> Ruling[bool]:
    """The clock stands still only for a reason the college has registered, and only while it runs.

    In force by: the day the pause begins. Raises Refused.
    """
    settings = law.read("pause.reasons")
    if reason not in law["pause.reasons"]:
        raise Refused(
            "case.pause_reason", article="27", reason=reason, known=list(law["pause.reasons"])
        )
    if tier == "instant":
        raise Refused("case.instant_has_no_clock", article="27")
    if today > due_latest:
        raise Refused("case.too_late_to_pause", article="27", due_on=due_latest)
    return Ruling(True, Ground("27", "why.paused", {"reason": reason}, settings))


@article("27")
def may_extend(
    tier: str, days: int, asked_on: date, due_latest: date, extended: int | None, law: LawOfDay
) -> Ruling[int]:
    """What a superior body decides may be extended once, for a reason, when asked for in time.

    Asked for after the due date it is late and stays late. In force by: the day it was asked. Raises Refused.
    """
    settings = law.read("extension.allow", "extension.max_days")
    if tier != "superior":
        raise Refused("case.extension_tier", article="27", tier=tier)
    if extended:
        raise Refused("case.extended_before", article="27", days=extended)
    if asked_on > due_latest:
        raise Refused("case.extension_too_late", article="27", asked_on=asked_on, due_on=due_latest)
    if not 1 <= days <= law["extension.max_days"]:
        raise Refused(
            "case.extension_days", article="27", days=days, most=law["extension.max_days"]
        )
    return Ruling(days, Ground("27", "why.extended", {"days": days}, settings))


@article("27")
def may_reclassify(
    tier: str, to_tier: str, today: date, due_latest: date, law: LawOfDay
) -> Ruling[str]:
    """A case filed as the wrong kind may be moved before it is due; it counts from its first acceptance.

    In force by: the day it is moved. Raises Refused.
    """
    settings = law.read("limits.reclassify")
    if not law["limits.reclassify"]:
        raise Refused("case.reclassify_off", article="27")
    if "instant" in (tier, to_tier):
        raise Refused("case.instant_has_no_clock", article="27")
    if today > due_latest:
        raise Refused("case.too_late_to_reclassify", article="27", due_on=due_latest)
    return Ruling(to_tier, Ground("27", "why.reclassified", {"tier": to_tier}, settings))


class Lateness(NamedTuple):
    """How a finished case stands to its promise; both counts in working days, pauses taken out."""

    lateness: str
    """early, on_time or late."""
    workdays_used: int
    workdays_late: int


@article("27")
def lateness(
    due: Deadline,
    closed_on: date,
    dated: date,
    calendar: "Calendar",
    tier: str,
    pauses: "Pauses" = (),
) -> Ruling[Lateness]:
    """Finished after the due date is late, whatever the reason; a provisional date only after its latest.

    In force by: the day of acceptance.
    """
    used = calendar.workdays_between(dated, closed_on, pauses)
    late = calendar.workdays_between(due.latest, closed_on, pauses)
    if closed_on > due.latest:
        word = "late"
    else:
        word = "early" if closed_on < due.earliest and tier != "instant" else "on_time"
    values = {
        "due_on": due.due_on.isoformat(), "closed_on": closed_on.isoformat(), "workdays_used": used,
    }  # fmt: skip
    return Ruling(Lateness(word, used, late), Ground("27", f"why.{word}", values))


# --- article 28: what the hall does not handle --------------------------------------------------


class ReferralDays(NamedTuple):
    """The last day of each step of a referral."""

    report_on: date
    refer_on: date
    reply_on: date


@article("28")
def referral_days(
    recorded_on: date, reply_on: date | None, calendar: "Calendar", law: LawOfDay
) -> Ruling[ReferralDays]:
    """What has no clear department is recorded, a reply is promised, and every step has its day.

    ``reply_on`` is what the applicant was promised, else the setting's working days; no other step is
    later. In force by: the day it was recorded. Raises Refused for a reply before the record.
    """
    names = ("referral.report_days", "referral.refer_days", "referral.reply_days")
    report, refer, reply = (calendar.deadline(recorded_on, law[name]).due_on for name in names)
    promised = reply_on or reply
    if promised < recorded_on:
        raise Refused("case.reply_before_record", article="28", reply_by=promised, day=recorded_on)
    found = ReferralDays(min(report, promised), min(refer, promised), promised)
    values = {key: value.isoformat() for key, value in found._asdict().items()}
    return Ruling(found, Ground("28", "why.referral", values, law.read(*names)))


@article("28")
def may_refer(reported: bool, case_no: str) -> None:
    """A matter goes to a department only after a college leader has been told.

    In force by: the day of the referral. Raises Refused.
    """
    if not reported:
        raise Refused("case.report_first", article="28", case_no=case_no)


@article("28")
def reply_lateness(
    due_on: date, replied_on: date, calendar: "Calendar", recorded_on: date
) -> Ruling[Lateness]:
    """The result comes back by the day that was promised; a matter is never finished before that.

    In force by: the day it was recorded.
    """
    word = "late" if replied_on > due_on else "early" if replied_on < due_on else "on_time"
    used = calendar.workdays_between(recorded_on, replied_on)
    late = calendar.workdays_between(due_on, replied_on)
    values = {
        "due_on": due_on.isoformat(),
        "closed_on": replied_on.isoformat(),
        "workdays_used": used,
    }
    return Ruling(Lateness(word, used, late), Ground("28", f"why.{word}", values))


# --- article 29: weekly appraisal --------------------------------------------------------------


class Week(NamedTuple):
    """The measured part of one person's week."""

    due: int
    attended: int
    late: int
    early: int
    missing: int
    leave: int
    cases_closed: int
    cases_late: int
    violations: int
    incidents: int = 0
    praise: int = 0
    missing_logs: int = 0
    leader_score: int | None = None
    """What the leader, or for a leader the officer, gave."""


@article("29")
def week_score(week: Week, law: LawOfDay) -> Ruling[float] | Undecided:
    """Everybody is appraised weekly by measured facts, in the weights that the college adopted.

    attendance: the share of due shifts attended, leave left out; discipline: less for every late, early
    or half-punched shift, incident, missing log and violation, back for praise; service: the share of closed cases in
    time, full without cases; full_attendance: all or nothing; leader: what a person gave. Half up, one
    decimal. Undecided without adopted weights or a score they need. In force by: the week's last day.
    """
    from hallctl.shares import share, tenths, weighed

    weights: Mapping[str, int] | None = law["appraise.weights"]
    if not weights:
        return Undecided("29", "appraise.no_weights", "college")
    if weights.get("leader") and week.leader_score is None:
        return Undecided("29", "appraise.unscored", "leader")
    expected, faults = week.due - week.leave, week.late + week.early + week.missing
    parts = {
        "attendance": share(week.attended, expected),
        "discipline": _discipline(week, faults, law["appraise.discipline"]),
        "service": share(week.cases_closed - week.cases_late, week.cases_closed),
        "full_attendance": (int(week.attended >= expected and not faults), 1),
        "leader": share(week.leader_score or 0, law["appraise.score_max"]),
    }
    percent = {f"{name}_percent": tenths(100 * a, b) for name, (a, b) in parts.items()}
    settings = law.read("appraise.weights", "appraise.discipline", "appraise.score_max")
    ground = Ground("29", "why.week_score", {**week._asdict(), **percent}, settings)
    return Ruling(weighed(parts, weights), ground)


def _discipline(week: Week, faults: int, percent: Mapping[str, int]) -> tuple[int, int]:
    """The discipline part of a hundred, never below none nor above full."""
    counts = {"fault": faults, "violation": week.violations, "missing_log": week.missing_logs,
              "incident": week.incidents, "praise": -week.praise}  # fmt: skip
    lost = sum(count * percent.get(name, 0) for name, count in counts.items())
    return min(100, max(0, 100 - lost)), 100


# --- article 32: credit points -----------------------------------------------------------------


class Violation(NamedTuple):
    """One violation as the ledger needs it; ``state`` is proposed, confirmed, rejected or reversed."""

    violation_no: str
    on: date
    kind: str
    state: str


class LedgerLine(NamedTuple):
    """One violation with its place in the ledger; ordinal, points and balance only when confirmed."""

    violation: Violation
    ordinal: int | None
    points: int | None
    balance: int | None


@article("32")
def may_confirm(kind: str, role: str | None, law: LawOfDay) -> Ruling[bool]:
    """Points are taken for the kinds the regulation and the college name, from those it applies to.

    In force by: the day it happened. Raises Refused.
    """
    settings = law.read("credit.kinds", "credit.applies_to")
    if kind not in law["credit.kinds"]:
        raise Refused("credit.kind_is_off", article="32", kind=kind, known=law["credit.kinds"])
    if law["credit.applies_to"] == "students" and role != "student":
        raise Refused("credit.students_only", article="32", role=role or "")
    return Ruling(True, Ground("32", "why.violation", {"kind": kind}, settings))


@article("32")
def points_lost(ordinal: int, law: LawOfDay) -> Ruling[int]:
    """The first time costs 2 points, the second 5, the third and every later one 10.

    In force by: the day it happened.
    """
    steps: Sequence[int] = law["credit.steps"]
    points = steps[min(ordinal, len(steps)) - 1]
    return Ruling(
        points, Ground("32", "why.points", {"ordinal": ordinal}, law.read("credit.steps"))
    )


@article("32")
def credit_window(day: date, law: Law) -> tuple[date, date]:
    """Points are counted afresh each academic year, by the day a violation happened.

    Returns the first and the last day (inclusive) of the window that ``day`` lies in; the regulation's
    first day cuts the first one. In force by: the day asked for.
    """
    today = law.on(day)
    month, start = (int(part) for part in today["year.starts_on"].split("-"))
    first = date(day.year, month, start)
    if day < first:
        first = date(day.year - 1, month, start)
    last = date(first.year + 1, month, start) - timedelta(days=1)
    if today["credit.window"] == "never":
        return law.effective_from, date.max
    return max(first, law.effective_from), last


@article("32")
def ledger(violations: Iterable[Violation], law: Law, day: date) -> list[LedgerLine]:
    """The violations of the window of ``day`` in the order they happened, with ordinals and balances.

    One recorded later takes its place by its day; the points follow the settings of that day, the base
    those of the window's first day. In force by: the day of each violation.
    """
    first, last = credit_window(day, law)
    balance: int = law.on(first)["credit.base"]
    ordinal, lines = 0, []
    for one in sorted(violations, key=lambda found: (found.on, found.violation_no)):
        if not first <= one.on <= last:
            continue
        if one.state != "confirmed":
            lines.append(LedgerLine(one, None, None, None))
            continue
        ordinal += 1
        points = points_lost(ordinal, law.on(one.on)).value
        balance -= points
        lines.append(LedgerLine(one, ordinal, points, balance))
    return lines


@article("32")
def standing(balance: int, day: date, law: Law) -> Ruling[str]:
    """Below 80 points a student worker is to be dismissed; the officer decides, nothing else does.

    Returns good or dismissal_proposed. In force by: the first day of the window of ``day``.
    """
    first, _last = credit_window(day, law)
    at_start = law.on(first)
    found = "dismissal_proposed" if balance < at_start["credit.dismiss_below"] else "good"
    settings = at_start.read("credit.base", "credit.dismiss_below")
    return Ruling(found, Ground("32", f"why.{found}", {"balance": balance}, settings))


# --- articles 34 and 36: precedence, in force ---------------------------------------------------


@article("34")
def limit_instead(tier: str, asked_days: int, law: LawOfDay) -> Ruling[int | None]:
    """Where another rule gives an item longer than this regulation, the regulation's limit counts.

    Returns that limit, None when the two agree. In force by: the day the item is looked at.
    """
    found = promise_for(tier, None, asked_days, law)
    values = {"asked": asked_days, "cap": found.value}
    ground = Ground("34", "why.limit_instead", values, found.ground.settings)
    return Ruling(found.value if asked_days > found.value else None, ground)


hall_acts_from = article("36")(_acts_from)
