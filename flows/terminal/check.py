"""What `check` does with an overview: tells it, and writes what was asked for."""

from dataclasses import dataclass
from pathlib import Path

import typer

from flows.chain.overview import Overview
from flows.chain.proposals import put_proposals
from flows.terminal.console import open_console, say


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be told and written; correction workbooks go to `corrections`, if it is named."""

    outputs: Path
    corrections: Path | None
    as_json: bool
    as_html: bool
    propose: bool


def tell_overview(overview: Overview, asked: Asked) -> None:
    """Print `overview` as text or as JSON, and the path of each file that was written.

    What JSON is read from has nothing else in it, so the paths then go to standard error.
    Raises OutputNotWritableError, and WorkInRunFolderError where a correction workbook would
    be overwritten.
    """
    if asked.as_json:
        from flows.terminal.check_json import write_overview  # noqa: PLC0415  # one of the two

        typer.echo(write_overview(overview), nl=False)
    else:
        from flows.terminal.overview import print_overview  # noqa: PLC0415  # the other

        print_overview(open_console(), overview)
    written: tuple[Path, ...] = ()
    if asked.propose:
        written += put_proposals(overview.proposals, overview.folder, overview.language)
    if asked.corrections:
        from flows.chain.corrections import put_corrections  # noqa: PLC0415  # seldom asked for

        written += put_corrections(overview, asked.corrections)
    if asked.as_html:
        from flows.terminal.check_page import write_check_page  # noqa: PLC0415  # Jinja takes time

        written += (write_check_page(overview, asked.outputs),)
    for path in written:
        say(path.as_posix(), is_error=asked.as_json)
