"""Cases on which people overruled the rules, and what a change of the rules does to them."""
