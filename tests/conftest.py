"""What holds for every test: neither bytes nor verdicts depend on the machine.

Bytes are the same whichever libraries stand beside ours, and no property fails for being slow:
time is measured by `make bench`.
"""

import os

from hypothesis import settings

os.environ.setdefault("OPENPYXL_LXML", "False")

settings.register_profile("unhurried", settings.default, deadline=None)
settings.load_profile("unhurried")
