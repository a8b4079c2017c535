"""The guide as one page: readable on a phone, printable, complete in itself, useful without its script."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import groupby
from string import Template

from hallctl import guide as wording
from hallctl.guide import TIER, Counter, Guide, GuideItem


def guide_page(guide: Guide) -> str:
    """The whole page; the same for the same guide.

    A link to it may end in ``#find=转专业`` or ``#window=W05``: the page then opens with that search.
    """
    numbered = list(enumerate(guide.items, 1))
    windows = [
        (window, list(group)) for window, group in groupby(numbered, key=lambda one: one[1].window)
    ]
    day = guide.up_to
    return Template(_shipped("guide.html")).substitute(
        title=escape(f"{guide.hall}办事指南"),
        college=escape(guide.college),
        hall=escape(guide.hall),
        hint="名称、编码" + ("或拼音首字母" if any(one.initials for one in guide.items) else ""),
        style=_shipped("guide.css"),
        script=_shipped("guide.js"),
        options="".join(_option(window) for window, _items in windows),
        contents="".join(_contents(window, items) for window, items in windows),
        items="".join(_article(number, item) for number, item in numbered),
        contact="".join(_reach(name, text) for name, text in wording.contact(guide)),
        up_to=f"内容截至{day.year}年{day.month}月{day.day}日",
    )


def _shipped(name: str) -> str:
    return (files("hallctl.pages") / name).read_text(encoding="utf-8")


def _option(window: Counter) -> str:
    number = escape(window.window_no)
    return f'<option value="{number}">{number} {escape(window.name)}</option>\n'


def _contents(window: Counter, items: Sequence[tuple[int, GuideItem]]) -> str:
    links = "".join(
        f'<li><a href="#item-{number}">{escape(item.name)}'
        f"<small>{escape(wording.limit(item))}</small></a></li>\n"
        for number, item in items
    )
    name = escape(f"{window.window_no} {window.name}")
    return f"<section>\n<h3>{name}</h3>\n<ul>\n{links}</ul>\n</section>\n"


def _article(number: int, item: GuideItem) -> str:
    window = item.window
    brief = [
        ("事项编码", item.item_code),
        ("业务类别", item.category or wording.NONE),
        ("办件类型", TIER[item.tier]),
        ("承诺时限", wording.limit(item)),
        ("办理窗口", f"{window.window_no} {window.name}"),
        ("责任部门", window.department or wording.NONE),
    ]
    return (
        f'<article id="item-{number}" aria-labelledby="name-{number}"'
        f' data-window="{escape(window.window_no)}" data-find="{escape(_findable(item))}">\n'
        f'<h2 id="name-{number}">{escape(item.name)}</h2>\n'
        f'<dl class="brief">\n{_facts(brief)}</dl>\n<dl>\n{_facts(wording.before(item))}</dl>\n'
        f"<h3>申报材料</h3>\n{''.join(_papers(item))}"
        f"<h3>办理与收费</h3>\n<dl>\n{_facts(wording.after(item))}</dl>\n"
        '<a class="up" href="#contents">返回目录</a>\n</article>\n'
    )


def _papers(item: GuideItem) -> Iterator[str]:
    if not item.papers:
        yield f"<p>{'无需提交材料。' if item.no_papers else wording.NONE}</p>\n"
        return
    yield "<ol>\n"
    for paper in item.papers:
        required, copies, form, standard, obtain = wording.paper_facts(paper, item)
        lines = ["，".join(part for part in (required, copies, form) if part != wording.NONE)]
        lines += [f"要求：{standard}"] if standard != wording.NONE else []
        lines.append(f"获取途径：{obtain}")
        told = "".join(f"<span>{escape(line)}</span>" for line in lines)
        yield f"<li><strong>{escape(paper.name)}</strong>{told}</li>\n"
    yield "</ol>\n"


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    return "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>\n" for name, text in facts)


def _reach(name: str, text: str) -> str:
    """A way to reach the hall, as a link that calls or writes where it is one."""
    digits = re.sub(r"[\s()（）-]", "", text)
    link = f"tel:{digits}" if re.fullmatch(r"\+?\d{5,15}", digits) else ""
    if re.fullmatch(r"[\w.+-]+@[\w.-]+", text):
        link = f"mailto:{text}"
    shown = f'<a href="{escape(link)}">{escape(text)}</a>' if link else escape(text)
    return f"<dt>{escape(name)}</dt><dd>{shown}</dd>\n"


def _findable(item: GuideItem) -> str:
    """What a search looks through: what the item is called, and what is brought for it."""
    words = (item.name, item.item_code, item.initials, item.category, item.window.name,
             *(paper.name for paper in item.papers))  # fmt: skip
    return " ".join(words).lower()
