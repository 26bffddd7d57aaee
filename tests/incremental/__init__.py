"""What stands of the last build: random histories, planted faults, a damaged store."""
