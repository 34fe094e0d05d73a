"""The press: sets the parts of a report in type several at a time, each in another process.

It takes as long to load what sets type as to read a programme, so the press starts at once and
is ready when the first parts come. What it makes is the same, byte for byte, as part by part.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from signal import SIG_IGN, SIGINT, signal
from threading import Thread

from flows.chain.own_process import choose_context
from flows.render.parts import Part, SetPart, Typesetter, typeset_in_turn

LOADED_ONCE = ("flows.chain.press_start",)


@contextmanager
def started_press() -> Iterator[Typesetter]:
    """Have a press for the block: whoever is given it sets parts in type."""
    hands = count_cores()
    workers = ProcessPoolExecutor(
        hands,
        mp_context=choose_context(LOADED_ONCE),
        initializer=follow_the_program,
    )
    with workers, ThreadPoolExecutor(1) as doorman:
        # The first task waits until the workers have loaded; whoever begins has better to do.
        opened = doorman.submit(lambda: [workers.submit(os.getpid) for _hand in range(hands)])

        def typeset_together(parts: Sequence[Part]) -> Iterator[SetPart]:
            """Begin with every part now, the longest first, and yield them in their order."""
            opened.result()
            longest_first = sorted(parts, key=lambda part: -len(part.html))
            begun = {part.number: workers.submit(typeset_alone, part) for part in longest_first}
            return (begun[part.number].result() for part in parts)

        yield typeset_together


def follow_the_program() -> None:
    """Let this process end when the program does, and by nothing else.

    Ctrl-C ends the program, which then ends its press without a word. Where it is ended
    without time for that, nobody would ever tell the press.
    """
    signal(SIGINT, SIG_IGN)
    Thread(target=end_with_the_program, daemon=True).start()


def end_with_the_program() -> None:
    """Wait until the program is gone, and end this process."""
    if program := parent_process():
        program.join()
        os._exit(1)


def count_cores() -> int:
    """Return how many processes can run at the same time here."""
    if hasattr(os, "sched_getaffinity"):  # where a container has a part of the machine
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def typeset_alone(part: Part) -> SetPart:
    """Return one part set in type, in the process that this is called in."""
    return next(iter(typeset_in_turn((part,))))
