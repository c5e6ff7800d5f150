"""Reading: a document in, its claims out."""

from holdfast.reading.reader import LANGUAGES, Reader, Reading

__all__ = ["LANGUAGES", "Reader", "Reading"]
