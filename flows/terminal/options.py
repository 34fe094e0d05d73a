"""What several commands take alike: the programme, the language, the date and where things are."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.programme.languages import Language

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
