"""Remake the sample programme: python -m tests.sample_programme."""

import sys
from pathlib import Path

from tests.sample_programme.sample import write_sample

INPUTS = Path(__file__).resolve().parents[2] / "inputs"

sys.stdout.write(f"{write_sample(INPUTS)}\n")
