"""The ledger: what was taken in, what was read of it, and what was refused."""

from holdfast.ledger.store import Entry, Ledger

__all__ = ["Entry", "Ledger"]
