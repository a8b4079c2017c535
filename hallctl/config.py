"""Where a setting of the program comes from: option, environment, hallctl.toml, default."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import Usage

FILE = "hallctl.toml"
DEFAULT_LANGUAGE = "zh_CN"


class Found(NamedTuple):
    """A value and where it was said: option, environment, the path of a file, locale or default."""

    value: str
    source: str

    def path(self) -> Path:
        """The value as a path, with the home folder filled in."""
        return Path(self.value).expanduser()


def config_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The user's folder for settings, by the habit of the operating system."""
    if sys.platform == "win32":
        return Path(environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "hallctl"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "hallctl"
    return Path(environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "hallctl"


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The user's folder for data on a local disk, by the habit of the operating system."""
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "hallctl"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "hallctl"
    return Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "hallctl"


def hall_path(option: str | None, environ: Mapping[str, str] = os.environ) -> Found:
    """The hall file: --db, then HALLCTL_DB, then ``db`` in the user's hallctl.toml, then the default.

    Only the user's own hallctl.toml may name the file: the one beside it is found through it.
    """
    if option:
        return Found(option, "--db")
    if said := environ.get("HALLCTL_DB"):
        return Found(said, "HALLCTL_DB")
    own = config_folder(environ) / FILE
    if said := read_toml(own).get("db"):
        return Found(str((own.parent / said).expanduser()), str(own))
    return Found(str(data_folder(environ) / "hall.db"), "default")


def slips_folder(hall_file: Path, environ: Mapping[str, str] = os.environ) -> Found:
    """Where slips go: HALLCTL_SLIPS, then ``slips`` in hallctl.toml, else a folder beside the hall file.

    The hallctl.toml beside the hall file wins; a relative folder is beside the file that names it.
    """
    if said := environ.get("HALLCTL_SLIPS"):
        return Found(said, "HALLCTL_SLIPS")
    for path in (hall_file.parent / FILE, config_folder(environ) / FILE):
        if said := read_toml(path).get("slips"):
            return Found(str(path.parent / Path(str(said)).expanduser()), str(path))
    return Found(str(hall_file.parent / "slips"), "default")


def language(hall_file: Path, environ: Mapping[str, str] = os.environ) -> Found:
    """zh_CN or en: HALLCTL_LANG, then hallctl.toml (beside the hall file first), then the locale."""
    if said := environ.get("HALLCTL_LANG"):
        return Found(_known_language(said, "HALLCTL_LANG"), "HALLCTL_LANG")
    for path in (hall_file.parent / FILE, config_folder(environ) / FILE):
        if said := read_toml(path).get("lang"):
            return Found(_known_language(str(said), str(path)), str(path))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        said = environ.get(name, "")
        if said.startswith(("zh", "en")):
            return Found("zh_CN" if said.startswith("zh") else "en", "locale")
    return Found(DEFAULT_LANGUAGE, "default")


def _known_language(said: str, source: str) -> str:
    if said.startswith("zh"):
        return "zh_CN"
    if said.startswith("en"):
        return "en"
    raise Usage("usage.unknown_language", value=said, source=source)


def read_toml(path: Path) -> dict[str, str]:
    """The top-level values of a hallctl.toml; empty when there is none."""
    if not path.is_file():
        return {}
    import tomllib

    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (tomllib.TOMLDecodeError, OSError) as error:
        raise Usage("usage.bad_config", path=str(path), said=str(error)) from None
