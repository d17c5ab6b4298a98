"""What travels between laptop and campaign: bundles down, packets up."""
