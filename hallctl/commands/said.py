"""The lines that several nouns say alike."""

from collections.abc import Sequence

from hallctl.errors import Note
from hallctl.messages import word
from hallctl.office.imports import Imported
from hallctl.office.keeping import Verified
from hallctl.show import Reply

MOST = 15
"""How many names one line shows."""


def imported(found: Imported, code: str) -> Reply:
    """What an import counted; ``already`` when nothing in it was new."""
    if not found.added and not found.changed and not found.rejected:
        found = found._replace(already=True)
    said = [Note("imports.already" if found.already else code, values=found._asdict())]
    if found.changes:
        said.append(Note("imports.changes", values={"changes": _some(found.changes)}))
    if found.not_in_file:
        values = {"count": len(found.not_in_file), "numbers": _some(found.not_in_file)}
        said.append(Note("imports.not_in_file", values=values))
    return Reply(found, said)


def _some(names: Sequence[str]) -> list[str]:
    """The first names of a long list; --json has them all."""
    return [*names[:MOST], *(["…"] if len(names) > MOST else [])]


def checked(found: Verified) -> Reply:
    """Findings line by line and exit 8, or nothing at all when all is well."""
    lines = [word(one.code, one._asdict()) for one in found.findings]
    return Reply(found, text=lines, exit_status=8 if found.findings else 0)
