"""What is explained says which rules did not apply, and what kept each from it (Art. 37)."""

from typing import Any

import pytest
from conftest import Run

WHO = "0240601007"
LATER = {"now": "2026-12-02T09:00"}


def aside(run: Run, ref: str, **more: Any) -> str:
    """The rules that did not apply, one a line; the page and the JSON say the same."""
    listed = run("why", ref, "--json", **more).data["not_applied"]
    page = run("why", ref, **more).out
    assert "Rules that did not apply:" in page
    for one in listed:
        assert f"  Art. {one['article']}: {one['because']}" in page
        assert not one["because"].startswith(("why.", "{")), one
        assert "{" not in one["because"]
    return "\n".join(f"{one['article']} {one['because']}" for one in listed)


def opened(run: Run, item: str = "SX002", *more: str, at: str = "2026-11-16T09:00") -> str:
    papers = () if "--missing" in more else ("--all-materials",)
    number: str = run("case", "open", "--item", item, "--applicant-no", "0250200001", "--applicant", "艾一鸣",
                      *papers, *more, "--at", at, "--json").data["case_no"]  # fmt: skip
    return number


def entry(run: Run, on: str, *more: str) -> str:
    found: str = run("credit", "propose", "--staff", WHO, "--kind", "attitude", "--on", on, "--note", "核实",
                     *more, "--json").data["entry_no"]  # fmt: skip
    return found


def test_a_case_that_was_never_moved(hall: Run) -> None:
    """No other limit, no cut-off, no pause, no extension, no other kind, no second department."""
    number = opened(hall)
    found = aside(hall, f"case:{number}")
    for said in ("27 college-decided", "27 superior-approved", "27 Done on the spot",
                 "27 Accepted after 17:30", "27 The clock was never stopped; it may be for: ",
                 "27 Only what goes to superior authorities", "27 It was never moved", "27 No year that is not",
                 "8 Fewer than 3 departments", "25 No papers were missing", "28 The hall handles it"):  # fmt: skip
        assert said in found
    assert "27 promised" not in found
    assert "applicant_supplement" not in found
    assert "32 Closed in time" not in found
    hall("case", "close", number, "--result", "granted", "--at", "2026-11-17T10:00")
    assert "32 Closed in time" in aside(hall, f"case:{number}")


def test_what_did_apply_to_a_case_is_not_among_them(hall: Run) -> None:
    """After hours, papers missing, paused, late, joint, provisional: each is gone from the list."""
    evening = aside(hall, f"case:{opened(hall, at='2026-11-16T18:00')}")
    assert "17:30" not in evening
    waiting = opened(hall, "SX045", "--missing", "申请表")
    found = aside(hall, f"case:{waiting}")
    assert "27 The clock starts with complete papers" in found
    assert "25 No papers" not in found
    late = opened(hall, at="2026-11-27T09:00")
    hall("case", "pause", late, "--reason", "applicant_supplement", "--at", "2026-11-30T10:00")
    hall("case", "resume", late, "--at", "2026-12-01T08:00")
    hall("case", "close", late, "--result", "granted", now="2026-12-30T10:00")
    found = aside(hall, f"case:{late}", now="2026-12-30T10:00")
    assert "never stopped" not in found
    assert "32 Closed in time" not in found
    long = opened(hall, "SX004", "--promise-days", "30", at="2026-11-30T09:00")
    assert "No year that is not announced" not in aside(hall, f"case:{long}")


def test_what_the_hall_does_not_handle(hall: Run) -> None:
    """No limit of Art. 27 applies to it; it is explained where the applicant was told to go."""
    number = hall("case", "tell", "--matter", "驾驶证", "--applicant-no", "0250200008", "--applicant", "艾一鸣",
                  "--window", "W01", "--department", "车管所", "--place", "市政务中心",
                  "--at", "2026-11-19T10:00", "--json").data["case_no"]  # fmt: skip
    data = hall("why", f"case:{number}", "--json").data
    assert (data["value"], data["article"]) == ("told", "28")
    assert "车管所" in data["because"]
    assert aside(hall, f"case:{number}").splitlines() == [
        "27 Nothing is promised within the limits of Art. 27 for what the hall does not handle."
    ]


def test_a_shift(worked: Run) -> None:
    """What it is called is not among what it is not called; decisions are missing only while there are none."""
    shown = worked("attendance", "show", "--month", "2026-10", "--json").data
    of = {one["status"]: one["shift_no"] for one in shown}
    present = aside(worked, f"shift:{of['present']}")
    for said in ("22 No special hours", "14 Not late: not more than 0 minutes", "14 Not left early",
                 "14 No spot check", "23 Not absent", "14 No approved leave", "23 Nobody corrected",
                 "23 Nobody excused", "23 Its month is not closed"):  # fmt: skip
        assert said in present
    assert "Not late" not in aside(worked, f"shift:{of['late']}")
    assert "Not left early" not in aside(worked, f"shift:{of['early']}")
    assert "Not absent" not in aside(worked, f"shift:{of['absent']}")
    assert "No approved leave" not in aside(worked, f"shift:{of['leave']}")
    facts = worked("why", "figure:swaps", "--month", "2026-11", "--json").data["facts"]
    given = next(one["ref"] for one in facts if one["counts"] == "above")
    found = aside(worked, given)
    assert "23 Not judged as this person's" in found
    assert "Nobody gave it away" not in found
    worked("attendance", "correct", "--shift", of["absent"], "--as-rostered", "--reason", "证明补交",
           "--witness", "A0001")  # fmt: skip
    assert "Nobody corrected" not in aside(worked, f"shift:{of['absent']}")
    worked("attendance", "close", "2026-10", "--accept-open", **LATER)
    assert "not closed" not in aside(worked, f"shift:{of['present']}", **LATER)


def test_an_entry_of_the_ledger(hall: Run) -> None:
    """The other steps, kinds, sources and consequences; what it rests on stands among the facts."""
    first = entry(hall, "2026-09-07")
    assert "32 No points are taken while it is proposed." in aside(hall, f"credit:{first}")
    hall("credit", "confirm", first)
    found = aside(hall, f"credit:{first}")
    for said in ("Time no. 2 costs 5 points", "Time no. 3 costs 10 points", "Other kinds that cost points: ",
                 "27 It rests on no case", "33 It rests on no complaint", "32 It was not handed",
                 "32 Nobody appealed", "98 points are not below 80", "from time no. 3 on"):  # fmt: skip
        assert said in found
    assert "Time no. 1 " not in found
    hall("complaint", "open", "--channel", "phone", "--about", WHO, "--kind", "attitude", "--anonymous",
         "--matter", "态度", "--at", "2026-11-24T10:00")  # fmt: skip
    hall("complaint", "accept", "1")
    hall("complaint", "finding", "1", "--finding", "yes", "--note", "核实")
    proposed = hall("credit", "list", "--json").data[-1]["entry_no"]
    data = hall("why", f"credit:{proposed}", "--json").data
    assert any("It rests on complaint T2026-0001" in one["because"] for one in data["steps"])
    assert "rests on no complaint" not in aside(hall, f"credit:{proposed}")
    for day in ("2026-09-14", "2026-10-12", "2026-10-13"):
        last = entry(hall, day)
        hall("credit", "confirm", last)
    found = aside(hall, f"credit:{last}")
    assert "are not below 80" not in found
    assert "annual review" not in found
    assert "Time no. 1 costs 2 points" in found
    assert "Time no. 3" not in found


def test_a_person_on_one_page(hall: Run) -> None:
    """Entries outside the year and those not confirmed do not count; below the line, dismissal is no aside."""
    for day in ("2026-09-07", "2026-09-14", "2026-10-12", "2026-11-02"):
        hall("credit", "confirm", entry(hall, day))
    waiting = entry(hall, "2026-11-03")
    data = hall("why", WHO, "--json").data
    assert data["value"] == 73
    assert [one["because"].split(",")[0] for one in data["steps"]][-1] == waiting
    found = aside(hall, WHO)
    assert "0 entries lie outside 2026-09-01 to 2027-08-31" in found
    assert f"Not confirmed, so without points: {waiting}." in found
    assert "are not below" not in found
    later = {"now": "2027-09-02T09:00"}
    found = aside(hall, WHO, **later)
    assert "5 entries lie outside 2027-09-01 to 2028-08-31" in found
    assert "100 points are not below 80" in found
    assert "from time no. 3 on" in found
    assert "student workers only" not in found
    assert "student workers only" in aside(hall, "T1002")
    assert len(hall("why", WHO).out.splitlines()) <= 40


def test_a_rating(hall: Run) -> None:
    """One that satisfies asks for nothing; no rating alone takes points."""
    good, bad = opened(hall), opened(hall, at="2026-11-16T09:05")
    for number, level in ((good, 5), (bad, 1)):
        hall("case", "close", number, "--result", "granted", "--at", "2026-11-17T10:00")
        hall("case", "rate", number, level, "--at", "2026-11-18T10:00")
    assert "33 It satisfies" in aside(hall, f"rating:{good}")
    assert aside(hall, f"rating:{bad}").startswith("32 A rating alone takes no points")


def test_a_week_and_a_star(worked: Run) -> None:
    """Conduct nobody saw, logs that are there; exclusions that do not fit, tie-breaks that were not needed."""
    found = aside(worked, f"week:2026-W46:{WHO}")
    for said in ("15 Nobody saw", "16 Nobody saw", "14 No shift was begun late", "32 No violation",
                 "29 Nobody gave a score"):  # fmt: skip
        assert said in found
    assert "No log is missing" not in found
    worked(
        "appraise", "incident", WHO, "--kind", "screen", "--on", "2026-11-10", "--note", "看视频"
    )
    assert "15 Nobody saw" not in aside(worked, f"week:2026-W46:{WHO}")
    page = worked("why", f"week:2026-W46:{WHO}").out
    assert page.startswith(f"week:2026-W46:{WHO} = — (Art. 29)")
    weights = '{"attendance": 30, "discipline": 30, "service": 30, "full_attendance": 10}'
    worked("policy", "set", "appraise.weights", weights, "--from", "2026-10-01")
    worked("appraise", "week", "2026-W46", "--publish")
    lines = worked("appraise", "stars", "2026-2027-1", "--json").data
    first = next(one for one in lines if one["standing"] != "excluded")
    found = aside(worked, f"star:2026-2027-1:{first['staff_no']}")
    assert "29 Not excluded by: confirmed violation" in found
    assert "29 Not needed to settle the place: score, presence rate" in found
    assert "29 Not named as a service star." in found
    after = next((one for one in lines if one.get("settled_by") == "score"), None)
    if after:
        found = aside(worked, f"star:2026-2027-1:{after['staff_no']}")
        assert "settle the place: presence rate" in found


@pytest.mark.parametrize("ref", [WHO, "case:1", "shift:1"])
def test_in_chinese(worked: Run, ref: str) -> None:
    """The page is Chinese throughout when that is chosen."""
    from hallctl import messages

    messages.use("zh_CN")
    page = worked("why", ref).out
    assert "未适用的规定：" in page
    told = page.split("未适用的规定：")[1].split("当日有效的设置")[0]
    assert all("第" in line and "条" in line for line in told.strip().splitlines())
