"""A term of 18 weeks, told to hallctl by commands alone and counted once more without it."""

import ast
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Ran, call
from recount import appraisal, attendance, cases, credit
from term import books
from term.facts import TERM, Month, Script, weeks
from term.telling import AFTER, Term

END = datetime.fromisoformat(AFTER)
MONTHS = {"2026-09": "report-2026-09-1008", "2026-10": "report-2026-10-1116",
          "2026-11": "report-2026-11-1204", "2026-12": "report-2026-12-0105"}  # fmt: skip
Line = dict[str, Any]


@pytest.fixture
def look(lived: Term) -> Any:
    """Read from the hall that lived through the term."""

    def read(*words: object) -> Any:
        ran: Ran = call(lived.db, *words, "--json", now=AFTER)
        assert ran.code in {0, 8}, ran.out
        return ran.data

    return read


def percent(part: int, whole: int) -> float:
    """One decimal, half up."""
    return appraisal.half_up(Fraction(100 * part, whole))


def by_no(lines: list[Line]) -> dict[str, Line]:
    """Lines by whose they are."""
    return {one["staff_no"]: one for one in lines}


@pytest.mark.parametrize(
    "path",
    [*ROOT.glob("tests/recount/*.py"), ROOT / "tests/term/facts.py"],
    ids=lambda one: one.name,
)
def test_the_recount_never_looks_into_the_program(path: Path) -> None:
    """It would otherwise repeat the program's mistakes."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names
    }
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    allowed = {"fixtures.generate.hall", "term.facts", "recount"}
    standard = {"collections", "datetime", "fractions", "functools", "json", "pathlib", "typing"}
    assert names <= allowed | standard


def test_the_story_was_told_by_commands(lived: Term) -> None:
    """Every one of them ended well, and the file is whole."""
    assert len(lived.said) > 450
    assert {one.ran.code for one in lived.said} == {0}
    published = [one for one in lived.said if "--publish" in one.words]
    assert len(published) == len(weeks()) == 18


@pytest.mark.parametrize("month", MONTHS)
def test_what_every_shift_is_called(lived: Term, look: Any, month: str) -> None:
    """Late, early, half punched, absent, on leave, given away: by the punches, leave and corrections."""
    expected = {
        (one.served.staff_no, f"{one.served.start:%Y-%m-%dT%H:%M}"): (
            one.status,
            one.late,
            one.early,
            one.missing,
        )
        for one in attendance.judged(lived.script, END)
        if f"{one.served.start:%Y-%m}" == month
    }
    shown = {}
    for one in look("attendance", "show", "--month", month):
        if one["status"] != "given_away":
            names = {one["status"], *one["marks"]}
            shown[one["staff_no"], f"{one['on']}T{one['start']}"] = (
                one["status"], "late" in names, "early" in names, bool(names & {"missing_in", "missing_out"}),
            )  # fmt: skip
    assert shown == expected


def reported_at(script: Script, month: str) -> datetime:
    """Just after a month was reported for the last time."""
    return max(said for said, one in script.said(Month) if one == Month(month, "final")).replace(
        minute=1
    )


@pytest.mark.parametrize("month", MONTHS)
def test_the_month_that_was_reported(lived: Term, month: str) -> None:
    """The figures that were printed, and the workbook's totals, shifts and cases."""
    until = reported_at(lived.script, month)
    found = [
        one
        for one in attendance.judged(lived.script, until)
        if f"{one.served.start:%Y-%m}" == month
    ]
    count = attendance.count(found)
    count.pop("excused")
    base = count["due"] - count["leave"]
    expected = {**count, **cases.figures(lived.script, month, until), "attendance_rate": percent(count["attended"], count["due"]),
                "presence_rate": percent(count["attended"], base)}  # fmt: skip
    printed = lived.figures[month]
    assert {key: printed[key] for key in expected} == expected
    path = lived.folder / f"{MONTHS[month]}.xlsx"
    sheet = {
        one["指标"]: one["本月"] for one in books.table(path, "指标口径与审计", "指标", "口径")
    }
    assert [sheet[name] for name in ("应到班次", "实到班次", "迟到", "早退", "未签到或未签退", "缺勤")] == [
        count[key] for key in ("due", "attended", "late", "early", "missing", "absent")]  # fmt: skip
    served = {(one.served.staff_no, f"{one.served.start:%m-%d %H:%M}") for one in found}
    listed = {(one["学号/工号"], f"{one['日期']} {one['上班']}"): one["认定"]
              for one in books.table(path, "值班明细", "日期", "认定")}  # fmt: skip
    assert {key for key, called in listed.items() if not called.startswith("换出")} == served
    book = books.table(path, "办件台账", "办件编号", "经办人")
    late = {one["办件编号"] for one in book if one["时效"] == "超期"}
    assert len(late) == expected["cases_late"]


def test_cases_by_handler_and_lateness(lived: Term, look: Any) -> None:
    """Who had each case at the end, by when it was due, whether it came too late; over all of them."""
    expected = {
        one.case.applicant_no: (one.handler, f"{one.due_on}", one.late, bool(one.case.closed_at))
        for one in cases.counted(lived.script, END).values()
    }
    shown = {
        one["applicant_no"]: (
            one["handler_no"],
            one["due_on"],
            one.get("lateness") == "late",
            "closed_at" in one,
        )
        for one in look("case", "list", "--limit", 5000)
    }
    assert len(shown) > 700
    assert shown == expected


def test_points_and_what_follows(lived: Term, look: Any) -> None:
    """Every violation as it stands; every balance; who is to go, who went, who stays by decision."""
    keys = {number: key for key, number in lived.entries.items()}
    shown = {keys[one["entry_no"]]: (one["staff_no"], one["kind"], one["on"], one["state"])
             for one in look("credit", "list", "--all")}  # fmt: skip
    expected = {key: (one.staff_no, one.kind, f"{one.on}", one.state)
                for key, one in credit.entries(lived.script, END).items()}  # fmt: skip
    assert shown == expected
    states = {one[3] for one in expected.values()}
    assert states == {"proposed", "confirmed", "rejected", "reversed"}
    standings = set()
    for no in appraisal.staff(lived.script):
        mine, account = credit.account(lived.script, no, END), look("credit", "show", no)
        assert (account["balance"], account["standing"], "kept_because" in account) == mine[:3], no
        standings.add((mine.standing, mine.kept))
    assert standings == {("good", False), ("dismissed", False), ("dismissal_proposed", True)}
    rows = {
        one["编号"]: one for one in books.table(lived.folder / "credit.xlsx", 0, "编号", "余分")
    }
    assert {keys[number] for number in rows} == expected.keys()
    last = {one["学号/工号"]: one["余分"] for one in rows.values() if one["余分"] != "—"}
    assert last == {no: credit.account(lived.script, no, END).balance for no in last}


def test_what_departments_held_is_not_the_handlers(lived: Term) -> None:
    """Of the late cases of the term some are the departments', some a leader's, the rest proposals."""
    outcomes = set()
    for said, one in lived.script.events:
        if type(one).__name__ == "FromCases":
            outcomes |= {
                found[2] for found in cases.became_late(lived.script, one.month, said).values()
            }
    assert outcomes == {"department", "no_points", "proposed"}


COLUMNS = {"应到": "due", "实到": "attended", "迟到": "late", "早退": "early", "未签": "missing", "缺勤": "absent",
           "请假": "leave", "办结": "cases_closed", "超期": "cases_late", "扣分事项": "violations", "违纪": "incidents",
           "缺日志": "missing_logs", "表扬": "praise", "评分": "leader_score", "得分": "score"}  # fmt: skip


@pytest.mark.parametrize("week", weeks())
def test_a_week_by_the_adopted_weights(lived: Term, look: Any, week: str) -> None:
    """Everybody's figures and score as they were known when the week was closed; the sheet says the same."""
    expected = appraisal.week_lines(lived.script, week)
    shown = by_no(look("appraise", "week", week))
    assert shown.keys() == expected.keys()
    for no, line in expected.items():
        assert {key: shown[no][key] for key in line} == line, (week, no)
    sheet = books.table(lived.folder / f"appraisal-{week}.xlsx", 0, "学号/工号", "得分")
    assert {one["学号/工号"] for one in sheet} == expected.keys()
    for one in sheet:
        line = expected[one["学号/工号"]]
        assert {name: one[name] or 0 for name in COLUMNS} == {
            name: line[key] for name, key in COLUMNS.items()
        }


def test_the_term(lived: Term, look: Any) -> None:
    """Sums and means over the weeks, places; violations as they stand at the end."""
    expected = appraisal.term_lines(lived.script)
    places = appraisal.order(expected)
    shown = by_no(look("appraise", "term", TERM))
    assert shown.keys() == expected.keys()
    for no, line in expected.items():
        assert {key: shown[no].get(key) for key in line if key != "faults"} == {
            key: value for key, value in line.items() if key != "faults"}, no  # fmt: skip
        assert shown[no]["place"] == places[no], no
    sheet = books.table(lived.folder / "term.xlsx", 0, "名次", "得分")
    assert {one["学号/工号"]: (one["名次"], one["得分"], one["到岗率%"], one["扣分"]) for one in sheet} == {
        no: (places[no], line["score"], line["presence_rate"], line["violations"]) for no, line in expected.items()}  # fmt: skip


def test_the_stars(lived: Term, look: Any) -> None:
    """Places with their tie-breaks, and everybody who is excluded with every reason."""
    expected = appraisal.stars(lived.script)
    shown = look("appraise", "stars", TERM)
    assert {
        one["staff_no"]: (one.get("place"), tuple(one["excluded"])) for one in shown
    } == expected
    reasons = {why for _place, excluded in expected.values() for why in excluded}
    assert reasons == {"violation", "undecided", "dismissed", "few_weeks"}
    assert {one["settled_by"] for one in shown if "settled_by" in one} >= {
        "score",
        "praise",
        "cases_closed",
    }
    best = [no for no, (place, _why) in expected.items() if place and place <= 2]
    assert sorted(one["staff_no"] for one in shown if one["standing"] == "star") == sorted(best)
    names = {one["name"] for no, one in appraisal.staff(lived.script).items() if no in best}
    assert {
        one["姓名"] for one in books.table(lived.folder / "stars.xlsx", 0, "序号", "姓名")
    } == names


def test_the_merit_list(lived: Term, look: Any) -> None:
    """By faculty: who is certified, and why the others are not; the letters hold just these."""
    expected = appraisal.merit(lived.script)
    shown = {
        one["staff_no"]: (one["faculty"], one["place"], tuple(one["excluded"]))
        for one in look("appraise", "merit", TERM)
    }
    assert shown == expected
    certified: dict[str, set[str]] = {}
    for no, (faculty, _place, why) in expected.items():
        if not why:
            certified.setdefault(faculty, set()).add(no)
    assert len(certified) > 1
    for faculty, numbers in certified.items():
        letter = books.table(lived.folder / "merit.xlsx", faculty, "序号", "学号")
        assert {one["学号"] for one in letter} == numbers


def test_the_year(lived: Term, look: Any) -> None:
    """Balance, standing and what goes into the annual review."""
    expected = appraisal.annual(lived.script)
    shown = look("appraise", "annual", 2026)
    assert {
        one["staff_no"]: (one["violations"], one["balance"], tuple(one["flags"])) for one in shown
    } == expected
    flags = {flag for _count, _balance, found in expected.values() for flag in found}
    assert flags == {"third_violation", "below_line"}
    for one in shown:
        assert one["standing"] == credit.account(lived.script, one["staff_no"], END).standing
    sheet = books.table(lived.folder / "annual.xlsx", 0, "学号/工号", "信誉分")
    assert {one["学号/工号"]: (one["扣分次数"], one["信誉分"]) for one in sheet} == {
        no: found[:2] for no, found in expected.items()}  # fmt: skip
    assert {one["学号/工号"] for one in sheet if one["纳入年度考核"]} == {
        no for no, found in expected.items() if found[2]
    }
