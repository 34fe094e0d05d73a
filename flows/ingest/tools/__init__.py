"""The tools whose exports are recognised, one module each.

A module says its `TOOL`, its `PRECEDENCE` (lower is asked first) and how to `recognise` a
sheet: that returns how its rows are read, or None. Adding a tool is adding a module here;
nothing else changes.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from flows.ingest.recognised import Recogniser


@cache
def recognisers() -> tuple[Recogniser, ...]:
    """Return what every module of this folder recognises by, in order of precedence."""
    names = (found.name for found in iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    ordered = sorted(modules, key=lambda module: (cast("int", module.PRECEDENCE), module.__name__))
    return tuple(cast("Recogniser", module.recognise) for module in ordered)
