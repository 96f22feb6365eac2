"""From bytes to an article: what a file, a folder or standard input holds."""
