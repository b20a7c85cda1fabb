"""Makes tables with `deltalake` and compares `forkguard delta` with what it says of them, at every version."""

import json
import random
from pathlib import Path
from urllib.parse import unquote

import deltalake
import pyarrow as pa

import expectations


def rows(count, start=0):
    return pa.table({
        "id": pa.array(range(start, start + count), pa.int64()),
        "name": [f"n{i % 7}" for i in range(count)],
        "part": [["a", "b c", "ü/1"][i % 3] for i in range(count)],
    })


def plain(path):
    deltalake.write_deltalake(path, rows(30))
    for start in range(30, 150, 30):
        deltalake.write_deltalake(path, rows(30, start), mode="append")
    deltalake.DeltaTable(path).delete("id < 40")
    deltalake.DeltaTable(path).optimize.compact()


def partitioned(path):
    deltalake.write_deltalake(path, rows(30), partition_by=["part"], configuration={"delta.appendOnly": "false"})
    deltalake.write_deltalake(path, rows(12, 50), mode="append")
    deltalake.DeltaTable(path).delete("part = 'a'")
    deltalake.DeltaTable(path).create_checkpoint()
    deltalake.write_deltalake(path, rows(6, 80), mode="append")


def merged(path):
    deltalake.write_deltalake(path, rows(40), name="merged", description="some text")
    table = deltalake.DeltaTable(path)
    (table.merge(rows(20, 30), "t.id = s.id", source_alias="s", target_alias="t")
        .when_matched_update_all().when_not_matched_insert_all().execute())
    table.create_checkpoint()
    table.update(updates={"name": "'x'"}, predicate="id > 45")
    table.optimize.z_order(["id"])


def evolving(path):
    deltalake.write_deltalake(path, rows(10))
    wider = rows(10, 10).append_column("more", pa.array([1.5] * 10))
    deltalake.write_deltalake(path, wider, mode="append", schema_mode="merge")
    deltalake.DeltaTable(path).alter.set_table_properties({"delta.logRetentionDuration": "interval 1 days"})
    deltalake.write_deltalake(path, rows(5), mode="overwrite", schema_mode="overwrite")


def checkpoints(path):
    chosen = random.Random(path)
    for version in range(26):
        deltalake.write_deltalake(path, rows(3, version * 3), mode="append")
        if chosen.random() < 0.2:
            deltalake.DeltaTable(path).create_checkpoint()


def renamed(path):
    """deltalake renames no column: commits 1 and 2 map the columns to their physical names, and rename one, as other writers do."""
    deltalake.write_deltalake(path, rows(10), partition_by=["part"])
    table = deltalake.DeltaTable(path)
    schema = json.loads(table.schema().to_json())
    for number, field in enumerate(schema["fields"], 1):
        field["metadata"] = {"delta.columnMapping.id": number, "delta.columnMapping.physicalName": field["name"]}
    for version in (1, 2):
        if version == 2:
            for field, name in zip(schema["fields"], ["key", "name", "day"]):
                field["name"] = name
        metadata = {"id": table.metadata().id, "format": {"provider": "parquet", "options": {}}, "schemaString": json.dumps(schema),
                    "partitionColumns": [schema["fields"][2]["name"]], "createdTime": table.metadata().created_time,
                    "configuration": {"delta.columnMapping.mode": "name", "delta.columnMapping.maxColumnId": "3"}}
        actions = [{"commitInfo": {"timestamp": version, "operation": "RENAME COLUMN"}},
                   {"protocol": {"minReaderVersion": 2, "minWriterVersion": 5}}, {"metaData": metadata}]
        commit = Path(path) / "_delta_log" / f"{version:020}.json"
        commit.write_text("".join(json.dumps(action) + "\n" for action in actions))
    deltalake.DeltaTable(path).create_checkpoint()


def altered(path):
    deltalake.write_deltalake(path, rows(30))
    table = deltalake.DeltaTable(path)
    table.alter.add_columns([deltalake.Field("extra", deltalake.schema.PrimitiveType("double"))])
    table.alter.add_constraint({"positive": "id >= 0"})
    table.alter.set_table_name("altered")
    table.alter.set_column_metadata("name", {"comment": "a name"})
    deltalake.DeltaTable(path).delete("id > 20")
    deltalake.DeltaTable(path).restore(0)


def compacted(path):
    for version in range(12):
        deltalake.write_deltalake(path, rows(3, version * 3), mode="append")
    deltalake.DeltaTable(path).delete("id < 5")
    deltalake.DeltaTable(path).compact_logs(2, 9)
    deltalake.write_deltalake(path, rows(4, 90), mode="append")


MAKERS = [plain, partitioned, merged, evolving, checkpoints, renamed, altered, compacted]


def compare(command, path, version):
    """Mistakes at one version."""
    table = deltalake.DeltaTable(path, version=version)
    status, report, errors = expectations.run(command, path, "--files", "--schema", "--version", str(version))
    if status != 0:
        return [f"version {version}: {errors}"]
    base = str(path).rstrip("/") + "/"
    mistakes = []
    actions = pa.table(table.get_add_actions(flatten=True)).to_pylist()
    metadata = table.metadata()
    told = {
        "version": table.version(), "min_reader": table.protocol().min_reader_version,
        "min_writer": table.protocol().min_writer_version, "table_id": metadata.id, "table_name": metadata.name,
        "partition_columns": list(metadata.partition_columns), "configuration": dict(metadata.configuration),
        "created_time": metadata.created_time, "num_files": len(actions),
        "total_bytes": sum(action["size_bytes"] for action in actions),
        "num_records": sum(action["num_records"] for action in actions),
        "schema": json.loads(table.schema().to_json()),
    }
    mistakes += expectations.differences(told, report, f"version {version}: ")
    paths = sorted(uri[len(base):] if uri.startswith(base) else uri for uri in table.file_uris())
    if paths != report["paths"]:
        mistakes.append(f"version {version}: the paths differ: {paths[:2]} {report['paths'][:2]}")
    # The report has partition values as the log has them, under physical names.
    logical = {field["metadata"].get("delta.columnMapping.physicalName", field["name"]): field["name"] for field in report["schema"]["fields"]}
    values = {path: {logical[name]: value for name, value in found.items()} for path, found in report["partition_values"].items()}
    records = {file["path"]: file["num_records"] for file in report["files"]}
    for action in actions:
        # deltalake gives a path as the log has it.
        path = unquote(action["path"])
        partition = {name[len("partition."):]: value for name, value in action.items() if name.startswith("partition.")}
        if values.get(path, {}) != partition or records.get(path) != action["num_records"]:
            mistakes.append(f"version {version}: {path}: {values.get(path)}, {records.get(path)} instead of {partition}, {action['num_records']}")
    return mistakes


def check(command, folder):
    """Pairs of a table's name and its mistakes."""
    for make in MAKERS:
        path = str(folder / make.__name__)
        make(path)
        newest = deltalake.DeltaTable(path)
        mistakes = []
        for version in range(newest.version() + 1):
            mistakes += compare(command, path, version)
        _, report, _ = expectations.run(command, path, "--history")
        operations = [entry.get("operation") for entry in newest.history()]
        if [entry["operation"] for entry in report["history"]] != operations:
            mistakes.append("the history's operations differ")
        yield f"{make.__name__}, {newest.version() + 1} versions", mistakes
