"""Readers: files and folders to documents, with the originals kept by hash."""

from holdfast.sources.custody import keep, original_path
from holdfast.sources.furniture import mark_furniture
from holdfast.sources.read import READERS, find_files, read_documents, read_files

__all__ = [
    "READERS",
    "find_files",
    "keep",
    "mark_furniture",
    "original_path",
    "read_documents",
    "read_files",
]
