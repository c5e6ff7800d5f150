"""Makes the learned scorer, from annotated reports to the shipped files."""
