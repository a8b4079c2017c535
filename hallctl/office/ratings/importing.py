"""Answers of a survey: nameless, by window; a longer export of the same survey adds what is new (Art. 33)."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from hallctl import service
from hallctl.errors import RowError
from hallctl.office.hall import Hall
from hallctl.office.imports import Count, Imported, row_count, settle_rows
from hallctl.sheets.surveys import SurveyLine, parse_survey
from hallctl.store import places, surveys
from hallctl.store.surveys import Answer


def import_answers(
    hall: Hall, path: Path, mapping: Mapping[str, str], survey: str, *, skip_bad: bool
) -> Imported:
    """Record the answers of an export; rows that pass a question over count nowhere.

    An answer is known by its number and time of submission within ``survey``. Raises Refused unless the
    officer acts, BadInput with every bad row: unknown windows and answers, days that do not fit, and an
    answer that is on record and was another.
    """
    hall.require_officer("33")
    parsed = parse_survey(path, mapping)
    windows = _Windows(hall)
    errors = [fault for one in parsed.rows if (fault := _fault(hall, one, windows, survey))]
    good, rejected = settle_rows(hall, parsed, errors, skip_bad=skip_bad)
    answered = [one for one in good if one.window and one.level]
    count, bad = Count(), 0
    with hall.writing("rating import") as work:
        for one in answered:
            row = _row(one, windows, survey)
            if surveys.answer(hall.db, survey, row.serial, row.at):
                count.unchanged += 1
                continue
            surveys.add_answer(work, row)
            count.added += 1
            bad += not service.satisfies(row.level, hall.law.on(row.at.date())).value
        work.tell(count.told(), file=path.name, sha256=parsed.sha256, survey=survey or None)
    skipped = len(good) - len(answered)
    _remark(hall, answered, skipped, bad)
    return count.imported(row_count(parsed) - skipped, rejected=rejected, sha256=parsed.sha256)


def _remark(hall: Hall, answered: list[SurveyLine], skipped: int, bad: int) -> None:
    if any(one.by_number for one in answered):
        hall.note("rating.read_as_scores", "33")
    if skipped:
        hall.note("rating.passed_over", "33", count=skipped)
    if bad:
        hall.note("rating.bad_answers", "33", count=bad)


def _fault(
    hall: Hall, one: SurveyLine, windows: "_Windows", survey: str
) -> RowError | None:  # fmt: skip
    """Why an answer cannot be taken, beyond the form itself."""
    day = one.at.date()
    when = f"{one.at:%Y-%m-%d %H:%M:%S}"
    if day < hall.facts.effective_from:
        values = {"day": day, "effective_from": hall.facts.effective_from}
        return RowError("regulation.not_yet_in_force", one.sheet, one.row, TIME, when, values)
    if one.at > hall.now:
        return RowError("rating.future", one.sheet, one.row, TIME, when)
    if one.window is None or one.level is None:
        return None
    if windows.no_of(one.window, day) is None:
        return RowError("imports.unknown_window", one.sheet, one.row, "窗口", one.window)
    row = _row(one, windows, survey)
    before = surveys.answer(hall.db, survey, row.serial, row.at)
    if before is not None and before != row:
        return RowError("rating.answer_differs", one.sheet, one.row, "序号", one.serial)
    return None


TIME = "提交答卷时间"


def _row(one: SurveyLine, windows: "_Windows", survey: str) -> Answer:
    window_no = windows.no_of(one.window or "", one.at.date()) or ""
    return Answer(survey, one.serial, one.at, window_no, one.level or 0, one.comment or None)


class _Windows:
    """Windows by what people call them: the number, the name, both, or the name without 窗口."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._days: dict[date, dict[str, str]] = {}

    def no_of(self, said: str, day: date) -> str | None:
        """The number of a window of that day; None for a name that none or several bear."""
        if day not in self._days:
            self._days[day] = dict(self._names(day))
        return self._days[day].get(_plain(said))

    def _names(self, day: date) -> Iterator[tuple[str, str]]:
        rows = places.windows(self._hall.db, day)
        known: dict[str, set[str]] = {}
        for row in rows:
            for name in (row.name, row.name.removesuffix("窗口"), f"{row.window_no}{row.name}"):
                known.setdefault(_plain(name), set()).add(row.window_no)
        yield from ((name, min(nos)) for name, nos in known.items() if len(nos) == 1)
        yield from ((_plain(row.window_no), row.window_no) for row in rows)


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
