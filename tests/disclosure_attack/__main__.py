"""Attacks the gate on many random programmes: python -m tests.disclosure_attack [PROGRAMMES]."""

import sys
from concurrent.futures import ProcessPoolExecutor
from time import perf_counter

from tests.disclosure_attack.attack import attack
from tests.disclosure_attack.least import add_costs, count_cost

PROGRAMMES = 1000
SHARE_COSTED = 10
"""What protection costs is counted on every tenth programme: the least is slow to find."""
MOST_SHOWN = 20


def main() -> None:
    """Print what was asked, what was found, and what protection costs; fail where it was found."""
    programmes = int(sys.argv[1]) if len(sys.argv) > 1 else PROGRAMMES
    started = perf_counter()
    with ProcessPoolExecutor() as pool:
        attacks = list(pool.map(attack, range(programmes), chunksize=10))
        cost = add_costs(pool.map(count_cost, range(0, programmes, SHARE_COSTED), chunksize=5))
    findings = [finding for each in attacks for finding in each.findings]
    telling = [name for each in attacks for name in each.telling_cells]
    shown = [name for each in attacks for name in each.shown]
    cells, hidden = sum(each.cells for each in attacks), sum(each.cells_hidden for each in attacks)
    lines = [
        f"{programmes} programmes, each published twice; {perf_counter() - started:.0f} s",
        f"{sum(each.targets for each in attacks)} suppressed counts asked after",
        f"{sum(each.secrets for each in attacks)} of them sensitive",
        f"{sum(each.told_by_totals for each in attacks)} of these left fewer values by totals",
        f"{sum(each.known_by_totals for each in attacks)} of these left only their own",
        f"{len(findings)} counts narrowed too far",
        *(f"  {finding}" for finding in findings[:MOST_SHOWN]),
        f"{len(shown)} sensitive counts not suppressed",
        *(f"  {name}" for name in shown[:MOST_SHOWN]),
        f"{len(telling)} figures whose cells tell more than public facts",
        *(f"  {name}" for name in telling[:MOST_SHOWN]),
        f"{hidden / cells:.1%} of {cells} cells suppressed",
        f"{cost.hidden / cost.cells:.1%} of {cost.cells} in every {SHARE_COSTED}th, once published",
        f"{cost.least / cost.cells:.1%} of them would do",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(bool(findings or shown or telling))


if __name__ == "__main__":
    main()
