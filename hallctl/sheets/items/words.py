"""What people write into one cell: a list of papers, a chain of departments."""

import re
from collections.abc import Sequence

NO_PAPERS = frozenset({"无", "无需", "无需材料", "不需要", "无材料", "免提交", "none"})
"""Cells that say that an item needs no papers."""

_LIMIT = re.compile(r"(.+?)\s*\((\d+)\s*(?:个?工作日|天|日)?\)")


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
    text = text.replace("（", "(").replace("）", ")")
    for step, group in enumerate(re.split(r"→|->|⇒", text), 1):
        for name in re.split(r"[、,，;；]", group):
            limited = _LIMIT.fullmatch(name.strip())
            if limited:
                found.append((step, limited[1], int(limited[2])))
            elif name.strip():
                found.append((step, name.strip(), None))
    return found


def department_fault(found: Sequence[tuple[int, str, int | None]]) -> str | None:
    """The code of what is wrong with a chain of departments, None when nothing is."""
    if any(days == 0 for _step, _name, days in found):
        return "sheet.step_without_days"
    places = [(step, name) for step, name, _days in found]
    return "sheet.department_twice" if len(set(places)) < len(places) else None
