"""The courier between vault and campaign: for now packets on a stick."""
