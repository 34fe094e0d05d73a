"""Tasks whose work stays out of Prefect: nothing cached, no result kept, no failure quoted."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from prefect import Task, task
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

from flows.chain.confidentiality import keep_contents_out

Parameters = ParamSpec("Parameters")
Product = TypeVar("Product")
Value = TypeVar("Value")


def private_task(function: Callable[Parameters, Product]) -> Task[Parameters, Product]:
    """Return `function` as a task."""
    as_task = task(cache_policy=NO_CACHE, persist_result=False)
    return as_task(keep_contents_out(function))


def unwalked(value: Value) -> Value:
    """Return `value` for a task's argument, so that Prefect does not look for futures in it."""
    return cast("Value", quote(value))
