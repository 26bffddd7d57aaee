"""The booklet of a place on paper and for the finger: tagged PDF, plain text, braille."""
