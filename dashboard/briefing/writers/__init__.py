"""The writers: each sets a document down in one format, and changes nothing of what it says."""
