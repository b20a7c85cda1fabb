"""A stand-in for ibis: the Delta reader and writer only."""

from deltalake import _rows
from sitecustomize import touch as _touch


class Table:
    def __init__(self, rows):
        self._rows = rows

    def to_delta(self, path, **kwargs):
        _touch("ibis.Table.to_delta")

    def count(self):
        return len(self._rows)


def read_delta(source, **kwargs):
    _touch("ibis.read_delta")
    return Table(_rows())


def memtable(rows):
    return Table(rows)
