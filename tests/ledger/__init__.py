"""The database: what is in it, and what a kill leaves of it."""
