"""Slips: the right paper for where a case stands, with every field, logged, repeated word for word."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran, Run
from openpyxl import load_workbook

AT = "2026-11-24T09:10"
OPEN = ("case", "open", "--applicant-no", "0250200001", "--applicant", "艾一鸣", "--json")


def words(path: Path) -> list[str]:
    """Every text on a sheet, from the top."""
    sheet = load_workbook(path).worksheets[0]
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def beside(path: Path, label: str) -> list[str]:
    """What stands to the right of a label, on counterfoil and slip."""
    found = words(path)
    return [found[n + 1] for n, text in enumerate(found) if text == label]


def opened(run: Run, item: str, *more: str, at: str = AT) -> Any:
    return run(*OPEN, "--item", item, *more, now=at).data


def slip(run: Run, *said: str, code: int | None = 0, now: str = AT) -> Ran:
    return run("case", "slip", *said, "--json", code=code, now=now)


@pytest.fixture
def told(hall: Run) -> Run:
    """A hall with its complaint lines, and case 1 that waits for two papers."""
    hall("policy", "set", "complaint.phone", "000-1111", "--from", "2026-09-01")
    hall("policy", "set", "complaint.email", "hall@example.edu", "--from", "2026-09-01")
    opened(hall, "转专业", "--missing", "转专业申请表", "--missing", "学院意见=未盖章", "--phone",
           "199-0000-0001")  # fmt: skip
    return hall


def test_the_notice_names_everything(told: Run, tmp_path: Path) -> None:
    """Art. 25: each paper with its reason, standard and way to get it, by when, where, and by whom."""
    data = slip(told, "1").data
    assert data == {
        "case_no": "2026-000001", "kind": "notice", "slip_no": "2026-000001-G1", "copy": 1,
        "printed_at": "2026-11-24T09:10:00+08:00", "path": str(tmp_path / "slips" / "2026-000001-G1.xlsx"),
        "sha256": data["sha256"],
    }  # fmt: skip
    path = Path(data["path"])
    assert hashlib.sha256(path.read_bytes()).hexdigest() == data["sha256"]
    assert beside(path, "编号")[0] == "2026-000001-G1"
    assert "编号：2026-000001-G1" in words(path)
    assert beside(path, "办件编号") == ["2026-000001"]
    assert beside(path, "申请人") == ["艾一鸣", "艾一鸣"]
    assert beside(path, "学号/工号") == ["0250200001"] * 2
    assert beside(path, "申请事项") == ["转专业申请"] * 2
    assert beside(path, "办理窗口") == ["学籍管理窗口"] * 2
    assert beside(path, "联系电话") == ["199-0000-0001"]
    assert beside(path, "补齐期限") == ["2026年12月22日"] * 2
    assert beside(path, "需补材料") == ["2项：转专业申请表、学院意见"]
    text = words(path)
    n = text.index("学院意见（未盖章）")
    assert text[n - 1 : n + 3] == [
        "2",
        "学院意见（未盖章）",
        "1份，原件，内容完整、字迹清楚",
        "教务处领取",
    ]
    assert "经办人：甄五味" in text
    assert "申请人签收：" in text
    assert "用微笑服务，让满意作答" in text
    assert "云溪航空职业学院“一站式”学生服务大厅" in text
    assert any("000-1111" in one and "hall@example.edu" in one for one in text)
    assert any("周一至周五08:30—17:30" in one for one in text)


def test_the_receipt_keeps_the_promise(told: Run, tmp_path: Path) -> None:
    """Art. 26, 27: both dates, what was taken, the promise, the due date, the departments, the fee."""
    told("case", "supply", "1", "--all", now="2026-11-24T17:45")
    path = Path(slip(told, "1", now="2026-11-24T17:46").data["path"])
    assert path.name == "2026-000001-S1.xlsx"
    assert beside(path, "收件时间") == ["2026年11月24日09:10"]
    assert beside(path, "受理时间") == ["2026年11月24日17:45"] * 2
    assert beside(path, "视同受理日") == ["2026年11月25日"]
    assert beside(path, "承诺时限") == ["7个工作日（校级研究件）"] * 2
    assert beside(path, "应办结日期") == ["2026年12月4日"] * 2
    assert beside(path, "联办部门") == ["教务处、学生工作部、财务处"]
    assert beside(path, "收费") == ["不收费"]
    text = words(path)
    n = text.index("已收材料", text.index("已收材料") + 1)
    assert text[n + 3 : n + 7] == ["1", "成绩单", "2", "原件"]
    assert beside(path, "已收材料")[0] == "3项"


def test_a_provisional_date_prints_its_interval(told: Run) -> None:
    """It says that it follows the national notice; a firm one does not."""
    opened(told, "SX002", "--all-materials", at="2026-12-30T09:00")
    path = Path(slip(told, "2", now="2026-12-30T09:00").data["path"])
    assert beside(path, "应办结日期")[0] == (
        "暂定2027年1月5日，在2027年1月4日与2027年1月5日之间；2027年放假安排尚未公布，以国家公布的放假通知为准"
    )
    assert "视同受理日" not in words(path)


def test_a_refusal_says_why_and_where_to_turn(told: Run) -> None:
    """Art. 26: the recorded reason stands on slip and counterfoil; silent departments are left out."""
    told("case", "supply", "1", "--all", now=AT)
    told("case", "decide", "1", "教务处", "--result", "granted", now=AT)
    told("case", "close", "1", "--result", "refused", "--note", "学分不足", now=AT)
    path = Path(slip(told, "1").data["path"])
    assert path.name == "2026-000001-B1.xlsx"
    assert beside(path, "理由") == ["学分不足"] * 2
    assert beside(path, "部门意见") == ["教务处：同意"]
    assert any("举报窗口" in one for one in words(path))


def test_a_completion_tells_lateness_as_it_is(told: Run) -> None:
    """Early, on time or late, with the working days used; a late one apologises."""
    opened(told, "SX002", "--all-materials")
    told(
        "case",
        "close",
        "2",
        "--result",
        "granted",
        "--at",
        "2026-12-02T10:00",
        now="2026-12-02T10:00",
    )
    path = Path(slip(told, "2", now="2026-12-02T10:00").data["path"])
    assert beside(path, "办理时效") == ["超期办结，用时6个工作日"] * 2
    assert any("致歉" in one for one in words(path))
    told("case", "done", "SX001", "0250200002", "艾二白", now="2026-12-02T10:01")
    path = Path(slip(told, "3", now="2026-12-02T10:01").data["path"])
    assert beside(path, "承诺时限") == ["当场办结"]
    assert "应办结日期" not in words(path)
    assert not any("致歉" in one for one in words(path))


@pytest.mark.parametrize(
    ("acts", "kind", "code"),
    [
        ((), "receipt", "slip.does_not_fit"),
        ((), "completion", "slip.does_not_fit"),
        ((), "refusal", "slip.does_not_fit"),
        ((), "certificate", "slip.unknown_kind"),
        ((("case", "supply", "1", "--all"),), "completion", "slip.does_not_fit"),
        ((("case", "supply", "1", "--material", "学院意见"),), "", "slip.none_for_step"),
    ],
)  # fmt: skip
def test_a_slip_that_does_not_fit_is_refused(
    told: Run, tmp_path: Path, acts: tuple[tuple[str, ...], ...], kind: str, code: str
) -> None:
    """Nothing is written and nothing logged; what fits is named."""
    for act in acts:
        told(*act, now=AT)
    said = ["1", kind] if kind else ["1"]
    assert slip(told, *said, code=2 if "unknown" in code else 5).codes == [code]
    assert not (tmp_path / "slips").exists()
    assert told("case", "slip", "1", "--list", "--json").data == []


def test_earlier_papers_stay_printable(told: Run) -> None:
    """The notice can be printed while and after the papers came, with all that it named."""
    told("case", "supply", "1", "--all", now=AT)
    path = Path(slip(told, "1", "notice").data["path"])
    assert beside(path, "需补材料") == ["2项：转专业申请表、学院意见"]


def test_a_second_print_repeats_the_first(told: Run, tmp_path: Path) -> None:
    """Word for word, marked as a copy, whatever has changed since."""
    first = slip(told, "1").data
    told("policy", "set", "complaint.phone", "000-2222", "--from", "2026-09-01")
    again = slip(told, "1", "notice", now="2026-11-25T08:00").data
    assert (again["slip_no"], again["copy"]) == ("2026-000001-G1", 2)
    assert Path(again["path"]).name == "2026-000001-G1-2.xlsx"
    marks = [text for text in words(Path(again["path"])) if text not in words(Path(first["path"]))]
    assert marks == ["补打　第2份", "补打　第2份"]
    assert any("000-1111" in text for text in words(Path(again["path"])))
    listed = told("case", "slip", "1", "--list", "--json").data
    assert [(one["slip_no"], one["copy"], one["printed_by"], one["file"]) for one in listed] == [
        ("2026-000001-G1", 1, "A0001", "2026-000001-G1.xlsx"),
        ("2026-000001-G1", 2, "A0001", "2026-000001-G1-2.xlsx"),
    ]
    shown = told("case", "show", "1")
    assert "2026-11-25 08:00  printed: one-time notice 2026-000001-G1, copy 2" in shown.out
    assert len(told("case", "show", "1", "--json").data["slips"]) == 2


def test_what_is_known_now_makes_a_new_slip(told: Run) -> None:
    """With --current: a number of its own, and the number of the slip that it stands for."""
    slip(told, "1")
    told("policy", "set", "complaint.phone", "000-2222", "--from", "2026-09-01")
    data = slip(told, "1", "--current").data
    assert (data["slip_no"], data["copy"]) == ("2026-000001-G2", 1)
    text = words(Path(data["path"]))
    assert any("代替编号2026-000001-G1" in one for one in text)
    assert any("000-2222" in one for one in text)
    assert slip(told, "1").data["slip_no"] == "2026-000001-G2"


def test_a_print_can_be_undone_newest_first(told: Run) -> None:
    """The step stays while its paper is out; a voided number is not given again; the chain holds."""
    slip(told, "1")
    second = slip(told, "1")
    entries = [one["entry_no"] for one in told("case", "slip", "1", "--list", "--json").data]
    opening = entries[0] - 1
    assert told("undo", opening, "--json", code=5).codes == ["undo.rested_on"]
    assert told("undo", entries[0], "--json", code=5).codes == ["undo.rested_on"]
    told("undo", entries[1])
    assert slip(told, "1").data["copy"] == second.data["copy"]
    told("undo")
    told("undo", entries[0])
    assert told("case", "slip", "1", "--list", "--json").data == []
    assert slip(told, "1").data["slip_no"] == "2026-000001-G2"
    told("undo")
    told("undo", opening)
    assert told("db", "check", "--json").data["findings"] == []


def test_an_act_prints_its_slip(hall: Run, tmp_path: Path) -> None:
    """Notice, receipt, completion and refusal come from the acts that cause them."""
    found = opened(hall, "SX002", "--print")
    assert found["slips"][0]["kind"] == "notice"
    supplied = hall("case", "supply", "1", "--all", "--print", "--json", now=AT)
    assert supplied.data["slips"][0]["slip_no"] == "2026-000001-S1"
    closed = hall("case", "close", "1", "--result", "granted", "--print", now=AT)
    assert "2026-000001-J1.xlsx" in closed.err
    done = hall("case", "done", "SX001", "0250200002", "--print", "--json", now=AT)
    assert done.data["slips"][0]["kind"] == "completion"
    opened(hall, "SX002", "--all-materials")
    refused = hall(
        "case", "close", "3", "--result", "refused", "--note", "x", "--print", "--json", now=AT
    )
    assert refused.data["slips"][0]["kind"] == "refusal"
    assert sorted(path.name for path in (tmp_path / "slips").iterdir()) == [
        "2026-000001-G1.xlsx", "2026-000001-J1.xlsx", "2026-000001-S1.xlsx", "2026-000002-J1.xlsx",
        "2026-000003-B1.xlsx",
    ]  # fmt: skip


def test_a_step_without_a_slip_prints_none(told: Run, tmp_path: Path) -> None:
    """Part of the papers came: nothing new to hand out, and nothing failed."""
    ran = told("case", "supply", "1", "--material", "学院意见", "--print", "--json", now=AT)
    assert ran.data["slips"] == []
    assert "slip.none_yet" in ran.codes
    assert not (tmp_path / "slips").exists()


def test_the_same_act_again_prints_once(hall: Run) -> None:
    """With a reference the second run changes nothing, and says where the slip is."""
    words = ("--all-materials", "--ref", "k1", "--print")
    assert opened(hall, "SX002", *words)["slips"][0]["slip_no"] == "2026-000001-S1"
    again = opened(hall, "SX002", *words)
    assert again["slips"][0]["already"] is True
    assert len(hall("case", "slip", "1", "--list", "--json").data) == 1
    assert "printed before" in hall(*OPEN[:-1], "--item", "SX002", *words, now=AT).err


def test_a_slip_that_cannot_be_written_leaves_the_act(hall: Run, tmp_path: Path) -> None:
    """The case is kept, the failure told beside it, and no print is logged."""
    (tmp_path / "slips").write_text("no folder")
    ran = hall(*OPEN, "--item", "SX002", "--all-materials", "--print", code=6, now=AT)
    assert ran.json["ok"] is False
    assert ran.data["case_no"] == "2026-000001"
    assert "sheet.not_written" in ran.codes
    assert hall("case", "slip", "1", "--list", "--json").data == []


def test_a_dry_run_writes_no_slip(told: Run, tmp_path: Path) -> None:
    """Neither with the act nor on its own, and the log stays empty."""
    opened(told, "SX002", "--all-materials", "--print", "--dry-run")
    assert slip(told, "1", "--dry-run").data["slip_no"] == "2026-000001-G1"
    assert not (tmp_path / "slips").exists()
    assert told("case", "slip", "1", "--list", "--json").data == []


def test_where_slips_go(told: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--out, then HALLCTL_SLIPS, then hallctl.toml beside the hall file, then a folder beside it."""
    (tmp_path / "hallctl.toml").write_text('slips = "单据"\n', encoding="utf-8")
    assert Path(slip(told, "1").data["path"]).parent == tmp_path / "单据"
    monkeypatch.setenv("HALLCTL_SLIPS", str(tmp_path / "env"))
    assert Path(slip(told, "1").data["path"]).parent == tmp_path / "env"
    assert slip(told, "1", "--out", "own/slip.xlsx").data["path"] == "own/slip.xlsx"
    opened(told, "SX002", "--all-materials", "--print", "--slips", "there")
    assert (tmp_path / "there" / "2026-000002-S1.xlsx").is_file()


def test_a_hall_without_complaint_lines_is_pointed_out(hall: Run) -> None:
    """Art. 33: the slip leaves room to write them, and the act says what to set."""
    opened(hall, "SX002", "--all-materials")
    ran = slip(hall, "1")
    assert ran.codes == ["slip.no_complaint_lines"]
    assert ran.json["warnings"][0]["article"] == "33"
    assert any("电子信箱：＿" in text for text in words(Path(ran.data["path"])))


def test_a_paper_without_a_way_names_the_window(hall: Run, tmp_path: Path) -> None:
    """Art. 25: where the item does not say how to get a paper, notice and act say so."""
    (tmp_path / "i.csv").write_text(
        "事项编码,事项名称,类别,窗口,办件类型,承诺时限,申报材料\nE1,入伍证明,综合事务,W01,承诺件,3,申请表；身份证\n",
        encoding="utf-8",
    )
    hall("item", "import", "i.csv")
    ran = hall(*OPEN, "--item", "E1", "--missing", "身份证", "--print", now=AT)
    assert [code for code in ran.codes if code.startswith("slip.")] == [
        "slip.no_way_told", "slip.no_complaint_lines",
    ]  # fmt: skip
    assert "向综合事务窗口咨询领取" in words(Path(ran.data["slips"][0]["path"]))
    whole = hall(*OPEN, "--item", "E1", "--all-materials", now=AT)
    assert "slip.no_way_told" not in whole.codes


ASK = ("--applicant-no", "0250200007", "--applicant", "艾七巧", "--window", "W01", "--json")


def test_out_of_scope_says_where_to_go(told: Run) -> None:
    """Art. 28: department, procedure and place, and who told it; no date is owed."""
    ran = told("case", "tell", "--department", "图书馆", "--procedure", "先在网上预约", "--place", "图书馆一楼",
               "--by", "甄一鸣", "--matter", "补办借书证", *ASK, "--print", now=AT)  # fmt: skip
    assert [one["slip_no"] for one in ran.data["slips"]] == ["2026-000002-W1"]
    path = Path(ran.data["slips"][0]["path"])
    assert beside(path, "申请事项") == ["补办借书证"] * 2
    assert beside(path, "承办部门") == ["图书馆"] * 2
    assert beside(path, "程序和地点") == ["先在网上预约；图书馆一楼"] * 2
    assert beside(path, "告知人") == ["甄一鸣"] * 2
    assert "承诺答复" not in words(path)


def test_a_referral_gives_everybody_a_paper(told: Run) -> None:
    """Recorded, reported and referred at once: the applicant's note, the leader's and the department's."""
    ran = told("case", "refer", "--matter", "路灯不亮", "--reported-to", "甄校长", "--department", "后勤处",
               "--note", "请三日内修好", *ASK, "--print", now=AT)  # fmt: skip
    paths = {one["kind"]: Path(one["path"]) for one in ran.data["slips"]}
    assert set(paths) == {"outofscope", "report", "referral"}
    assert beside(paths["outofscope"], "承诺答复") == ["2026年12月1日前"] * 2
    assert beside(paths["outofscope"], "报告领导") == ["甄校长"] * 2
    assert beside(paths["outofscope"], "转办部门") == ["后勤处"] * 2
    assert any(one.startswith("甄校长：") for one in words(paths["report"]))
    assert "领导批示" in words(paths["report"])
    assert beside(paths["report"], "登记时间") == ["2026年11月24日09:10"]
    assert beside(paths["referral"], "已报告")[1] == "甄校长（2026年11月24日09:10）"
    assert beside(paths["referral"], "转办要求") == ["请三日内修好"]
    assert beside(paths["referral"], "反馈期限") == ["2026年12月1日前"] * 2
    assert "处理结果" in words(paths["referral"])
    answered = told("case", "feedback", "2", "--answered-by", "甄师傅", "--note", "已修好", "--print", "--json",
                    now="2026-11-26T10:00").data["slips"]  # fmt: skip
    assert [one["kind"] for one in answered] == ["completion"]
    path = Path(answered[0]["path"])
    assert beside(path, "处理结果") == ["已修好"]
    assert beside(path, "承办部门") == ["后勤处"]
    assert beside(path, "答复人") == ["甄师傅"]
    assert beside(path, "办理时效") == ["按期答复"] * 2


def test_steps_of_a_referral_one_by_one(told: Run) -> None:
    """Each step has its own paper; a later note to the applicant stands for the earlier one."""
    first = told("case", "refer", "--matter", "路灯不亮", *ASK, "--print", now=AT).data["slips"]
    assert [one["kind"] for one in first] == ["outofscope"]
    assert slip(told, "2", "referral", code=5).codes == ["slip.does_not_fit"]
    second = told(
        "case", "refer", "2", "--reported-to", "甄校长", "--print", "--json", now=AT
    ).data["slips"]
    assert [one["slip_no"] for one in second] == ["2026-000002-W2", "2026-000002-C1"]
    assert any("代替编号2026-000002-W1" in text for text in words(Path(second[0]["path"])))
    assert slip(told, "2").data["kind"] == "outofscope"


def test_an_extension_shows_both_dates(told: Run) -> None:
    """Art. 27: how much longer, why, who approved it; the counterfoil has the new date."""
    found = opened(told, "SX002", "--all-materials", "--tier", "superior")
    data = told("case", "extend", found["case_no"], "--days", "5", "--reason", "上级机关延长审查", "--approver",
                "甄处长", "--print", "--json", now="2026-11-25T09:00").data  # fmt: skip
    path = Path(data["slips"][0]["path"])
    assert path.name == "2026-000002-Y1.xlsx"
    assert beside(path, "原应办结")[0].startswith("暂定2027年1月6日")
    assert [text[:12] for text in beside(path, "延期后应办结")] == ["暂定2027年1月13日"[:12]] * 2
    assert beside(path, "延长") == ["5个工作日"]
    assert beside(path, "延期理由") == ["上级机关延长审查"]
    assert beside(path, "批准人") == ["甄处长"] * 2


def test_a_second_list_admits_that_it_is_one(told: Run) -> None:
    """Art. 25: it apologises, does not stop the clock, and does not replace the first notice."""
    told("case", "supply", "1", "--all", now=AT)
    slip(told, "1", "notice")
    data = told("case", "notice", "1", "--missing", "成绩单=无公章", "--breach", "漏看", "--print", "--json",
                now=AT).data["slips"]  # fmt: skip
    assert [one["slip_no"] for one in data] == ["2026-000001-G2"]
    text = words(Path(data[0]["path"]))
    assert any("前次告知有遗漏，向你致歉" in one for one in text)
    assert any("不因本次告知顺延" in one for one in text)
    assert not any("代替编号" in one for one in text)
    assert beside(Path(data[0]["path"]), "需补材料") == ["1项：成绩单"]


def test_a_new_promise_is_a_new_receipt(told: Run) -> None:
    """After a reclassification the receipt names the one it stands for."""
    found = opened(told, "SX002", "--all-materials", "--print")
    data = told("case", "reclassify", found["case_no"], "--tier", "college", "--reason", "须学校研究",
                "--approver", "甄处长", "--print", "--json", now=AT).data["slips"]  # fmt: skip
    assert [one["slip_no"] for one in data] == ["2026-000002-S2"]
    path = Path(data[0]["path"])
    assert beside(path, "承诺时限")[0] == "7个工作日（校级研究件）"
    assert any("代替编号2026-000002-S1" in one for one in words(path))


def test_many_acts_print_only_once_kept(told: Run, tmp_path: Path) -> None:
    """Line by line each prints its slip; all or none cannot print before it is kept."""
    lines = '{"item": "SX001", "applicant_no": "1", "print": true, "slips": "%s"}\n' % (
        tmp_path / "s"
    )
    ran = told("case", "done", "--stdin", "--json", stdin=lines, now=AT)
    assert ran.data[0]["data"]["slips"][0]["kind"] == "completion"
    assert (tmp_path / "s" / "2026-000002-J1.xlsx").is_file()
    refused = told("case", "done", "--stdin", "--atomic", "--json", stdin=lines, code=6, now=AT)
    assert "slip.not_atomic" in refused.codes
    assert len(list((tmp_path / "s").iterdir())) == 1


def test_a_second_list_names_everything_that_is_out(told: Run) -> None:
    """What the first list named and nobody brought stands on the second too; what came does not."""
    told("case", "supply", "1", "--material", "转专业申请表", now="2026-11-25T09:00")
    told("case", "notice", "1", "--missing", "成绩单", "--breach", "漏看", now="2026-11-25T10:00")
    path = Path(slip(told, "1", now="2026-11-25T10:00").data["path"])
    text = "".join(words(path))
    assert "学院意见" in text
    assert "成绩单" in text
    assert "转专业申请表" not in text
