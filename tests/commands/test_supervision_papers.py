"""Registers and reckonings of supervision (Art. 19, 29 to 33), and who may do what."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Ran, Run
from openpyxl import load_workbook

WHO, OTHER, LEADER = "0240601007", "0240601009", "T1001"
NAME, CONTACT = "禹密言", "199-0000-7788"


def texts(path: Path) -> list[str]:
    """What stands in the cells of a workbook."""
    return [
        str(cell.value)
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def step(run: Run, *words: object, code: int | None = 0) -> Ran:
    """One verb of a complaint."""
    return run("complaint", *words, "--json", code=code)


@pytest.fixture
def complained(hall: Run) -> Run:
    """One answered complaint that became a violation, one that waits too long, one about the officer."""
    words = (
        "open",
        "--channel",
        "phone",
        "--about",
        WHO,
        "--kind",
        "attitude",
        "--matter",
        "一直看手机",
    )
    step(hall, *words, "--name", NAME, "--contact", CONTACT, "--at", "2026-11-23T10:00")
    step(hall, "accept", 1, "--at", "2026-11-24T10:00")
    step(hall, "finding", 1, "--finding", "yes", "--note", "监控属实", "--by", LEADER,
         "--at", "2026-11-25T10:00")  # fmt: skip
    step(hall, "reply", 1, "--note", "已批评教育", "--at", "2026-11-26T10:00")
    step(hall, "open", "--channel", "letter", "--window", "W05", "--kind", "procedure", "--anonymous",
         "--matter", "材料说法不一", "--at", "2026-11-24T10:00")  # fmt: skip
    step(hall, "open", "--channel", "email", "--officer", "--at", "2026-11-25T10:00")
    return hall


def test_the_register_of_complaints(complained: Run, tmp_path: Path) -> None:
    """Every complaint of the days in a row, counted twice; who complained is in none of it."""
    ran = complained("complaint", "list", "--month", "2026-11", "--out", "a.xlsx", "--json")
    assert [one["complaint_no"] for one in ran.data] == ["T2026-0001", "T2026-0002", "T2026-0003"]
    found = texts(tmp_path / "a.xlsx")
    for text in ("电话", "贾七巧", "属实", "甄一鸣", "监控属实", "V2026-0001", "受理超期", "匿名", "转学生工作部处理",
                 "2026-12-01"):  # fmt: skip
        assert text in found
    assert "自检：收到3 ＝ 已答复1 ＋ 未答复1 ＋ 转学生工作部1，相符。" in found
    assert "自检：已有结论1 ＝ 属实1 ＋ 部分属实0 ＋ 不属实0，相符。" in found
    assert not any(secret in text for text in found for secret in (NAME, CONTACT))
    complained("complaint", "list", "--from", "2026-11-01", "--to", "2026-11-30", "--out", "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_which_complaints_the_list_has(complained: Run) -> None:
    """Those that wait, a month's, or those of some days; a period said twice or backwards is refused."""
    assert len(step(complained, "list").data) == 1
    assert len(step(complained, "list", "--from", "2026-11-24", "--to", "2026-11-24").data) == 1
    assert len(step(complained, "list", "--to", "2026-11-30").data) == 3
    for words in (("--month", "2026-11", "--to", "2026-11-30"), ("--from", "2026-11-30", "--to", "2026-11-01"),
                  ("--overdue", "--out", "x.xlsx")):  # fmt: skip
        step(complained, "list", *words, code=2)


def test_why_a_complaint_is_due_that_day(complained: Run) -> None:
    """Both limits with their days and settings, the finding, what followed; never who complained."""
    found = complained("why", "complaint:1", "--json").data
    assert (found["ref"], found["value"], found["article"]) == (
        "complaint:T2026-0001",
        "2026-12-01",
        "33",
    )
    assert found["settings"] == {"complaint.accept_days": 1, "complaint.reply_days": 5}
    assert [one["n"] for one in found["days"] if one.get("n")] == [1, 2, 3, 4, 5]
    said = " ".join(one["because"] for one in found["steps"])
    for text in ("Accepted at 2026-11-24", "T1001", "V2026-0001", "sealed"):
        assert text in said
    assert NAME not in str(found)
    assert CONTACT not in str(found)


def test_why_says_what_did_not_apply(complained: Run) -> None:
    """A late acceptance gains nothing; nothing is found yet; one about the officer has no limit here."""
    waiting = complained("why", "complaint:2", "--json").data
    said = " ".join(one["because"] for one in waiting["steps"])
    assert "Not accepted yet" in said
    assert "No finding yet" in said
    assert "anonymously" in said
    step(complained, "accept", 2)
    late = complained("why", "complaint:2", "--json").data
    assert "gains nothing" in " ".join(one["because"] for one in late["steps"])
    assert late["value"] == waiting["value"] == "2026-12-02"
    elsewhere = complained("why", "complaint:3", "--json").data
    assert (elsewhere["value"], "steps" in elsewhere and elsewhere["steps"]) == ("forwarded", [])
    assert complained("why", "complaint:9", "--json", code=4).codes == ["complaint.unknown"]
    unknown = complained("why", "nothing:9", "--json", code=2)
    assert "complaint:NO" in unknown.json["errors"][0]["message"]


@pytest.mark.parametrize(
    ("finding", "text"),
    [("no", "no violation follows"), ("partly", "only when that is asked for")],
)
def test_why_no_violation_followed(complained: Run, finding: str, text: str) -> None:
    """The rule of points did not apply, and it is said why."""
    step(complained, "accept", 2)
    step(complained, "finding", 2, "--finding", finding, "--note", "已核实")
    found = complained("why", "complaint:2", "--json").data
    assert text in " ".join(one["because"] for one in found["steps"])


@pytest.mark.parametrize(
    "words", [("finding", 2, "--finding", "no", "--note", "x"), ("reply", 2, "--note", "x")]
)
def test_findings_and_replies_are_the_officers_word(complained: Run, words: Any) -> None:
    """Somebody else may look into it, but the officer records what was found and answers."""
    step(complained, "accept", 2)
    ran = complained("--actor", "T1002", "complaint", *words, "--json", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["actor.not_the_officer"], "33")


def test_the_register_of_points_tells_both_sides(hall: Run, tmp_path: Path) -> None:
    """Evidence, the person's statement, the appeal with its verdict, or until when one can be made."""
    words = (
        "--kind",
        "attitude",
        "--on",
        "2026-11-02",
        "--note",
        "当面核实",
        "--evidence",
        "监控录像",
        "--json",
    )
    for who in (WHO, OTHER, "0240601011"):
        entry = hall("credit", "propose", "--staff", who, *words).data["entry_no"]
        hall("credit", "confirm", entry)
    hall("credit", "statement", "1", "--text", "当时排队人多")
    hall("credit", "appeal", "1", "--reason", "没有听清")
    hall("credit", "appeal", "2", "--reason", "不是我")
    hall("credit", "appeal", "2", "--verdict", "upheld", "--reason", "认错了人")
    hall("credit", "list", "--out", "a.xlsx")
    found = texts(tmp_path / "a.xlsx")
    for text in ("监控录像", "当时排队人多", "2026-12-01申诉：没有听清。待裁定",
                 "2026-12-01申诉：不是我。申诉成立，扣分冲销：认错了人", "可申诉至2026-12-08", "已冲销"):  # fmt: skip
        assert text in found, text


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("appraise.weights", '{"attendence": 100}', "policy.unknown_word"),
        ("appraise.weights", '{"attendance": "30"}', "policy.bad_value"),
        ("appraise.weights", '{"attendance": -1}', "policy.bad_value"),
        ("appraise.weights", '["attendance"]', "policy.bad_value"),
        ("appraise.weights", "30", "policy.bad_value"),
        ("appraise.discipline", '{"fault": 10, "late": 5}', "policy.unknown_word"),
        ("appraise.discipline", "null", "policy.bad_value"),
        ("stars.tie_breaks", '["presence"]', "policy.unknown_word"),
        ("stars.tie_breaks", '{"praise": 1}', "policy.bad_value"),
    ],
)
def test_settings_refuse_names_that_count_for_nothing(
    hall: Run, name: str, value: str, code: str
) -> None:
    """A misspelt weight would silently be no weight; known names are told."""
    ran = hall("policy", "set", name, value, "--json", code=2)
    assert ran.codes == [code]
    if code == "policy.unknown_word":
        assert "known are" in ran.json["errors"][0]["message"]


def test_settings_with_known_names_are_taken(hall: Run) -> None:
    """Also fewer of them, and none at all where nothing is shipped; a week is then drawn as before."""
    hall("policy", "set", "appraise.weights", '{"attendance": 60, "leader": 40}')
    hall("policy", "set", "appraise.weights", "null")
    hall("policy", "set", "appraise.discipline", '{"fault": 10}', "--from", "2026-10-01")
    hall("policy", "set", "stars.tie_breaks", '["satisfaction_rate", "faults"]')
    hall("policy", "set", "appraise.weights", '{"discipline": 100}', "--from", "2026-10-01")
    week = hall("appraise", "week", "2026-W48", "--json").data
    assert {one["score"] for one in week} == {100.0}


@pytest.mark.parametrize(
    ("article", "rule"), [("19", "may_acknowledge"), ("30", "may_dismiss"), ("33", "satisfies")]
)
def test_an_article_names_its_rules(hall: Run, article: str, rule: str) -> None:
    """Also those whose room stands beside the policy."""
    assert rule in hall("policy", "show", article, "--json").data["rules"]
    assert rule in hall("policy", "show", article).out
    (covered,) = (
        one for one in hall("policy", "coverage", "--json").data if one["article"] == article
    )
    assert rule in covered["rules"]
