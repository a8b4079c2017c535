"""What a sceptic tries with cases: ways around a promise, steps out of order, words that say nothing."""

import json
from typing import Any

import pytest
from conftest import HALL, Run
from test_case_life import AT, REFER, codes, lines, opened, shown


def test_a_late_case_stays_late_whatever_the_calendar_says(hall: Run) -> None:
    """A closed case with a firm date is never dated anew, and dating anew is the officer's."""
    number = opened(hall, "SX017", at="2026-11-02T09:00")
    hall("case", "close", number, "--result", "granted", "--at", "2026-11-20T09:00")
    hall(
        "calendar",
        "override",
        "vacation",
        "--from",
        "2026-11-04",
        "--to",
        "2026-11-18",
        "--authority",
        "x",
    )
    again = ("calendar", "recompute", "--case", number, "--note", "校历", "--json")
    ran = hall(*again, code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["case.date_stays"], "27")
    assert shown(hall, number)["lateness"] == "late"
    assert hall("--actor", "T1005", *again, code=3).codes == ["actor.not_the_officer"]


def test_reclassification_is_no_way_around(hall: Run) -> None:
    """Not below the steps of a joint case; an extension does not outlive the kind that allowed it."""
    joint = opened(hall, "SX018", at="2026-11-30T09:00")
    move = ("case", "reclassify", "--reason", "x", "--approver", "y", "--json")
    assert codes(hall, *move[:-1], joint, "--tier", "promised", code=3) == ["case.joint_tier"]
    extended = opened(hall, "SX004", at="2026-11-30T09:00")
    hall("case", "extend", extended, "--days", "10", "--reason", "x", "--approver", "y")
    found = hall(*move, extended, "--tier", "college").data
    assert (found["promise_days"], "extended_days" in found, found["due_on"]) == (
        7,
        False,
        "2026-12-09",
    )


def test_an_extension_recorded_late_is_the_officers(hall: Run) -> None:
    """Asked in time it counts, with both times on record."""
    number = opened(hall, "SX004", at="2026-11-02T09:00")  # due 30 November
    extend = (
        "case",
        "extend",
        number,
        "--days",
        "5",
        "--reason",
        "x",
        "--approver",
        "y",
        "--asked",
        "2026-11-27T09:00",
        "--json",
    )
    assert hall("--actor", "T1005", *extend, code=3).codes == ["actor.not_the_officer"]
    assert hall(*extend).codes == ["case.extended_afterwards"]


def test_closing_in_the_past_what_is_overdue_is_pointed_out(hall: Run) -> None:
    """It may be true; the record shows when it was written."""
    number = opened(hall, "SX017", at="2026-11-02T09:00")
    ran = hall("case", "close", number, "--result", "granted", "--at", "2026-11-05T09:00", "--json")
    assert (ran.data["lateness"], ran.codes) == ("early", ["case.closed_afterwards"])


def test_told_by_mistake_the_promise_comes_back(hall: Run) -> None:
    """Reopening a matter that was told where to go brings its reply date back, and the five steps go on."""
    number = hall(*REFER, "--json").data["case_no"]
    due = shown(hall, number)["due_on"]
    hall("case", "tell", number, "--department", "后勤处", "--place", "x")
    hall("case", "reopen", number, "--note", "不归后勤处")
    assert (shown(hall, number)["due_on"], shown(hall, number)["state"]) == (due, "received")
    hall("case", "refer", number, "--reported-to", "甄院长", "--department", "保卫处")
    assert (
        hall("case", "feedback", number, "--answered-by", "李工", "--note", "好了", "--json").data[
            "lateness"
        ]
        == "early"
    )


def test_what_is_the_halls_own_is_not_sent_away(hall: Run) -> None:
    """Nor is a matter of others accepted."""
    own = opened(hall, "SX045", "--unchecked")
    for words in (
        ("refer", own, "--reported-to", "甄院长"),
        ("tell", own, "--department", "x", "--place", "y"),
    ):
        assert codes(hall, "case", *words, code=5) == ["case.in_scope"]
    other = hall(
        "case", "refer", "--item", "SX002", "--applicant-no", "1", "--window", "W01", "--json"
    ).data["case_no"]
    assert codes(hall, "case", "accept", other, "--all-materials", code=5) == ["case.out_of_scope"]
    assert codes(hall, "calendar", "recompute", "--case", other, "--note", "x", code=3) == [
        "case.date_stays"
    ]


def test_already_never_hides_other_facts(hall: Run) -> None:
    """Another answer, another department, another reply date are no repeat; a known reference goes on."""
    words = (*REFER, "--ref", "R1")
    number = hall(*words, "--json").data["case_no"]
    assert hall(*words, "--json").data["already"] is True
    assert "already" not in hall(*words, "--reported-to", "甄院长", "--json").data
    assert [one["kind"] for one in shown(hall, number)["events"]] == ["recorded", "reported"]
    later = ("case", "refer", number, "--department", "后勤处", "--reply-by", "2026-12-30")
    assert codes(hall, *later, code=2) == ["case.reply_is_promised"]
    hall(*later[:-2])
    answer = ("case", "feedback", number, "--note", "已修", "--answered-by")
    hall(*answer, "李工")
    assert hall(*answer, "李工", "--json").data["already"] is True
    assert codes(hall, *answer, "王工", code=5) == ["case.step_taken"]
    tell = (
        "case",
        "tell",
        "--matter",
        "驾照",
        "--applicant-no",
        "2",
        "--window",
        "W01",
        "--place",
        "x",
        "--ref",
        "T1",
        "--department",
    )
    hall(*tell, "车管所")
    assert codes(hall, *tell, "公安局", code=5) == ["case.step_taken"]


def test_a_later_department_does_not_decide_before_an_earlier_one(hall: Run) -> None:
    """By the day of the verdicts too, not only by the order of typing."""
    number = opened(hall, "SX018", at="2026-11-16T09:00")
    hall("case", "decide", number, "教务处", "--by", "甲", "--at", "2026-11-20T09:00")
    ran = codes(
        hall, "case", "decide", number, "财务处", "--by", "乙", "--at", "2026-11-18T09:00", code=2
    )
    assert ran == ["case.before_newest"]


def test_papers_come_while_the_clock_stands(hall: Run) -> None:
    """The overlooked paper is brought during the pause."""
    number = opened(hall, at="2026-11-30T09:00")
    hall("case", "notice", number, "--missing", "申请表", "--breach", "漏看")
    hall("case", "pause", number, "--reason", "applicant_supplement")
    found = hall("case", "supply", number, "--all", "--json").data
    assert (found["state"], found["missing"]) == ("paused", [])


def test_a_pause_without_a_limit_is_looked_at_when_the_case_was_due(hall: Run) -> None:
    """Nobody's clock stands for ever unseen."""
    number = opened(hall, at="2026-11-30T09:00")
    due = shown(hall, number)["due_on"]
    hall("case", "pause", number, "--reason", "applicant_supplement")
    found = hall("case", "due", "--json", now="2027-01-11T09:00", code=8).data
    assert [(one["case_no"], one["what"], one["due_on"]) for one in found] == [
        (number, "pause", due)
    ]


def test_optional_papers_that_were_brought_are_on_record(hall: Run, tmp_path: Any) -> None:
    """Every paper that was taken, not only those that had to be."""
    (tmp_path / "a.csv").write_text(
        "事项编码,材料名称,必需,份数\nSX902,申请表,是,1\nSX902,获奖证书,否,1\n", encoding="utf-8")  # fmt: skip
    (tmp_path / "b.csv").write_text(
        "事项编码,事项名称,窗口,办件类型\nSX902,奖励,W01,承诺件\n", encoding="utf-8"
    )
    hall("item", "import", "b.csv", "a.csv")
    number = opened(hall, "SX902", "--material", "申请表", "--material", "获奖证书")
    assert [one["name"] for one in shown(hall, number)["materials"]] == ["申请表", "获奖证书"]


def test_faculties_leaders_and_the_hall_are_no_departments(hall: Run, tmp_path: Any) -> None:
    """Three names make a joint case only when they are departments; the setting names the endings."""
    (tmp_path / "a.csv").write_text(
        "事项编码,事项名称,窗口,办件类型,承诺时限,涉及部门\nJ1,甲,W01,校级研究件,7,学工处、信息学院、校长\n"
        "J2,乙,W01,校级研究件,7,学工处、教务处、财务处、信息学院\n", encoding="utf-8")  # fmt: skip
    hall("item", "import", "a.csv")
    assert [one["joint"] for one in hall("item", "list", "--json").data[:2]] == [False, True]


def test_whoever_took_the_fee_is_handed_no_case(hall: Run) -> None:
    """Handling and collecting are kept apart in both directions."""
    number = opened(hall, at="2026-11-30T09:00")
    hall("case", "fee", number, "--amount", "5", "--voucher", "P1", "--by", "T1003")
    assert codes(hall, "case", "transfer", number, "--to", "T1003", "--reason", "x", code=3) == [
        "fee.taken_by_handler"
    ]


@pytest.mark.parametrize("words", [
    ("close", "1", "--result", "refused", "--note", "  "), ("withdraw", "1", "--note", " "), ("reopen", "1", "--note", "\u3000"),
    ("notice", "1", "--missing", "申请表", "--breach", " "), ("refer", "--matter", " ", "--applicant-no", "1"),
    ("extend", "1", "--days", "1", "--reason", " ", "--approver", "x"), ("open", "--item", "SX045", "--applicant-no", " "),
], ids=lambda words: words[0])  # fmt: skip
def test_spaces_are_no_reason(hall: Run, words: tuple[str, ...]) -> None:
    """On the command line and line by line."""
    opened(hall)
    assert codes(hall, "case", *words, code=2) == ["usage.blank"]


def test_words_that_cannot_be_are_refused_without_a_crash(hall: Run) -> None:
    """Odd digits, huge numbers, broken characters, endless brackets, contradictions."""
    for number in ("²", "2026-²", "2026-99999999999"):
        assert codes(hall, "case", "show", number, code=2) == ["case.bad_number"]
    hall("case", "list", "--limit", "9" * 30, code=2)
    hall("case", "open", "--atomic", "--item", "SX045", "--applicant-no", "1", code=2)
    both = (
        "case",
        "open",
        "--item",
        "SX045",
        "--applicant-no",
        "1",
        "--all-materials",
        "--missing",
        "申请表",
    )
    assert codes(hall, *both, code=2) == ["case.all_and_missing"]
    assert codes(hall, "case", "open", "--item", "SX045", "--applicant-no", "", code=2) == [
        "case.who"
    ]
    act = {"item": "SX045", "applicant_no": "1", "at": AT}
    odd = (
        json.dumps({**act, "applicant": "\ud800"})
        + "\n"
        + "[" * 100_000
        + "\n"
        + lines({**act, "missing": [None]})
    )
    ran = hall(
        "case",
        "open",
        "--stdin",
        stdin=odd + lines({**act, "note": " "}, {**act, "ref": "  "}),
        code=2,
    )
    found = [json.loads(line)["errors"][0]["code"] for line in ran.out.splitlines()]
    assert found == [
        "many.no_text",
        "many.no_json",
        "many.wrong_kind",
        "many.unknown_key",
        "usage.blank",
    ]


def test_the_newest_open_cases_are_listed(hall: Run) -> None:
    """A limit cuts the oldest."""
    for at in ("2026-11-03T09:00", "2026-11-02T09:00", "2026-11-04T09:00"):
        opened(hall, "SX017", at=at)
    listed = hall("case", "list", "--state", "open", "--limit", "2", "--json").data
    assert [one["case_no"][-1] for one in listed] == ["2", "3"]


def test_case_show_lists_a_paper_as_it_stands_now(hall: Run) -> None:
    """What was missing and came in is taken, not missing too."""
    number = hall("case", "open", "--item", "SX045", "--applicant-no", "0250200001", "--applicant", "艾一鸣",
                  "--missing", "申请表", "--at", "2026-11-16T09:00", "--json").data["case_no"]  # fmt: skip
    assert "missing: 申请表" in hall("case", "show", number).out
    hall("case", "supply", number, "--all", "--at", "2026-11-17T09:00")
    page = hall("case", "show", number).out
    assert "missing: 申请表" not in page
    assert "taken: 申请表" in page


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2026-12-02", []), ("2026-12-05", ["case.reply_on_rest_day"]),
        ("2027-01-05", ["case.reply_not_announced"]),
        ("2027-01-02", ["case.reply_not_announced", "case.reply_on_rest_day"]),
    ],
)  # fmt: skip
def test_a_reply_day_nobody_may_be_there_is_pointed_out(
    hall: Run, day: str, codes: list[str]
) -> None:
    """On a rest day, or in a year whose days off are not announced; it is recorded all the same."""
    words = (
        "case",
        "refer",
        "--matter",
        "路灯不亮",
        "--applicant-no",
        "0250200009",
        "--window",
        "W01",
    )
    ran = hall(*words, "--reply-by", day, "--json")
    assert [code for code in ran.codes if code.startswith("case.reply")] == codes
    assert ran.data["due_on"] == day


@pytest.mark.parametrize("command", ["roster", "duty", "case", "item"])
def test_a_damaged_file_is_named_in_the_language_chosen(hall: Run, command: str) -> None:
    """No words of a library come through."""
    from hallctl import messages

    messages.use("zh_CN")
    ran = hall(command, "import", HALL / "broken.xlsx", code=6)
    assert "文件已损坏" in ran.err
    assert "zip" not in ran.err
