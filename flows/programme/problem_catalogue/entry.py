"""What the catalogue says of one code."""

from dataclasses import dataclass

from flows.programme.problems import Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """How far a problem reaches, and its words.

    `title` names the cause and heads the group of its problems. `found`, `expected` and
    `remedy` are sentences with {named} places that the problem's parameters fill.
    """

    severity: Severity
    title: str
    found: str
    expected: str
    remedy: str
