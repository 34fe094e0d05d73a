"""A programme's night: its report is made anew only if something in it changed."""

from dataclasses import dataclass

from flows.chain.own_process import run_apart
from flows.chain.runs import WrittenRun, draft_report, find_draft
from flows.chain.stages import Request

LONGEST_SECONDS = 900
"""How long one programme may take before it is given up and the night goes on."""


@dataclass(frozen=True, slots=True)
class Night:
    """What came of one programme: its run, or what failed. `is_new`: the run was made now."""

    programme: str
    run: WrittenRun | None
    is_new: bool
    failure: Exception | None = None


def report_if_changed(request: Request) -> Night:
    """Return the programme's run: the one that is there if nothing changed, else a new one.

    Raises what stops the report; a new one is made in a process of its own.
    """
    run = find_draft(request)
    if run is not None:
        return Night(request.programme, run, is_new=False)
    run = run_apart(LONGEST_SECONDS, draft_report, request)
    return Night(request.programme, run, is_new=True)
