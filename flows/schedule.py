"""The nightly schedule: Prefect's own scheduler and page, started here where none is running."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from http import HTTPStatus
from pathlib import Path
from time import monotonic, sleep

import httpx
from prefect.schedules import Cron
from prefect.settings import PREFECT_API_URL, PREFECT_SERVER_API_PORT, temporary_settings
from prefect.types.entrypoint import EntrypointType

from flows.nightly import nightly
from flows.programme.exceptions import ServerNotStartedError

LONGEST_START_SECONDS = 120.0


def serve_nightly(inputs: Path, outputs: Path, cron: str, timezone: str) -> None:
    """Report the programmes under `inputs` by the schedule, until somebody stops it.

    Runs go to the server that Prefect is set up for, else to one that lives as long as this.
    """
    with nullcontext() if PREFECT_API_URL.value() else own_server():
        nightly.serve(
            name="every-programme",
            schedule=Cron(cron, timezone=timezone),
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
        try:
            if httpx.get(f"{address}/health").status_code == HTTPStatus.OK:
                return
        except httpx.TransportError:
            sleep(0.5)
    raise ServerNotStartedError(address=address)
