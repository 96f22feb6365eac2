"""An article with its layer in other forms, one format a file."""
