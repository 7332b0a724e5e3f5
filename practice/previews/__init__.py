"""What another draft or other rules would change, shown before anything is changed."""
