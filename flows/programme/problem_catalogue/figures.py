"""Problems of figures, goals, budget and placeholders in texts."""

from flows.programme.problem_catalogue.entry import Entry

FIGURES: dict[str, Entry] = {}
