"""The flow over every programme: each is a task, and none of them can stop another."""

import os
from pathlib import Path
from typing import Any, cast

from prefect import State, flow
from prefect.futures import PrefectFuture
from prefect.states import Failed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.artifacts import publish_night
from flows.chain.nights import Night, report_if_changed
from flows.chain.stages import Request
from flows.private_tasks import private_task
from flows.programme.folder import list_programmes
from flows.programme.languages import Language

report_programme = private_task(report_if_changed).with_options(
    name="report-programme", task_run_name="{request.programme}"
)


RUNNER = cast(
    "TaskRunner[PrefectFuture[Any]]",  # Prefect's own classes do not fit its own annotation
    ThreadPoolTaskRunner(max_workers=os.cpu_count()),
)
"""Its threads only wait: each programme's work is done in a process of its own."""


@flow(
    name="nightly",
    persist_result=False,
    task_runner=RUNNER,
)
def nightly(
    inputs: Path, outputs: Path, language: Language | None = None
) -> tuple[Night, ...] | State:
    """Report every programme under `inputs` that changed; return what came of each, by name.

    The flow run fails where a programme failed, after all the others are done.
    """
    requests = [Request(name, inputs, outputs, language) for name in list_programmes(inputs)]
    futures = [report_programme.submit(request) for request in requests]
    nights = tuple(
        night_of(request.programme, future)
        for request, future in zip(requests, futures, strict=True)
    )
    publish_night(nights)
    failed = sum(night.failure is not None for night in nights)
    if failed:
        return Failed(message=f"{failed} of {len(nights)} programmes failed", data=nights)
    return nights


def night_of(programme: str, future: PrefectFuture[Night]) -> Night:
    """Return what came of a programme once its task is done, failure or not."""
    night = future.result(raise_on_failure=False)
    return (
        night if isinstance(night, Night) else Night(programme, None, is_new=False, failure=night)
    )


def pass_night(inputs: Path, outputs: Path, language: Language | None) -> tuple[Night, ...]:
    """Run the flow and return what came of each programme, whether or not one failed."""
    state = nightly(inputs, outputs, language, return_state=True)
    nights = state.result(raise_on_failure=False)
    if not isinstance(nights, tuple):  # the flow itself failed, and this raises why
        return cast("tuple[Night, ...]", state.result())
    return nights
