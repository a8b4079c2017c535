"""What an official form is made of. A block is data that can fill a form; a sheet is a row of blocks."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.sheets.forms.form import Form
from hallctl.sheets.forms.page import LANDSCAPE_A4, Page
from hallctl.sheets.forms.style import SIZE


class Block(Protocol):
    """Anything that can write itself at the free row of a form."""

    def fill(self, form: Form) -> None:
        """Write it, and leave ``form.row`` at the next free row."""


class Sheet(NamedTuple):
    """One sheet of a workbook, said as data: its widths, its blocks from the top, its page."""

    name: str
    widths: Sequence[float]
    blocks: Sequence[Block]
    page: Page = LANDSCAPE_A4
    draft: bool = False
    one_page: bool = False
    footer: str = ""


def lay(book: Workbook, sheet: Sheet, fonts: Fonts) -> Form:
    """Add a sheet to a workbook; returns the filled form, for links to its rows."""
    form = Form(
        book, sheet.name, fonts, columns=len(sheet.widths), draft=sheet.draft, page=sheet.page,
        footer=sheet.footer,
    )  # fmt: skip
    form.widths(sheet.widths)
    for block in sheet.blocks:
        block.fill(form)
    form.end(one_page=sheet.one_page)
    return form


class Title(NamedTuple):
    """The title block: what it is, the reporting unit, the period or date, and more."""

    text: str
    unit: str = ""
    more: Sequence[str] = ()

    def fill(self, form: Form) -> None:
        """The title, and a line under it."""
        unit = [f"填报单位：{self.unit}"] if self.unit else []
        form.title(self.text, [*unit, *self.more])


class Heading(NamedTuple):
    """A heading within the sheet."""

    text: str

    def fill(self, form: Form) -> None:
        """One line."""
        form.heading(self.text)


class Text(NamedTuple):
    """A paragraph."""

    text: str
    size: float = SIZE

    def fill(self, form: Form) -> None:
        """As many lines as it needs."""
        form.text(self.text, size=self.size)


class Gap(NamedTuple):
    """Room between two blocks."""

    def fill(self, form: Form) -> None:
        """One empty row."""
        form.gap()


class NewPage(NamedTuple):
    """What follows begins on a new page."""

    def fill(self, form: Form) -> None:
        """No row, a break."""
        form.break_page()


class Legend(NamedTuple):
    """What each mark in the grid means."""

    marks: Sequence[tuple[str, str]]
    more: str = ""

    def fill(self, form: Form) -> None:
        """The marks with their meanings in one paragraph."""
        parts = [f"{mark} {meaning}" for mark, meaning in self.marks]
        form.text("图例：" + "　".join([*parts, self.more]).rstrip("　"))


class Definitions(NamedTuple):
    """How the figures above are reckoned, in small print."""

    meanings: Sequence[tuple[str, str]]
    more: str = ""

    def fill(self, form: Form) -> None:
        """One paragraph."""
        parts = [f"{name}＝{meaning}" for name, meaning in self.meanings]
        form.text(f"口径：{'；'.join(parts)}。{self.more}", size=9)


class Check(NamedTuple):
    """A row that shows that the numbers add up; it is reckoned here, not claimed."""

    left: Sequence[tuple[str, int]]
    right: Sequence[tuple[str, int]]

    @property
    def holds(self) -> bool:
        """Whether both sides are equal."""
        return sum(n for _name, n in self.left) == sum(n for _name, n in self.right)

    def fill(self, form: Form) -> None:
        """The equation and its verdict."""
        sides = [" ＋ ".join(f"{name}{n}" for name, n in side) for side in (self.left, self.right)]
        form.text(f"自检：{' ＝ '.join(sides)}，{'相符' if self.holds else '不符'}。")


class SignOff(NamedTuple):
    """The line of signatures: prepared by, reviewed by, the supervising leader, the date."""

    prepared_by: str

    def fill(self, form: Form) -> None:
        """One line with room to sign."""
        form.sign_off(self.prepared_by)
