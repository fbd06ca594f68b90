"""What the texts of names are made of: normal forms and search words."""
