"""Putting a file in its place whole or not at all."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from hallctl.errors import BadInput


def write_whole(path: Path, content: bytes) -> str:
    """Write through a temporary file beside it; returns the digest of the bytes.

    On any failure the old file stays as it was and BadInput is raised.
    """
    waiting = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with waiting.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(path)
    except OSError as error:
        with suppress(OSError):
            waiting.unlink()
        raise BadInput("sheet.not_written", path=str(path), said=str(error)) from None
    return hashlib.sha256(content).hexdigest()
