"""What a flow run leaves on Prefect's pages: codes, places and counts, nothing personal."""

import unicodedata
from collections.abc import Iterable

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.chain.nights import Night
from flows.chain.stages import Findings
from flows.programme.problem_catalogue import describe
from flows.programme.translations import _, translate
from flows.terminal.problems import sum_up_problems


def publish_findings(findings: Findings) -> None:
    """Publish the open problems as a table, and the summary of the run."""
    programme = findings.reading.folder.name
    create_table_artifact(
        key=artifact_key("problems", programme),
        table=tabulate_problems(findings),
        description=programme,
    )
    create_markdown_artifact(
        key=artifact_key("summary", programme),
        markdown=summarise(findings),
        description=programme,
    )


def publish_night(nights: Iterable[Night]) -> None:
    """Publish a table of the night: each programme, what was done, and its problems counted."""
    create_table_artifact(key="night", table=[describe_programme(night) for night in nights])


def describe_programme(night: Night) -> dict[str, str | int]:
    """Return one row of the night's table."""
    if night.run is None:
        return {"programme": night.programme, "outcome": type(night.failure).__name__}
    outcome = night.run.outcome
    return {
        "programme": night.programme,
        "outcome": "reported" if night.is_new else "unchanged",
        "faults": outcome.faults,
        "notes": outcome.notes,
        "acknowledged": outcome.acknowledged,
    }


def tabulate_problems(findings: Findings) -> list[dict[str, str]]:
    """Return one row for each open problem: its code, reach, place and cause."""
    described = (describe(problem, findings.language) for problem in findings.open_problems)
    return [
        {
            "code": text.code,
            "severity": text.severity,
            "place": text.place,
            "cause": text.title,
        }
        for text in described
    ]


def summarise(findings: Findings) -> str:
    """Return a few lines of Markdown: rows and figures counted, and the problems."""
    accounts, language = findings.dataset.accounts, findings.language
    rows = translate(
        _("{files} files, {read} rows read, {used} used, {figures} figures."),
        language,
        files=len({account.file for account in accounts}),
        read=sum(account.rows_read for account in accounts),
        used=sum(account.rows_used for account in accounts),
        figures=len(findings.indicators),
    )
    problems = sum_up_problems(findings.open_problems, findings.acknowledged, language)
    return f"## {findings.reading.folder.name}\n\n{rows}\n\n{problems}.\n"


def artifact_key(kind: str, programme: str) -> str:
    """Return the key of an artifact, for which Prefect takes small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", programme.casefold()).encode("ascii", "ignore").decode()
    letters = (sign if sign.isalnum() else "-" for sign in plain)
    return "-".join(part for part in (kind, *"".join(letters).split("-")) if part)
