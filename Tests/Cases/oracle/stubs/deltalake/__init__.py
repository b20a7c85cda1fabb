"""A stand-in for deltalake: same names, no storage; calls that need the runtime report themselves."""

from sitecustomize import touch as _touch

from . import exceptions  # noqa: F401

__version__ = "1.6.6"


def rust_core_version():
    return "0.0.0"


class Frame(list):
    """Rows, with the few frame and table methods the cases use."""

    num_rows = property(len)
    height = property(len)
    empty = property(lambda self: not self)
    columns = property(lambda self: ["id", "value"])

    def to_pylist(self):
        return list(self)

    to_pandas = to_dicts = to_pylist

    def to_table(self, *args, **kwargs):
        return self

    to_batches = to_table

    def column(self, name):
        return [row[name] for row in self]

    def collect(self):
        return self


def _rows():
    return Frame({"id": n, "value": n * 10} for n in range(3))


class PrimitiveType:
    def __init__(self, name):
        self.type = name


class Field:
    def __init__(self, name, type, nullable=True, metadata=None):
        self.name, self.type, self.nullable = name, type, nullable


class Schema:
    def __init__(self, fields):
        self.fields = fields

    def to_json(self):
        return "{}"


class WriterProperties:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)


class CommitProperties(WriterProperties):
    pass


class Metadata:
    id = "0"
    name = "table"
    partition_columns = []


class _Merger:
    def __init__(self, table):
        self._table = table

    def when_matched_update_all(self, *args, **kwargs):
        return self

    when_not_matched_insert_all = when_matched_delete = when_matched_update_all

    def execute(self):
        _touch("merge.execute")
        return {}


class _Optimizer:
    def compact(self, *args, **kwargs):
        _touch("optimize.compact")
        return {}

    def z_order(self, *args, **kwargs):
        _touch("optimize.z_order")
        return {}


class _Alterer:
    def add_columns(self, *args, **kwargs):
        _touch("alter.add_columns")

    def set_table_properties(self, *args, **kwargs):
        _touch("alter.set_table_properties")


class DeltaTable:
    def __init__(self, table_uri, version=None, storage_options=None, without_files=False, **kwargs):
        _touch("DeltaTable")
        self.table_uri = str(table_uri)
        self._version = 3 if version is None else version
        if "missing" in self.table_uri:
            raise exceptions.TableNotFoundError(self.table_uri)

    @classmethod
    def create(cls, table_uri, schema=None, **kwargs):
        _touch("DeltaTable.create")
        self = cls.__new__(cls)
        self.table_uri, self._version = str(table_uri), 0
        return self

    @staticmethod
    def is_deltatable(table_uri, storage_options=None):
        _touch("DeltaTable.is_deltatable")
        return True

    # neither touch nor use
    def version(self):
        return self._version

    def schema(self):
        return Schema([Field("id", PrimitiveType("long"))])

    def metadata(self):
        return Metadata()

    def files(self, *args):
        return ["part-0.parquet"]

    def file_uris(self, *args):
        return [self.table_uri + "/part-0.parquet"]

    def merge(self, source, predicate, **kwargs):
        return _Merger(self)

    @property
    def optimize(self):
        return _Optimizer()

    @property
    def alter(self):
        return _Alterer()


def _method(name, result):
    def method(self, *args, **kwargs):
        _touch("DeltaTable." + name)
        return result()
    method.__name__ = name
    return method


for _name, _result in {
    "to_pandas": _rows, "to_pyarrow_table": _rows, "to_pyarrow_dataset": _rows, "load_cdf": _rows,
    "history": lambda: [{"version": 0}], "vacuum": list, "update": dict, "delete": dict, "restore": dict,
    "repair": dict, "generate": type(None), "cleanup_metadata": type(None), "create_checkpoint": type(None),
    "load_as_version": type(None), "update_incremental": type(None), "get_add_actions": _rows,
    "compact_logs": type(None), "transaction_version": int,
}.items():
    setattr(DeltaTable, _name, _method(_name, _result))


def write_deltalake(table_or_uri, data, **kwargs):
    _touch("write_deltalake")


def convert_to_deltalake(uri, **kwargs):
    _touch("convert_to_deltalake")


class QueryBuilder:
    def register(self, name, table):
        return self

    def execute(self, query):
        _touch("QueryBuilder.execute")
        return _rows()
