"""The guide 办事指南: what it holds about each item, and the words in which a workbook and a page print it."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

NONE = "—"
"""Stands where the catalogue says nothing."""
TIER = {"instant": "即办件", "promised": "承诺件", "college": "校级研究件", "superior": "上报件"}
WEEKDAYS = "一二三四五六日"


class Paper(NamedTuple):
    """One paper of an item."""

    name: str
    required: bool
    copies: int
    form: str | None
    standard: str | None
    obtain: str | None


class Part(NamedTuple):
    """One department's part in a joint item; equal steps run side by side."""

    step: int
    department: str
    days: int | None


class Counter(NamedTuple):
    """One window with the department behind it and its usual hours."""

    window_no: str
    name: str
    department: str
    days: Sequence[int]
    """Weekdays, Monday is 1."""
    spans: Sequence[tuple[int, int]]
    """Minutes after midnight, the end not included."""


class GuideItem(NamedTuple):
    """One item as the guide explains it (Art. 9)."""

    item_code: str
    name: str
    category: str
    window: Counter
    tier: str
    promise_days: int
    joint: bool
    parts: Sequence[Part]
    papers: Sequence[Paper]
    no_papers: bool
    basis: str | None
    conditions: str | None
    procedure: str | None
    fee_basis: str | None
    fee_standard: str | None
    initials: str = ""
    """The name's pinyin initials, for a search."""


class Guide(NamedTuple):
    """The items of a hall as they are on a day, with where to ask and to complain (Art. 33)."""

    college: str
    hall: str
    phone: str | None
    email: str | None
    up_to: date
    items: Sequence[GuideItem]


def limit(item: GuideItem) -> str:
    """Within what time it is done."""
    if item.tier == "instant":
        return "当场办结"
    return f"{item.promise_days}个工作日内办结"


def parts(item: GuideItem) -> str:
    """Who decides, side by side or in order, each with its own limit."""
    steps = groupby(item.parts, key=lambda one: one.step)
    return "→".join("、".join(_part(one) for one in group) for _step, group in steps)


def opening(window: Counter) -> str:
    """The usual hours of a window in a week."""
    spans = "、".join(f"{_clock(start)}—{_clock(end)}" for start, end in window.spans)
    return f"{_days(window.days)} {spans}".strip()


def paper_facts(paper: Paper, item: GuideItem) -> tuple[str, str, str, str, str]:
    """Required or not, copies, form, standard, and how to get it; who does not say sends to the window."""
    return (
        "必需" if paper.required else "可选",
        f"{paper.copies}份",
        paper.form or NONE,
        paper.standard or NONE,
        paper.obtain or f"请咨询{item.window.name}",
    )


def before(item: GuideItem) -> list[tuple[str, str]]:
    """The longer texts that come before the papers, with their headings."""
    return [
        ("服务时间", opening(item.window)),
        ("设定依据", item.basis or NONE),
        ("申办条件", item.conditions or NONE),
    ]


def after(item: GuideItem) -> list[tuple[str, str]]:
    """Those that come after the papers."""
    found = [("办理程序", item.procedure or NONE)]
    if item.parts:
        found.append(("联办部门" if item.joint else "涉及部门", parts(item)))
    return [*found, ("收费依据", item.fee_basis or NONE), ("收费标准", item.fee_standard or NONE)]


def contact(guide: Guide) -> list[tuple[str, str]]:
    """Where to ask and to complain; what the hall has not made known yet is said so."""
    return [("咨询投诉电话", guide.phone or "待公布"), ("投诉电子信箱", guide.email or "待公布")]


def _part(one: Part) -> str:
    return f"{one.department}（{one.days}个工作日）" if one.days else one.department


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


def _days(days: Sequence[int]) -> str:
    """周一至周五 for a run of three or more, else one by one."""
    ordered = sorted(set(days))
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"周{WEEKDAYS[ordered[0] - 1]}至周{WEEKDAYS[ordered[-1] - 1]}"
    return "、".join(f"周{WEEKDAYS[day - 1]}" for day in ordered)
