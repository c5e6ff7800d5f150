"""Links between claims: copies of one text, and origins in one statement."""

from holdfast.links.copies import Copy, clusters, find_copies, gathered_claims
from holdfast.links.origins import Origin, find_origins

__all__ = ["Copy", "Origin", "clusters", "find_copies", "find_origins", "gathered_claims"]
