"""Prefect's server: whether the one that Prefect is set up for is there."""

import httpx
from prefect.settings import PREFECT_API_URL

from flows.programme.exceptions import ServerSilentError

LONGEST_ANSWER_SECONDS = 10.0


def require_server() -> None:
    """Do nothing where runs can go to a server, if need be a temporary one.

    Raises ServerSilentError where Prefect is set up for a server that does not answer.
    """
    address = PREFECT_API_URL.value()
    if address and not does_answer(address):
        raise ServerSilentError(address=address)


def does_answer(address: str) -> bool:
    """Tell whether a server answers at `address`, whatever it says."""
    try:
        httpx.get(f"{address}/health", timeout=LONGEST_ANSWER_SECONDS)
    except httpx.TransportError:
        return False
    return True
