"""Saved views and notes: what readers keep in a small file that outlives every load."""

from dashboard.saved.changing import forget_note, forget_view, is_taken, keep_note, keep_view
from dashboard.saved.reading import read_saved
from dashboard.saved.values import KINDS, Fault, Note, Saved, SavedView

__all__ = [
    "KINDS",
    "Fault",
    "Note",
    "Saved",
    "SavedView",
    "forget_note",
    "forget_view",
    "is_taken",
    "keep_note",
    "keep_view",
    "read_saved",
]
