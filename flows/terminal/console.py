"""The terminal: what is laid out and shown moving there, and plain lines anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import typer
from rich.console import Console

from flows.programme.exceptions import RunStoppedError
from flows.programme.languages import Language
from flows.programme.translations import translate

WIDTH_WITHOUT_TERMINAL = 10_000
"""A line of a pipe or a log is as long as it is; only a terminal wraps."""


def open_console(*, is_error: bool = False) -> Console:
    """Return the console of standard output, or of standard error."""
    stream = sys.stderr if is_error else sys.stdout
    width = None if stream.isatty() else WIDTH_WITHOUT_TERMINAL
    return Console(file=stream, width=width, highlight=False)


def say(sentence: str, *, is_error: bool = False) -> None:
    """Print one line, letter by letter."""
    open_console(is_error=is_error).print(sentence, markup=False)


@contextmanager
def one_sentence(language: Language) -> Iterator[None]:
    """End the command with one sentence and its own exit code where the run stops in the block."""
    try:
        yield
    except RunStoppedError as stop:
        say(stop.in_language(language), is_error=True)
        raise typer.Exit(stop.exit_code) from None


LISTENER: ContextVar[Callable[[str], None] | None] = ContextVar("LISTENER", default=None)
"""Who is told which step a command is at; a flow's parameters could not carry it."""


def announce(step: str) -> None:
    """Tell whoever listens that `step`, an English message, begins."""
    listener = LISTENER.get()
    if listener is not None:
        listener(step)


@contextmanager
def show_progress(language: Language) -> Iterator[None]:
    """Show the steps announced in the block, where there is a terminal to show them on."""
    console = open_console(is_error=True)
    if not console.is_terminal:
        yield
        return
    with console.status("") as status:
        token = LISTENER.set(lambda step: status.update(f"{translate(step, language)} …"))
        try:
            yield
        finally:
            LISTENER.reset(token)
