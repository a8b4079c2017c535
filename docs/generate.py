"""Writes the command reference in both languages: ``python -m docs.generate [--check]``."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
BOOKS = {"en": HERE / "commands.md", "zh_CN": HERE / "commands.zh-CN.md"}
HEADS = {
    "en": "# Commands\n\nWritten from `--help`; `make docs` writes it anew.\n",
    "zh_CN": "# 命令一览\n\n由 `--help` 生成；用 `make docs` 重新生成。\n",
}


def main(words: list[str]) -> None:
    """Write both books, or with --check say which is stale (exit 1)."""
    if words[:1] == ["--print"]:
        print("".join(book(words[1])), end="")
        return
    stale = []
    for language, path in BOOKS.items():
        environ = {**os.environ, "HALLCTL_LANG": language, "COLUMNS": "100"}
        command = [sys.executable, "-m", "docs.generate", "--print", language]
        ran = subprocess.run(command, env=environ, check=True, capture_output=True, cwd=HERE.parent)
        text = ran.stdout.decode("utf-8")
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if "--check" in words:
            stale.append(path.name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        sys.exit(f"stale: {', '.join(stale)}; run make docs")


def book(language: str) -> Iterator[str]:
    """The whole reference in one language."""
    from hallctl import messages

    messages.use(language)
    import typer

    from hallctl import cli

    yield HEADS[language]
    root = typer.main.get_command(cli.app)
    yield from _help(root, "hallctl", None, 2)


def _help(command: object, name: str, parent: object, depth: int) -> Iterator[str]:
    context = command.context_class(  # type: ignore[attr-defined]
        command, info_name=name, parent=parent, terminal_width=96, max_content_width=96
    )
    path = context.command_path
    text = "\n".join(line.rstrip() for line in context.get_help().split("\n"))
    yield f"\n{'#' * min(depth, 4)} {path}\n\n```\n{text.rstrip()}\n```\n"
    if hasattr(command, "list_commands"):
        for word in command.list_commands(context):
            yield from _help(command.get_command(context, word), word, context, depth + 1)  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main(sys.argv[1:])
