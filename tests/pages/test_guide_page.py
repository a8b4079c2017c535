"""The guide as a page: complete in itself, escaped, labelled, searchable, and nothing wider than a phone."""

import re
import shutil
import subprocess
from datetime import date
from html import escape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import pytest
from conftest import EXPECTED, Run

from hallctl.guide import Counter, Guide, GuideItem, Paper, Part
from hallctl.pages.guide import guide_page

VOID = {"meta", "input", "br", "link", "img", "hr"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update")  # fmt: skip
WINDOW = Counter("W01", "综合事务窗口", "党政办公室", (1, 2, 3, 4, 5), ((510, 720), (840, 1050)))
ITEM = GuideItem(
    "N1", "活动备案", "综合事务", WINDOW, "promised", 3, False, [], [Paper("活动方案", True, 2, "原件", "盖章", None)],
    False, "办法", "社团成员", "收件→办结", None, "不收费",
)  # fmt: skip
GUIDE = Guide("云溪学院", "服务大厅", "000-0000-0000", None, date(2026, 12, 1), [ITEM])


class Page(HTMLParser):
    """Everything a page says about itself; raises on tags that do not close as they were opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in {"style", "script"}:
            self.words.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def shown(self) -> list[dict[str, str | None]]:
        return [attrs for attrs in self.named("article") if "hidden" not in attrs]

    @property
    def text(self) -> str:
        return "".join(self.words)


def written(hall: Run, folder: Path) -> tuple[Path, str]:
    path = folder / "guide.html"
    hall("item", "export", "--html", "--out", path)
    return path, path.read_text(encoding="utf-8")


def test_every_item_is_there_with_every_field(hall: Run, tmp_path: Path) -> None:
    """Named in the contents, explained below, at its window, and with the day up to which it goes."""
    _path, text = written(hall, tmp_path)
    page = Page(text)
    items = hall("item", "list", "--json").data
    assert len(page.named("article")) == EXPECTED["items"]["count"] == len(items)
    for one in items:
        assert page.text.count(one["name"]) >= 2, one
        assert one["item_code"] in page.text
    for label in ("设定依据", "申办条件", "申报材料", "办理程序", "收费依据", "收费标准", "服务时间", "联办部门",
                  "投诉电子信箱", "内容截至2026年12月1日", "周一至周五 8:30—12:00、14:00—17:30"):  # fmt: skip
        assert label in page.text, label
    links = {attrs["href"] for attrs in page.named("a")}
    assert links == {"#items", "#contents"} | {f"#{attrs['id']}" for attrs in page.named("article")}


def test_the_page_needs_nothing_else() -> None:
    """No request leaves it: no address, no file, and the browser is told to allow none."""
    text = guide_page(GUIDE)
    page = Page(text)
    assert not re.search(r"https?:|//[a-z]|url\(|@import|src=", text)
    assert {name for name, _attrs in page.tags} & {"link", "img", "iframe", "object"} == set()
    policy = next(
        one for one in page.named("meta") if one.get("http-equiv") == "Content-Security-Policy"
    )
    assert str(policy["content"]).startswith("default-src 'none';")


def test_the_page_can_be_read_aloud() -> None:
    """Its language, title, headings in order, a label for every field, names for every part."""
    page = Page(guide_page(GUIDE))
    assert page.named("html") == [{"lang": "zh-CN"}]
    assert "服务大厅办事指南" in page.text
    levels = [int(name[1]) for name, _attrs in page.tags if re.fullmatch(r"h\d", name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {attrs["for"] for attrs in page.named("label")} == {
        attrs["id"] for name in ("input", "select") for attrs in page.named(name)
    }
    ids = [attrs["id"] for _name, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    for attrs in [*page.named("article"), *page.named("nav")]:
        assert attrs["aria-labelledby"] in ids
    viewport = next(one for one in page.named("meta") if one.get("name") == "viewport")
    assert viewport["content"] == "width=device-width, initial-scale=1"


def test_whatever_a_text_holds_stays_text() -> None:
    """Tags, quotes, ampersands and dollar signs of a department's list reach the reader as they are."""
    nasty = '<script>alert("1")</script>&amp;\'" onload=x $title ${hall}'
    item = ITEM._replace(
        item_code=nasty, name=nasty, category=nasty, basis=nasty, conditions=nasty, procedure=nasty,
        window=WINDOW._replace(window_no=nasty, name=nasty, department=nasty), fee_basis=nasty,
        papers=[Paper(nasty, True, 1, nasty, nasty, nasty)], parts=[Part(1, nasty, 2)],
    )  # fmt: skip
    page = Page(
        guide_page(
            Guide(college=nasty, hall=nasty, phone=nasty, email=nasty, up_to=GUIDE.up_to, items=[item])
        )
    )  # fmt: skip
    assert len(page.named("script")) == 1
    assert page.text.count(nasty) >= 17
    assert page.named("article")[0]["data-window"] == nasty
    assert not [attrs for _name, attrs in page.tags if "onload" in attrs]


def test_what_is_not_said_is_said_to_be_so() -> None:
    """A paper nobody tells how to get is asked for at the window; an empty field is a dash."""
    page = Page(guide_page(GUIDE._replace(phone=None)))
    assert "获取途径：请咨询综合事务窗口" in page.text
    assert page.text.count("待公布") == 2
    assert "无需提交材料" in Page(guide_page(GUIDE._replace(items=[ITEM._replace(papers=[], no_papers=True)]))).text  # fmt: skip
    parts = [Part(1, "甲处", 2), Part(1, "乙处", None), Part(2, "丙处", None)]
    joint = ITEM._replace(joint=True, parts=parts)
    assert "甲处（2个工作日）、乙处→丙处" in Page(guide_page(GUIDE._replace(items=[joint]))).text


def test_a_thumb_can_call_and_write() -> None:
    """A phone number and an address are links; other words about them stay words."""
    page = Page(guide_page(GUIDE._replace(phone="0744-123 4567", email="hall@example.invalid")))
    links = {attrs["href"] for attrs in page.named("a")}
    assert {"tel:07441234567", "mailto:hall@example.invalid"} < links
    page = Page(guide_page(GUIDE._replace(phone="见公告", email="javascript:alert(1)")))
    assert {str(attrs["href"])[0] for attrs in page.named("a")} == {"#"}


def test_hours_are_said_as_people_say_them() -> None:
    """A run of days from its first to its last, single days one by one."""
    for days, said in (
        ((1, 2, 3), "周一至周三"),
        ((1, 2), "周一、周二"),
        ((1, 3, 5), "周一、周三、周五"),
    ):
        item = ITEM._replace(window=WINDOW._replace(days=days))
        assert f"{said} 8:30—12:00" in Page(guide_page(GUIDE._replace(items=[item]))).text


def test_colours_can_be_told_apart() -> None:
    """Text stands out against its ground at least 4.5 to 1."""
    colours = dict(re.findall(r"--(\w+): (#\w{6});", guide_page(GUIDE)))
    for ink in ("ink", "soft", "blue"):
        for ground in ("#ffffff", colours["pale"]):
            assert contrast(colours[ink], ground) >= 4.5, (ink, ground)


def contrast(one: str, other: str) -> float:
    """The ratio of two colours' luminances, as the web's accessibility guidelines define it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_same_guide_is_the_same_page(hall: Run, tmp_path: Path) -> None:
    """Byte for byte, whenever it is written, and only its day changes when something was recorded."""
    path, text = written(hall, tmp_path)
    hall("item", "export", "--html", "--out", path, now="2027-06-01T09:00")
    assert path.read_text(encoding="utf-8") == text
    page = hall("item", "export", "SX018", "--html", "--out", path, "--on", "2026-10-01", "--json")
    assert (page.data["items"], page.data["up_to"]) == (1, "2026-10-01")


PROBE = """<script>
addEventListener("load", function () {
  var small = [], low = [], out = [], edge = document.documentElement.clientWidth;
  document.querySelectorAll("body *:not(script)").forEach(function (one) {
    var box = one.getBoundingClientRect();
    if (!box.width || one.className === "skip") { return; }
    if (parseFloat(getComputedStyle(one).fontSize) < 16) { small.push(one.tagName); }
    if (one.matches("input, select, nav a, .up, footer a") && box.height < 44) { low.push(one.tagName); }
    if (box.right > edge + 0.5 || box.left < 0) { out.push(one.tagName); }
  });
  document.body.dataset.probe = [innerWidth, document.documentElement.scrollWidth - edge,
    "small:" + small, "low:" + low, "out:" + out].join(" ");
});
</script></body>"""
FRAME = """<html lang="zh-CN"><body><iframe id="screen" srcdoc="{page}" style="border:0;width:{width}px;height:900px"></iframe>
<script>addEventListener("load", function () {{
  document.body.dataset.probe = document.getElementById("screen").contentDocument.body.dataset.probe;
}});</script></body></html>"""
"""A screen of any width; a browser's own window is never as narrow as a phone."""


def seen(page: Path, profile: Path, link: str = "") -> Page | None:
    """The page as a browser has it when its script has run; None on a machine without one."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        return None
    command = [browser, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", page.as_uri() + link]  # fmt: skip
    ran = subprocess.run(command, capture_output=True, check=True, timeout=120)
    return Page(re.sub(r"^<!DOCTYPE html>", "", ran.stdout.decode("utf-8")))


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_screen(hall: Run, tmp_path: Path, width: int) -> None:
    """On a phone and on a desk: no sideways scrolling, no text below 16 px, targets a thumb can hit."""
    path, text = written(hall, tmp_path)
    assert text.count("</body>") == 1
    long = text.replace("在读证明", "在读证明" * 12 + "https" * 30)
    inside = escape(long.replace("</body>", PROBE))
    path.write_text(FRAME.format(page=inside, width=width), encoding="utf-8")
    page = seen(path, tmp_path / "profile")
    if page is not None:
        found = str(page.named("body")[0]["data-probe"])
        assert found == f"{width} 0 small: low: out:"


def test_a_search_leaves_what_fits(hall: Run, tmp_path: Path) -> None:
    """By words of the name or a paper, by window, and by a link that holds the search."""
    path, text = written(hall, tmp_path)
    everything = Page(text)
    assert len(everything.shown) == EXPECTED["items"]["count"]
    assert (
        "hidden" in everything.named("form")[0]
    )  # without the script there is no field that does nothing
    for link, names in (
        ("#find=zzysq", 1), ("#find=" + quote("学生证") + "&window=W04", 2), ("#find=" + quote("登月"), 0),
        ("", EXPECTED["items"]["count"]),
    ):  # fmt: skip
        page = seen(path, tmp_path / "profile", link=link)
        if page is None:
            return
        assert len(page.shown) == names, link
        assert ("没有符合的事项" in page.text) == (names == 0)
        assert "hidden" not in page.named("form")[0]
        links = page.named("li")
        assert sum("hidden" in attrs for attrs in links) == EXPECTED["items"]["count"] - names


def test_without_its_script_everything_is_shown(hall: Run, tmp_path: Path) -> None:
    """The contents lead to every item; the search stays away."""
    path, text = written(hall, tmp_path)
    path.write_text(re.sub(r"(?s)<script>.*</script>", "", text), encoding="utf-8")
    page = seen(path, tmp_path / "profile")
    if page is not None:
        assert "hidden" in page.named("form")[0]
        assert len(page.shown) == EXPECTED["items"]["count"]
