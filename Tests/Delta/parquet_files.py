"""Writes Parquet files with pyarrow in every encoding, codec, page version, nesting and null pattern, and compares what
`deltaprobe parquet` reads with levels and values that are worked out here from the data."""

import itertools
import json
import random
import struct
import subprocess

import pyarrow as pa
import pyarrow.parquet as pq

CODECS = ["NONE", "SNAPPY", "GZIP", "ZSTD", "LZ4"]


def physical(kind, value):
    """A value as `deltaprobe` writes it."""
    if pa.types.is_boolean(kind):
        return int(value)
    if pa.types.is_float32(kind):
        return struct.unpack("<I", struct.pack("<f", value))[0]
    if pa.types.is_float64(kind):
        return struct.unpack("<q", struct.pack("<d", value))[0]
    if pa.types.is_integer(kind):
        return value
    return value.encode().hex() if isinstance(value, str) else value.hex()


def leaves(field):
    """Leaf columns below a field: (path, steps), a step being what it takes to get one level deeper."""
    def walk(name, field, steps):
        here = steps + ([("optional", None)] if field.nullable else [])
        kind = field.type
        if pa.types.is_struct(kind):
            for child in kind:
                yield from walk(f"{name}.{child.name}", child, here + [("field", child.name)])
        elif pa.types.is_map(kind):
            for part, child in (("key", kind.key_field), ("value", kind.item_field)):
                index = 0 if part == "key" else 1
                yield from walk(f"{name}.key_value.{part}", child, here + [("repeated", index)])
        elif pa.types.is_list(kind):
            yield from walk(f"{name}.list.element", kind.value_field, here + [("repeated", None)])
        else:
            yield name, here, kind
    yield from walk(field.name, field, [])


def shred(value, steps, kind, repetition=0, definition=0, depth=0):
    """The entries of one row: Dremel's levels and the value."""
    if not steps:
        return [[repetition, definition, physical(kind, value)]]
    (step, what), rest = steps[0], steps[1:]
    if step == "optional":
        if value is None:
            return [[repetition, definition]]
        return shred(value, rest, kind, repetition, definition + 1, depth)
    if step == "field":
        return shred(value[what], rest, kind, repetition, definition, depth)
    if not value:
        return [[repetition, definition]]
    entries = []
    for index, element in enumerate(value):
        element = element if what is None else element[what]
        level = repetition if index == 0 else depth + 1
        entries += shred(element, rest, kind, level, definition + 1, depth + 1)
    return entries


def columns(random):
    """Fields with a generator of values each."""
    def text():
        return random.choice(["", "a", "part-%05d.parquet" % random.randrange(10**5), "ü€😀" * random.randrange(4), "x" * random.randrange(300)])
    fields = [
        (pa.field("flag", pa.bool_()), lambda: random.random() < 0.5),
        (pa.field("small", pa.int32()), lambda: random.choice([0, 1, -1, 2**31 - 1, -2**31, random.randrange(-1000, 1000)])),
        (pa.field("large", pa.int64()), lambda: random.choice([0, 2**63 - 1, -2**63, random.randrange(10**12)])),
        (pa.field("single", pa.float32()), lambda: random.choice([0.0, -0.0, float("inf"), random.randrange(99) / 4])),
        (pa.field("double", pa.float64()), lambda: random.gauss(0, 1e9)),
        (pa.field("text", pa.string()), text),
        (pa.field("fixed", pa.binary(7)), lambda: bytes(random.randrange(256) for _ in range(7))),
    ]
    found = []
    for field, make in fields:
        found.append((field, make))
        found.append((pa.field("needed_" + field.name, field.type, nullable=False), make))
    inner = pa.struct([pa.field("a", pa.int64()), pa.field("b", pa.string(), nullable=False),
                       pa.field("c", pa.struct([pa.field("d", pa.string())]))])
    nullable = lambda make: lambda: None if random.random() < 0.3 else make()  # noqa: E731
    found.append((pa.field("nested", inner), lambda: {
        "a": nullable(lambda: 5)(), "b": text(), "c": nullable(lambda: {"d": nullable(text)()})()}))
    found.append((pa.field("list", pa.list_(pa.int64())), lambda: [nullable(lambda: random.randrange(9))() for _ in range(random.randrange(5))]))
    found.append((pa.field("needed_list", pa.list_(pa.field("element", pa.string(), nullable=False)), nullable=False),
                  lambda: [text() for _ in range(random.randrange(3))]))
    found.append((pa.field("map", pa.map_(pa.string(), pa.string())),
                  lambda: [(str(i), nullable(text)()) for i in range(random.randrange(4))]))
    found.append((pa.field("in_struct", pa.struct([pa.field("tags", pa.map_(pa.string(), pa.int64()))])),
                  lambda: {"tags": nullable(lambda: [(text() + str(i), 7) for i in range(random.randrange(3))])()}))
    return found


def encodings_for(field):
    """Column encodings that pyarrow writes for a flat field."""
    kind = field.type
    if pa.types.is_boolean(kind):
        return ["PLAIN", "RLE"]
    if pa.types.is_integer(kind):
        return ["PLAIN", "DELTA_BINARY_PACKED"]
    if pa.types.is_string(kind):
        return ["PLAIN", "DELTA_LENGTH_BYTE_ARRAY", "DELTA_BYTE_ARRAY"]
    if pa.types.is_fixed_size_binary(kind):
        return ["PLAIN", "DELTA_BYTE_ARRAY"]
    return ["PLAIN"]


def table_of(random, rows, nulls):
    arrays, fields = [], []
    for field, make in columns(random):
        run = False
        values = []
        for _ in range(rows):
            # Nulls come in runs as well as alone.
            if random.random() < 0.05:
                run = not run
            is_null = field.nullable and (random.random() < nulls or (run and nulls > 0))
            values.append(None if is_null else make())
        arrays.append(pa.array(values, type=field.type))
        fields.append(field)
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields))


def expected_of(table):
    found = {}
    for field in table.schema:
        rows = table.column(field.name).to_pylist()
        for path, steps, kind in leaves(field):
            found[path] = [entry for value in rows for entry in shred(value, steps, kind)]
    return found


def compare(probe, path, expected):
    """Mistakes in what the probe reads from a file."""
    done = subprocess.run([probe, "parquet", str(path)], capture_output=True, timeout=120, check=False)
    if done.returncode != 0:
        return [f"status {done.returncode}: {done.stderr.decode()[-300:]}"]
    mistakes = []
    read = {line["path"]: line for line in map(json.loads, done.stdout.splitlines())}
    if set(read) != set(expected):
        return [f"columns {sorted(set(read) ^ set(expected))} are on one side only"]
    for name, entries in expected.items():
        if "error" in read[name]:
            mistakes.append(f"{name}: {read[name]['error']}")
        elif read[name]["entries"] != entries:
            place = next((i for i, (a, b) in enumerate(zip(read[name]["entries"], entries)) if a != b), "the end")
            mistakes.append(f"{name}: differs from entry {place} on")
    return mistakes


def cells(seed, sample):
    """(name, table, write options) of every combination; with `sample`, of some."""
    chosen = random.Random(seed)
    shapes = [(0, 0.0), (1, 0.0), (1, 1.0), (997, 0.0), (3000, 0.2), (3000, 0.98), (2500, 1.0)]
    combinations = list(itertools.product(shapes, CODECS, ["1.0", "2.0"], ["dictionary", "fallback", 0, 1, 2], [64, 1 << 20], [500, 10**6]))
    if sample:
        combinations = chosen.sample(combinations, sample)
    tables = {}
    for shape, codec, version, encoding, page, group in combinations:
        if shape not in tables:
            table = table_of(random.Random(f"{seed} {shape}"), *shape)
            tables[shape] = table, expected_of(table)
        table, expected = tables[shape]
        options = {"compression": codec, "data_page_version": version, "data_page_size": page, "row_group_size": group,
                   "store_schema": False, "write_page_checksum": page == 64}
        if encoding == "dictionary":
            options["use_dictionary"] = True
        elif encoding == "fallback":
            options.update(use_dictionary=True, dictionary_pagesize_limit=100)
        else:
            options["use_dictionary"] = False
            options["column_encoding"] = {
                field.name: (encodings_for(field) * 3)[encoding] for field in table.schema if not pa.types.is_nested(field.type)}
        name = f"{shape[0]} rows, {shape[1]} null, {codec}, page version {version}, encoding {encoding}, pages of {page}, groups of {group}"
        yield name, table, expected, options


def refused(probe, folder):
    """Files with what the reader does not support, and the word that its error must hold."""
    numbers = pa.table({"a": [1.5, 2.5]})
    lists = pa.table({"a": pa.array([[[1]]]), "b": [1]})
    for name, table, options, word in [
        ("brotli", numbers, {"compression": "BROTLI"}, "BROTLI"),
        ("byte stream split", numbers, {"use_dictionary": False, "column_encoding": {"a": "BYTE_STREAM_SPLIT"}}, "BYTE_STREAM_SPLIT"),
        ("a list within a list", lists, {}, "a list within a list"),
    ]:
        path = folder / "refused.parquet"
        pq.write_table(table, path, **options)
        done = subprocess.run([probe, "parquet", str(path)], capture_output=True, timeout=60, check=False)
        errors = [line.get("error", "") for line in map(json.loads, done.stdout.splitlines())]
        yield name, [] if word in errors[0] and not any(errors[1:]) else [f"{errors} does not name {word}"]


def check(probe, folder, seed, sample):
    """Pairs of a cell's name and its mistakes."""
    path = folder / "file.parquet"
    for name, table, expected, options in cells(seed, sample):
        pq.write_table(table, path, **options)
        yield name, compare(probe, path, expected)
    yield from refused(probe, folder)
