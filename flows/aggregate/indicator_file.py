"""indicators.json: every indicator as other programs read it."""

import json
from collections.abc import Iterable

from flows.aggregate.indicators import Indicator

SCHEMA = 1
"""Raised by one when a key changes its name or its meaning."""

JsonValue = str | int | float | None | dict[str, "JsonValue"] | list["JsonValue"]


def write_indicators(programme_name: str, indicators: Iterable[Indicator]) -> str:
    """Return the text of indicators.json, one indicator a line, values at full precision."""
    lines = ",\n".join(json_text(json_object(indicator)) for indicator in indicators)
    name = json_text(programme_name)
    return f'{{"schema": {SCHEMA}, "programme": {name}, "indicators": [\n{lines}\n]}}\n'


def json_text(value: JsonValue) -> str:
    """Return `value` as JSON on one line, its letters as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def json_object(indicator: Indicator) -> JsonValue:
    """Return one indicator with the keys of the contract, None where it has nothing to say."""
    name = indicator.name
    group: dict[str, JsonValue] = {**dict(name.group.items())}
    return {
        "id": str(name),
        "measure": name.measure.value,
        "item": name.item or None,
        "answer": name.answer or None,
        "group": group,
        "value": indicator.value,
        "base": indicator.base,
        "unit": indicator.unit.value,
        "status": indicator.status.value,
        "definition": {"sv": indicator.definition.sv, "en": indicator.definition.en},
        "sources": [
            {"file": source.file, "sheet": source.sheet, "cells": source.cells}
            for source in indicator.sources
        ],
        "suppression": indicator.suppression.value if indicator.suppression else None,
    }
