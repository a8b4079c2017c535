"""What people do: leave, swaps, corrections, points, complaints, praise, logs."""

import json

from term.facts import (
    Complaint,
    Correction,
    FromCases,
    Gone,
    Joined,
    Kept,
    Leave,
    Letter,
    Log,
    Score,
    Seen,
    Setting,
    Step,
    Swap,
    Verdict,
    Violation,
    Words,
)
from term.telling import Term, tells, write_csv


@tells(Setting)
def setting(term: Term, fact: Setting) -> None:
    value = fact.value if isinstance(fact.value, str) else json.dumps(fact.value)
    term.run("policy", "set", fact.name, value, "--from", fact.from_on, "--note", "例会通过")


@tells(Words)
def words(term: Term, fact: Words) -> None:
    term.run(*fact.words)


@tells(Leave)
def leave(term: Term, fact: Leave) -> None:
    more = ("--substitute", fact.substitute) if fact.substitute else ()
    term.run("duty", "leave", fact.staff_no, "--kind", fact.kind, "--from", term.clock(fact.from_at), "--to",
             term.clock(fact.to_at), "--reason", "已批准", *more)  # fmt: skip


@tells(Swap)
def swap(term: Term, fact: Swap) -> None:
    term.run(
        "duty",
        "swap",
        fact.giver,
        fact.taker,
        "--shift",
        term.clock(fact.start),
        "--reason",
        "补考",
    )


@tells(Correction)
def correction(term: Term, fact: Correction) -> None:
    witness = "T1012" if fact.staff_no != "T1012" else "T1011"
    ends = [("--in", fact.came), ("--out", fact.went)]
    said = [word for option, clock in ends if clock for word in (option, clock)]
    term.run("attendance", "correct", fact.staff_no, "--on", fact.start.date(), *said, "--reason", "忘记打卡",
             "--witness", witness)  # fmt: skip


@tells(Gone)
def gone(term: Term, fact: Gone) -> None:
    if fact.why == "dismissed":
        more = ("--reason", fact.reason) if fact.reason else ()
        term.run("roster", "dismiss", fact.staff_no, "--on", fact.last_on, *more)
    else:
        term.run("roster", "end", fact.staff_no, "--reason", fact.reason, "--on", fact.last_on)


@tells(Joined)
def joined(term: Term, fact: Joined) -> None:
    row = (
        fact.staff_no,
        fact.name,
        "窗口工作人员",
        "W04",
        "机场运行学院",
        "机场2402班",
        "199-0000-0299",
    )
    head = ("学号", "姓名", "岗位", "窗口", "学院", "班级", "手机")
    path = write_csv(term.folder / "new.csv", head, [row])
    term.run("roster", "import", path, "--on", fact.on)
    term.run(
        "roster", "replace", fact.instead_of, fact.staff_no, "--on", fact.on, "--reason", "重新选派"
    )


@tells(Violation)
def violation(term: Term, fact: Violation) -> None:
    found = term.data("credit", "propose", "--staff", fact.staff_no, "--kind", fact.kind, "--on", fact.on,
                      "--note", fact.note, "--evidence", "监控录像", "--ref", fact.key)  # fmt: skip
    term.entries[fact.key] = found["entry_no"]


@tells(Verdict)
def verdict(term: Term, fact: Verdict) -> None:
    entry = term.entries[fact.key]
    if fact.act == "confirm":
        term.run("credit", "confirm", entry)
    elif fact.act == "reject":
        term.run("credit", "reject", entry, "--note", fact.text)
    elif fact.act == "statement":
        term.run("credit", "statement", entry, "--text", fact.text)
    elif fact.act in {"upheld", "dismissed"}:
        term.run("credit", "appeal", entry, "--verdict", fact.act, "--reason", fact.text)
    else:
        term.run("credit", fact.act, entry, "--reason", fact.text)


@tells(FromCases)
def from_cases(term: Term, fact: FromCases) -> None:
    """Every late case of the month; the officer confirms, but doubts two people's."""
    numbers = {one["case_no"]: one.get("ref") for one in term.data("case", "list", "--limit", 5000)}
    for one in term.data("credit", "propose", "--from-cases", "--month", fact.month):
        if one["outcome"] != "proposed":
            continue
        term.entries[f"case:{numbers[one['case_no']]}"] = one["entry_no"]
        if one["staff_no"].endswith("005"):
            term.run("credit", "reject", one["entry_no"], "--note", "系统停机")
        elif not one["staff_no"].endswith("012"):
            term.run("credit", "confirm", one["entry_no"])


@tells(Kept)
def kept(term: Term, fact: Kept) -> None:
    term.run("credit", "decide-dismissal", fact.staff_no, "--keep", "--reason", fact.reason)


@tells(Letter)
def letter(term: Term, fact: Letter) -> None:
    term.run(
        "credit",
        "letter",
        "--staff",
        fact.staff_no,
        "--kind",
        fact.kind,
        "--on",
        fact.on,
        "--note",
        fact.note,
    )


@tells(Complaint)
def complaint(term: Term, fact: Complaint) -> None:
    option, about = fact.about
    about = term.numbers.get(about, about)
    who = ("--name", fact.name, "--contact", fact.contact) if fact.name else ("--anonymous",)
    found = term.data("complaint", "open", "--channel", "phone", option, *([about] if about else []), "--kind",
                      fact.kind, "--matter", fact.matter, "--on", fact.on, *who)  # fmt: skip
    term.complaints[fact.key] = found["complaint_no"]
    if found.get("query_code"):
        term.codes[fact.key] = found["query_code"]


@tells(Step)
def step(term: Term, fact: Step) -> None:
    number = term.complaints[fact.key]
    if fact.step == "accept":
        term.run("complaint", "accept", number)
    elif fact.step == "reply":
        term.run("complaint", "reply", number, "--note", fact.note)
        term.run("complaint", "slip", number)
    else:
        more = ("--propose",) if fact.propose else ()
        found = term.data(
            "complaint", "finding", number, "--finding", fact.finding, "--note", fact.note, *more
        )
        for entry in found["violations"]:
            term.entries[f"complaint:{fact.key}"] = entry


@tells(Seen)
def seen(term: Term, fact: Seen) -> None:
    if fact.kind == "praise":
        term.run("appraise", "praise", fact.staff_no, "--on", fact.on, "--note", fact.note)
    else:
        term.run(
            "appraise",
            "incident",
            fact.staff_no,
            "--kind",
            fact.kind,
            "--on",
            fact.on,
            "--note",
            fact.note,
        )


@tells(Log)
def log(term: Term, fact: Log) -> None:
    term.run("log", "add", "--window", fact.window_no, "--at", term.clock(fact.at), "--served", 9)


@tells(Score)
def score(term: Term, fact: Score) -> None:
    """Given when the week is published."""
