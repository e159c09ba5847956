"""Every counting question answered a second time, in plain Python: slow and obvious.

The oracle reads the canonical tables as they were written, never the database, and knows no SQL.
Where it and a question disagree, one of the two has a defect.
"""
