"""The command line's commands, one a file; each has a click command named ``command``."""

COMMANDS = {
    "annotate": "Find entities, mentions and quotes; write NAME.layer.json beside each text.",
    "check": "Compare layers with their texts.",
    "evaluate": "Score a pipeline on text that people annotated.",
    "show": "Print an article with who said what.",
}
