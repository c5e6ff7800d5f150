"""The learned scorer: which of a text's places a sentence tells something of, and of whom."""
