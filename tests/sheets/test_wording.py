"""What the summary and the brief say in words is what the figures bear (Art. 23)."""

import re
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from hallctl.figures import ARTICLES
from hallctl.reports import AuditHead, FigureLine
from hallctl.reports.monthly import Matter, MonthlyReport
from hallctl.reports.summary import Comparison, Summary
from hallctl.sheets.monthly.wording import BRIEF, brief, change, said, story

COUNTS = st.one_of(st.just(0), st.integers(0, 30), st.integers(0, 10**7))
RATES = st.one_of(st.none(), st.integers(0, 1000).map(lambda n: n / 10))
MONTHS = st.fixed_dictionaries(
    {code: RATES if code.endswith("_rate") else COUNTS for code in ARTICLES}
)
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@st.composite
def reports(draw: st.DrawFn) -> MonthlyReport:
    """A month with any figures, compared with none, one or two others."""
    values = draw(MONTHS)
    against = [
        Comparison(name, draw(MONTHS), draw(st.booleans()))
        for name in draw(st.sampled_from([(), ("last_month",), ("last_month", "last_year")]))
    ]
    return MonthlyReport(
        "学院", draw(st.sampled_from(["大厅", "“一站式”学生服务大厅", "厅" * 200])),
        draw(st.sampled_from(["2026-11", "2027-02"])), datetime(2026, 12, 1, tzinfo=UTC), "甄大同",
        draw(st.booleans()), [FigureLine(code, values[code], None, "23") for code in ARTICLES],
        [], [], [], [], [], [],
        [Matter("dismissal", {"name": "贾七巧", "staff_no": "1", "balance": 73})] * draw(st.integers(0, 40)),
        {}, AuditHead(0, "", ""), summary=Summary(comparisons=against, as_of=date(2026, 11, 30)),
    )  # fmt: skip


@given(reports())
def test_the_brief_fits_a_chat_and_is_whole(made: MonthlyReport) -> None:
    """At most 150 characters, one line, no dash for what cannot be reckoned, nobody named."""
    text = brief(made)
    assert len(text) <= BRIEF
    assert "\n" not in text
    assert "—" not in text
    assert "None" not in text
    assert "贾七巧" not in text
    assert "甄大同" not in text
    assert text.endswith("。")
    assert f"{made.month[:4]}年{int(made.month[5:])}月" in text
    assert ("（草稿）" in text) == made.draft


@given(reports())
def test_every_number_in_the_text_is_a_figure_or_a_difference(made: MonthlyReport) -> None:
    """Nothing is rounded, summed or guessed on the way."""
    found = said(made)
    bear = set()
    for code, value in found.values.items():
        moved = [change(code, value, one) for one in found.against]
        for number in [value, *moved]:
            if number is not None:
                bear.add(f"{abs(number):.1f}" if code.endswith("_rate") else f"{abs(number):.0f}")
    text = "".join(story(made))
    assert set(NUMBER.findall(text)) <= bear
    assert "—" not in text


@given(reports())
def test_rises_and_falls_are_worded_as_they_are(made: MonthlyReport) -> None:
    """A rise only where the figure is higher; nothing about counts of months that are not whole."""
    found = said(made)
    for code in ("attendance_rate", "cases_accepted", "complaints_received"):
        phrase = found.changes(code)
        for one in found.against:
            name = {"last_month": "上月", "last_year": "去年同月"}[one.name]
            value, before = found.values[code], one.values[code]
            told = [part for part in re.split("[，、]", phrase) if name in part]
            if value is None or before is None or not (one.whole or code.endswith("_rate")):
                assert told == []
            elif value == before:
                assert told == [f"与{name}持平"]
            else:
                (part,) = told
                assert ("升" in part or "多" in part) == (value > before)
                assert ("降" in part or "少" in part) == (value < before)
