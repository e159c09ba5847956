"""The only reader: asks, estimates, draws and arranges."""
