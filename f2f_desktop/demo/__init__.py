"""The demo campaign: a synthetic district, a volunteer's address book with known truth, two actions.

Nobody in it exists. The same people serve the benchmarks, which is why they live here and not beside the tests.
"""
