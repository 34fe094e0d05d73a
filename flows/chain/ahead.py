"""Loads ahead what the later stages need: while files are read, the program only waits."""

from threading import Thread


def load_ahead() -> None:
    """Begin to load what a report needs after its files are read, beside whatever goes on."""
    Thread(target=load_later_stages, daemon=True).start()


def load_later_stages() -> None:
    """Load what tests figures, and what writes a report and binds it."""
    import flows.chain.runs
    import flows.render.binding  # noqa: F401
    from flows.aggregate.statistics.scipy_functions import load_scipy

    load_scipy()
