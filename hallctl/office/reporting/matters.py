"""What the leadership is asked to decide or to know."""

from datetime import date

from hallctl.office.cases.closing import is_overdue
from hallctl.office.cases.fixing import open_limits
from hallctl.office.cases.sheet import subject
from hallctl.office.credit import ledger as credit
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.office.roster import staffing
from hallctl.reports.monthly import Matter
from hallctl.store import case_parts, cases


def matters(hall: Hall, to_on: date) -> list[Matter]:
    """What is to be decided or known as of a day, dismissals first."""
    day = min(to_on, hall.today)
    found = [
        Matter("dismissal", one._asdict())
        for one in credit.standings(hall, day)
        if one.standing == "dismissal_proposed" and not one.kept
    ]
    short: dict[str, dict[str, object]] = {}
    for one in staffing.check(hall):
        if one.window_no and one.code != "roster.leaders_too_many":
            values = short.setdefault(
                one.window_no, {"window": one.window, "leaders": 0, "students": 0}
            )
            values["leaders" if one.code == "roster.leaders_missing" else "students"] = one.number
    found += [Matter("vacancy", values) for values in short.values()]
    overdue = [case for case in cases.open_cases(hall.db) if is_overdue(case, day)]
    if overdue:
        calendar = calendar_on(hall, day)
        longest = max(
            calendar.workdays_between(case.now.due_latest, day)
            for case in overdue
            if case.now.due_latest
        )
        found.append(Matter("overdue", {"count": len(overdue), "days": longest}))
    if unanswered := [one.case_no for one in open_limits(hall) if day > one.latest]:
        values = {"count": len(unanswered), "case_no": min(unanswered)}
        found.append(Matter("rectification", values))
    return found + _undecided(hall)


def _undecided(hall: Hall) -> list[Matter]:
    """Overdue joint cases that departments have not decided: how many, and the oldest."""
    stuck = []
    for case in cases.open_cases(hall.db):
        if case.file.joint and is_overdue(case, hall.today):
            steps = case_parts.steps(hall.db, case.file.case_no)
            waiting = [step.department for step in steps if not step.verdict]
            if waiting:
                stuck.append((case, waiting))
    if not stuck:
        return []
    case, waiting = stuck[0]
    values = {
        "count": len(stuck),
        "case_no": case.file.case_no,
        "item": subject(hall, case),
        "departments": "、".join(waiting),
    }
    return [Matter("undecided", values)]
