"""Holdfast reads war reporting and answers who held what, since when, and who says so."""

__version__ = "0.1.0"
