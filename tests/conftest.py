"""What holds for every test: bytes do not depend on which libraries stand beside ours."""

import os

os.environ.setdefault("OPENPYXL_LXML", "False")
