"""Textual's bindings, made from the registry of actions."""

from textual.binding import Binding, BindingType

from reader.actions import Scope, actions_in

_PRIORITY = frozenset({"palette"})
"""Works even while something is typed; single letters never do."""


def bindings_for(scope: Scope) -> list[BindingType]:
    """Return the bindings of every action in a scope."""
    bindings: list[BindingType] = []
    for action in actions_in(scope):
        for key in action.keys:
            priority = len(key) > 1 and action.id in _PRIORITY
            bindings.append(
                Binding(
                    key,
                    action.command,
                    action.footer or action.help,
                    show=bool(action.footer),
                    id=action.id,
                    tooltip=action.help,
                    priority=priority,
                )
            )
    return bindings
