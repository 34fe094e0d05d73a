"""What a stage made last is not made again from the same: a changed text changes no figure."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


def remember_last(stage: Callable[Given, Made]) -> Callable[Given, Made]:
    """Return `stage` as a function that makes anew only what is given anew.

    It fits a stage that is a pure function of frozen values. What comes back is then the very
    same value, so that the next stage sees at once that it has it already. It may be called
    from several threads.
    """
    last: tuple[object, Made] | None = None

    @wraps(stage)
    def make(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        nonlocal last
        given, remembered = (args, kwargs), last
        if remembered is None or remembered[0] != given:
            remembered = last = (given, stage(*args, **kwargs))
        return remembered[1]

    return make
