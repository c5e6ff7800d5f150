"""The report page, as a reader uses it."""
