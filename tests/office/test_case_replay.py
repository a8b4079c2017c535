"""Whatever happens to a case, its events alone tell where it stands, and every ruling can be made again."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from chinese_calendar import is_workday
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallctl import policy
from hallctl.errors import HallError
from hallctl.model import SHANGHAI
from hallctl.office.cases import clock, closing, correcting, opening, papers
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.store import case_parts, cases
from hallctl.store.cases import Case, Event

START = datetime(2026, 9, 7, 9, 0, tzinfo=SHANGHAI)
ITEM = "SX004"
"""Superior, 20 working days, three papers."""

ACTS = {
    "supply one": lambda hall, no: papers.supply(hall, no, papers.Supply(("申请书",))),
    "supply all": lambda hall, no: papers.supply(hall, no, papers.Supply(everything=True)),
    "notice": lambda hall, no: papers.second_notice(hall, no, [("邀请函", None)], "漏看", None),
    "pause": lambda hall, no: clock.pause(hall, no, "applicant_supplement", None, None, None),
    "resume": lambda hall, no: clock.resume(hall, no, None, None),
    "extend": lambda hall, no: clock.extend(hall, no, 4, clock.Asked("未批复", "院长")),
    "reclassify": lambda hall, no: clock.reclassify(hall, no, "college", None, clock.Asked("错", "院长")),
    "grant": lambda hall, no: closing.close_case(hall, no, "granted", None, None),
    "refuse": lambda hall, no: closing.close_case(hall, no, "refused", None, "不符"),
    "withdraw": lambda hall, no: closing.withdraw(hall, no, None, "不办"),
    "reopen": lambda hall, no: closing.reopen(hall, no, None, "算错"),
    "correct": lambda hall, no: correcting.correct(hall, no, correcting.Corrected(phone="199-0000-0001"), "换号", None),
}  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 90)), max_size=12)
"""What is tried, and how many hours after what came before."""


@contextmanager
def lived(hall_file: Path, missing: list[str], steps: list[tuple[str, int]]) -> Iterator[Hall]:
    """A hall with one case to which some of the steps have happened; what an article refuses did not."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "hall.db"
        shutil.copy(hall_file, path)
        hall = Hall(path, START)
        told = opening.Opening(
            ITEM, "0250200001", all_materials=not missing, missing=[(name, None) for name in missing],
            handler="T1001",
        )  # fmt: skip
        case_no = opening.open_case(hall, told).case_no
        for name, hours in steps:
            hall.look_again(hall.now + timedelta(hours=hours))
            with suppress(HallError):
                ACTS[name](hall, case_no)
        try:
            yield hall
        finally:
            hall.close()


def only_case(hall: Hall) -> tuple[Case, list[Event]]:
    case = cases.case(hall.db, "2026-000001")
    assert case is not None
    return case, cases.events(hall.db, "2026-000001")


class Replay:
    """Where a case stands by its events' kinds, times and particulars alone, counted day by day."""

    def __init__(self, days: int, outstanding: dict[int, int]) -> None:
        self.state, self.promise, self.extended = "", days, 0
        self.outstanding = outstanding
        self.accepted: datetime | None = None
        self.paused: date | None = None
        self.pauses: list[tuple[date, date]] = []
        self.before = ""

    def take(self, event: Event) -> None:
        missing = self.outstanding[event.entry_no]
        if event.kind in {"noticed", "supplied", "accepted"} and self.accepted is None:
            self.state = "supplementing" if missing else "accepted"
            self.accepted = None if missing else event.at
        elif event.kind == "paused":
            self.state, self.paused = "paused", event.at.date()
        elif event.kind == "resumed" and self.paused is not None:
            self.pauses.append((self.paused, event.at.date()))
            self.state, self.paused = "accepted", None
        elif event.kind in {"completed", "refused", "withdrawn"}:
            self.before, self.state = self.state, event.kind
        elif event.kind == "reopened":
            self.state = self.before
        elif event.kind == "extended":
            self.extended = event.told.days or 0
        elif event.kind == "reclassified":
            self.promise = event.told.days or 0
            if event.after.tier != "superior":  # only there is an extension possible
                self.extended = 0

    def due_on(self) -> date | None:
        if self.accepted is None:
            return None
        on = self.accepted.date()
        late = f"{self.accepted:%H:%M}" > "17:30"
        while late or not is_workday(on):
            on, late = on + timedelta(days=1), False
        left = self.promise + self.extended
        while left:
            on += timedelta(days=1)
            stands = any(begin < on <= end for begin, end in self.pauses)
            left -= is_workday(on) and not stands
        return on


def outstanding_by_entry(hall: Hall, events: list[Event]) -> dict[int, int]:
    """How many papers were out after each entry."""
    found: dict[int, int] = {}
    rows = hall.db.execute(
        "SELECT entry_no, name, state FROM case_material WHERE voided_by IS NULL ORDER BY id"
    ).fetchall()
    for event in events:
        out: set[str] = set()
        for entry_no, name, state in rows:
            if entry_no <= event.entry_no:
                out = out | {name} if state == "missing" else out - {name}
        found[event.entry_no] = len(out)
    return found


SLOW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@SLOW
@given(missing=st.sampled_from([[], ["申请书"], ["申请书", "邀请函"]]), steps=STEPS)
def test_replaying_the_events_gives_the_stored_state(
    hall_file: Path, missing: list[str], steps: list[tuple[str, int]]
) -> None:
    """State, acceptance and due date follow from what happened, counted again by hand."""
    with lived(hall_file, missing, steps) as hall:
        case, events = only_case(hall)
        replay = Replay(20, outstanding_by_entry(hall, events))
        for event in events:
            replay.take(event)
            assert event.after.state == replay.state, event.kind
            if event.kind != "reclassified" or replay.promise == event.after.promise_days:
                assert event.after.due_on == replay.due_on(), event.kind
        assert (case.now.state, case.now.accepted_at) == (replay.state, replay.accepted)
        late = (
            case.now.closed_at and case.now.due_on and case.now.closed_at.date() > case.now.due_on
        )
        assert (case.now.lateness == "late") == bool(late)


@SLOW
@given(missing=st.sampled_from([[], ["申请书"]]), steps=STEPS)
def test_every_stored_ruling_can_be_made_again(
    hall_file: Path, missing: list[str], steps: list[tuple[str, int]]
) -> None:
    """The due date again, from the settings and the values that stand with it."""
    with lived(hall_file, missing, steps) as hall:
        _case, events = only_case(hall)
        for place, event in enumerate(events):
            ground = event.ground
            if ground is None or not ground.because.startswith("why.due_"):
                continue
            law = policy.LawOfDay(event.at.date(), ground.settings)
            pauses = clock.pauses_of(events[: place + 1])
            again = policy.completion_due(
                date.fromisoformat(str(ground.values["dated_on"])),
                int(str(ground.values["promise_days"])), calendar_on(hall, START.date()), pauses,
                law=law,
            )  # fmt: skip
            assert again.value.due_on == event.after.due_on
            assert again.ground.values == ground.values


@SLOW
@given(steps=STEPS)
def test_a_case_never_recovers_from_being_late(
    hall_file: Path, steps: list[tuple[str, int]]
) -> None:
    """Once closed late, whatever follows, it never closes in time."""
    with lived(hall_file, [], steps) as hall:
        _case, events = only_case(hall)
        seen = False
        for event in events:
            closed = event.kind in {"completed", "refused"}
            assert not (seen and closed and event.after.lateness != "late")
            seen = seen or event.after.lateness == "late"


@SLOW
@given(missing=st.sampled_from([[], ["申请书"]]), steps=STEPS)
def test_papers_on_the_list_only_leave_it_by_being_brought(
    hall_file: Path, missing: list[str], steps: list[tuple[str, int]]
) -> None:
    """Every paper that is out was asked for, and a granted case has none out."""
    with lived(hall_file, missing, steps) as hall:
        case, events = only_case(hall)
        asked = {p.name for p in case_parts.papers(hall.db, "2026-000001") if p.state == "missing"}
        assert asked <= {"申请书", "邀请函", "家长同意书"}
        if case.now.state == "completed":
            assert outstanding_by_entry(hall, events)[events[-1].entry_no] == 0
