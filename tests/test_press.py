"""The press: parts are set at the same time in other processes, and it is as if they were not."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest

from flows.chain.press import started_press
from flows.render.parts import Part, typeset_in_turn

PARTS = [
    Part(number, f'<html lang="sv"><title>T</title><h1 id="a{number}">{"Ord " * number}</h1>')
    for number in (1, 30, 2)
]


def test_parts_come_back_in_their_order_and_the_same_as_in_turn():
    """The longest part is begun first, and that changes nothing."""
    with started_press() as typeset:
        assert list(typeset(PARTS)) == list(typeset_in_turn(PARTS))


STOPPED_IN_THE_PRESS = """
import os, signal
from flows.chain.press import started_press
from tests.test_press import PARTS
if __name__ == "__main__":
    with started_press() as typeset:
        list(typeset(PARTS))
        os.kill(os.getpid(), signal.SIGKILL)
"""
LONGEST_END_SECONDS = 30
PROCESSES = Path("/proc")


def is_running(group: int) -> bool:
    """Tell whether any process of the group runs; one that ended and waits to be buried does not.

    In a container whose first process buries no orphans they wait for ever.
    """
    if PROCESSES.is_dir():
        return any(state != "Z" for state in states_in(group))
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def states_in(group: int) -> Iterator[str]:
    """Yield the state of each process of the group, as Linux tells it."""
    for stat in PROCESSES.glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            state, _parent, its_group, *_rest = stat.read_text().rpartition(")")[2].split()
            if int(its_group) == group:
                yield state


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups")
def test_a_press_whose_program_is_killed_is_gone_as_well():
    """A machine that ends a program for want of memory gets all of its memory back."""
    with subprocess.Popen(
        [sys.executable, "-c", STOPPED_IN_THE_PRESS], start_new_session=True
    ) as program:
        program.wait()
    deadline = monotonic() + LONGEST_END_SECONDS
    while is_running(program.pid) and monotonic() < deadline:
        sleep(0.1)

    assert program.returncode == -9
    assert not is_running(program.pid)
