"""A solver that knows everything published finds out nothing; `make attack` tries many more."""

import pytest

from flows.aggregate.hidden_parts import Cover
from tests.disclosure_attack.attack import attack


@pytest.mark.parametrize("seed", [40, 66, 127, 284])
def test_no_suppressed_count_is_narrowed(seed):
    """Each of these programmes was found out by a solver while the gate was built."""
    found = attack(seed)

    assert found.targets
    assert found.findings == ()


def test_the_attack_finds_what_a_gate_without_covers_lets_through(monkeypatch):
    """An attack that never finds anything would prove nothing."""
    monkeypatch.setattr(Cover, "is_enough", lambda *_: True)

    assert attack(31).findings
