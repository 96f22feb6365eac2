"""What fills the terminal: the article, the library."""
