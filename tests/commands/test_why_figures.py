"""Any figure of a report can be traced to the facts that it counts (Art. 14, 23, 25, 27, 33)."""

from collections import Counter
from typing import Any

import pytest
from conftest import HALL, Run

from hallctl import messages
from hallctl.figures import ARTICLES, FORMULAS
from hallctl.figures.formulas import mean, rate
from hallctl.figures.left_out import REASONS
from hallctl.office.tracing.families import FAMILIES

NAME, CONTACT = "禹密言", "199-0000-7788"
WHO = "0240601007"
COMPLAINTS = (
    # received, answered: in time, late, unanswered past its day, not due yet, answered in the month after
    ("2026-11-03T10:00", "2026-11-05T10:00", "yes"), ("2026-11-04T10:00", "2026-11-25T10:00", "no"),
    ("2026-11-10T10:00", None, None), ("2026-11-27T10:00", None, None),
    ("2026-10-21T10:00", "2026-11-02T10:00", "partly"), ("2026-11-24T10:00", "2026-12-01T08:00", "yes"),
)  # fmt: skip


SHIFT_COUNTS = ("late", "early", "missing", "absent", "leave")
"""Counts of one name among many: a shift that is called otherwise is left out for just that."""


def supervised(run: Run) -> Run:
    """Ratings good and bad, complaints in every state, one about the officer, second lists."""
    completed = [
        one["case_no"] for one in run("case", "list", "--state", "completed", "--limit", 12, "--json").data
    ]  # fmt: skip
    for number, level in zip(completed, (5, 4, 3, 2, 1, 2), strict=False):
        run("--actor", "A0001", "case", "rate", number, level, "--at", "2026-11-30T16:00", "--json")
    run("rating", "import", HALL / "survey_2026-11.xlsx")
    run(
        "case",
        "fix",
        completed[3],
        "--contacted",
        "--done",
        "--note",
        "已致歉",
        "--at",
        "2026-12-01T08:30",
    )
    for n, (at, replied, finding) in enumerate(COMPLAINTS, 1):
        run("complaint", "open", "--channel", "phone", "--about", WHO, "--kind", "attitude", "--name", NAME,
            "--contact", CONTACT, "--matter", "窗口态度生硬", "--at", at)  # fmt: skip
        if replied:
            for words in (("accept",), ("finding", "--finding", finding, "--note", "核实"),
                          ("reply", "--note", "已答复")):  # fmt: skip
                run("complaint", words[0], n, *words[1:], "--at", replied)
    run("complaint", "open", "--channel", "letter", "--officer", "--matter", "x", "--anonymous",
        "--at", "2026-11-12T10:00")  # fmt: skip
    for breach in (
        (),
        ("--missing", "情况说明=缺章", "--breach", "漏列", "--at", "2026-11-17T10:00"),
    ):
        number = run("case", "open", "--item", "SX045", "--applicant-no", "0250200001", "--applicant",
                     "艾一鸣", "--missing", "申请表", "--at", "2026-11-16T09:00", "--json").data["case_no"]  # fmt: skip
        if breach:
            run("case", "notice", number, *breach)
        run("case", "supply", number, "--all", "--at", "2026-11-18T10:00")
    run("case", "withdraw", number, "--note", "不办了", "--at", "2026-11-19T10:00")
    run("case", "tell", "--matter", "驾驶证", "--applicant-no", "0250200008", "--applicant", "艾一鸣",
        "--window", "W01", "--department", "车管所", "--place", "市政务中心", "--procedure", "持身份证办理",
        "--at", "2026-11-19T10:00")  # fmt: skip
    return run


def recounted(data: dict[str, Any]) -> float | int | None:
    """The figure as anybody can count it from the facts that are listed."""
    above = [one["adds_above"] for one in data["facts"] if one["counts"] in {"above", "both"}]
    below = [one["adds_below"] for one in data["facts"] if one["counts"] in {"below", "both"}]
    if data["above"]["adds"] == "once":
        assert set(above) <= {1}
    assert (sum(above), len(above)) == (data["above"]["total"], data["above"]["facts"])
    if "below" not in data:
        assert below == []
        return sum(above)
    assert (sum(below), len(below)) == (data["below"]["total"], data["below"]["facts"])
    quotient = mean if data["ref"].startswith("figure:mean") else rate
    return quotient(sum(above), sum(below))


@pytest.mark.parametrize("month", ["2026-10", "2026-11", "2026-12"])
def test_every_figure_is_recounted_from_its_facts(worked: Run, month: str) -> None:
    """What the report says is what the listed facts add up to, each listed once, with its reason."""
    run = supervised(worked)
    reported = run("report", "monthly", month, "--out", "r.xlsx", "--json").data["figures"]
    for code in ARTICLES:
        value = reported.get(code)
        data = run("why", f"figure:{code}", "--month", month, "--json").data
        assert data["value"] == value, code
        assert recounted(data) == value, code
        refs = Counter(one["ref"] for one in data["facts"])
        assert not [ref for ref, number in refs.items() if ref and number > 1], code
        assert not [one for one in data["facts"] if one["because"].startswith("figure.")], code
        assert not [one for one in data["facts"] if one["counts"] != "both" and one["reason"] == "otherwise"
                    and not code.startswith(SHIFT_COUNTS)], code  # fmt: skip
        assert data["article"] == ARTICLES[code]
        assert data["draft"] == (month == "2026-12")


@pytest.mark.parametrize("code", ["attendance_rate", "on_time_rate", "cases_late", "satisfaction_rate",
                                  "bad_ratings_fixed_rate", "complaints_late", "one_notice_rate"])  # fmt: skip
def test_each_fact_can_be_asked_about(worked: Run, code: str) -> None:
    """Its reference is what the next why takes."""
    run = supervised(worked)
    facts = run("why", f"figure:{code}", "--month", "2026-11", "--json").data["facts"]
    seen = {}
    for one in facts:
        seen.setdefault((one["counts"], one["reason"]), one["ref"])
    assert seen
    for ref in seen.values():
        if ref:
            assert run("why", ref, "--json").data["ref"] == ref


def test_what_is_left_out_says_why(worked: Run) -> None:
    """Withdrawn in time, due later, waiting for papers, out of scope: each its own reason."""
    run = supervised(worked)
    data = run("why", "figure:on_time_rate", "--month", "2026-11", "--json").data
    why = {one["ref"]: one["reason"] for one in data["facts"] if one["counts"] == "out"}
    assert {"due_after", "not_accepted", "out_of_scope", "withdrawn_in_time"} == set(why.values())
    late = [one for one in data["facts"] if one["counts"] == "below"]
    assert {one["reason"] for one in late} <= {"still_open", "closed_late"}
    assert late
    for one in late:
        assert one["due_on"] <= "2026-11-30"
        assert one.get("closed_on", "9999") > one["due_on"]


def test_complaints_are_numbers_only(worked: Run) -> None:
    """No figure of complaints tells who complained, or about what."""
    run = supervised(worked)
    for code in (code for code in FORMULAS if code.startswith("complaints")):
        for more in (("--json",), ("--all",)):
            ran = run("why", f"figure:{code}", "--month", "2026-11", *more)
            assert not any(word in ran.out + ran.err for word in (NAME, CONTACT, "生硬"))
    facts = run("why", "figure:complaints_received", "--month", "2026-11", "--json").data["facts"]
    assert "about_the_officer" in {
        one["reason"]
        for one in run("why", "figure:complaints_replied", "--month", "2026-11", "--json").data["facts"]
    }  # fmt: skip
    assert {tuple(sorted(one)) for one in facts if one["complaint_no"].endswith("0003")} == {
        ("adds_above", "because", "complaint_no", "counts", "reason", "received_on", "ref",
         "reply_due_on")}  # fmt: skip


def test_a_week_a_term_and_some_days(worked: Run) -> None:
    """The same figure over any period; the term is a draft while it runs."""
    week = worked("why", "figure:due", "--week", "2026-W46", "--json").data
    days = worked("why", "figure:due", "--from", "2026-11-09", "--to", "2026-11-15", "--json").data
    assert (week["facts"], week["period"]) == (days["facts"], "2026-W46")
    assert {one["on"][:8] for one in week["facts"]} == {"2026-11-"}
    term = worked("why", "figure:due", "--term", "2026-2027-1", "--json").data
    assert (term["draft"], term["from_on"], term["to_on"]) == (True, "2026-09-01", "2027-01-03")
    assert term["value"] > week["value"] > 0
    assert worked("why", "figure:due", "--month", "last", "--json").data["period"] == "2026-11"
    assert worked("why", "figure:due", "--json").data["period"] == "2026-11"


def test_the_stability_of_the_staff(hall: Run) -> None:
    """Who stayed and who did not; somebody who changes windows is below the line only."""
    hall("roster", "assign", WHO, "--window", "W01", "--from", "2026-10-01")
    data = hall("why", "figure:stability_rate", "--term", "2026-2027-1", "--json").data
    term = hall("roster", "stability", "--term", "2026-2027-1", "--json").data
    assert data["value"] == recounted(data) == term["stability_rate"]
    assert [(one["ref"], one["reason"]) for one in data["facts"] if one["counts"] == "below"] == [
        (WHO, "moved")]  # fmt: skip
    assert data["article"] == "14"


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [
        (("figure:on_time",), "figure.unknown", 4), (("figure:nothing_alike_at_all",), "figure.unknown", 4),
        (("figure:due", "--month", "2026-11", "--week", "last"), "figure.one_period", 2),
        (("figure:due", "--to", "2026-11-03"), "figure.one_period", 2),
        (("figure:due", "--from", "2026-11-03", "--to", "2026-11-01"), "figure.no_days", 2),
        (("figure:due", "--month", "2026-13"), "usage.bad_month", 2),
        (("figure:due", "--term", "1999"), "term.unknown", 4),
        (("figure:due", "--month", "2026-08"), "regulation.not_yet_in_force", 3),
        (("case:1", "--month", "2026-11"), "figure.only_figures", 2), ((WHO, "--all"), "figure.only_figures", 2),
    ],
)  # fmt: skip
def test_what_cannot_be_traced(hall: Run, words: tuple[str, ...], code: str, status: int) -> None:
    """An unknown figure names those that look alike; a period is said once and belongs to a figure."""
    ran = hall("why", *words, "--json", code=status)
    assert ran.codes == [code]
    if words == ("figure:on_time",):
        assert "on_time_rate" in ran.json["errors"][0]["message"]


def test_all_figures_are_listed(hall: Run) -> None:
    """figure: alone lists them with their names and articles; the name is as good as the code."""
    listed = hall("why", "figure:", "--json").data
    assert [one["figure"] for one in listed] == list(FORMULAS)
    assert all(one["label"] != one["figure"] for one in listed)
    assert "on_time_rate  On-time rate (Art. 27)" in hall("why", "figure:").out
    for one in listed:
        found = hall("why", f"figure:{one['label']}", "--month", "2026-09", "--json").data
        assert found["ref"] == f"figure:{one['figure']}"


def test_the_page_is_short_and_says_how_to_see_all(worked: Run) -> None:
    """Long groups are cut with their count; --all lists every fact."""
    short = worked("why", "figure:attendance_rate", "--month", "2026-11").out
    data = worked("why", "figure:attendance_rate", "--month", "2026-11", "--json").data
    assert len(short.splitlines()) <= 45
    both = sum(one["counts"] == "both" for one in data["facts"])
    assert f"Above and below the line ({both}):" in short
    assert f"… and {both - 8} more; all of them with --all or --json" in short
    for line in ("Attendance rate = ", "2026-11-01 to 2026-11-30.", "÷", "Below the line only",
                 "Left out (", "attendance.grace_minutes = 0", "Ask on, such as: hallctl why shift:"):  # fmt: skip
        assert line in short
    whole = worked("why", "figure:attendance_rate", "--month", "2026-11", "--all").out
    assert all(f"  {one['ref']}  " in whole for one in data["facts"])
    assert "more; all of them" not in whole


def test_a_month_that_is_not_over_is_a_draft(worked: Run) -> None:
    """It says so, and lists what is not settled."""
    words = ("why", "figure:attended", "--month", "2026-11")
    assert "Draft: the period is not over." in worked(*words, now="2026-11-20T09:00").out
    facts = worked(*words, "--json", now="2026-11-20T09:00").data["facts"]
    assert "not_settled" in {one["reason"] for one in facts if one["on"] >= "2026-11-20"}
    assert "Draft" not in worked(*words).out


def test_a_figure_of_a_closed_month(worked: Run) -> None:
    """What was reported stands beside what is known; opened again, what changed is named."""
    words = ("why", "figure:attended", "--month", "2026-11")
    before = worked(*words, "--json").data
    worked("attendance", "close", "2026-11", "--accept-open")
    closed = worked(*words, "--json").data
    assert closed["reported"]["value"] == closed["value"]
    assert closed["value"] <= before["value"]
    assert closed["reported"]["changed"] == []
    assert "Nothing changed since it was reported." in worked(*words).out
    assert "reported" not in worked("why", "figure:attended", "--week", "2026-W46", "--json").data
    rates = worked("why", "figure:presence_rate", "--month", "2026-11", "--json").data
    assert rates["reported"]["value"] == rates["value"]
    absent = next(one for one in closed["facts"] if one["reason"] == "absent")
    worked("attendance", "reopen", "2026-11", "--reason", "证明补交")
    witness = "T1012" if absent["staff_no"] != "T1012" else "T1011"
    worked("attendance", "correct", "--shift", absent["shift_no"], "--as-rostered", "--reason", "证明补交",
           "--witness", witness)  # fmt: skip
    anew = worked(*words, "--json").data
    assert anew["value"] > closed["value"]
    assert anew["reported"]["value"] == closed["value"]
    changed = [(one["staff_no"], one["status_was"], one["status_now"]) for one in anew["reported"]["changed"]]  # fmt: skip
    assert (absent["staff_no"], "absent", "present") in changed
    page = worked(*words).out
    assert f"Reported on 2026-12-01 09:00 as {closed['value']}; opened again on 2026-12-01" in page
    assert "was absent, is present" in page


def test_a_setting_that_changed_within_the_period(worked: Run) -> None:
    """Both values stand there, the later with its first day."""
    worked("policy", "set", "attendance.grace_minutes", "5", "--from", "2026-11-16")
    data = worked("why", "figure:late", "--month", "2026-11", "--json").data
    assert data["settings"]["attendance.grace_minutes"] == 5
    assert data["settings_changed"] == [
        {"name": "attendance.grace_minutes", "value": 5, "from_on": "2026-11-16"}
    ]
    text = worked("why", "figure:late", "--month", "2026-11").out
    assert "attendance.grace_minutes = 0\n" in text
    assert "attendance.grace_minutes = 5 (from 2026-11-16)" in text


def test_a_shift_given_away_is_explained_as_its_givers(worked: Run) -> None:
    """Two people are judged for one shift: the giver's part and the taker's are asked for apart."""
    facts = worked("why", "figure:swaps", "--month", "2026-11", "--json").data["facts"]
    given = next(one for one in facts if one["counts"] == "above")
    taken = next(one for one in facts if one["ref"] != given["ref"] and one["shift_no"] == given["shift_no"])  # fmt: skip
    assert worked("why", given["ref"], "--json").data["value"] == "given_away"
    assert worked("why", taken["ref"], "--json").data["value"] == taken["status"] != "given_away"
    assert worked("why", f"shift:{given['shift_no']}:T9", "--json", code=5).codes == [
        "duty.no_shift_then"]  # fmt: skip


def test_every_population_and_reason_has_its_words() -> None:
    """In both languages; no name of the program reaches a page."""
    for language in ("en", "zh_CN"):
        messages.use(language)
        for family in FAMILIES:
            names = set() if family.name in {"person", "tally"} else {"otherwise"}
            for code, formula in family.formulas.items():
                assert messages.label(code, "figure") != code
                names |= {one.__name__ for one in (formula.part, formula.whole) if one}
                names |= {
                    one.__name__ for one in (formula.adds, formula.of) if one.__name__ != "once"
                }
                for population in (formula.part, formula.whole):
                    names |= (
                        {one.__name__ for one in REASONS.get(population, ())}
                        if population
                        else set()
                    )
            for name in names:
                code = f"figure.{family.name}.{name}"
                assert messages.known(code), code


def test_counts_of_the_windows(hall: Run) -> None:
    """Visits and enquiries by window, day and kind; their sum is the figure."""
    hall("tally", "W01", "visit=12", "enquiry=5", "--on", "2026-11-02")
    hall("tally", "W02", "enquiry=3", "--on", "2026-11-03")
    hall("tally", "W02", "enquiry=4", "--on", "2026-10-30")
    data = hall("why", "figure:tallied", "--month", "2026-11", "--json").data
    assert data["value"] == recounted(data) == 20
    assert [(one["on"], one["window_no"], one["tally_kind"], one["adds_above"]) for one in data["facts"]] == [
        ("2026-11-02", "W01", "enquiry", 5), ("2026-11-02", "W01", "visit", 12),
        ("2026-11-03", "W02", "enquiry", 3)]  # fmt: skip
    page = hall("why", "figure:tallied", "--month", "2026-11").out
    assert "number 12" in page
    assert "2026-11-03" in page


def test_an_empty_month(hall: Run) -> None:
    """Nothing to count: zero, or nothing to divide by, on every page."""
    for code, formula in FORMULAS.items():
        if formula.article != "14":
            data = hall("why", f"figure:{code}", "--month", "2026-09", "--json").data
            assert data["value"] == (None if formula.whole else 0)
            assert data["facts"] == []
    assert "= —" in hall("why", "figure:on_time_rate", "--month", "2026-09").out
