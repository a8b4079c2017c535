"""What follows a case: fees, collection, ratings and rectifications (Art. 24, 33)."""

import sqlite3
from pathlib import Path

import pytest
from conftest import Ran, Run

AT = "2026-11-16T09:00"
CLOSED = "2026-11-18T10:00"


def opened(run: Run, item: str = "SX002", *more: str) -> str:
    words = ("case", "open", "--item", item, "--applicant-no", "0250200001", "--applicant", "艾一鸣",
             "--all-materials", "--at", AT, "--json")  # fmt: skip
    number: str = run(*words, *more).data["case_no"]
    return number


def closed(run: Run, item: str = "SX002", result: str = "granted") -> str:
    number = opened(run, item)
    run("case", "close", number, "--result", result, "--note", "材料不实", "--at", CLOSED)
    return number


# --- fees --------------------------------------------------------------------------------------


def pay(run: Run, number: str, *more: str, code: int = 0) -> Ran:
    words = ("case", "fee", number, "--voucher", "P1", "--at", "2026-11-18T11:00", "--json")
    return run(*words, *more, code=code)


def test_a_fee_is_exact_to_the_fen(hall: Run) -> None:
    """12.5 yuan are 1250 fen; the voucher and who took it stand beside it, in case show too."""
    number = opened(hall)
    data = pay(hall, number, "--amount", "12.5", "--by", "T1011").data
    assert (data["amount"], data["amount_fen"], data["voucher_no"], data["taken_by"]) == (
        "12.50", 1250, "P1", "T1011")  # fmt: skip
    assert [one["amount_fen"] for one in hall("case", "show", number, "--json").data["fees"]] == [
        1250
    ]
    assert "12.50" in hall("case", "show", number).out


@pytest.mark.parametrize(
    ("said", "fen"),
    [("0.01", 1), ("100", 10000), ("￥8.30", 830), ("5元", 500), ("9999999.99", 999999999)],
)
def test_amounts_as_people_write_them(hall: Run, said: str, fen: int) -> None:
    """No binary fraction comes between."""
    assert pay(hall, opened(hall), "--amount", said).data["amount_fen"] == fen


@pytest.mark.parametrize("said", ["0", "0.00", "1.234", "-5", "1e3", "12,50", "１２", "", "ten"])
def test_what_is_no_amount(hall: Run, said: str) -> None:
    """Nothing above zero with at most two decimals: not guessed at."""
    assert pay(hall, opened(hall), "--amount", said, code=2).codes == ["fee.bad_amount"]


def test_who_handled_the_case_never_records_its_fee(hall: Run) -> None:
    """Neither named as collector nor acting (Art. 24); anybody else may."""
    number = opened(hall, "SX002", "--handler", "T1001")
    ran = pay(hall, number, "--amount", "5", "--by", "T1001", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["fee.taken_by_handler"], "24")
    words = ("case", "fee", number, "--voucher", "P1", "--amount", "5", "--json")
    assert hall("--actor", "T1001", *words, "--by", "T1011", code=3).codes == [
        "fee.taken_by_handler"
    ]
    assert hall("--actor", "T1011", *words).data["taken_by"] == "T1011"


def test_a_voucher_is_used_once(hall: Run) -> None:
    """The same facts again are already so; another amount or case is a conflict that names the case."""
    first, second = opened(hall), opened(hall, "SX003")
    pay(hall, first, "--amount", "5")
    assert pay(hall, first, "--amount", "5.00").data["already"] is True
    assert pay(hall, first, "--amount", "6", code=5).codes == ["fee.voucher_used"]
    ran = pay(hall, second, "--amount", "5", code=5)
    assert first in ran.json["errors"][0]["message"]
    assert hall(
        "case", "fee", first, "--amount", "5", "--voucher", " ", "--json", code=2
    ).codes == ["usage.blank"]
    assert pay(hall, second, code=2).codes == ["fee.needs_amount"]


def test_a_payment_is_taken_back_by_a_row_of_its_own(hall: Run) -> None:
    """Both rows stay to be seen, the voucher is free again; a reason is needed, and a payment to take back."""
    first, second = opened(hall), opened(hall, "SX003")
    reverse = ("--reverse", "--note", "记错办件")
    assert pay(hall, first, *reverse, code=4).codes == ["fee.no_such_voucher"]
    pay(hall, first, "--amount", "5")
    assert pay(hall, first, "--reverse", code=2).codes == ["fee.needs_note"]
    assert pay(hall, second, *reverse, code=4).codes == ["fee.no_such_voucher"]
    assert pay(hall, first, *reverse).data["kind"] == "reversed"
    assert pay(hall, first, *reverse).data["already"] is True
    pay(hall, second, "--amount", "5")
    shown = hall("case", "show", first, "--json").data["fees"]
    assert [(one["kind"], one.get("reversed"), one.get("note")) for one in shown] == [
        ("paid", True, None), ("reversed", None, "记错办件")]  # fmt: skip
    assert hall("db", "check", "--json").data["findings"] == []


def test_undo_of_fees(hall: Run) -> None:
    """A payment goes; one that was taken back, or whose voucher was used again, holds its undo up."""
    number = opened(hall)
    pay(hall, number, "--amount", "5")
    paid = hall("audit", "log", "--json").data[-1]["entry_no"]
    pay(hall, number, "--reverse", "--note", "错")
    assert hall("undo", paid, "--json", code=5).codes == ["undo.rested_on"]
    pay(hall, number, "--amount", "6")
    assert hall("undo", paid + 1, "--json", code=5).codes == ["undo.rested_on"]
    for _ in range(3):
        hall("undo")
    assert hall("case", "show", number, "--json").data["fees"] == []


def test_times_and_states_of_fees(hall: Run) -> None:
    """Not before the receipt, not tomorrow, not before the regulation, not for a refused case."""
    number = opened(hall)
    words = ("case", "fee", number, "--voucher", "P1", "--amount", "5", "--json", "--at")
    assert hall(*words, "2026-11-16T08:59", code=2).codes == ["fee.too_early"]
    assert hall(*words, "2026-12-02T09:00", code=2).codes == ["case.future"]
    assert hall(*words, "2026-08-31T09:00", code=3).codes == ["regulation.not_yet_in_force"]
    hall("case", "close", number, "--result", "refused", "--note", "不符", "--at", CLOSED)
    assert pay(hall, number, "--amount", "5", code=5).codes == ["fee.case_ended"]


def test_an_item_without_a_fee_is_warned_about(hall: Run, tmp_path: Path) -> None:
    """Article 9: what is charged stands in the catalogue."""
    assert "fee.no_standard" in pay(hall, opened(hall), "--amount", "5").codes
    (tmp_path / "i.csv").write_text(
        "事项编码,事项名称,类别,窗口,类型,收费依据,收费标准\nSX090,补办学生证,综合事务,W01,即办件,校发〔2026〕1号,5元/证\n",
        encoding="utf-8",
    )
    hall("item", "import", "i.csv")
    number = opened(hall, "SX090")
    words = ("case", "fee", number, "--voucher", "P2", "--amount", "5", "--json")
    assert hall(*words).codes == []


# --- collection --------------------------------------------------------------------------------


def test_a_result_is_collected_once(hall: Run) -> None:
    """After completion; the same again is already so, somebody else a conflict."""
    number = opened(hall)
    deliver = ("case", "deliver", number, "--json")
    assert hall(*deliver, code=5).codes == ["delivery.not_completed"]
    hall("case", "close", number, "--result", "granted", "--at", CLOSED)
    assert [one["case_no"] for one in hall("case", "list", "--undelivered", "--json").data] == [
        number
    ]
    assert hall(*deliver, "--at", "2026-11-18T09:59", code=2).codes == ["delivery.too_early"]
    assert hall(*deliver, "--at", "2026-12-01T09:01", code=2).codes == ["case.future"]
    data = hall(*deliver, "--at", CLOSED).data
    assert (data["collected_by"], data["proxy"], data["delivered_at"][:16]) == (
        "艾一鸣",
        False,
        CLOSED,
    )
    assert hall(*deliver).data["already"] is True
    assert hall(*deliver, "--to", "艾二白", "--proxy", code=5).codes == ["delivery.done"]
    assert hall("case", "list", "--undelivered", "--json").data == []
    assert hall("case", "show", number, "--json").data["delivery"]["collected_by"] == "艾一鸣"
    assert "艾一鸣" not in hall("audit", "log", "--json").out


def test_somebody_else_collects_by_proxy_only(hall: Run) -> None:
    """Another name needs --proxy, a proxy needs a name."""
    number = closed(hall)
    deliver = ("case", "deliver", number, "--json")
    assert hall(*deliver, "--to", "艾二白", code=2).codes == ["delivery.say_proxy"]
    assert hall(*deliver, "--proxy", code=2).codes == ["delivery.proxy_needs_name"]
    data = hall(*deliver, "--to", "艾二白", "--proxy").data
    assert (data["collected_by"], data["proxy"]) == ("艾二白", True)
    assert "艾二白 by proxy" in hall("case", "show", number).out


def test_what_waits_to_be_collected(hall: Run) -> None:
    """Neither what is handed over on the spot nor what was refused, and nothing that is open."""
    hall("case", "done", "SX005", "0250200009", "--at", AT)
    closed(hall, result="refused")
    waiting = closed(hall, "SX002")
    listed = hall("case", "list", "--undelivered", "--json").data
    assert [one["case_no"] for one in listed] == [waiting]
    assert hall("case", "list", "--undelivered", "--state", "open", "--json").data == []


def test_the_completion_rests_under_the_collection(hall: Run) -> None:
    """Undoing the completion of a collected or rated case is refused with the list."""
    number = closed(hall)
    completion = hall("audit", "log", "--json").data[-1]["entry_no"]
    hall("case", "deliver", number)
    assert hall("undo", completion, "--json", code=5).codes == ["undo.rested_on"]
    hall("undo")
    hall("case", "rate", number, "5")
    assert hall("undo", completion, "--json", code=5).codes == ["undo.rested_on"]
    hall("undo")
    hall("undo", completion)
    assert hall("case", "show", number, "--json").data["state"] == "accepted"


# --- ratings -----------------------------------------------------------------------------------

RATED = "2026-11-20T10:00"


def rate(run: Run, number: str, level: int, *more: str, code: int = 0, at: str = RATED) -> Ran:
    return run("case", "rate", number, level, "--json", "--at", at, *more, code=code)


@pytest.mark.parametrize(
    ("level", "satisfied"), [(5, True), (4, True), (3, True), (2, False), (1, False)]
)
def test_five_levels(hall: Run, level: int, satisfied: bool) -> None:
    """From 3 on an applicant is satisfied; below, a rectification with two limits opens."""
    data = rate(hall, closed(hall), level).data
    assert (data["level"], data["satisfied"]) == (level, satisfied)
    if satisfied:
        assert "fix_due_on" not in data
        assert "contact_due_on" not in data
    else:  # Friday the 20th: one and five working days
        assert (data["contact_due_on"], data["fix_due_on"], data["fix_due_status"]) == (
            "2026-11-23", "2026-11-27", "firm")  # fmt: skip


@pytest.mark.parametrize("level", [0, 6, -1])
def test_no_other_level(hall: Run, level: int) -> None:
    """Five levels and nothing else."""
    number = closed(hall)
    ran = hall("case", "rate", "--json", "--at", RATED, "--", number, level, code=2)
    assert ran.codes == ["rating.unknown_level"]


def test_a_level_is_never_a_default(hall: Run) -> None:
    """Nobody is satisfied because nobody asked."""
    number = closed(hall)
    hall("case", "rate", number, "--json", code=2)
    assert hall("case", "show", number, "--json").data.get("rating") is None


def test_the_window_never_takes_its_own_rating_down(hall: Run) -> None:
    """Neither who handled it nor any colleague of the window, acting or named; the officer may."""
    number = closed(hall)  # handled by T1001, at W01
    for words, more in (
        (("--actor", "T1001"), ()), (("--actor", "0240601001"), ()), ((), ("--recorder", "0240601002")),
        (("--actor", "T1002"), ("--recorder", "T1001")),
    ):  # fmt: skip
        ran = hall(*words, "case", "rate", number, 5, "--json", *more, code=3)
        assert (ran.codes, ran.json["errors"][0]["article"]) == (["rating.own_window"], "33")
    data = hall("--actor", "T1002", "case", "rate", number, 5, "--json").data
    assert data["recorder_no"] == "T1002"


def test_the_officer_may_unless_it_was_his_case(hall: Run) -> None:
    """Who handled a case does not take its rating down, whoever it is."""
    number = opened(hall, "SX002", "--handler", "A0001")
    hall("case", "close", number, "--result", "granted", "--at", CLOSED)
    assert rate(hall, number, 5, code=3).codes == ["rating.own_window"]
    assert rate(hall, closed(hall, "SX002"), 5).data["recorder_no"] == "A0001"


def test_somebody_who_left_the_window_is_free(hall: Run, tmp_path: Path) -> None:
    """The window of the day of the rating counts."""
    (tmp_path / "r.csv").write_text(
        "学号,姓名,岗位,窗口,上岗日期\n0240601001,贾一鸣,窗口工作人员,W02,2026-11-19\n",
        encoding="utf-8",
    )
    hall("roster", "import", "r.csv")
    number = closed(hall)
    words = ("--actor", "0240601001", "case", "rate", number, 5, "--json", "--at")
    assert hall(*words, "2026-11-18T11:00", code=3).codes == ["rating.own_window"]
    assert hall(*words, "2026-11-19T11:00").data["level"] == 5


def test_one_rating_per_case(hall: Run) -> None:
    """The same facts or the same key again are already so; everything else is a conflict."""
    number, other = closed(hall), closed(hall, "SX002")
    words = ("--comment", "快", "--channel", "phone", "--by", "0250200001")
    rate(hall, number, 4, *words, "--ref", "K1")
    assert rate(hall, number, 4, *words).data["already"] is True
    assert rate(hall, number, 4, "--ref", "K1").data["already"] is True
    assert rate(hall, number, 5, "--ref", "K1", code=5).codes == ["rating.ref_taken"]
    assert rate(hall, other, 4, "--ref", "K1", code=5).codes == ["rating.ref_taken"]
    assert rate(hall, number, 4, *words, "--ref", "K2", code=5).codes == ["rating.rated_before"]
    ran = rate(hall, number, 5, *words, code=5)
    entry = hall("audit", "log", "--json").data[-1]["entry_no"]
    assert ran.codes == ["rating.rated_before"]
    assert f"hallctl undo {entry}" in ran.json["errors"][0]["message"]
    hall("undo", entry)
    assert rate(hall, number, 5).data["level"] == 5


def test_who_rates_and_how(hall: Run) -> None:
    """The applicant or nobody that is known; by a known channel; a closed case, after it was closed."""
    number = closed(hall)
    assert rate(hall, number, 5, "--by", "0250200002", code=2).codes == ["rating.not_the_applicant"]
    assert rate(hall, number, 5, "--channel", "rumour", code=2).codes == ["rating.unknown_channel"]
    assert rate(hall, number, 5, at="2026-11-18T09:59", code=2).codes == ["rating.too_early"]
    assert rate(hall, number, 5, at="2026-12-01T09:01", code=2).codes == ["case.future"]
    assert rate(hall, opened(hall), 5, code=5).codes == ["rating.case_open"]
    data = rate(hall, number, 5, "--by", "anonymous", "--channel", "link").data
    assert ("rated_by" not in data, data["channel"]) == (True, "link")


def test_a_bad_rating_is_answered(hall: Run) -> None:
    """Called back first, put right then, both in time; repeated steps are already so."""
    number = closed(hall)
    fix = ("case", "fix", number, "--json", "--note", "已致歉")
    assert hall(*fix, "--done", code=4).codes == ["rating.none"]
    rate(hall, number, 1)
    assert hall(*fix, code=2).codes == ["rating.say_which_step"]
    ran = hall(*fix, "--done", "--at", "2026-11-23T10:00", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["rating.call_back_first"], "33")
    assert hall(*fix, "--contacted", "--at", "2026-11-20T09:59", code=2).codes == [
        "case.before_newest"
    ]
    hall(*fix, "--contacted", "--at", "2026-11-23T10:00")
    assert hall(*fix, "--contacted").data["already"] is True
    assert hall(*fix, "--done", "--at", "2026-11-23T09:59", code=2).codes == ["case.before_newest"]
    assert hall(*fix, "--done", "--at", "2026-12-01T09:01", code=2).codes == ["case.future"]
    data = hall(*fix, "--done", "--at", "2026-11-27T23:59").data
    assert (data["lateness"], data["fix_note"]) == ("on_time", "已致歉")
    assert hall(*fix, "--contacted", "--done").data["already"] is True
    shown = hall("case", "show", number, "--json").data["rating"]
    assert (shown["contacted_at"][:10], shown["fixed_at"][:10]) == ("2026-11-23", "2026-11-27")
    rating = next(one["entry_no"] for one in hall("audit", "log", "--json").data
              if one["command"] == "case rate")  # fmt: skip
    assert hall("undo", rating, "--json", code=5).codes == ["undo.rested_on"]


def test_put_right_a_day_late(hall: Run) -> None:
    """The limit's day itself is in time, the next one is not; both steps fit in one act."""
    number = closed(hall)
    rate(hall, number, 2)
    words = ("case", "fix", number, "--contacted", "--done", "--note", "迟", "--json")
    assert hall(*words, "--at", "2026-11-28T00:00").data["lateness"] == "late"


def test_a_good_rating_needs_nothing(hall: Run) -> None:
    """There is nothing to put right."""
    number = closed(hall)
    rate(hall, number, 3)
    ran = hall("case", "fix", number, "--done", "--note", "x", "--json", code=5)
    assert ran.codes == ["rating.nothing_to_fix"]


def test_bad_ratings_are_due(hall: Run) -> None:
    """First the call-back, then the rectification, as kinds of their own, on the board too."""
    number = closed(hall)
    rate(hall, number, 2)
    due = ("case", "due", "--json")
    found = hall(*due, now="2026-11-20T11:00").data
    assert [(one["what"], one["workdays_left"], one["overdue"]) for one in found] == [
        ("call_back", 1, False)]  # fmt: skip
    late = hall(*due, now="2026-11-24T09:00", code=8).data
    assert [(one["what"], one["workdays_left"]) for one in late] == [("call_back", -1)]
    assert "call-back" in hall("status", now="2026-11-24T09:00").out
    hall("case", "fix", number, "--contacted", "--note", "x", "--at", "2026-11-24T09:00")
    assert hall(*due, now="2026-11-24T09:00").data == []
    found = hall(*due, now="2026-11-27T09:00").data
    assert [(one["what"], one["due_on"], one["workdays_left"]) for one in found] == [
        ("rectification", "2026-11-27", 0)]  # fmt: skip
    board = hall("status", "--json", now="2026-11-30T09:00").data
    assert [one["what"] for one in board["overdue"]] == ["rectification"]
    hall("case", "fix", number, "--done", "--note", "x", "--at", "2026-11-30T09:00")
    assert hall(*due).data == []


def test_limits_into_an_unannounced_year_are_an_interval(hall: Run, tmp_path: Path) -> None:
    """Overdue only after the latest day; counted anew once the notice is recorded."""
    number = closed(hall)
    data = rate(hall, number, 1, at="2026-12-29T10:00", code=2)
    assert data.codes == ["case.future"]
    words = ("case", "rate", number, 1, "--at", "2026-12-29T10:00", "--json")
    data = hall(*words, now="2026-12-29T12:00").data
    assert (data["fix_due_status"], data["fix_due_earliest"], data["fix_due_latest"]) == (
        "provisional", "2027-01-05", "2027-01-06")  # fmt: skip
    hall("case", "fix", number, "--contacted", "--note", "x", now="2026-12-30T09:00")
    assert hall("case", "due", "--json", now="2027-01-06T09:00").data[0]["overdue"] is False
    (tmp_path / "2027.json").write_text(
        '{"year": 2027, "papers": ["x"], "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true},'
        ' {"name": "元旦", "date": "2027-01-04", "isOffDay": true}]}', encoding="utf-8")  # fmt: skip
    hall("calendar", "import", "2027.json")
    shown = hall("case", "show", number, "--json").data["rating"]
    assert (shown["fix_due_on"], shown["fix_due_status"]) == ("2027-01-07", "firm")


def test_why_a_rating_is_to_be_answered(hall: Run) -> None:
    """The level, the settings read, and every day counted."""
    number = closed(hall)
    assert hall("why", f"rating:{number}", "--json", code=4).codes == ["rating.none"]
    rate(hall, number, 2)
    data = hall("why", f"rating:{number}", "--json").data
    assert (data["value"], data["article"]) == ("2026-11-27", "33")
    assert data["settings"]["rating.satisfied_from"] == 3
    assert [day["n"] for day in data["days"] if "n" in day] == [1, 2, 3, 4, 5]


def test_satisfaction_in_the_monthly_report(hall: Run) -> None:
    """One of three satisfied; one of two bad ratings due in the month put right in time; null before."""
    first, second, third = closed(hall), closed(hall), closed(hall)
    rate(hall, first, 3)
    rate(hall, second, 2)
    hall("case", "fix", second, "--contacted", "--done", "--note", "x", "--at", "2026-11-27T10:00")
    rate(hall, third, 1)
    figures = hall("report", "monthly", "2026-11", "--json").data["figures"]
    assert (figures["cases_rated"], figures["bad_ratings"]) == (3, 2)
    assert (figures["satisfaction_rate"], figures["bad_ratings_fixed_rate"]) == (33.3, 50.0)
    empty = hall("report", "monthly", "2026-10", "--json").data["figures"]
    assert (empty["satisfaction_rate"], empty["bad_ratings_fixed_rate"]) == (None, None)


def test_ratings_stay_out_of_the_audit_log(hall: Run) -> None:
    """What an applicant said goes into the chain by reference only."""
    rate(hall, closed(hall), 2, "--comment", "态度不好", "--by", "0250200001")
    out = hall("audit", "log", "--json").out
    for secret in ("态度不好", "0250200001"):
        assert secret not in out


def test_the_file_keeps_one_voucher_and_one_rating(hall: Run, tmp_path: Path) -> None:
    """Should two acts ever slip past the rules together, the table itself says no."""
    number = closed(hall)
    pay(hall, number, "--amount", "5")
    rate(hall, number, 5)
    db = sqlite3.connect(tmp_path / "hall.db")
    for table in ("case_fee", "case_rating"):
        columns = ", ".join(
            row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] != "id"
        )
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table}")
    db.close()
