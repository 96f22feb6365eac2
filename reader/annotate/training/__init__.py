"""How the weights of the annotating components are made."""
