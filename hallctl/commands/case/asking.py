"""What is left out at the counter is asked for, on a terminal only."""

import sys

from hallctl.commands.desk import Desk
from hallctl.errors import Usage
from hallctl.messages import _


def can_ask(desk: Desk) -> bool:
    """Whether somebody sits there who can answer: never in a pipe, with --json, or with --stdin."""
    return desk.form != "json" and not desk.many and sys.stdin.isatty() and sys.stderr.isatty()


def ask(desk: Desk, said: str | None, what: str, param: str) -> str:
    """What was said, else what is answered now; raises Usage when it is neither."""
    if said:
        return said
    answer = answered(what) if can_ask(desk) else ""
    if not answer:
        raise Usage("usage.missing", param=param)
    return answer


def answered(what: str) -> str:
    """The answer to a question on stderr; empty when there is none."""
    print(_("{what}: ").format(what=what), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()
