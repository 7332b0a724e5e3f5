"""What a page shows of what is stored, gathered and made ready."""
