"""The only writer: reads sources and codebooks, checks them, and publishes a build."""
