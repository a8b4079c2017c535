"""The made-up hall is what its script writes, and nobody in it is real."""

import re
from pathlib import Path

import pytest
from conftest import HALL, ROOT

from fixtures import make
from fixtures.generate.hall import POOL, people
from hallctl.sheets.read import read_book, text_of


def test_the_script_writes_these_files(tmp_path: Path) -> None:
    """From the seed, byte for byte."""
    make.main(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        path.name for path in HALL.iterdir()
    )
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (HALL / path.name).read_bytes(), path.name


def test_everybody_is_invented() -> None:
    """Names come from the pool, phones from a range that is given to nobody."""
    for one in people():
        assert one.name in POOL
        assert re.fullmatch(r"199-0000-\d{4}", one.phone)


@pytest.mark.parametrize(
    "path",
    [path for path in HALL.iterdir() if path.suffix in {".xlsx", ".xls"}],
    ids=lambda path: path.name,
)
def test_no_number_that_could_be_somebodys(path: Path) -> None:
    """No mobile number, no ID number, in any cell."""
    if path.name in {"broken.xlsx", "not_a_sheet.xlsx"}:
        return
    for sheet in read_book(path).sheets:
        for row in sheet.rows:
            for value in row.cells:
                text = text_of(value)
                assert not re.fullmatch(r"1[3-9]\d{9}", text)
                assert not re.fullmatch(r"[1-9]\d{16}[\dXx]", text)


def test_every_file_is_explained() -> None:
    """fixtures/README.md names each of them."""
    text = (ROOT / "fixtures" / "README.md").read_text(encoding="utf-8")
    for path in HALL.iterdir():
        assert f"`{path.name}`" in text or path.name == "expected.toml", path.name
