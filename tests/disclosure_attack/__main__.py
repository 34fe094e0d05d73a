"""Attacks the gate on many random programmes: python -m tests.disclosure_attack [PROGRAMMES]."""

import sys
from concurrent.futures import ProcessPoolExecutor
from time import perf_counter

from tests.disclosure_attack.attack import attack

PROGRAMMES = 1000
MOST_SHOWN = 20


def main() -> None:
    """Print what was asked, what was found, and what protection costs; fail where it was found."""
    programmes = int(sys.argv[1]) if len(sys.argv) > 1 else PROGRAMMES
    started = perf_counter()
    with ProcessPoolExecutor() as pool:
        attacks = list(pool.map(attack, range(programmes), chunksize=10))
    findings = [finding for each in attacks for finding in each.findings]
    cells, hidden = sum(each.cells for each in attacks), sum(each.cells_hidden for each in attacks)
    lines = [
        f"{programmes} programmes, each published twice; {perf_counter() - started:.0f} s",
        f"{sum(each.targets for each in attacks)} suppressed counts asked after",
        f"{sum(each.secrets for each in attacks)} of them sensitive",
        f"{hidden / cells:.1%} of {cells} cells suppressed",
        f"{len(findings)} counts narrowed too far",
        *(f"  {finding}" for finding in findings[:MOST_SHOWN]),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(bool(findings))


if __name__ == "__main__":
    main()
