"""indicators.json: every indicator as other programs read it."""

import json
from collections.abc import Iterable

from flows.aggregate.indicators import Indicator

SCHEMA = 1
"""Raised by one when a key changes its name or its meaning."""

JsonValue = str | int | float | None | dict[str, "JsonValue"] | list["JsonValue"]


def write_indicators(programme_name: str, indicators: Iterable[Indicator]) -> str:
    """Return the text of indicators.json: indicators in their order, values at full precision."""
    document: JsonValue = {
        "schema": SCHEMA,
        "programme": programme_name,
        "indicators": [json_object(indicator) for indicator in indicators],
    }
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


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
    }
