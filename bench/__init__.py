"""Measures quality and speed; `make bench` fails where a measure falls below `floors.json`."""
