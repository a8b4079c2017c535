"""The only place that asks what time it is."""

import os
from datetime import datetime

from hallctl.errors import Usage
from hallctl.model import SHANGHAI


def now(said: str | None = None) -> datetime:
    """The current instant in Shanghai time, whole seconds; ``said`` (or HALLCTL_NOW) replaces it."""
    said = said or os.environ.get("HALLCTL_NOW")
    if not said:
        return datetime.now(SHANGHAI).replace(microsecond=0)
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        raise Usage("usage.bad_now", value=said) from None
    if at.tzinfo is None:
        return at.replace(tzinfo=SHANGHAI, microsecond=0)
    return at.astimezone(SHANGHAI).replace(microsecond=0)
