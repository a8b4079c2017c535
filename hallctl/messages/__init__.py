"""Codes become sentences here, in the language chosen at start. English is written in the code.

A code such as ``case.unknown_item`` is looked up in the module named before the dot; templates use
``{name}`` for the values that travel with an error or a note.
"""

import gettext
import os
from collections.abc import Callable, Mapping
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

from hallctl.errors import RowError
from hallctl.messages import catalogue

LOCALE = Path(__file__).parent.parent / "locale"
DOMAIN = "hallctl"

_translate: Callable[[str], str] = str
language = "en"


def use(chosen: str) -> None:
    """Choose zh_CN or en for the rest of the process; also for what Typer itself says."""
    global _translate, language
    language = chosen
    _translate = catalogue.read(LOCALE / chosen / "LC_MESSAGES" / f"{DOMAIN}.mo").gettext
    os.environ["LANGUAGE"] = chosen
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)


def _(text: str) -> str:
    """The text in the chosen language."""
    return _translate(text) if text else text


def N_(text: str) -> str:  # noqa: N802 - the usual name of the mark that extraction looks for
    """Mark a text for translation where it is written, to be translated where it is used."""
    return text


def known(code: str) -> bool:
    """Whether a code has its sentence."""
    return _template(code) is not None


def word(code: str, values: Mapping[str, object] | None = None) -> str:
    """The sentence of a code with its values filled in; the code itself if it has none."""
    template = _template(code)
    if template is None:
        return code
    return _(template).format_map(_Values(values or {}))


def name_of(value: object, key: str = "") -> str:
    """How people read a coded value such as ``late``; other values as they are.

    ``key`` tells words apart that mean different things: a late shift, a case that is late.
    """
    from hallctl.messages.words import WORDS

    text = str(value)
    name = WORDS.get(f"{key}.{text}") or WORDS.get(text)
    return _(name) if name else text


def label(key: str, noun: str = "") -> str:
    """The heading of a column or a line for a JSON key, in lists of a noun that calls it otherwise."""
    from hallctl.messages.words import LABELS

    text = LABELS.get(f"{noun}.{key}") or LABELS.get(key)
    return _(text) if text else key


def labelled(key: str, value: object) -> str:
    """A line of a sheet: what it is, and what it says."""
    return paired(label(key), spoken(key, value))


def paired(name: str, text: str) -> str:
    """Two texts with a colon between them, as the language writes it."""
    return _("{label}: {value}").format(label=name, value=text)


def cite(article: str) -> str:
    """How an article is named in a sentence."""
    return _("Art. {article}").format(article=article)


_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def weekday(number: int) -> str:
    """The short name of a day of the week, 1 for Monday to 7 for Sunday."""
    return _(_WEEKDAYS[number - 1])


CODED = frozenset(
    ("status", "leaving", "state", "tier", "role", "kind", "result", "lateness", "standing", "due_status",
     "direction", "how", "why",
     "change", "marks", "noon", "verdict", "leave_kind", "day_kind", "what", "reason", "step",
     "was_status", "was_tier", "own_tier", "fix_due_status", "settled_by", "excluded", "flags", "decider", "held_by",
     "level", "channel", "before", "source",
     "about", "finding", "appeal", "outcome")
)  # fmt: skip
"""Keys whose values are codes with a name of their own."""


def spoken(key: str, value: object) -> str:
    """One value as people read it: dates short, lists joined, codes by their names."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and (key == "at" or key.endswith("_at")):
        return value[:16].replace("T", " ")
    if isinstance(value, RowError):  # a tuple too, so it is asked for first
        return row_text(value)
    if isinstance(value, list | tuple | set | frozenset):
        return _(", ").join(spoken(key, one) for one in value)
    return name_of(value, key) if key in CODED else str(value)


def row_reason(row: RowError) -> str:
    """Why one row of a file cannot be used."""
    return word(row.code, {"column": row.column, "value": row.value, **row.values})


def row_text(row: RowError) -> str:
    """One bad row in a line: where it is, what stands there, and why it cannot be used."""
    parts = []
    if row.sheet:
        parts.append(_("[{sheet}]").format(sheet=row.sheet))
    if row.row is not None:
        parts.append(_("row {row}").format(row=row.row))
    if row.column:
        parts.append(_("column {column}").format(column=row.column))
    if row.value:
        parts.append(_("“{value}”").format(value=row.value))
    return _("{place}: {reason}").format(place=" ".join(parts), reason=row_reason(row))


class _Values(dict[str, object]):
    """Values of a template; a missing one shows its name instead of breaking the message."""

    def __init__(self, values: Mapping[str, object]) -> None:
        super().__init__({key: spoken(key, value) for key, value in values.items()})

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _template(code: str) -> str | None:
    noun = code.partition(".")[0]
    try:
        module = import_module(f"hallctl.messages.{noun}")
    except ModuleNotFoundError:
        return None
    found: str | None = module.MESSAGES.get(code)
    return found
