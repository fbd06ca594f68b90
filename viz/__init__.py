"""Views of answers: pictures that open offline.

Public name: `draw`, the module that asks what a picture shows and writes its file; loaded when it is first used, as the
drawing libraries take their time.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viz import draw
else:

    def __getattr__(name: str) -> object:
        if name != "draw":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module("viz.draw")


__all__ = ["draw"]
