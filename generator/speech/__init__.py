"""What a screen reader says on a built page, worked out from its HTML without a browser.

The road: bytes → `tree` → `roles` and `names` (the rules browsers follow) → `lines` (what one press
of the down arrow reads) → `utterances` (the words of Orca 43) → `reading`, `difference`.
"""
