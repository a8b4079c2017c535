"""What people do and what is said about them in the term: leave, swaps, points, complaints, praise."""

from datetime import date, datetime, timedelta
from typing import Any

from term.facts import (
    Case,
    Complaint,
    Duty,
    FromCases,
    Gone,
    Joined,
    Kept,
    Leave,
    Letter,
    Log,
    Score,
    Script,
    Seen,
    Setting,
    Step,
    Swap,
    Verdict,
    Violation,
    Words,
    at,
    workdays,
)

from fixtures.generate.rosters import staff_at


def student(n: int) -> str:
    """The number of a student worker."""
    return f"0240601{n:03d}"


SEVENTH, TENTH = student(7), student(10)
NEW = Joined(student(25), "尤百川", SEVENTH, date(2026, 11, 23))
WITHOUT_FAULT = {
    student(1),
    student(2),
    student(11),
    student(18),
    student(19),
    student(20),
    "T1010",
}
"""They are there whenever they should be; equals for the stars."""
GOING = (
    (at(date(2026, 10, 16), "18:00"), Gone(student(24), date(2026, 10, 16), "left", "实习")),
    (at(date(2026, 11, 20), "18:00"), Gone(SEVENTH, date(2026, 11, 20), "dismissed")),
    (at(date(2026, 12, 11), "18:00"), Gone(student(18), date(2026, 12, 11), "dismissed", "业务不熟，多次培训无改进")),
)  # fmt: skip
LEAVES: dict[tuple[str, date], Leave] = {}
"""By who and which day; filled while the script is made."""

_AWAY = (
    (student(3), date(2026, 9, 9), "personal", False), (student(4), date(2026, 9, 17), "sick", False),
    (student(9), date(2026, 9, 24), "official", True), (student(1), date(2026, 10, 13), "sick", False),
    (student(14), date(2026, 10, 21), "personal", True), ("T1008", date(2026, 10, 28), "official", False),
    (student(20), date(2026, 11, 10), "sick", False), (student(13), date(2026, 11, 18), "personal", False),
    (student(23), date(2026, 12, 2), "sick", True), (student(6), date(2026, 12, 8), "official", False),
)  # fmt: skip
_SWAPPED = ((student(5), date(2026, 9, 15)), (student(8), date(2026, 10, 15)), (student(17), date(2026, 10, 27)),
            (student(16), date(2026, 11, 12)), ("T1007", date(2026, 12, 3)))  # fmt: skip
_PARTLY = (student(15), date(2026, 11, 24))

IDENTITIES = {
    "attitude": ("禹密言", "199-0000-7711"),
    "window": ("闻人诺", "0250299117"),
    "leader": ("钟离慎", "静远楼5栋404室"),
    "case": ("司空默", "simo@example.edu"),
    "officer": ("濮阳隐", "199-0000-7755"),
}
"""Who complained; nothing else in the term has these words."""


def _first(duties: list[Duty], no: str, day: date) -> Duty:
    """Somebody's first shift from a day on, alone on its day."""
    for one in duties:
        if one.staff_no == no and one.start.date() >= day and _taker(duties, one):
            same = [
                other
                for other in duties
                if (other.staff_no, other.start.date()) == (no, one.start.date())
            ]
            if len(same) == 1:
                return one
    raise LookupError(no)


def _taker(duties: list[Duty], given: Duty) -> str | None:
    """The colleague at the window who is free that day."""
    day = given.start.date()
    busy = {one.staff_no for one in duties if one.start.date() == day}
    busy |= {one.staff_no for _said, one in GOING if one.last_on < day}
    free = [one.staff_no for one in staff_at(given.window_no) if one.staff_no not in busy]
    return free[0] if free else None


def leaves(script: Script, duties: list[Duty]) -> None:
    """Whole shifts, some with a substitute, and the end of one shift."""
    LEAVES.clear()
    for no, day, kind, replaced in _AWAY:
        one = _first(duties, no, day)
        stand_in = _taker(duties, one) if replaced else None
        leave = Leave(no, kind, one.start, one.end, stand_in or "")
        script.tell(at(one.start.date() - timedelta(days=1), "15:00"), leave)
    no, day = _PARTLY
    one = _first(duties, no, day)
    middle = one.start + timedelta(hours=2)
    leave = Leave(no, "personal", middle, one.end)
    LEAVES[no, one.start.date()] = leave
    script.tell(at(one.start.date() - timedelta(days=1), "15:00"), leave)


def swaps(script: Script, duties: list[Duty]) -> None:
    """With the officer's consent, two days before."""
    for no, day in _SWAPPED:
        one = _first(duties, no, day)
        swap = Swap(no, _taker(duties, one) or "", one.start)
        script.tell(at(one.start.date() - timedelta(days=2), "15:30"), swap)


def served(script: Script, duties: list[Duty]) -> list[Duty]:
    """Who really came, as far as it was planned: leave, swaps, leavers and newcomers taken in."""
    gone = {one.staff_no: one.last_on for _said, one in GOING}
    away = [one for _said, one in script.said(Leave)]
    swapped = {(one.giver, one.start): one.taker for _said, one in script.said(Swap)}
    found = []
    for one in duties:
        if one.start.isocalendar()[1] == 51:  # that week's roster is worked out later
            continue
        no = swapped.get((one.staff_no, one.start), one.staff_no)
        if no in gone and one.start.date() > gone[no]:
            if no != SEVENTH or one.start.date() < NEW.on:
                continue
            no = NEW.staff_no
        whole = [leave for leave in away if (leave.staff_no, leave.from_at) == (no, one.start)]
        if whole and not whole[0].substitute:
            continue
        found.append(one._replace(staff_no=whole[0].substitute if whole else no))
    return found


def special_cases(script: Script) -> None:
    """A joint case that departments held up, one handed on in time, one withdrawn."""

    def case(
        ref: str, item: str, window_no: str, handler: str, moment: datetime, **more: Any
    ) -> None:
        n = len(script.cases)
        script.cases[ref] = Case(
            ref, item, f"02503{n:05d}", "梅十全", window_no, handler, moment, by="command", **more
        )

    first = at(date(2026, 10, 12), "09:20")
    held = (("教务处", at(date(2026, 10, 15), "10:00")), ("学生工作部", at(date(2026, 10, 26), "10:00")),
            ("财务处", at(date(2026, 10, 26), "11:00")))  # fmt: skip
    case(
        "S1",
        "SX018",
        "W05",
        student(9),
        first,
        decided=held,
        closed_at=at(date(2026, 10, 26), "15:00"),
        result="granted",
    )
    case("S2", "SX002", "W01", student(2), at(date(2026, 11, 3), "09:40"), moved=(student(1), at(date(2026, 11, 4), "09:00")),
         closed_at=at(date(2026, 11, 6), "10:00"), result="granted")  # fmt: skip
    case("S3", "SX042", "W11", student(22), at(date(2026, 9, 8), "10:00"), moved=("T1011", at(date(2026, 9, 22), "09:00")),
         closed_at=at(date(2026, 9, 23), "10:00"), result="granted")  # fmt: skip
    case("S4", "SX044", "W12", student(23), at(date(2026, 11, 9), "10:00"), closed_at=at(date(2026, 11, 11), "10:00"),
         result="withdrawn")  # fmt: skip


def points(script: Script) -> None:
    """Violations, what the officer made of them, and what people said against it."""
    tell = script.tell
    for said, gone in GOING:
        tell(said, gone)
    tell(at(NEW.on, "08:00"), NEW)
    said = [
        ("v1", 7, "2026-09-14", "对来访学生态度生硬"), ("v2", 7, "2026-10-12", "电话中训斥学生"),
        ("v3", 7, "2026-10-26", "拒绝回答咨询"), ("v4", 7, "2026-11-16", "与学生争吵"),
        ("w1", 10, "2026-09-22", "接待冷淡"), ("w2", 10, "2026-10-14", "让学生久候，未作解释"),
        ("w3", 10, "2026-11-04", "言语不当"), ("x1", 15, "2026-10-20", "答复推诿"),
        ("x3", 15, "2026-12-02", "不理睬询问"), ("y1", 21, "2026-11-17", "言语生硬"),
        ("y2", 3, "2026-11-25", "匿名反映"), ("y3", 12, "2026-12-22", "态度敷衍"),
        ("y4", 16, "2026-10-29", "敷衍了事"), ("y5", 14, "2026-10-13", "不耐烦"),
    ]  # fmt: skip
    for key, n, on, note in said:
        day = date.fromisoformat(on)
        tell(at(day, "16:30"), Violation(key, student(n), "attitude", day, note))
        if key not in {"y2", "y3", "y5"}:
            tell(at(day, "17:00"), Verdict(key, "confirm"))
    decided = [
        ("2026-10-26T11:00", "y5", "confirm", ""), ("2026-11-27T09:00", "y2", "reject", "查无实据"),
        ("2026-11-09T10:00", "y4", "reverse", "记错人"), ("2026-11-18T10:00", "y1", "statement", "当时系统故障"),
        ("2026-11-19T10:00", "y1", "appeal", "并非本人当班"), ("2026-11-24T10:00", "y1", "upheld", "值班表证实"),
        ("2026-12-03T10:00", "x3", "appeal", "情况不符"), ("2026-12-07T10:00", "x3", "dismissed", "监控证实"),
    ]  # fmt: skip
    for moment, key, act, text in decided:
        tell(datetime.fromisoformat(moment), Verdict(key, act, text))
    for month, moment in (("2026-09", "2026-10-08T15:00"), ("2026-10", "2026-11-05T15:00"),
                          ("2026-11", "2026-12-04T15:00"), ("2026-12", "2027-01-04T15:00")):  # fmt: skip
        tell(datetime.fromisoformat(moment), FromCases(month))
    tell(at(date(2026, 12, 1), "11:00"), Kept(TENTH, "确有改正，留用观察"))
    tell(
        at(date(2026, 11, 27), "11:00"),
        Letter("T1005", "attitude", date(2026, 11, 19), "对学生态度生硬，核实属实"),
    )


def voices(script: Script) -> None:
    """Complaints, praise, incidents, logs, and the college's settings."""
    tell = script.tell
    _complaints(tell)
    seen = [
        (student(20), "praise", "2026-10-15", "学生来信感谢"), (student(2), "praise", "2026-11-18", "帮助新生"),
        (student(6), "screen", "2026-09-16", "看视频"), (student(13), "order", "2026-10-22", "窗口吃零食"),
        ("T1009", "outsider", "2026-11-05", "带外人进入工作区"), (student(13), "praise", "2026-10-23", "热情周到"),
        (student(8), "praise", "2026-12-09", "表扬信"), (student(17), "badge", "2026-12-15", "未佩戴工作牌"),
    ]  # fmt: skip
    for no, kind, on, note in seen:
        tell(at(date.fromisoformat(on), "17:35"), Seen(no, kind, date.fromisoformat(on), note))
    away = {(one.staff_no, one.from_at) for _said, one in script.said(Leave)}
    for day in workdays(date(2026, 12, 7), date(2026, 12, 11)):
        for window_no in ("W01", "W02", "W03", "W04"):
            here = [one.staff_no for one in staff_at(window_no)]
            for clock, end in (("08:30", "12:00"), ("14:00", "17:30")):
                nobody = any((no, at(day, clock)) in away for no in here)
                if not nobody and (day.weekday(), clock) != (2, "14:00"):
                    tell(
                        at(day, end) + timedelta(minutes=2),
                        Log(window_no, at(day, clock), at(day, end)),
                    )
    first = {"attendance": 20, "discipline": 30, "service": 20, "full_attendance": 10, "leader": 20}
    then = {"attendance": 30, "discipline": 30, "service": 20, "leader": 20}
    lost = {"fault": 10, "violation": 50, "incident": 20, "missing_log": 0, "praise": 10}
    tell(at(date(2026, 9, 1), "07:10"), Setting("appraise.weights", first, date(2026, 9, 1)))
    tell(at(date(2026, 9, 1), "07:10"), Setting("appraise.discipline", lost, date(2026, 9, 1)))
    tell(at(date(2026, 9, 1), "07:10"), Setting("merit.presence_percent", 90, date(2026, 9, 1)))
    tell(at(date(2026, 11, 2), "08:00"), Setting("appraise.weights", then, date(2026, 11, 2)))
    tell(
        at(date(2026, 12, 7), "08:00"),
        Setting("appraise.discipline", {**lost, "missing_log": 2}, date(2026, 12, 7)),
    )
    tell(
        at(date(2026, 9, 7), "08:00"),
        Words(("tally", "set", "W01", "enquiry=12", "visit=5", "--on", "2026-09-07")),
    )
    tell(at(date(2026, 9, 4), "17:00"), Words(("meeting", "add", "--kind", "training", "--on", "2026-09-04",
                                               "--topic", "新学期培训", "--attended", "T1001")))  # fmt: skip


def _complaints(tell: Any) -> None:
    def told(
        key: str, moment: str, about: tuple[str, str], kind: str, matter: str, **more: Any
    ) -> None:
        name, contact = IDENTITIES.get(key, ("", ""))
        day = datetime.fromisoformat(moment)
        tell(day, Complaint(key, about, kind, matter, day.date(), name, contact, **more))

    def step(
        key: str, moment: str, act: str, finding: str = "", note: str = "", propose: bool = False
    ) -> None:
        tell(datetime.fromisoformat(moment), Step(key, act, finding, note, propose))

    told(
        "attitude",
        "2026-11-24T10:00",
        ("--about", TENTH),
        "attitude",
        "语气不好，不作解释",
        whose=TENTH,
    )
    step("attitude", "2026-11-25T09:00", "accept")
    step("attitude", "2026-11-26T09:00", "finding", "yes", "监控可见")
    tell(at(date(2026, 11, 26), "10:00"), Verdict("complaint:attitude", "confirm"))
    step("attitude", "2026-11-27T09:00", "reply", note="已批评教育，向你致歉")
    told(
        "anonymous",
        "2026-11-11T15:00",
        ("--about", student(15)),
        "attitude",
        "办事时玩手机",
        whose=student(15),
    )
    step("anonymous", "2026-11-12T09:00", "accept")
    step("anonymous", "2026-11-13T09:00", "finding", "partly", "部分属实", propose=True)
    tell(at(date(2026, 11, 13), "10:00"), Verdict("complaint:anonymous", "confirm"))
    step("anonymous", "2026-11-13T16:00", "reply", note="已提醒当事人")
    told("window", "2026-10-19T09:30", ("--window", "W06"), "procedure", "排队时间长")
    step("window", "2026-10-22T09:00", "accept")
    step("window", "2026-10-23T09:00", "finding", "no", "当日系统检修，已公告")
    step("window", "2026-10-30T09:00", "reply", note="说明检修安排")
    told("leader", "2026-11-19T14:00", ("--about", "T1005"), "attitude", "对咨询不耐烦")
    step("leader", "2026-11-20T09:00", "accept")
    step("leader", "2026-11-26T15:00", "finding", "yes", "两名同学证实")
    step("leader", "2026-11-27T15:00", "reply", note="已函告所在部门")
    told("case", "2026-12-10T11:00", ("--case", "S2"), "overdue", "材料往返两次")
    step("case", "2026-12-11T09:00", "accept")
    told("officer", "2026-12-01T10:00", ("--officer", ""), "other", "关于专职干事")


def scored_by_word(script: Script) -> None:
    """A leader thinks again before the week is published."""
    script.tell(at(date(2026, 11, 9), "09:59"), Score("2026-W45", student(5), 71))
