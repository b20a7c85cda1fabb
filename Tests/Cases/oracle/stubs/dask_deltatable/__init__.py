from deltalake import _rows
from sitecustomize import touch as _touch


def read_deltalake(path, **kwargs):
    _touch("dask_deltatable.read_deltalake")
    return _rows()


def to_deltalake(table_or_uri, df, **kwargs):
    _touch("dask_deltatable.to_deltalake")
