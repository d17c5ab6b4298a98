"""A hub under load beside the bare insert rate of the same rows; see `__main__`."""
