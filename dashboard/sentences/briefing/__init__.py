"""What only a briefing says: one module a part. What the pages say too stands one level up."""
