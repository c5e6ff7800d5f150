"""Numbers with their units."""
