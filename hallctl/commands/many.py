"""``--stdin``: one JSON object a line, each an act; answered line by line, or with ``--atomic`` in one go."""

import inspect
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, TextIO, get_args, get_origin

from hallctl import show
from hallctl.commands.words import require_said
from hallctl.errors import BadInput, HallError, Note, RowError, Usage
from hallctl.messages import word
from hallctl.show import Reply

if TYPE_CHECKING:
    from hallctl.commands.desk import Desk

Act = Callable[..., Reply]
Answer = dict[str, object]
Line = tuple[int, str]
"""A line with its number."""

GROUP = 100
"""The most lines that wait for the disk together: others who write wait no longer than that takes."""


def run_lines(desk: "Desk", act: Act, *, atomic: bool) -> Reply:
    """Do one act for every line of stdin; keys are the options' names with underscores.

    Every line has its own entry, fails alone, and is answered once the disk has it; lines that have come
    together wait for the disk together. The exit status is that of the first line that failed. With
    ``atomic`` all lines are one transaction, and one bad line writes none.
    """
    if atomic:
        return _together(desk, act)
    answers = []
    for answer in _one_by_one(desk, act):
        if desk.form == "json":
            answers.append(answer)
        else:
            print(json.dumps(answer, ensure_ascii=False), flush=True)
    failed = [one for one in answers if not one["ok"]] if desk.form == "json" else []
    status = desk.first_failure or int(str(failed[0]["exit_code"]) if failed else 0)
    return Reply(answers if desk.form == "json" else None, exit_status=status)


def _one_by_one(desk: "Desk", act: Act) -> Iterator[Answer]:
    for lines in _arrived(sys.stdin):
        try:
            with desk.hall.gathering():
                answers = [_one(desk, act, line) for line in lines]
        except HallError as error:  # the group as a whole: the file is busy, or its disk is full
            desk.first_failure = desk.first_failure or error.exit_status
            answers = [_answer(number, error.exit_status, None, [], error) for number, _ in lines]
        yield from answers


def _one(desk: "Desk", act: Act, line: Line) -> Answer:
    number, text = line
    desk.look_again()
    try:
        reply = act(desk, **_arguments(act, text))
    except HallError as error:
        if not (desk.dry_run or desk.hall.db.in_transaction):
            raise  # what the lines before it wrote is gone as well
        desk.first_failure = desk.first_failure or error.exit_status
        return _answer(number, error.exit_status, None, desk.hall.notes, error)
    return _answer(number, reply.exit_status, reply.data, desk.hall.notes, None)


def _arrived(stream: TextIO) -> Iterator[Sequence[Line]]:
    """Lines in groups: what has come by now, so that whoever waits for an answer gets it."""
    queue: Queue[Line | None] = Queue(GROUP)

    def read() -> None:
        for number, text in enumerate(stream, 1):
            if text.strip():
                queue.put((number, text))
        queue.put(None)

    Thread(target=read, name="lines", daemon=True).start()
    while (line := queue.get()) is not None:
        group = [line]
        try:
            while len(group) < GROUP and (line := queue.get_nowait()) is not None:
                group.append(line)
        except Empty:
            pass
        yield group
        if line is None:
            return


def _answer(
    line: int, status: int, data: object, notes: list[Note], error: HallError | None
) -> Answer:
    found: Answer = {"line": line, "ok": status in {0, 8}, "exit_code": status}
    if data is not None:
        found["data"] = show.plain(data)
    found["warnings"] = [
        {"code": one.code, **({"article": one.article} if one.article else {}),
         "message": word(one.code, one.values)}
        for one in notes
    ]  # fmt: skip
    if error:
        said = {"code": error.code, "message": word(error.code, error.values)}
        found["errors"] = [{**said, **({"article": error.article} if error.article else {})}]
    return found


def _together(desk: "Desk", act: Act) -> Reply:
    bad: list[RowError] = []
    done: list[object] = []
    with desk.hall.writing(desk.command) as work:
        for number, line in enumerate(sys.stdin, 1):
            if not line.strip():
                continue
            try:
                done.append(act(desk, **_arguments(act, line)).data)
            except HallError as error:
                bad.append(RowError(error.code, row=number, values=error.values))
        if bad:
            raise BadInput("many.bad_lines", rows=bad, count=len(bad))
        work.tell({"acts": len(done)})
    return Reply(done, [Note("many.done", values={"count": len(done)})])


def _arguments(act: Act, line: str) -> dict[str, Any]:
    """The options of one line; raises Usage naming the key that is unknown, missing or of the wrong kind."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Usage("many.no_json", said=str(error)) from None
    if "\\u0000" in line or any(
        0xD800 <= ord(one) <= 0xDFFF for one in json.dumps(said, ensure_ascii=False)
    ):
        raise Usage("many.no_text")
    if not isinstance(said, Mapping):
        raise Usage("many.no_object")
    known = dict(list(inspect.signature(act).parameters.items())[1:])
    if unknown := sorted(set(said) - set(known)):
        raise Usage("many.unknown_key", keys=unknown, known=sorted(known))
    found = {}
    for name, parameter in known.items():
        if name in said and said[name] is not None:
            found[name] = _fitting(name, said[name], parameter.annotation)
        elif parameter.default is inspect.Parameter.empty:
            raise Usage("many.missing_key", key=name)
    require_said(found)
    return found


def _fitting(name: str, value: object, annotation: Any) -> object:
    """The value when it is of the option's kind; numbers that name something may come as numbers."""
    kind = get_args(annotation)[0] if get_origin(annotation) is not None else annotation
    kinds = [one for one in (get_args(kind) or (kind,)) if one is not type(None)]
    wanted = kinds[0] if kinds else str
    if get_origin(wanted) is list or get_origin(kind) is list:
        items = value if isinstance(value, list) else [value]
        if all(isinstance(one, str) for one in items):
            return [str(one) for one in items]
    if wanted is bool or wanted is int:
        if type(value) is wanted:
            return value
    elif isinstance(value, str) or type(value) is int:
        return str(value)
    raise Usage("many.wrong_kind", key=name, value=value, kind=getattr(wanted, "__name__", "text"))
