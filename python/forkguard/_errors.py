"""What the guard raises. Both cross process borders: a worker's error is pickled to whoever waits for its result."""


class ForkUnsafeError(RuntimeError):
    """A library that a fork broke was about to be used, or a fork that would break it was refused.

    `str()` of it is the whole message. Its parts:

    kind       "use" (raised in the child) or "fork" (raised where the parent forks)
    library    id of the rule, as `forkguard explain` takes it
    title      the library's name
    version    the installed one, or None
    outcome    what the version does in a forked child: "hang", "error", "corruption" or "uncertain"
    call       the call that was stopped, or the event
    pid        the process that raises
    touched    {"pid", "time", "call", "stack"}; a stack is a list of (file, line, function, module), innermost first
    forked     {"pid", "time", "call", "stack"}
    used       the stack of the use; empty for a refused fork
    lost       names of the parent's threads that the child does not have
    remedy, price, evidence
    """

    FIELDS = (
        "kind",
        "library",
        "title",
        "version",
        "outcome",
        "call",
        "pid",
        "touched",
        "forked",
        "used",
        "lost",
        "remedy",
        "price",
        "evidence",
    )

    def __init__(self, message, **fields):
        super().__init__(message)
        for name in self.FIELDS:
            setattr(self, name, fields.get(name))

    def fields(self):
        """All parts by name, of plain values."""
        return {name: getattr(self, name) for name in self.FIELDS}

    def __reduce__(self):
        return _rebuilt, (type(self), str(self), self.fields())


class ForkUnsafeWarning(RuntimeWarning):
    """The same said as a warning: under the policy "warn", and where it is uncertain what the fork does."""


def _rebuilt(kind, message, fields):
    return kind(message, **fields)


# Shown, and pickled, by the names under which they are documented.
for _public in (ForkUnsafeError, ForkUnsafeWarning):
    _public.__module__ = "forkguard"
del _public
