"""A folder with reports, and questions to it."""
