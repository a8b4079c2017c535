"""The entry of ``hallctl`` and ``python -m hallctl``: streams, language, run, exit."""

import atexit
import gc
import os
import sys
from typing import NoReturn

from hallctl import config, messages
from hallctl.errors import HallError


def main() -> None:
    """Run the command line in ``sys.argv`` and leave with its exit status."""
    gc.set_threshold(100_000)  # a command is short: looking for cycles costs a tenth of a sign-in
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # Redirected Chinese output would otherwise follow the code page and crash on rare hanzi.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    leave(run(sys.argv[1:]))


def leave(status: int) -> NoReturn:
    """End the process at once: taking the interpreter apart would cost a tenth of a sign-in.

    The hall file is closed by now; what others asked to be done at the end is done.
    """
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(status)  # the interpreter says what became of the output
    os._exit(status)


def run(argv: list[str]) -> int:
    """Run one command line in the language chosen for it; returns the exit status."""
    trouble: HallError | None = None
    try:
        messages.use(config.language(config.hall_path(_said_db(argv)).path()).value)
    except HallError as error:  # a bad hallctl.toml still gets its message, in the default language
        messages.use(config.DEFAULT_LANGUAGE)
        trouble = error
    from hallctl import cli  # only now: help texts are worded while the tree is built

    if trouble:
        return cli.fail(trouble, argv)
    try:
        return cli.run(argv)
    except BrokenPipeError:  # the reader of a pipe (head, less) has gone: nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _said_db(argv: list[str]) -> str | None:
    """The --db option, needed before parsing because hallctl.toml beside the file may set a language."""
    for place, word in enumerate(argv):
        if word == "--db" and place + 1 < len(argv):
            return argv[place + 1]
        if word.startswith("--db="):
            return word[5:]
        if not word.startswith("-") and (place == 0 or argv[place - 1] not in {"--actor", "--now"}):
            return None
    return None


if __name__ == "__main__":
    main()
