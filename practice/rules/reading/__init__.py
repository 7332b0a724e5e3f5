"""The text as typed, read once: words, sentences, spelling, speech."""
