"""indicators.json: every indicator as other programs read it, and as it is read back."""

import json
from collections.abc import Iterable

from flows.aggregate.indicators import Indicator, SourceCells, Status, Suppression, Unit
from flows.programme.indicator_names import parse_indicator_name
from flows.programme.languages import Bilingual

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


def read_indicators(text: str) -> tuple[Indicator, ...]:
    """Return the indicators that `write_indicators` wrote as `text`.

    Raises ValueError, KeyError or TypeError where it is something else.
    """
    written = json.loads(text)
    if written["schema"] != SCHEMA:
        raise ValueError(written["schema"])
    return tuple(
        Indicator(
            name=parse_indicator_name(each["id"]),
            value=each["value"],
            base=each["base"],
            unit=Unit(each["unit"]),
            status=Status(each["status"]),
            definition=Bilingual(**each["definition"]),
            sources=tuple(SourceCells(**source) for source in each["sources"]),
            suppression=Suppression(each["suppression"]) if each["suppression"] else None,
        )
        for each in written["indicators"]
    )
