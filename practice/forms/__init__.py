"""What people may send, and what is said when it does not fit."""
