"""Makes up the term, from a seed: the same script each time."""

import random
from datetime import date, datetime, timedelta

from term import people_acts
from term.facts import (
    FIRST,
    Built,
    Case,
    Correction,
    Duty,
    DutyFile,
    Month,
    Punch,
    Rating,
    Script,
    Sheets,
    Week,
    at,
    later,
    monday,
    week_of,
    weeks,
    workdays,
    works,
)
from term.people_acts import LEAVES, NEW, SEVENTH, WITHOUT_FAULT

from fixtures.generate.duties import HALVES, OUTCOMES, holder
from fixtures.generate.hall import POOL, WINDOWS, items, people
from fixtures.generate.rosters import staff_at

LAST_DUTY = date(2026, 12, 31)
BUILT = "2026-W51"
SHEETS = {("W04", "2026-W38"), ("W06", "2026-W38"), ("W06", "2026-W46")}
"""Windows that kept day sheets in a week, instead of the book."""
FORGOTTEN = ("0240601009", date(2026, 10, 20))
"""Somebody forgot to sign in; it is put right after the month was reported."""
PLACES = [window[0] for window in WINDOWS]
LATE = {
    60: "0240601022",
    150: "T1003",
    240: "0240601022",
    330: "0240601005",
    420: "T1006",
    470: "0240601012",
}
"""Which cases, in order, somebody finishes late."""


def make() -> Script:
    """The script of the term."""
    script, chance = Script(), random.Random(20260901)
    duties = _duties()
    _hang_out(script, duties)
    people_acts.leaves(script, duties)
    people_acts.swaps(script, duties)
    served = people_acts.served(script, duties)
    add_punches(script, served, chance)
    _cases(script, served, chance)
    people_acts.points(script)
    people_acts.voices(script)
    _weeks(script, chance)
    _months(script, served)
    script.events.sort(key=lambda one: one[0])
    return script


def _duties() -> list[Duty]:
    found = []
    for n, day in enumerate(workdays(FIRST, LAST_DUTY)):
        for half, (_name, start, end) in enumerate(HALVES):
            for w, window_no in enumerate(PLACES):
                no = holder(w, 2 * n + half).staff_no
                begins, ends = datetime.combine(day, start), datetime.combine(day, end)
                found.append(Duty(begins, ends, window_no, no))
    return found


def _hang_out(script: Script, duties: list[Duty]) -> None:
    """Month by month; who has left by then is not on it, and who came instead is."""
    moments = {9: at(FIRST, "07:30"), 10: at(date(2026, 9, 29), "16:00"),
               11: at(date(2026, 10, 30), "16:00"), 12: at(date(2026, 11, 30), "16:00")}  # fmt: skip
    gone = {one.staff_no: (said, one.last_on) for said, one in people_acts.GOING}
    for month, said_at in moments.items():
        here = [
            one
            for one in duties
            if one.start.month == month and week_of(one.start.date()) != BUILT
            and not (one.staff_no in gone and gone[one.staff_no][0] < said_at
                     and gone[one.staff_no][1] < one.start.date())
        ]  # fmt: skip
        script.tell(said_at, DutyFile(f"duty-{month:02d}.csv", tuple(here)))
    taken = [one._replace(staff_no=NEW.staff_no) for one in duties
             if one.staff_no == SEVENTH and one.start.date() >= NEW.on
             and week_of(one.start.date()) != BUILT]  # fmt: skip
    script.tell(at(NEW.on, "08:10"), DutyFile("duty-new.csv", tuple(taken)))
    script.tell(at(date(2026, 12, 11), "18:30"), Built(BUILT))


def add_punches(script: Script, served: list[Duty], chance: random.Random) -> None:
    """What the devices saw of shifts, and who had a fault put right on the next working day."""
    for one in served:
        outcome = "ok" if one.staff_no in WITHOUT_FAULT else chance.choice(OUTCOMES)
        if (one.staff_no, one.start.date()) == FORGOTTEN:
            outcome = "missing_in"
        partial = LEAVES.get((one.staff_no, one.start.date()))
        if partial and partial.from_at > one.start:
            outcome, one = "ok", one._replace(end=partial.from_at)
        script.punches += _punches(one, outcome, chance)
        alone = sum(other.staff_no == one.staff_no and other.start.date() == one.start.date()
                    for other in served) == 1  # fmt: skip
        if (one.staff_no, one.start.date()) == FORGOTTEN:
            continue
        if outcome in {"missing_in", "missing_out"} and alone and chance.random() < 0.4:
            came = f"{one.start - timedelta(minutes=4):%H:%M}" if outcome == "missing_in" else ""
            went = f"{one.end + timedelta(minutes=3):%H:%M}" if outcome == "missing_out" else ""
            day = one.start.date() + timedelta(days=1)
            while not works(day):
                day += timedelta(days=1)
            fact = Correction(one.staff_no, one.start, came, went)
            script.tell(at(day, "09:10"), fact)


def _punches(one: Duty, outcome: str, chance: random.Random) -> list[Punch]:
    if outcome == "absent":
        return []
    came = one.start - timedelta(seconds=chance.randint(-50, 1150))
    left = one.end + timedelta(seconds=chance.randint(0, 900))
    if "late" in outcome:
        came = one.start + timedelta(minutes=chance.randint(1, 35), seconds=chance.randint(0, 59))
    if "early" in outcome:
        left = one.end - timedelta(minutes=chance.randint(1, 30), seconds=chance.randint(0, 59))
    into, out = (255, 255) if outcome == "unsaid" else (0, 1)
    found = []
    if "missing_in" not in outcome:
        found.append(Punch(one.staff_no, came, into))
        if outcome == "tap":
            again = came + timedelta(seconds=chance.randint(2, 50))
            found.append(Punch(one.staff_no, again, into))
    if outcome == "away":
        middle = (one.start + (one.end - one.start) / 2).replace(microsecond=0)
        found.append(Punch(one.staff_no, middle, 2))
        found.append(Punch(one.staff_no, middle + timedelta(minutes=20), 3))
    if "missing_out" not in outcome:
        found.append(Punch(one.staff_no, left, out))
    return found


def _cases(script: Script, served: list[Duty], chance: random.Random) -> None:
    """Some every day at every window; a few with a story of their own."""
    n = 0
    for day in workdays(FIRST, LAST_DUTY):
        for w, window_no in enumerate(PLACES):
            for _one in range(chance.choice((0, 0, 1, 1, 2))):
                n += 1
                case = _case(n, day, w, window_no, chance)
                script.cases[case.ref] = _present(case, served, day, chance)
    people_acts.special_cases(script)
    for number, (ref, case) in enumerate(sorted(script.cases.items())):
        if case.result == "granted" and number % 9 == 0 and case.closed_at:
            rated_at = case.closed_at + timedelta(minutes=5)
            level = chance.choice((5, 5, 5, 4, 4, 3, 2))
            fixed = at(later(rated_at.date(), 2), "11:00") if level < 3 else None
            if fixed is None or fixed.date() <= LAST_DUTY:
                script.ratings.append(Rating(ref, level, rated_at, fixed))


def _case(n: int, day: date, w: int, window_no: str, chance: random.Random) -> Case:
    own = [one for one in items() if one.window_no == window_no and not one.departments]
    weight = {"即办件": 5, "承诺件": 4, "校级研究件": 2, "上报件": 1}
    item = chance.choices(own, [weight[one.tier] for one in own])[0]
    sheet = (window_no, week_of(day)) in SHEETS
    if n in LATE:
        item = next((one for one in own if one.tier == "承诺件"), own[-1])
        window_no, sheet = item.window_no, False
    if sheet:
        item = next(one for one in own if one.days == 0)
    half = chance.choice(HALVES)
    minutes = chance.randint(5, 190)
    moment = datetime.combine(day, half[1]) + timedelta(minutes=minutes)
    person = staff_at(window_no)[chance.randint(0, 2)].staff_no
    handler = LATE.get(n) or ("" if chance.random() < 0.35 else person)
    case = Case(f"R{n:04d}", item.code, f"02502{n:05d}", chance.choice(POOL), window_no, handler,
                moment, by="daysheet" if sheet else "register")  # fmt: skip
    if item.days == 0:
        closed = moment if sheet else moment + timedelta(minutes=chance.randint(2, 12))
        return case._replace(closed_at=closed, result="granted")
    dated = day
    if item.materials and n not in LATE and chance.random() < 0.06:
        dated = later(day, 2)
        case = case._replace(supplied_at=at(dated, "10:20"))
    used = item.days + chance.randint(1, 3) if n in LATE else chance.randint(1, item.days)
    end = later(dated, used)
    if end > LAST_DUTY:
        return (
            case
            if case.supplied_at is None or dated <= LAST_DUTY
            else case._replace(supplied_at=None)
        )
    result = "refused" if chance.random() < 0.04 and n not in LATE else "granted"
    return case._replace(closed_at=at(end, f"{chance.randint(9, 16):02d}:30"), result=result)


def _present(case: Case, served: list[Duty], day: date, chance: random.Random) -> Case:
    """A handler who serves there on that day; who has left does not take cases."""
    gone = {one.staff_no: one.last_on for _said, one in people_acts.GOING}
    if case.handler in gone and day > gone[case.handler]:
        return case._replace(handler=staff_at(case.window_no)[0].staff_no)
    return case


def _weeks(script: Script, chance: random.Random) -> None:
    days = set(workdays(FIRST, LAST_DUTY))
    numbers = [one.staff_no for one in people()] + [NEW.staff_no]
    for name in weeks():
        here = sorted(day for day in days if week_of(day) == name)
        script.tell(at(here[-1], "18:10"), Week(name, "punches"))
        script.tell(at(here[-1], "18:20"), Week(name, "register"))
        for day in here:
            if max(one for one in days if one.month == day.month) == day != here[-1]:
                script.tell(at(day, "18:10"), Week(name, "punches"))
                script.tell(at(day, "18:20"), Week(name, "register"))
        over = monday(name) + timedelta(days=7)
        while not works(over):
            over += timedelta(days=1)
        script.tell(at(over, "10:00"), Week(name, "publish"))
        for no in numbers:
            script.scores[name, no] = 95 if no in WITHOUT_FAULT else chance.randint(78, 100)
        for window_no, week in SHEETS:
            if week == name:
                for day in here:
                    script.tell(at(day, "17:40"), Sheets(window_no, day))
    people_acts.scored_by_word(script)


def _months(script: Script, served: list[Duty]) -> None:
    """Closed in time; October is opened once more, because somebody had been there."""
    for month, day in (("2026-09", date(2026, 10, 8)), ("2026-10", date(2026, 11, 5)),
                       ("2026-11", date(2026, 12, 4)), ("2026-12", date(2027, 1, 5))):  # fmt: skip
        script.tell(at(day, "16:00"), Month(month, "final"))
    no, _day = FORGOTTEN
    start = next(one.start for one in served if (one.staff_no, one.start.date()) == FORGOTTEN)
    day = date(2026, 11, 16)
    script.tell(at(day, "09:00"), Month("2026-10", "reopen"))
    script.tell(at(day, "09:20"), Correction(no, start, f"{start:%H:%M}"))
    script.tell(at(day, "16:00"), Month("2026-10", "final"))
