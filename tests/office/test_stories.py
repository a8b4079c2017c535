"""Stories of the office alone: no command line, no words, the acts one after another."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from conftest import HALL

from hallctl.errors import HallFileTrouble, Refused
from hallctl.model import SHANGHAI
from hallctl.office import places, setup, signing
from hallctl.office.cases import closing, looking, opening, papers
from hallctl.office.credit import proposing as credit
from hallctl.office.hall import Hall
from hallctl.office.items.importing import import_items
from hallctl.office.roster import importing as roster
from hallctl.office.roster.looking import members
from hallctl.office.setup import Founding


def at(day: int, clock: str = "09:00") -> datetime:
    return datetime.fromisoformat(f"2026-11-{day:02d}T{clock}").replace(tzinfo=SHANGHAI)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    found = Hall(tmp_path / "hall.db", at(30))
    setup.found_hall(found, Founding(date(2026, 9, 1), "云溪航空职业学院", noon="closed"))
    places.import_windows(found, HALL / "windows.csv", {}, skip_bad=False)
    import_items(found, [HALL / "items.xlsx"], {}, skip_bad=False)
    roster.import_roster(
        found,
        [HALL / "roster_leaders.xls", HALL / "roster_students.xlsx"],
        {},
        date(2026, 9, 1),
        skip_bad=False,
    )
    yield found
    found.close()


def test_a_case_that_comes_late_and_costs_points(hall: Hall) -> None:
    """Opened with a paper missing, supplied, closed late; the handler's lateness becomes two points."""
    told = opening.Opening(
        "SX002", "0250200001", missing=[("申请表", None)], handler="0240601001", at=at(2)
    )
    case = opening.open_case(hall, told)
    assert (case.state, case.missing, case.due_on) == ("supplementing", ("申请表",), None)
    case = papers.supply(hall, case.case_no, papers.Supply(everything=True, at=at(3)))
    assert (case.accepted_at, case.due_on) == (at(3), date(2026, 11, 6))
    case = closing.close_case(hall, case.case_no, "granted", at(10), None)
    assert (case.lateness, case.workdays_used, case.workdays_late) == ("late", 5, 2)
    asked = credit.Asked("overdue", date(2026, 11, 9), "超期办结", case.case_no)
    entry = credit.propose(hall, case.handler_no, asked)
    assert credit.confirm(hall, entry.entry_no).balance == 98
    story = looking.show_case(hall, case.case_no)
    assert [event.kind for event in story.events] == ["noticed", "supplied", "completed"]


def test_the_officer_acts_once_there_is_one(tmp_path: Path) -> None:
    """Until the roster names an officer, setup acts; then the officer, and nobody else decides."""
    made = Hall(tmp_path / "hall.db", at(30))
    setup.found_hall(made, Founding(date(2026, 9, 1)))
    places.import_windows(made, HALL / "windows.csv", {}, skip_bad=False)
    assert made.actor_no == "setup"
    roster.import_roster(made, [HALL / "roster_leaders.xls"], {}, date(2026, 9, 1), skip_bad=False)
    made.close()
    later = Hall(tmp_path / "hall.db", at(30))
    assert later.actor_no == "A0001"
    later.close()
    other = Hall(tmp_path / "hall.db", at(30), "T1001")
    with pytest.raises(Refused) as caught:
        other.require_officer("32")
    other.close()
    assert caught.value.article == "32"


def test_a_dry_run_sees_what_it_would_do(hall: Hall) -> None:
    """Within the act everything is there; afterwards nothing is."""
    trial = Hall(hall.path, at(30), dry_run=True)
    signed, failed = signing.sign(trial, ["T1001"], "in", at(30, "08:59"), command="signin")
    assert (len(signed), failed, signed[0].already) == (1, [], None)
    again, _failed = signing.sign(trial, ["T1001"], "in", at(30, "08:59"), command="signin")
    trial.close()
    assert again[0].already is None


def test_a_hall_file_that_is_not_there(tmp_path: Path) -> None:
    """Opening is what fails, at the first need."""
    missing = Hall(tmp_path / "none.db", at(30))
    with pytest.raises(HallFileTrouble):
        members(missing, date(2026, 12, 1))
