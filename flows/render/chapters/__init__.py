"""The chapters of the report: each module makes one, with everything that it prints."""
