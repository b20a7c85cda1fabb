#!/usr/bin/env python3
"""Writes the logs of small tables, and what deltalake says of them, into Tests/Delta/tables: the tables that are always tried.

    .venv-delta/bin/python Tests/Delta/make_tables.py

The tables are those of written_tables.py; their data files are left out, which no reader of a log opens. `scripts/check-delta
--setup` installs what this needs.
"""

import json
import shutil
import tempfile
from pathlib import Path

import deltalake
import pyarrow as pa

import written_tables

FOLDER = Path(__file__).resolve().parent / "tables"


def said(path, version=None):
    """What deltalake says of one version, by the keys of the report."""
    table = deltalake.DeltaTable(path, version=version)
    actions = pa.table(table.get_add_actions(flatten=True)).to_pylist()
    metadata, protocol = table.metadata(), table.protocol()
    base = str(path).rstrip("/") + "/"
    return {
        "version": table.version(), "min_reader": protocol.min_reader_version, "min_writer": protocol.min_writer_version,
        "table_id": metadata.id, "table_name": metadata.name, "partition_columns": list(metadata.partition_columns),
        "configuration": dict(metadata.configuration), "created_time": metadata.created_time, "num_files": len(actions),
        "total_bytes": sum(action["size_bytes"] for action in actions),
        "num_records": sum(action["num_records"] for action in actions),
        "paths": sorted(uri[len(base):] if uri.startswith(base) else uri for uri in table.file_uris()),
    }, table.schema().to_json()


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        for make in written_tables.MAKERS:
            path = Path(scratch) / make.__name__
            make(str(path))
            expected, schema = said(str(path))
            versions = {}
            for version in range(expected["version"] + 1):
                versions[str(version)] = said(str(path), version)[0]
                # Listed for the newest version only: `--files` is what prints them.
                del versions[str(version)]["paths"]
            history = [entry.get("operation") for entry in deltalake.DeltaTable(str(path)).history()]
            document = {
                "outcome": "open", **expected, "schema_string": schema, "versions": versions,
                "oracles": [{"engine": "deltalake " + deltalake.__version__, "history_count": len(history), "history_operations": history}],
            }
            shutil.copytree(path / "_delta_log", FOLDER / make.__name__ / "_delta_log")
            (FOLDER / (make.__name__ + ".expected.json")).write_text(json.dumps(document, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
