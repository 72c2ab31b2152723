"""Rapportage: period figures and a layout in YAML become an accessible Dutch PDF briefing.

`__all__` is its API (docs/api.md); all else may change. What these names are is in `__init__.pyi`, for editors and type
checkers: here they are loaded when they are asked for, so that the command starts at once.
"""

__version__ = "0.2.0"

__all__ = ["BuildRequest", "Finding", "Findings", "Page", "Report", "ReportFault", "build", "check", "stijl"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("rapportage.api"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
