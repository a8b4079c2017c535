"""Weeks, the term, stars, merit, the year: by the adopted weights and plain fractions; no import of hallctl."""

from collections import Counter
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

from recount import attendance, cases, credit
from term.facts import (
    Gone,
    Joined,
    Leave,
    Log,
    Score,
    Script,
    Seen,
    Setting,
    Week,
    at,
    monday,
    weeks,
)

from fixtures.generate.hall import people

END = at(date(2027, 1, 6), "09:00")


def half_up(value: Fraction) -> float:
    """One decimal, half up."""
    return ((value * 20 + 1) // 2) / 10


def staff(script: Script) -> dict[str, dict[str, str]]:
    """Everybody but the officer: role, window, faculty, class, name."""
    found = {
        one.staff_no: {"role": "leader" if one.role == "窗口负责人" else "student", "window": one.window_no,
                       "faculty": one.faculty, "class_name": one.class_name, "name": one.name}
        for one in people() if one.window_no
    }  # fmt: skip
    for _said, one in script.said(Joined):
        found[one.staff_no] = {"role": "student", "window": "W04", "faculty": "机场运行学院",
                               "class_name": "机场2402班", "name": one.name}  # fmt: skip
    return found


def setting(script: Script, name: str, day: date) -> Any:
    """The newest decision that counts on a day."""
    said = [one for _said, one in script.said(Setting) if one.name == name and one.from_on <= day]
    return max(said, key=lambda one: one.from_on).value


def published_at(script: Script, week: str) -> datetime:
    """When a week was closed."""
    return next(said for said, one in script.said(Week) if one == Week(week, "publish"))


@cache
def week_lines(script: Script, week: str) -> dict[str, dict[str, Any]]:
    """Everybody's week as it was known when it was published."""
    until = published_at(script, week)
    first, last = monday(week), monday(week) + timedelta(days=6)

    def within(day: date) -> bool:
        return first <= day <= last

    judged: dict[str, list[attendance.Found]] = {}
    for one in attendance.judged(script, until):
        if within(one.served.start.date()):
            judged.setdefault(one.served.staff_no, []).append(one)
    closed = [one for one in cases.counted(script, until).values()
              if one.case.closed_at and within(one.case.closed_at.date())]  # fmt: skip
    confirmed = Counter(one.staff_no for one in credit.entries(script, until).values()
                        if one.state == "confirmed" and within(one.on))  # fmt: skip
    seen = [one for _said, one in script.said(Seen, until) if within(one.on)]
    unlogged = missing_logs(script, week, until)
    given = dict(script.scores)
    given |= {(one.week, one.staff_no): one.points for _said, one in script.said(Score, until)}
    lines = {}
    for no in staff(script):
        if not _serves(script, no, last) and no not in judged:
            continue
        line: dict[str, Any] = attendance.count(judged.get(no, []))
        line |= {
            "cases_closed": sum(one.handler == no for one in closed),
            "cases_late": sum(one.handler == no and one.late for one in closed),
            "violations": confirmed[no], "missing_logs": unlogged[no],
            "incidents": sum(one.staff_no == no and one.kind != "praise" for one in seen),
            "praise": sum(one.staff_no == no and one.kind == "praise" for one in seen),
            "leader_score": given[week, no],
        }  # fmt: skip
        line["score"] = score(line, setting(script, "appraise.weights", last),
                              setting(script, "appraise.discipline", last))  # fmt: skip
        lines[no] = line
    return lines


def _serves(script: Script, no: str, day: date) -> bool:
    gone = any(one.staff_no == no and one.last_on < day for _said, one in script.said(Gone))
    joined = {one.staff_no: one.on for _said, one in script.said(Joined)}
    return not gone and joined.get(no, day) <= day


def score(line: dict[str, Any], weights: dict[str, int], lost: dict[str, int]) -> float:
    """The parts of a week by their weights."""
    expected = line["due"] - line["leave"]
    faults = line["late"] + line["early"] + line["missing"]
    taken = (faults * lost["fault"] + line["violations"] * lost["violation"] + line["incidents"] * lost["incident"]
             + line["missing_logs"] * lost["missing_log"] - line["praise"] * lost["praise"])  # fmt: skip
    in_time, closed = line["cases_closed"] - line["cases_late"], line["cases_closed"]
    parts = {
        "attendance": Fraction(line["attended"], expected) if expected else Fraction(1),
        "discipline": min(Fraction(1), max(Fraction(0), 1 - Fraction(taken, 100))),
        "service": Fraction(in_time, closed) if closed else Fraction(1),
        "full_attendance": Fraction(line["attended"] >= expected and not faults),
        "leader": Fraction(line["leader_score"], 100),
    }
    return half_up(
        sum((weights.get(name, 0) * share for name, share in parts.items()), Fraction(0))
    )


@cache
def missing_logs(script: Script, week: str, until: datetime) -> Counter[str]:
    """Hand-overs of a week without a log, for whoever was on duty then; leave is no duty."""
    kept = {(one.window_no, one.start) for _said, one in script.said(Log, until)}
    away = {(one.staff_no, one.from_at) for _said, one in script.said(Leave, until)}
    turns: dict[tuple[str, datetime], list[str]] = {}
    for one in attendance.shifts(script, until):
        if monday(week) <= one.start.date() <= monday(week) + timedelta(days=6):
            turns.setdefault((one.window_no, one.start), []).append(one.staff_no)
    found: Counter[str] = Counter()
    for (window_no, start), nos in _joined(turns).items():
        if (window_no, start) not in kept:
            found.update(no for no in nos if (no, start) not in away)
    return found


def _joined(turns: dict[tuple[str, datetime], list[str]]) -> dict[tuple[str, datetime], list[str]]:
    """Nothing is handed over at noon where somebody stays for the afternoon."""
    found: dict[tuple[str, datetime], list[str]] = {}
    for (window_no, start), nos in sorted(turns.items()):
        before = next(
            (key for key in found if key[0] == window_no and key[1].date() == start.date()), None
        )
        if before and set(found[before]) & set(nos):
            found[before] = list(dict.fromkeys([*found[before], *nos]))
        else:
            found[window_no, start] = nos
    return found


SUMMED = ("due", "attended", "excused", "late", "early", "missing", "absent", "leave", "cases_closed", "cases_late",
          "incidents", "praise", "missing_logs")  # fmt: skip


@cache
def term_lines(script: Script, until: datetime = END) -> dict[str, dict[str, Any]]:
    """Everybody's term: sums and means over the weeks, violations as they stand now."""
    by_person: dict[str, list[dict[str, Any]]] = {}
    for week in weeks():
        for no, line in week_lines(script, week).items():
            by_person.setdefault(no, []).append(line)
    known = [one for one in credit.entries(script, until).values() if one.on <= date(2027, 1, 3)]
    found = {}
    for no, mine in by_person.items():
        line = {name: sum(one[name] for one in mine) for name in SUMMED}
        base = line["due"] - line["excused"]
        line |= {
            "weeks": len(mine), "score": half_up(sum(Fraction(str(one["score"])) for one in mine) / len(mine)),
            "presence_rate": half_up(Fraction(100 * line["attended"], base)) if base else None,
            "violations": sum(one.staff_no == no and one.state == "confirmed" for one in known),
            "undecided": sum(one.staff_no == no and one.state == "proposed" for one in known),
            "faults": line["late"] + line["early"] + line["missing"] + line["absent"],
        }  # fmt: skip
        found[no] = line
    return found


def order(lines: dict[str, dict[str, Any]]) -> dict[str, int]:
    """Places by score, presence, fewer faults, praise, closed cases; equals share one."""

    def key(no: str) -> tuple[Any, ...]:
        one = lines[no]
        return (
            -one["score"],
            -(one["presence_rate"] or 0),
            one["faults"],
            -one["praise"],
            -one["cases_closed"],
        )

    keys = sorted(key(no) for no in lines)
    return {no: 1 + keys.index(key(no)) for no in lines}


def stars(script: Script) -> dict[str, tuple[int | None, tuple[str, ...]]]:
    """Everybody's place among the candidates, or why not."""
    lines = term_lines(script)
    out = {no: _no_star(script, no, line) for no, line in lines.items()}
    places = order({no: line for no, line in lines.items() if not out[no]})
    return {no: (places.get(no), tuple(out[no])) for no in lines}


def _no_star(script: Script, no: str, line: dict[str, Any]) -> list[str]:
    found = ["violation"] if line["violations"] else []
    found += ["undecided"] if line["undecided"] else []
    found += ["dismissed"] if _dismissed(script, no) else []
    found += ["no_shifts"] if not line["due"] else []
    return found + (["few_weeks"] if 2 * line["weeks"] < len(weeks()) else [])


def _dismissed(script: Script, no: str) -> bool:
    return any(one.staff_no == no and one.why == "dismissed" for _said, one in script.said(Gone))


def merit(script: Script) -> dict[str, tuple[str, int, tuple[str, ...]]]:
    """Student workers: faculty, place, and why not certified."""
    who = staff(script)
    lines = {no: line for no, line in term_lines(script).items() if who[no]["role"] == "student"}
    first = -(-len(lines) // 3)
    least = setting(script, "merit.presence_percent", date(2027, 1, 3))
    found = {}
    for no, place in order(lines).items():
        line = lines[no]
        why = ["violation"] if line["violations"] else []
        why += ["dismissed"] if _dismissed(script, no) else []
        why += (
            ["presence"] if line["presence_rate"] is None or line["presence_rate"] < least else []
        )
        why += ["not_among_first"] if place > first else []
        found[no] = (who[no]["faculty"], place, tuple(why))
    return found


def annual(script: Script) -> dict[str, tuple[int, int, tuple[str, ...]]]:
    """Violations, balance and flags of the year."""
    found = {}
    for no in term_lines(script):
        mine = credit.account(script, no, END)
        flags = ["third_violation"] if mine.violations >= 3 else []
        flags += ["below_line"] if mine.balance < 80 else []
        found[no] = (mine.violations, mine.balance, tuple(flags))
    return found
