"""What people write into one cell: a list of papers, a chain of departments."""

import re
from collections.abc import Sequence

NO_PAPERS = frozenset({"无", "无需", "无需材料", "不需要", "无材料", "免提交", "none"})
"""Cells that say that an item needs no papers."""

TIERS = {
    **dict.fromkeys(("即办件", "instant"), "instant"),
    **dict.fromkeys(("承诺件", "promised"), "promised"),
    **dict.fromkeys(("校级研究件", "college"), "college"),
    **dict.fromkeys(("上报件", "superior"), "superior"),
}
"""How people write the kinds of cases."""

_DAYS = re.compile(r"(\d+)(?:个?工作日|天|日)?")
_SAID = re.compile(r"\s*\(([^()]*)\)$")


def split_materials(text: str) -> list[str]:
    """The papers in a cell: one per line, ； or number; by 、 only when there is nothing else."""
    text = text.strip()
    if re.search(r"[\n；;]", text) or re.match(r"\s*[(（]?\d+[.、)）．]", text):
        parts = re.split(r"[\n；;]|(?<![\d.])[(（]?\d+(?:[、)）]|[.．](?!\d))", text)
    else:
        parts = re.split(r"、", text)
    return [name for part in parts if (name := part.strip(" 　。，,、"))]


def split_departments(text: str) -> list[tuple[int, str, int | None]]:
    """(step, department, days): 、 side by side, → in order, 教务处(2) with a limit of its own."""
    found: list[tuple[int, str, int | None]] = []
    for step, group in enumerate(re.split(r"→|->|⇒", _plain(text)), 1):
        for part in re.split(r"[、,，;；]", group):
            name, said = _said(part)
            days = [int(match[1]) for one in said if (match := _DAYS.fullmatch(one))]
            if name:
                found.append((step, name, days[0] if days else None))
    return found


def tiers_of_steps(text: str) -> list[str]:
    """The kinds that steps need of their own: 校办(上报件), 教务处(2 校级研究件)."""
    parts = re.split(r"→|->|⇒|[、,，;；]", _plain(text))
    return [TIERS[one] for part in parts for one in _said(part)[1] if one in TIERS]


def _plain(text: str) -> str:
    """Half-width brackets, and only spaces between the words in them."""
    text = text.replace("（", "(").replace("）", ")")
    return re.sub(r"\([^()]*\)", lambda found: re.sub(r"[、,，;；/]", " ", found[0]), text)


def _said(part: str) -> tuple[str, list[str]]:
    """A department and the words in brackets behind it; brackets that say nothing known are of its name."""
    found = _SAID.search(part.strip())
    words = found[1].split() if found else []
    known = bool(words) and all(_DAYS.fullmatch(one) or one in TIERS for one in words)
    return (part.strip()[: found.start()], words) if found and known else (part.strip(), [])


def department_fault(found: Sequence[tuple[int, str, int | None]]) -> str | None:
    """The code of what is wrong with a chain of departments, None when nothing is."""
    if any(days == 0 for _step, _name, days in found):
        return "sheet.step_without_days"
    places = [(step, name) for step, name, _days in found]
    return "sheet.department_twice" if len(set(places)) < len(places) else None
