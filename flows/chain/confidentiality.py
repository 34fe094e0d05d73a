"""What Prefect may know of a failure: which class and where, never its message.

A flow that fails has its exception written into Prefect's database and, pickled, into its
result storage, whatever the settings say. An unforeseen exception can quote a cell.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flows.programme.exceptions import RunStoppedError

Parameters = ParamSpec("Parameters")
Product = TypeVar("Product")


class UnforeseenError(Exception):
    """A bug, known to Prefect only by the class of its exception; the traceback is the bug's."""


def keep_contents_out(
    function: Callable[Parameters, Product],
) -> Callable[Parameters, Product]:
    """Return `function` so that no exception carries what it was working on out of it."""

    @wraps(function)
    def wrapped(*arguments: Parameters.args, **keywords: Parameters.kwargs) -> Product:
        try:
            return function(*arguments, **keywords)
        except RunStoppedError:
            raise
        except Exception as bug:  # noqa: BLE001  # whatever its class, it may quote a cell
            nameless = UnforeseenError(type(bug).__name__)
            raise nameless.with_traceback(bug.__traceback__) from None

    return wrapped
