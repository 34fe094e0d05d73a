"""From indicators to the report model, to HTML, to PDF."""
