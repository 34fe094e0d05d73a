"""Work in a process of its own: what crashes, hangs or eats memory there stops nothing else."""

import sys
import traceback
from collections.abc import Callable, Sequence
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import ParamSpec, TypeVar

from flows.chain.confidentiality import UnforeseenError, keep_contents_out
from flows.programme.exceptions import RunStoppedError

Parameters = ParamSpec("Parameters")
Product = TypeVar("Product")

HAS_FORK_SERVER = "forkserver" in get_all_start_methods()
PRELOADED = ("flows.chain.runs", "flows.chain.press_start")
"""What a process of a programme's night starts with."""


def run_apart(
    longest_seconds: float,
    function: Callable[Parameters, Product],
    *arguments: Parameters.args,
    **keywords: Parameters.kwargs,
) -> Product:
    """Return what `function` returns, called in a process that is gone afterwards.

    Raises what it raises; TimeoutError and ChildProcessError where it takes longer than
    `longest_seconds` or dies without a word.
    """
    context = choose_context(PRELOADED)
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=deliver, args=(sender, function, arguments, keywords))
    process.start()
    sender.close()
    try:
        if not receiver.poll(longest_seconds):
            raise TimeoutError
        product: Product
        product, stop, trace = receiver.recv()
    except EOFError:
        raise ChildProcessError from None
    finally:
        process.kill()
        process.join()
        receiver.close()
    sys.stderr.write(trace)
    if stop is not None:
        raise stop
    return product


def choose_context(preloaded: Sequence[str]) -> ForkServerContext | SpawnContext:
    """Return how processes are started here: as copies of one that has loaded `preloaded`."""
    context = get_context("forkserver") if HAS_FORK_SERVER else get_context("spawn")
    context.set_forkserver_preload([*preloaded])
    return context


def deliver(
    sender: Connection,
    function: Callable[..., object],
    arguments: tuple[object, ...],
    keywords: dict[str, object],
) -> None:
    """Send what `function` returns, what stopped it, and the traceback of a bug, as text."""
    try:
        sender.send((keep_contents_out(function)(*arguments, **keywords), None, ""))
    except RunStoppedError as stop:
        sender.send((None, stop, ""))
    except UnforeseenError as bug:  # its frames tell where; it has no message to tell more
        sender.send((None, bug, "".join(traceback.format_exception(bug))))
