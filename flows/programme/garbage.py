"""Python's search for circles of garbage, left out where many values are made that hold none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_garbage_search() -> Iterator[None]:
    """Let the block, or the function that this decorates, make values without the search.

    Frozen values refer to older ones only, so that none of them is ever garbage in a circle;
    over a million answers the search takes a third of the time and finds nothing. Afterwards
    they stand among the oldest values, or the next search would go through them all the same.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
