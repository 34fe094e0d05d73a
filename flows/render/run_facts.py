"""Facts of a run that a report states: never read from a clock here."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RunFacts:
    """When the report is dated, which run made it, and with which version of the program."""

    report_date: date
    run_id: str
    is_draft: bool
    software_version: str
