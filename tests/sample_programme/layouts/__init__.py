"""The forms that answers take when a tool or a person writes them down."""
