"""Prefect's server: whether the one that Prefect is set up for is there, or a new one can be."""

import socket

import httpx
from prefect.settings import PREFECT_API_URL

from flows.programme.exceptions import LoopbackMissingError, ServerSilentError

LONGEST_ANSWER_SECONDS = 10.0
LOOPBACK = "127.0.0.1"


def require_server() -> None:
    """Do nothing where runs can go to a server, if need be a temporary one.

    Raises ServerSilentError where Prefect is set up for a server that does not answer, and
    LoopbackMissingError where it needs a temporary one and nothing could reach it.
    """
    address = PREFECT_API_URL.value()
    if address and not does_answer(address):
        raise ServerSilentError(address=address)
    if not address and not reaches_itself():
        raise LoopbackMissingError(address=LOOPBACK)


def does_answer(address: str) -> bool:
    """Tell whether a server answers at `address`, whatever it says."""
    try:
        httpx.get(f"{address}/health", timeout=LONGEST_ANSWER_SECONDS)
    except httpx.TransportError:
        return False
    return True


def reaches_itself() -> bool:
    """Tell whether a process of this machine can be reached by another one."""
    try:
        with (
            socket.create_server((LOOPBACK, 0)) as server,
            socket.create_connection(server.getsockname(), LONGEST_ANSWER_SECONDS),
        ):
            return True
    except OSError:
        return False
