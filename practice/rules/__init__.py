"""What stands behind `practice.scoring`: the rules that read a reply. No Django here."""
