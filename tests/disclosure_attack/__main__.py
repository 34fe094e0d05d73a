"""Attacks the gate on many random programmes: python -m tests.disclosure_attack [PROGRAMMES]."""

import sys
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from time import perf_counter

from tests.disclosure_attack.attack import attack
from tests.disclosure_attack.least import add_costs, count_cost

PROGRAMMES = 1000
SHARE_COSTED = 10
"""What protection costs is counted on every tenth programme: the least is slow to find."""
MOST_SHOWN = 20


def main() -> None:
    """Attack by either rule; print what was found and what protection costs; fail where it was."""
    programmes = int(sys.argv[1]) if len(sys.argv) > 1 else PROGRAMMES
    with ProcessPoolExecutor() as pool:
        are_broken = [
            try_rule(pool, programmes, hides_telling_totals=each) for each in (True, False)
        ]
    sys.exit(any(are_broken))


def try_rule(pool: Executor, programmes: int, *, hides_telling_totals: bool) -> bool:
    """Attack so many programmes by one rule, print what came of it, and tell if it was broken."""
    started = perf_counter()
    by_rule = partial(attack, hides_telling_totals=hides_telling_totals)
    attacks = list(pool.map(by_rule, range(programmes), chunksize=10))
    count = partial(count_cost, hides_telling_totals=hides_telling_totals)
    cost = add_costs(pool.map(count, range(0, programmes, SHARE_COSTED), chunksize=5))
    findings = [finding for each in attacks for finding in each.findings]
    telling = [name for each in attacks for name in each.telling_cells]
    shown = [name for each in attacks for name in each.shown]
    cells, hidden = sum(each.cells for each in attacks), sum(each.cells_hidden for each in attacks)
    lines = [
        f"Totals that tell of hidden parts are {'hidden' if hides_telling_totals else 'shown'}",
        f"{programmes} programmes, each published twice; {perf_counter() - started:.0f} s",
        f"{sum(each.targets for each in attacks)} suppressed counts asked after",
        f"{sum(each.secrets for each in attacks)} of them sensitive",
        f"{sum(each.bounded for each in attacks)} of these left fewer than k values all the same",
        f"{sum(each.known_exactly for each in attacks)} of these left only their own",
        f"{len(findings)} counts narrowed too far",
        *(f"  {finding}" for finding in findings[:MOST_SHOWN]),
        f"{len(shown)} sensitive counts not suppressed",
        *(f"  {name}" for name in shown[:MOST_SHOWN]),
        f"{len(telling)} figures whose cells tell more than public facts",
        *(f"  {name}" for name in telling[:MOST_SHOWN]),
        f"{hidden / cells:.1%} of {cells} cells suppressed",
        f"{cost.hidden / cost.cells:.1%} of {cost.cells} in every {SHARE_COSTED}th, once published",
        f"{cost.least / cost.cells:.1%} of them would do",
        "",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return bool(findings or shown or telling)


if __name__ == "__main__":
    main()
