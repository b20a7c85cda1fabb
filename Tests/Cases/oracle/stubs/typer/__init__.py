"""Just enough of a command line framework: `app()` runs the command named first on the line."""

import sys


class Typer:
    def __init__(self, *args, **kwargs):
        self.commands = {}
        self.first = None

    def callback(self):
        def keep(function):
            self.first = function
            return function
        return keep

    def command(self, name=None):
        def keep(function):
            self.commands[name or function.__name__.replace("_", "-")] = function
            return function
        return keep

    def __call__(self):
        if self.first:
            self.first()
        name = sys.argv[1] if len(sys.argv) > 1 else next(iter(self.commands))
        return self.commands[name](*sys.argv[2:])


def Option(default=None, *args, **kwargs):
    return default


Argument = Option
echo = print
