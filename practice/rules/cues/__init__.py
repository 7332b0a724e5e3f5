"""Small pieces of evidence that mean little alone."""
