"""How fast it is, beside the same work done otherwise in the same run: `python -m tests.benchmark`.

Nothing here is asserted: machines are noisy, and a figure means something only beside another that
was measured on the same machine a moment before.
"""
