"""What ends the editing of a package that is not built as the format says."""


class UneditableError(Exception):
    """The package cannot be edited in place; its values are copied into a new one instead."""
