"""The nightly schedule: Prefect's own scheduler and page, started here where none is running."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from time import monotonic, sleep
from zoneinfo import available_timezones

from prefect.schedules import Cron, Schedule
from prefect.settings import PREFECT_API_URL, PREFECT_SERVER_API_PORT, temporary_settings
from prefect.types.entrypoint import EntrypointType

from flows.nightly import nightly
from flows.prefect_server import does_answer
from flows.programme.exceptions import ServerNotStartedError

LONGEST_START_SECONDS = 120.0


def make_schedule(cron: str, timezone: str) -> Schedule:
    """Return the schedule; raises ValueError where cron or the time zone is not understood."""
    if timezone not in available_timezones():
        raise ValueError(f"There is no time zone {timezone}.")
    return Cron(cron, timezone=timezone)


def serve_nightly(inputs: Path, outputs: Path, schedule: Schedule) -> None:
    """Report the programmes under `inputs` by the schedule, until somebody stops it.

    Runs go to the server that Prefect is set up for, else to one that lives as long as this.
    """
    with nullcontext() if PREFECT_API_URL.value() else own_server():
        nightly.serve(
            name="every-programme",
            schedule=schedule,
            parameters={"inputs": str(inputs), "outputs": str(outputs)},
            entrypoint_type=EntrypointType.MODULE_PATH,
        )


@contextmanager
def own_server() -> Iterator[None]:
    """Have a Prefect server on this machine, with its page, for the block."""
    address = f"http://127.0.0.1:{PREFECT_SERVER_API_PORT.value()}/api"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1"]
    with subprocess.Popen(command) as server:  # noqa: S603  # Prefect, by our own interpreter
        try:
            wait_until_healthy(address, server)
            with temporary_settings({PREFECT_API_URL: address}):
                yield
        finally:
            server.terminate()


def wait_until_healthy(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return once the server answers. Raises ServerNotStartedError where it does not start."""
    deadline = monotonic() + LONGEST_START_SECONDS
    while monotonic() < deadline and server.poll() is None:
        if does_answer(address):
            return
        sleep(0.5)
    raise ServerNotStartedError(address=address)
