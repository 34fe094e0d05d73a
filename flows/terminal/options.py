"""What several commands take alike: the programme, the language, the date and where things are."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.programme.languages import Language

if TYPE_CHECKING:
    from flows.chain.stages import Request

INPUTS = Path("inputs")
OUTPUTS = Path("outputs")

ProgrammeName = Annotated[
    str, typer.Argument(metavar="PROGRAMME", help="A programme folder, by its name or its path.")
]
Inputs = Annotated[Path, typer.Option(help="Where the programme folders are.")]
Outputs = Annotated[Path, typer.Option(help="Where the run folders go.")]
Lang = Annotated[
    Language | None,
    typer.Option(help="Language of messages and of the report.", show_default="the programme's"),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
AsHtml = Annotated[bool, typer.Option("--html", help="Write a page for a browser.")]
Propose = Annotated[
    bool, typer.Option("--propose", help="Put what is to be decided into decisions/.")
]
CorrectionsFolder = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        help="Write the files with something to correct, marked, into this folder.",
    ),
]
ReportDate = Annotated[
    datetime | None,
    typer.Option(
        "--date",
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="The report's date.",
        show_default="the latest date in the exports",
    ),
]


def make_request(
    programme: str,
    language: Language | None,
    report_date: datetime | None,
    inputs: Path,
    outputs: Path,
) -> "Request":
    """Return what was asked for; a programme given as a path stands where the path says."""
    from flows.chain.stages import Request  # noqa: PLC0415  # half of a second for --help

    path = Path(programme)
    folder = inputs if path.name == programme else path.parent
    on_day = report_date.date() if report_date else None
    return Request(path.name, folder, outputs, language, on_day)
