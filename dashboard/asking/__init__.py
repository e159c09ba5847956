"""Asking a question from the shell: its options, and the values that it takes of its own."""
