"""The report of a term, and of an academic year, for the leadership (Art. 10, 14, 23, 29, 32, 33)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import NotFound, Usage
from hallctl.figures import rate
from hallctl.figures.stability import Stability, stability
from hallctl.office import coverage, meetings
from hallctl.office.appraisal import annual as reviews
from hallctl.office.appraisal.annual import year_days
from hallctl.office.complaints import looking as complaints
from hallctl.office.credit import ledger as credit
from hallctl.office.hall import Hall
from hallctl.office.reporting.gathering import Gathered, Written, total, written
from hallctl.office.roster.looking import term_days, term_named, term_of
from hallctl.office.roster.staffing import all_posts
from hallctl.reports.periodic import (
    ComplaintLine,
    Counted,
    CreditCount,
    Figures,
    LongReport,
    MeetingLine,
    PersonCredit,
    SpanFigures,
    StarLine,
    WindowTerm,
)
from hallctl.store import appraisals, halls
from hallctl.store import credit as violations

DAY = timedelta(days=1)


class Span(NamedTuple):
    """A named stretch of days, both included."""

    name: str
    from_on: date
    to_on: date


# --- which period -------------------------------------------------------------------------------


def term_span(hall: Hall, said: str) -> Span:
    """A term by name, the running one (this), or the newest that is over (last); raises NotFound."""
    if said not in {"last", "this"}:
        return Span(said, *term_named(hall, said))
    if said == "this":
        found = term_of(hall, hall.today)
    else:
        over = [one for one in halls.terms(hall.db) if term_days(hall, one)[1] < hall.today]
        found = over[-1] if over else None
    if found is None:
        code = "report.no_this_term" if said == "this" else "report.no_last_term"
        raise NotFound(code, known=[one.term for one in halls.terms(hall.db)])
    return Span(found.term, *term_days(hall, found))


def year_span(hall: Hall, said: str) -> Span:
    """An academic year by the year it begins (2026 or 2026-2027), this or last; raises Usage."""
    if said in {"last", "this"}:
        year = hall.today.year
        if _first_day(hall, year) > hall.today:
            year -= 1
        year -= said == "last"
    else:
        begins, _dash, ends = said.partition("-")
        if not (begins.isdigit() and len(begins) == 4 and ends in {"", str(int(begins) + 1)}):
            raise Usage("report.bad_year", value=said)
        year = int(begins)
    return Span(f"{year}-{year + 1}", _first_day(hall, year), year_days(hall, year)[1])


def _first_day(hall: Hall, year: int) -> date:
    """The day a year begins, whether or not the regulation was in force then."""
    return year_days(hall, year - 1)[1] + DAY


# --- writing ------------------------------------------------------------------------------------


def write_term(hall: Hall, span: Span, path: Path, *, department: bool) -> Written:
    """Gather a term, write its workbook, return its figures. Raises Refused before the regulation."""
    return _write(hall, term(hall, span, department=department), path)


def write_year(hall: Hall, span: Span, path: Path, *, department: bool) -> Written:
    """Gather an academic year, write its workbook, return its figures. Raises Refused likewise."""
    return _write(hall, year(hall, span, department=department), path)


def _write(hall: Hall, report: LongReport, path: Path) -> Written:
    from hallctl.sheets.periodic.long import write_long

    return written(
        hall, report.cover, path, told(report), lambda out, faces: write_long(report, out, faces)
    )


def told(report: LongReport) -> dict[str, float | int | None]:
    """The figures with what the other tables of the report say."""
    return {
        **report.figures,
        "stability_rate": report.stability_rate,
        "coverage_rate": report.coverage_rate,
        "people_served": total(report.visits),
        "violations": report.credit.confirmed,
        "stars": len(report.stars),
        "meetings": sum(one.number for one in report.meetings),
    }


# --- gathering ----------------------------------------------------------------------------------


def term(hall: Hall, span: Span, *, department: bool) -> LongReport:
    """Everything a term's report shows."""
    label = f"{span.name[:4]}—{span.name[5:9]}学年第{span.name[10:]}学期"
    return _report(Gathered(hall, *span), label, [span.name], department=department)


def year(hall: Hall, span: Span, *, department: bool) -> LongReport:
    """Everything an academic year's report shows: its terms, last year if it was kept, review flags."""
    got = Gathered(hall, *span)
    begins = int(span.name[:4])
    terms = [
        Span(row.term, max(first, got.from_on), min(last, span.to_on))
        for row in halls.terms(hall.db)
        for first, last in [term_days(hall, row)]
        if first <= span.to_on and last >= got.from_on
    ]
    label = f"{begins}—{begins + 1}学年"
    report = _report(got, label, [one.name for one in terms], department=department)
    flags = Counter(flag for line in reviews.annual(hall, begins) for flag in line.flags)
    return report._replace(
        whole_year=True,
        parts=[SpanFigures(one.name, got.figures_of(one.from_on, one.to_on)) for one in terms],
        previous=_year_before(hall, begins - 1),
        flags=[Counted(code, number) for code, number in sorted(flags.items())],
    )


def _year_before(hall: Hall, begins: int) -> Figures | None:
    """The year before, None when the regulation was not in force or nothing was kept."""
    last = year_days(hall, begins)[1]
    if last < hall.facts.effective_from:
        return None
    got = Gathered(hall, "", _first_day(hall, begins), last)
    return got.figures if got.figures["due"] or got.figures["cases_accepted"] else None


def _report(got: Gathered, label: str, terms: Sequence[str], *, department: bool) -> LongReport:
    hall = got.hall
    stable = stability(all_posts(hall), got.from_on, got.known_on)
    covered = coverage.coverage(hall, got.from_on, got.to_on, actual=True)
    return LongReport(
        cover=got.cover(),
        label=label,
        whole_year=False,
        department=department,
        figures=got.figures,
        previous=None,
        parts=(),
        months=[SpanFigures(one.name, got.figures_of(*one[1:])) for one in _months(got)],
        windows=list(_windows(got, stable, covered)),
        served=stable.served,
        stayed=stable.stayed,
        stability_rate=stable.stability_rate,
        coverage_rate=rate(
            sum(one.covered_minutes for one in covered), sum(one.open_minutes for one in covered)
        ),
        visits=got.visits(),
        complaints=list(_complaints(got)),
        credit=_credit(got, department=department),
        stars=[
            StarLine(name, got.who(one.staff_no), _window_of(got, one.staff_no))
            for name in terms
            for one in appraisals.awards(hall.db, name)
        ],
        meetings=[
            MeetingLine(*one) for one in meetings.counts(hall, got.from_on, got.to_on)
        ],
        flags=(),
    )  # fmt: skip


def _months(got: Gathered) -> Iterator[Span]:
    """The months of a period that have begun, cut at its ends."""
    first = got.from_on
    while first <= got.known_on:
        next_first = (first.replace(day=1) + 31 * DAY).replace(day=1)
        yield Span(f"{first:%Y-%m}", first, min(next_first - DAY, got.to_on))
        first = next_first


def _windows(
    got: Gathered, stable: Stability, covered: Sequence[coverage.WindowCoverage]
) -> Iterator[WindowTerm]:
    by_stability = {one.window_no: one for one in stable.windows}
    by_coverage = {one.window_no: one for one in covered}
    for line in got.by_window():
        staff, minutes = by_stability.get(line.key), by_coverage.get(line.key)
        yield WindowTerm(
            line.key, line.name, line.figures, line.visits,
            minutes.open_minutes if minutes else 0, minutes.covered_minutes if minutes else 0,
            minutes.coverage_rate if minutes else None,
            staff.served if staff else 0, staff.stayed if staff else 0,
            staff.stability_rate if staff else None,
        )  # fmt: skip


def _complaints(got: Gathered) -> Iterator[ComplaintLine]:
    for one in complaints.analyse(got.hall, got.from_on, got.to_on):
        if one.what == "kind":
            yield ComplaintLine(
                one.value, one.received, one.yes + one.partly, one.no, one.pending,
                one.on_time_rate,
            )  # fmt: skip


def _credit(got: Gathered, *, department: bool) -> CreditCount:
    """The period's violations by state, and where everybody stands at its end."""
    hall = got.hall
    rows = violations.between(hall.db, got.from_on, got.to_on)
    states = Counter(one.state for one in rows)
    points = sum(credit.entry_of(hall, one).points or 0 for one in rows if one.state == "confirmed")
    standings = credit.standings(hall, got.known_on)
    counts = Counter(one.staff_no for one in rows if one.state == "confirmed")
    return CreditCount(
        states["proposed"], states["confirmed"], states["rejected"], states["reversed"], points,
        sum(one.standing != "good" for one in standings),
        [
            PersonCredit(one.staff_no, one.name, counts[one.staff_no], one.balance, one.standing)
            for one in standings
        ] if department else (),
    )  # fmt: skip


def _window_of(got: Gathered, staff_no: str) -> str:
    person = got.staff.get(staff_no)
    return got.windows.get(person.window_no or "", "") if person else ""
