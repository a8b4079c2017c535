"""What people and scripts see: the JSON envelope, tables, csv, tsv, ndjson, and plain lines."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple, TextIO

from hallctl.errors import HallError, Note, RowError
from hallctl.messages import _, cite, label, row_reason, row_text, spoken, word

WIDEST = 60
"""The most characters of one cell in a table."""

Json = dict[str, object] | list[object] | str | int | float | bool | None

NULL_SAYS_SOMETHING = ("_rate", "score", "value")
"""Keys with these endings stay in the JSON as null (no denominator, no weights adopted, no value)."""


class Urgent(str):
    """A line that must not be overlooked: red in a terminal, as it is everywhere else."""

    __slots__ = ()


class Reply(NamedTuple):
    """What a command hands over to be shown."""

    data: object = None
    """Goes into the JSON envelope; for a list, one record per row."""
    said: Sequence[Note] = ()
    """What was done, in a line each, on stderr."""
    text: Sequence[str] = ()
    """What people read on stdout instead of JSON."""
    columns: Sequence[str] = ()
    """The keys of a table; a reply with columns is a list."""
    exit_status: int = 0
    failed: Sequence[HallError] = ()
    """Parts of the act that failed while the others were done."""


class Manner(NamedTuple):
    """How to show: the command's name, the form asked for, and whether to keep quiet."""

    command: str = ""
    form: str = "table"
    dry_run: bool = False
    quiet: bool = False


def reply(found: Reply, notes: Sequence[Note], manner: Manner) -> None:
    """Show what a command found or did."""
    data = plain(found.data)
    if manner.dry_run and isinstance(data, dict):
        data = {**data, "dry_run": True}
    if manner.form == "json":
        errors = [one for error in found.failed for one in _errors(error)]
        _print_json(_envelope(manner, data, found.exit_status, notes, errors))
        return
    if found.columns and isinstance(data, list):
        _print_rows(data, found.columns, manner)
    for line in found.text:
        print(f"\x1b[1;31m{line}\x1b[0m" if isinstance(line, Urgent) and _has_colours() else line)
    if not manner.quiet:
        for note in found.said:
            _say((_("Dry run: ") if manner.dry_run else "") + _sentence(*note))
    for note in notes:
        _say(_("Note: {text}").format(text=_sentence(*note)))
    for error in found.failed:
        _say_error(error)


def failure(error: HallError, notes: Sequence[Note], manner: Manner) -> int:
    """Show why nothing was done; returns the exit status."""
    if manner.form == "json":
        _print_json(_envelope(manner, None, error.exit_status, notes, _errors(error)))
        return error.exit_status
    _say_error(error)
    return error.exit_status


def usage(text: str, hint: str, manner: Manner, exit_status: int = 2) -> int:
    """Show that the words of a command were not understood, with what would help."""
    if manner.form == "json":
        errors: list[Json] = [{"code": "usage.syntax", "message": text}]
        _print_json(_envelope(manner, None, exit_status, [], errors))
        return exit_status
    _say(_("Error: {text}").format(text=text))
    if hint:
        _say(hint)
    return exit_status


def plain(value: object) -> Json:
    """A value as JSON knows it: records as objects, instants and dates as ISO text."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "_asdict"):
        return plain(value._asdict())
    if isinstance(value, Mapping):
        return {
            str(key): plain(one)
            for key, one in value.items()
            if one is not None or str(key).endswith(NULL_SAYS_SOMETHING)
        }
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    if value is None or isinstance(value, str | int | float):
        return str(value) if isinstance(value, str) else value
    return str(value)


def table(rows: Iterable[Sequence[object]], headers: Sequence[str]) -> str:
    """A table for the eye, with Chinese characters two columns wide."""
    import tabulate

    tabulate.PRESERVE_WHITESPACE = False
    return tabulate.tabulate(list(rows), headers, tablefmt="simple", disable_numparse=True)


def _print_rows(rows: list[object], columns: Sequence[str], manner: Manner) -> None:
    form = manner.form
    noun = manner.command.partition(" ")[0]
    records = [row for row in rows if isinstance(row, dict)]
    if form == "ndjson":
        for record in records:
            print(json.dumps(record, ensure_ascii=False), flush=True)
    elif form in {"csv", "tsv"}:
        import csv

        out = csv.writer(sys.stdout, delimiter="," if form == "csv" else "\t", lineterminator="\n")
        keys = list(dict.fromkeys([*columns, *(key for record in records for key in record)]))
        out.writerow(keys)
        out.writerows([_cell(record.get(key)) for key in keys] for record in records)
    elif records:
        shown = [[_short(spoken(key, record.get(key))) for key in columns] for record in records]
        print(table(shown, [label(key, noun) for key in columns]))
    else:
        from hallctl.messages.empty import NEXT

        more = NEXT.get(manner.command)
        _say(
            _("Nothing to list. Next: {command}").format(command=more)
            if more
            else _("Nothing to list.")
        )


def _short(text: str) -> str:
    """A cell that fits a terminal; the whole text is in the other forms."""
    line = " ".join(text.split())
    return line if len(line) <= WIDEST else line[: WIDEST - 1] + "…"


def _cell(value: object) -> object:
    """One csv cell: lists joined, truth as 0 or 1, nested records as JSON."""
    if isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(v, dict) for v in value)
    ):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return ";".join(str(one) for one in value)
    return int(value) if isinstance(value, bool) else value


def _envelope(
    manner: Manner, data: Json, status: int, notes: Sequence[Note], errors: Sequence[Json]
) -> dict[str, object]:
    found: dict[str, object] = {
        "hallctl": 1,
        "command": manner.command,
        "ok": status in {0, 8},
        "exit_code": status,
    }
    if manner.dry_run:
        found["dry_run"] = True
    return found | {
        "data": data,
        "warnings": [_note_as_json(note) for note in notes],
        "errors": list(errors),
    }


def _note_as_json(note: Note) -> Json:
    found: dict[str, object] = {"code": note.code}
    if note.article:
        found["article"] = note.article
    return found | {"message": word(note.code, note.values)}


def _errors(error: HallError) -> list[Json]:
    """Every bad row of a file, or the failure itself; a refusal comes before the rows it is about."""
    rows = [_row_as_json(row) for row in error.rows]
    if rows and error.article is None:
        return rows
    return [_note_as_json(Note(error.code, error.article, error.values)), *rows]


def _say_error(error: HallError) -> None:
    for row in error.rows:
        _say(row_text(row))
    _say(_("Error: {text}").format(text=_sentence(error.code, error.article, error.values)))


def _row_as_json(row: RowError) -> Json:
    place = {"sheet": row.sheet, "row": row.row, "column": row.column, "value": row.value}
    found: dict[str, object] = {"code": row.code, "message": row_reason(row)}
    return found | {key: value for key, value in place.items() if value is not None}


def _sentence(code: str, article: str | None, values: Mapping[str, object]) -> str:
    text = word(code, values)
    return _("{text} ({article})").format(text=text, article=cite(article)) if article else text


def _print_json(found: object) -> None:
    print(json.dumps(found, ensure_ascii=False))


def _has_colours() -> bool:
    """Whether stdout is a terminal that shows colours, and nobody asked for none (NO_COLOR)."""
    told = os.environ
    dumb = told.get("TERM") == "dumb" or (sys.platform == "win32" and "WT_SESSION" not in told)
    return sys.stdout.isatty() and not dumb and not told.get("NO_COLOR")


def _say(text: str, stream: TextIO | None = None) -> None:
    print(text, file=stream or sys.stderr)
