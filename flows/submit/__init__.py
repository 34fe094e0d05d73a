"""The run folder, the gate before the funder, and the frozen submission."""
