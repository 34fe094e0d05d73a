"""Where the program's own files stand."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The project's root, from which `flows` can be imported."""

TEMPLATES = ROOT / "templates"
