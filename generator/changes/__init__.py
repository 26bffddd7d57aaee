"""What changes between two states of the records, in words."""
