"""What things are called on screen, and how findings are drawn. No database."""
