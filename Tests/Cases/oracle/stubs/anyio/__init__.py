"""A stand-in for anyio: its threads alone."""

from anyio import to_thread
