"""How the sample's pages look, held against how they looked when somebody last approved them.

`make appearance` compares, `make keep-appearance` approves. The kept pages are small and grey:
what is seen is that something moved, grew, vanished or overlaps, not a shade of a colour.
"""
