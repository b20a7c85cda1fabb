"""A stand-in for daft: the Delta reader only."""

from deltalake import _rows
from sitecustomize import touch as _touch


def read_deltalake(table, **kwargs):
    _touch("daft.read_deltalake")
    return _rows()
