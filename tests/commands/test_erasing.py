"""``db erase``: somebody's data are gone from the file; the ledger, the counts and the chain stay."""

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Run, call

from hallctl.store.hall_file import open_file
from hallctl.store.personal import DECIDED

WHO, NAME, PHONE, CARD, PIN = "0240601007", "丘未央", "199-0000-0206", "88123407", "70707"
LONGER = "丘未央云"
"""Somebody whose name begins like that of the student worker, and who stays."""
APPLICANT, CALLED, REACHED = "2025770011", "尹无双", "199-0000-7771"
LATER = "2028-06-01T09:00"
"""Long after everybody in these stories has left."""
WHY = ("--reason", "保存期满")

STORY = (
    ("roster", "card", WHO, CARD),
    ("attendance", "device", "gate1", "--map", f"{PIN}={WHO}"),
    *(
        ("credit", "propose", "--staff", WHO, "--kind", "attitude", "--on", on, "--note", f"{NAME}当面核实")
        for on in ("2026-10-12", "2026-11-02")
    ),
    ("credit", "statement", "V2026-0001", "--text", f"我是{NAME}，电话{PHONE}"),
    ("credit", "confirm", "V2026-0001"),
    ("credit", "reject", "V2026-0002", "--note", f"{NAME}没有错"),
    ("credit", "slip", "V2026-0001", "deduction"),
    ("credit", "appeal", "V2026-0001", "--reason", "不服"),
    ("credit", "appeal", "V2026-0001", "--verdict", "dismissed", "--reason", "属实"),
    ("appraise", "praise", WHO, "--on", "2026-11-05", "--note", f"{NAME}热心"),
    ("appraise", "praise", "0240601008", "--on", "2026-11-05", "--note", f"帮了{NAME}（{WHO}，{PHONE.replace('-', '')}）和{LONGER}"),
    ("complaint", "open", "--channel", "phone", "--about", WHO, "--matter", "说话很冲",
     "--name", CALLED, "--contact", REACHED),
    ("complaint", "accept", "T2026-0001"),
    ("complaint", "finding", "T2026-0001", "--finding", "no", "--note", "查无此事"),
    ("complaint", "reply", "T2026-0001", "--note", "已电话说明"),
    ("complaint", "reveal", "T2026-0001", "--reason", "电话答复"),
    ("case", "open", "--item", "SX002", "--applicant-no", APPLICANT, "--applicant", CALLED,
     "--phone", REACHED, "--all-materials", "--handler", WHO, "--ref", f"OA-{APPLICANT}"),
    ("case", "slip", "LAST", "receipt"),
    ("case", "open", "--item", "SX002", "--applicant-no", "2025770033", "--applicant", LONGER,
     "--all-materials"),
)  # fmt: skip


@pytest.fixture(scope="module")
def _story_file(tmp_path_factory: pytest.TempPathFactory, _worked_file: Path) -> Path:
    """Two months of work, then everything that a file can know of a student worker and an applicant."""
    from hallctl import messages

    messages.use("en")
    path = tmp_path_factory.mktemp("story") / "hall.db"
    shutil.copy(_worked_file, path)
    named = path.with_name("named.csv")
    named.write_text(f"学号,姓名\n{WHO},{NAME}\n", encoding="utf-8")
    assert call(path, "roster", "import", named).code == 0
    for words in STORY:
        last = call(path, "case", "list", "--json").data[-1]["case_no"]
        ran = call(path, *(last if word == "LAST" else word for word in words))
        assert ran.code == 0, f"{words}: {ran.err}"
    return path


@pytest.fixture
def story(run: Run, tmp_path: Path, _story_file: Path) -> Run:
    """The file of that story; the case is open, the student worker serves."""
    shutil.copy(_story_file, tmp_path / "hall.db")
    return run


@pytest.fixture
def over(story: Run) -> Run:
    """The story has ended: the case is closed and rated, the student worker has left."""
    number = mine(story)
    story("case", "close", number, "--result", "granted")
    story("case", "rate", number, "5", "--by", APPLICANT, "--comment", f"谢谢，{CALLED}")
    for one in story("case", "list", "--handler", WHO, "--json").data:
        if one["state"] in {"accepted", "supplementing", "received", "paused"}:
            story("case", "withdraw", one["case_no"], "--note", "不办了")
    story("roster", "end", WHO, "--reason", "毕业")
    return story


def mine(run: Run) -> str:
    """The case of the story."""
    found: str = run("case", "list", "--applicant-no", APPLICANT, "--json").data[0]["case_no"]
    return found


def erased(run: Run, *words: object, **more: Any) -> Any:
    return run("db", "erase", *words, *WHY, "--json", now=LATER, **more)


def in_file(tmp_path: Path, *words: str) -> list[str]:
    """Those of some words that stand anywhere in the bytes of the hall file."""
    data = (tmp_path / "hall.db").read_bytes()
    return [word for word in words if word.encode() in data]


def test_nothing_is_left_of_a_student_worker(over: Run, tmp_path: Path) -> None:
    """Number, name, phone, card and the number at a device stand nowhere in the bytes of the file."""
    all_words = (WHO, NAME, PHONE, CARD, PIN)
    assert in_file(tmp_path, *all_words) == list(all_words)
    before = over("attendance", "show", "--month", "2026-11", "--json", now=LATER).data
    found = erased(over, WHO).data
    assert found["pseudonyms"] == ["已清除-1"]
    assert found["signed"] == 0
    assert in_file(tmp_path, WHO, PHONE, PHONE.replace("-", ""), CARD, PIN) == []
    with closing(open_file(tmp_path / "hall.db")) as db:
        assert LONGER in str(db.execute("SELECT note FROM conduct_note").fetchall()[-1][0])
    data = (tmp_path / "hall.db").read_bytes().replace(LONGER.encode(), b"")
    assert NAME.encode() not in data
    after = over("attendance", "show", "--month", "2026-11", "--json", now=LATER).data
    assert [one["status"] for one in after] == [one["status"] for one in before]
    assert {one["name"] for one in after} - {one["name"] for one in before} == {"已清除-1"}


def test_points_and_counts_stay_under_the_pseudonym(over: Run) -> None:
    """The ledger keeps what the regulation asks for: kinds, days, points, balance."""
    before = over("credit", "show", WHO, "--json", now=LATER).data
    erased(over, WHO)
    after = over("credit", "show", "已清除-1", "--json", now=LATER).data
    assert (after["balance"], after["standing"]) == (before["balance"], before["standing"])
    plain = [(one["on"], one["kind"], one["points"], one["state"]) for one in before["entries"]]
    assert [(o["on"], o["kind"], o["points"], o["state"]) for o in after["entries"]] == plain


def test_nothing_is_left_of_an_applicant(over: Run, tmp_path: Path) -> None:
    """Cases, papers, ratings, slips and the sealed identity of a complaint; the case itself stays."""
    number = mine(over)
    assert in_file(tmp_path, APPLICANT, CALLED, REACHED) == [APPLICANT, CALLED, REACHED]
    erased(over, APPLICANT)
    assert in_file(tmp_path, APPLICANT, CALLED, REACHED) == []
    shown = over("case", "show", number, "--json", now=LATER).data
    assert (shown["state"], shown["applicant"]) == ("completed", "已清除-1")
    revealed = over(
        "complaint", "reveal", "1", "--reason", "看看", "--json", now="2026-12-02T09:00"
    )
    assert (revealed.data["name"], revealed.data.get("contact")) == ("已清除-1", None)


def test_the_chain_stays_valid_and_watches_on(over: Run, tmp_path: Path) -> None:
    """Checks find nothing afterwards, and find whatever is changed behind the file's back."""
    head = over("audit", "verify", "--json", now=LATER).data["head_digest"]
    erased(over, WHO, APPLICANT)
    assert over("db", "check", now=LATER).out == ""
    with closing(open_file(tmp_path / "hall.db")) as db:
        assert db.execute("SELECT 1 FROM entry WHERE digest = ?", (head,)).fetchone()
        db.execute("DROP TRIGGER punch_is_never_changed")
        db.execute("UPDATE punch SET at = '2026-11-02T08:00:00+08:00' WHERE staff_no = '已清除-1' AND id ="
                   " (SELECT max(id) FROM punch WHERE staff_no = '已清除-1')")  # fmt: skip
    assert (
        over("db", "check", "--json", now=LATER, code=8).data["findings"][0]["code"]
        == "check.rows_changed"
    )


def test_the_guards_stand_again(over: Run, tmp_path: Path) -> None:
    """All triggers are back, and a later act works as before."""
    with closing(open_file(tmp_path / "hall.db")) as db:
        before = db.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY 1"
        ).fetchall()
    erased(over, WHO)
    with closing(open_file(tmp_path / "hall.db")) as db:
        after = db.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY 1"
        ).fetchall()
    assert [tuple(row) for row in after] == [tuple(row) for row in before]
    over("tally", "W01", "visit=3", "--on", "2026-12-01")
    assert over("db", "check", now=LATER).out == ""


def test_open_acts_refuse_with_the_list(story: Run) -> None:
    """Whoever serves, handles open cases or has one, is named with everything that is open."""
    ran = erased(story, WHO, code=5)
    assert ran.codes[0] == "erase.open"
    assert {"erase.open_post", "erase.open_case"} <= set(ran.codes)
    assert {"W04", mine(story)} <= {one.get("value") for one in ran.json["errors"]}
    assert erased(story, APPLICANT, code=5).codes == ["erase.open", "erase.open_case"]


@pytest.mark.parametrize(
    ("word", "acts"),
    [
        ("V2026-0003", [("credit", "propose", "--staff", WHO, "--kind", "attitude", "--on", "2026-11-09", "--note", "x")]),
        ("T2026-0002", [("complaint", "open", "--channel", "phone", "--about", WHO, "--matter", "慢", "--anonymous")]),
    ],
    ids=["violation", "complaint"],
)  # fmt: skip
def test_what_is_not_settled_refuses_too(over: Run, word: str, acts: list[tuple[str, ...]]) -> None:
    """A violation nobody decided about, a complaint nobody answered."""
    for words in acts:
        over(*words)
    assert word in [one.get("value") for one in erased(over, WHO, code=5).json["errors"]]


def test_records_are_kept_as_long_as_the_setting_says(over: Run) -> None:
    """Twelve months after the last day, unless the college decided otherwise."""
    soon = {"now": "2027-11-30T09:00"}
    ran = over("db", "erase", WHO, *WHY, "--json", code=3, **soon)
    assert ran.codes == ["erase.kept"]
    assert ran.json["errors"][0]["article"] == "23"
    assert over("db", "erase", "--before", "2027-01-01", *WHY, "--json", code=3, **soon).codes == [
        "erase.kept"
    ]
    over("policy", "set", "records.keep_months", "6", "--from", "2027-01-01", "--note", "校办〔2027〕1号",
         now="2027-01-02T09:00")  # fmt: skip
    assert over("db", "erase", WHO, *WHY, "--json", **soon).data["pseudonyms"] == ["已清除-1"]


def test_everybody_who_was_gone_before_a_day(over: Run, tmp_path: Path) -> None:
    """All at once, staff and applicants; who still serves or waits is left and named."""
    trial = erased(over, "--before", "2027-01-01", "--dry-run").data
    assert trial["dry_run"] is True
    assert in_file(tmp_path, WHO) == [WHO]
    found = erased(over, "--before", "2027-01-01").data
    assert len(found["pseudonyms"]) == len(trial["pseudonyms"]) > 5
    assert in_file(tmp_path, WHO, PHONE, APPLICANT, CALLED, REACHED) == []
    assert over("db", "check", now=LATER).out == ""
    assert erased(over, "--before", "2027-01-01").data["pseudonyms"] == []


def test_a_namesake_keeps_the_name(over: Run, tmp_path: Path) -> None:
    """Where somebody else bears the name, it goes from the rows of the one who is removed, and that is said."""
    over("case", "open", "--item", "SX002", "--applicant-no", "2025770099", "--applicant", CALLED,
         "--all-materials")  # fmt: skip
    assert "erase.shared" in erased(over, APPLICANT).codes
    assert in_file(tmp_path, APPLICANT, REACHED) == []
    shown = over("case", "list", "--applicant-no", "2025770099", "--json", now=LATER).data
    assert [one["applicant"] for one in shown] == [CALLED]
    assert (
        over("case", "list", "--applicant-no", "已清除-1", "--json", now=LATER).data[0]["applicant"]
        == "已清除-1"
    )


def test_what_others_use_now_stays_theirs(over: Run, tmp_path: Path) -> None:
    """A card that was passed on, and a number at a device that is somebody's staff number."""
    over("roster", "card", WHO, CARD, "--end", "--on", "2026-12-02", now="2026-12-02T09:00")
    over("roster", "card", "0240601008", CARD, "--on", "2026-12-03", now="2026-12-03T09:00")
    over("attendance", "device", "gate2", "--map", f"T1001={WHO}")
    assert "erase.shared" in erased(over, WHO).codes
    assert over("roster", "card", "0240601008", "--json", now=LATER).data[0]["card_no"] == CARD
    assert over("roster", "show", "T1001", "--json", now=LATER).data["staff_no"] == "T1001"
    assert over("db", "check", now=LATER).out == ""
    assert in_file(tmp_path, WHO, PHONE) == []


def test_free_pages_hold_nothing_either(over: Run, tmp_path: Path) -> None:
    """What an earlier SQLite left in pages that nothing uses is gone as well."""
    with closing(open_file(tmp_path / "hall.db")) as db:
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("CREATE TABLE once (words TEXT)")
        db.execute("INSERT INTO once VALUES (?)", (f"很久以前写下的{PHONE}" * 50_000,))
        db.execute("DROP TABLE once")
    assert (tmp_path / "hall.db").read_bytes().count(PHONE.encode()) > 40_000
    erased(over, WHO)
    assert in_file(tmp_path, PHONE) == []


@pytest.mark.parametrize(
    ("words", "status", "error"),
    [
        ((WHO,), 2, "erase.reason"),
        ((WHO, "--reason", f"{NAME}要求"), 2, "erase.reason_names"),
        (WHY, 2, "erase.nobody"),
        (("999999", *WHY), 4, "erase.unknown"),
        ((WHO, *WHY, "--actor", "T1001"), 3, "actor.not_the_officer"),
    ],
    ids=["no reason", "a reason that names", "nobody", "unknown", "not the officer"],
)  # fmt: skip
def test_who_may_and_what_has_to_be_said(
    over: Run, words: tuple[str, ...], status: int, error: str
) -> None:
    """The officer alone, with a reason that names nobody."""
    actor = words[words.index("--actor") :] if "--actor" in words else ()
    rest = [word for word in words if word not in actor]
    assert over(*actor, "db", "erase", *rest, "--json", now=LATER, code=status).codes == [error]


def test_it_is_said_what_erasing_cannot_do(over: Run) -> None:
    """It cannot be undone, other copies still hold the data, and signed entries keep their number."""
    over("--actor", WHO, "tally", "W04", "visit=3", "--on", "2026-12-01")
    ran = erased(over, WHO)
    assert {"erase.elsewhere", "erase.signed"} <= set(ran.codes)
    entry = over("audit", "log", "--json", now=LATER).data[-1]
    assert (entry["command"], WHO in entry["summary"], NAME in entry["summary"]) == (
        "db erase",
        False,
        False,
    )
    assert over("undo", str(entry["entry_no"]), "--json", now=LATER, code=5).codes == [
        "undo.is_final"
    ]
    assert over("undo", "--json", "--dry-run", now=LATER).data["command"] != "db erase"


def test_the_story_fills_the_columns_that_hold_people(over: Run, tmp_path: Path) -> None:
    """The tests above look at most of the tables that can name somebody, not at a few."""
    with closing(open_file(tmp_path / "hall.db")) as db:
        named = [
            table
            for table, kinds in DECIDED.items()
            if {"person", "own", "name", "card"} & set(kinds.values())
        ]
        filled = [t for t in named if db.execute(f"SELECT 1 FROM {t} LIMIT 1").fetchone()]
    assert len(filled) > 25
