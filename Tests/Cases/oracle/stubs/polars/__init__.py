"""A stand-in for polars: the Delta functions only."""

from deltalake import Frame, _rows
from sitecustomize import touch as _touch


class DataFrame(Frame):
    def write_delta(self, target, **kwargs):
        _touch("DataFrame.write_delta")

    def filter(self, *args):
        return self


class LazyFrame:
    def filter(self, *args):
        return self

    select = with_columns = filter

    def collect(self):
        _touch("LazyFrame.collect of a Delta scan")
        return DataFrame(_rows())


def read_delta(source, **kwargs):
    _touch("read_delta")
    return DataFrame(_rows())


def scan_delta(source, **kwargs):
    return LazyFrame()


def col(name):
    return name
