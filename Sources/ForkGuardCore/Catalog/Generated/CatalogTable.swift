// Generated from rules/ by `make generate`; a test fails when it is stale.

enum CatalogTable {
    // swift-format-ignore
    static let text: StaticString = ##"""
1 7 
10:daft-delta22:Daft's Delta functions5:FG1016:python1 4:daft1 9:deltalake7:process-+--2 
19:daft.read_deltalake8:function--
22:daft.*.write_deltalake6:method--0 0 0 3 24:daft.dataframe.DataFrame14:daft.DataFrame33:daft.io.delta_lake.read_deltalake19:daft.read_deltalake22:daft.io.read_deltalake19:daft.read_deltalake0 4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-
16:>=0.17.0,<0.19.04:hang20:hangs without a word-
16:>=0.19.0,<0.21.05:error146:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids; `Pool.map` then waits for ever-
8:>=0.21.05:error110:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch; `Pool.map` then waits for ever-2 15:tokio-rt-worker15:tokio-runtime-w0 126:opens Delta tables with deltalake, whose one Tokio runtime serves the whole process, and its threads stay behind in the parent129:Start the workers with the `spawn` or `forkserver` method, read the table only in the children, or leave the parallelism to Daft.76:A spawned worker imports Daft again, and what it is given must be picklable.2 65:https://github.com/Eventual-Inc/Daft/tree/main/daft/io/delta_lake48:https://github.com/delta-io/delta-rs/issues/27443 
3:bad83:`read_deltalake` opens the table in the parent already, although the frame is lazy.363:from multiprocessing import Process

import daft


def export(uri):
    daft.read_deltalake(uri).write_parquet("/data/export")


def main(uri):
    frame = daft.read_deltalake(uri)
    print(frame.schema())
    worker = Process(target=export, args=(uri,))
    worker.start()  # error: FG101
    worker.join()


if __name__ == "__main__":
    main("/data/events")
1 9:deltalake6:0.18.2+4:3.12
4:good44:The spawned worker has a runtime of its own.372:from multiprocessing import get_context

import daft


def export(uri):
    daft.read_deltalake(uri).write_parquet("/data/export")


def main(uri):
    frame = daft.read_deltalake(uri)
    print(frame.schema())
    worker = get_context("spawn").Process(target=export, args=(uri,))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main("/data/events")
1 9:deltalake6:0.18.2+4:3.12
9:near-miss32:Only the worker opens the table.284:from multiprocessing import Process

import daft


def export(uri):
    daft.read_deltalake(uri).write_parquet("/data/export")


def main(uri):
    worker = Process(target=export, args=(uri,))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main("/data/events")
1 9:deltalake6:0.18.2+4:3.12+9:deltalake
15:dask-deltatable15:dask-deltatable5:FG1016:python1 15:dask_deltatable1 9:deltalake7:process-+--3 
30:dask_deltatable.read_deltalake8:function--
34:dask_deltatable.read_unity_catalog8:function--
28:dask_deltatable.to_deltalake8:function--0 0 0 3 35:dask_deltatable.core.read_deltalake30:dask_deltatable.read_deltalake39:dask_deltatable.core.read_unity_catalog34:dask_deltatable.read_unity_catalog34:dask_deltatable.write.to_deltalake28:dask_deltatable.to_deltalake0 4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-
16:>=0.17.0,<0.19.04:hang20:hangs without a word-
16:>=0.19.0,<0.21.05:error146:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids; `Pool.map` then waits for ever-
8:>=0.21.05:error110:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch; `Pool.map` then waits for ever-2 15:tokio-rt-worker15:tokio-runtime-w0 126:opens Delta tables with deltalake, whose one Tokio runtime serves the whole process, and its threads stay behind in the parent165:Use Dask's threads or a distributed cluster, whose workers are spawned; with the `processes` scheduler and with processes of your own choose `spawn` or `forkserver`.74:Threads share one interpreter; a spawned worker imports its modules again.2 47:https://github.com/dask-contrib/dask-deltatable48:https://github.com/delta-io/delta-rs/issues/27443 
3:bad80:The first `read_deltalake` opens a table in the parent; the workers do it again.347:from multiprocessing import Pool

import dask_deltatable


def rows(path):
    return len(dask_deltatable.read_deltalake(path))


def main(paths):
    print(dask_deltatable.read_deltalake(paths[0]).columns)
    with Pool() as pool:  # error: FG101
        print(pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
1 9:deltalake6:0.18.2+4:3.12
4:good48:The spawned workers build runtimes of their own.359:from multiprocessing import get_context

import dask_deltatable


def rows(path):
    return len(dask_deltatable.read_deltalake(path))


def main(paths):
    print(dask_deltatable.read_deltalake(paths[0]).columns)
    with get_context("spawn").Pool() as pool:
        print(pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
1 9:deltalake6:0.18.2+4:3.12
9:near-miss51:The parent reads a Parquet file, not a Delta table.363:from multiprocessing import Pool

import dask.dataframe
import dask_deltatable


def rows(path):
    return len(dask_deltatable.read_deltalake(path))


def main(paths):
    print(dask.dataframe.read_parquet("/data/paths.parquet").columns)
    with Pool() as pool:
        print(pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
1 9:deltalake6:0.18.2+4:3.12+9:deltalake
9:deltalake20:deltalake (delta-rs)5:FG1016:python1 9:deltalake1 9:deltalake7:process-+--58 
20:deltalake.DeltaTable11:constructor--
25:deltalake.write_deltalake8:function--
30:deltalake.convert_to_deltalake8:function--
34:deltalake.DeltaTable.is_deltatable6:method--
27:deltalake.DeltaTable.create6:method--
38:deltalake.DeltaTable.from_data_catalog6:method--
36:deltalake.DeltaTable.load_as_version6:method--
33:deltalake.DeltaTable.load_version6:method--
39:deltalake.DeltaTable.load_with_datetime6:method--
39:deltalake.DeltaTable.update_incremental6:method--
28:deltalake.DeltaTable.history6:method--
27:deltalake.DeltaTable.vacuum6:method--
27:deltalake.DeltaTable.update6:method--
27:deltalake.DeltaTable.delete6:method--
28:deltalake.DeltaTable.restore6:method--
27:deltalake.DeltaTable.repair6:method--
29:deltalake.DeltaTable.load_cdf6:method--
29:deltalake.DeltaTable.generate6:method--
37:deltalake.DeltaTable.cleanup_metadata6:method--
38:deltalake.DeltaTable.create_checkpoint6:method--
33:deltalake.DeltaTable.compact_logs6:method--
40:deltalake.DeltaTable.transaction_version6:method--
45:deltalake.DeltaTable.create_write_transaction6:method--
37:deltalake.DeltaTable.deletion_vectors6:method--
30:deltalake.DeltaTable.to_pandas6:method--
37:deltalake.DeltaTable.to_pyarrow_table6:method--
39:deltalake.DeltaTable.to_pyarrow_dataset6:method-+9:deltalake5:>=1.2
37:deltalake.DeltaTable.optimize.compact6:method--
37:deltalake.DeltaTable.optimize.z_order6:method--
38:deltalake.DeltaTable.alter.add_feature6:method--
38:deltalake.DeltaTable.alter.add_columns6:method--
41:deltalake.DeltaTable.alter.add_constraint6:method--
42:deltalake.DeltaTable.alter.drop_constraint6:method--
47:deltalake.DeltaTable.alter.drop_column_not_null6:method--
47:deltalake.DeltaTable.alter.set_table_properties6:method--
41:deltalake.DeltaTable.alter.set_table_name6:method--
48:deltalake.DeltaTable.alter.set_table_description6:method--
46:deltalake.DeltaTable.alter.set_column_metadata6:method--
50:deltalake.DeltaTable.to_pyarrow_dataset().to_table6:method--
52:deltalake.DeltaTable.to_pyarrow_dataset().to_batches6:method--
46:deltalake.DeltaTable.to_pyarrow_dataset().head6:method--
52:deltalake.DeltaTable.to_pyarrow_dataset().count_rows6:method--
35:deltalake.table.TableMerger.execute6:method--
30:deltalake.QueryBuilder.execute6:method--
30:deltalake.DeltaTable.file_uris6:method+22:file_pruning_predicate0 +9:deltalake5:>=1.2
30:deltalake.DeltaTable.file_uris6:method+17:partition_filters0 +9:deltalake5:>=1.2
51:deltalake.transaction.create_table_with_add_actions8:function--
25:deltalake.DeltaTable.scan6:method--
31:deltalake.DeltaTable.partitions6:method-+9:deltalake5:>=1.2
46:deltalake.fs.DeltaStorageHandler.get_file_info6:method--
55:deltalake.fs.DeltaStorageHandler.get_file_info_selector6:method--
48:deltalake.fs.DeltaStorageHandler.open_input_file6:method--
50:deltalake.fs.DeltaStorageHandler.open_input_stream6:method--
51:deltalake.fs.DeltaStorageHandler.open_output_stream6:method--
42:deltalake.fs.DeltaStorageHandler.copy_file6:method--
37:deltalake.fs.DeltaStorageHandler.move6:method--
44:deltalake.fs.DeltaStorageHandler.delete_file6:method--
43:deltalake.fs.DeltaStorageHandler.delete_dir6:method--0 20 28:deltalake.DeltaTable.version27:deltalake.DeltaTable.schema29:deltalake.DeltaTable.metadata29:deltalake.DeltaTable.protocol30:deltalake.DeltaTable.table_uri26:deltalake.DeltaTable.files26:deltalake.DeltaTable.count36:deltalake.DeltaTable.get_add_actions41:deltalake.DeltaTable.transaction_versions26:deltalake.DeltaTable.merge32:deltalake.fs.DeltaStorageHandler22:deltalake.QueryBuilder31:deltalake.QueryBuilder.register16:deltalake.Schema15:deltalake.Field18:deltalake.DataType26:deltalake.WriterProperties26:deltalake.CommitProperties34:deltalake.PostCommitHookProperties27:deltalake.rust_core_version0 11 43:deltalake.fs.fs_handler.DeltaStorageHandler32:deltalake.fs.DeltaStorageHandler28:deltalake.query.QueryBuilder22:deltalake.QueryBuilder23:deltalake.schema.Schema16:deltalake.Schema26:deltalake.table.DeltaTable20:deltalake.DeltaTable28:deltalake.table.TableAlterer26:deltalake.DeltaTable.alter30:deltalake.table.TableOptimizer29:deltalake.DeltaTable.optimize33:deltalake.writer.WriterProperties26:deltalake.WriterProperties48:deltalake.writer.convert_to.convert_to_deltalake30:deltalake.convert_to_deltalake37:deltalake.writer.convert_to_deltalake30:deltalake.convert_to_deltalake32:deltalake.writer.write_deltalake25:deltalake.write_deltalake39:deltalake.writer.writer.write_deltalake25:deltalake.write_deltalake5 27:deltalake.DeltaTable.create20:deltalake.DeltaTable38:deltalake.DeltaTable.from_data_catalog20:deltalake.DeltaTable26:deltalake.DeltaTable.merge27:deltalake.table.TableMerger31:deltalake.QueryBuilder.register22:deltalake.QueryBuilder29:deltalake.table.TableMerger.*27:deltalake.table.TableMerger4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-
16:>=0.17.0,<0.19.04:hang20:hangs without a word-
16:>=0.19.0,<0.21.05:error146:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids; `Pool.map` then waits for ever-
8:>=0.21.05:error110:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch; `Pool.map` then waits for ever-2 15:tokio-rt-worker15:tokio-runtime-w5 297:Forked process detected - current PID is 0 but the tokio runtime was created by 0. The tokio runtime does not support forked processes https://github.com/tokio-rs/tokio/issues/4301. If you are seeing this message while using Python multithreading make sure to use the `spawn` or `forkserver` mode.62:failed to join thread: Resource deadlock avoided (os error 35)38:Failed to record PID for tokio runtime52:pyo3_runtime.PanicException: Forked process detected113:_pickle.PicklingError: Can't pickle <class 'pyo3_runtime.PanicException'>: import of module 'pyo3_runtime' failed95:keeps one Tokio runtime for the whole process, and its worker threads stay behind in the parent179:Start the workers with the `spawn` or `forkserver` method, or open the table only in the children, or let threads do the work: delta-rs releases the GIL while it reads and writes.174:A spawned worker imports its modules again, and what it is given must be picklable and its function importable; opening the table in each child reads the log once more there.5 48:https://github.com/delta-io/delta-rs/issues/274446:https://github.com/delta-io/delta-rs/pull/242446:https://github.com/delta-io/delta-rs/pull/276548:https://github.com/delta-io/delta-rs/issues/290545:https://github.com/tokio-rs/tokio/issues/43016 
3:bad130:The parent opens the table, which starts the runtime's threads; the forked child has the runtime's memory and none of its threads.277:from multiprocessing import Process

from deltalake import DeltaTable


def load():
    table = DeltaTable("/data/events")
    print(table.version())


if __name__ == "__main__":
    load()
    worker = Process(target=load)
    worker.start()  # error: FG101
    worker.join()
1 9:deltalake6:0.18.2+4:3.12
4:good72:A spawned worker is a fresh interpreter: it builds a runtime of its own.309:from multiprocessing import Process, set_start_method

from deltalake import DeltaTable


def load():
    table = DeltaTable("/data/events")
    print(table.version())


if __name__ == "__main__":
    set_start_method("spawn")
    load()
    worker = Process(target=load)
    worker.start()
    worker.join()
1 9:deltalake6:0.18.2+4:3.12
9:near-miss120:Only the child opens the table: the parent has imported deltalake and built a schema, neither of which starts a runtime.311:from multiprocessing import Process

from deltalake import DeltaTable, Field, Schema


def load():
    table = DeltaTable("/data/events")
    print(table.version())


if __name__ == "__main__":
    wanted = Schema([Field("id", "integer")])
    worker = Process(target=load)
    worker.start()
    worker.join()
1 9:deltalake6:0.18.2+4:3.12
9:near-miss76:Up to 0.16.4 every call built a runtime of its own, so that the child works.261:from multiprocessing import Process

from deltalake import DeltaTable


def load():
    table = DeltaTable("/data/events")
    print(table.version())


if __name__ == "__main__":
    load()
    worker = Process(target=load)
    worker.start()
    worker.join()
1 9:deltalake6:0.16.4+4:3.12
3:bad149:The pool forks where it is made. The panic kills the worker, the pool waits for the answer that was lost, and the library's own check ends in a hang.373:from multiprocessing import Pool

from deltalake import DeltaTable

PATH = "/data/events"


def count(version):
    return DeltaTable(PATH, version=version).to_pyarrow_dataset().count_rows()


def main():
    newest = DeltaTable(PATH).version()
    with Pool(4) as pool:  # error: FG101
        print(pool.map(count, range(newest)))


if __name__ == "__main__":
    main()
1 9:deltalake5:1.6.6+4:3.12
4:good80:The fork server forks its workers from a process that has never touched a table.390:from multiprocessing import get_context

from deltalake import DeltaTable

PATH = "/data/events"


def count(version):
    return DeltaTable(PATH, version=version).to_pyarrow_dataset().count_rows()


def main():
    newest = DeltaTable(PATH).version()
    with get_context("forkserver").Pool(4) as pool:
        print(pool.map(count, range(newest)))


if __name__ == "__main__":
    main()
1 9:deltalake5:1.6.6+4:3.12-
9:dlt-delta21:dlt with Delta tables5:FG1016:python1 3:dlt1 9:deltalake7:process-+--7 
16:dlt.Pipeline.run6:method+12:table_format3 2 5:delta-
7:dlt.run8:function+12:table_format3 2 5:delta-
43:dlt.common.libs.deltalake.write_delta_table8:function--
43:dlt.common.libs.deltalake.merge_delta_table8:function--
42:dlt.common.libs.deltalake.get_delta_tables8:function--
46:dlt.common.libs.deltalake.truncate_delta_table8:function--
51:dlt.common.libs.deltalake.evolve_delta_table_schema8:function--0 0 0 1 30:dlt.pipeline.pipeline.Pipeline12:dlt.Pipeline3 10:dlt.attach12:dlt.Pipeline20:dlt.current.pipeline12:dlt.Pipeline12:dlt.pipeline12:dlt.Pipeline4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-
16:>=0.17.0,<0.19.04:hang20:hangs without a word-
16:>=0.19.0,<0.21.05:error146:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids; `Pool.map` then waits for ever-
8:>=0.21.05:error110:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch; `Pool.map` then waits for ever-2 15:tokio-rt-worker15:tokio-runtime-w0 143:writes tables of the format `delta` with deltalake, whose one Tokio runtime serves the whole process, and its threads stay behind in the parent135:Run the pipelines in spawned workers (`spawn` or `forkserver`), or one after the other in one process: dlt loads in threads of its own.87:A spawned worker imports dlt and its sources again; what it is given must be picklable.2 48:https://github.com/delta-io/delta-rs/issues/290570:https://github.com/dlt-hub/dlt/blob/devel/dlt/common/libs/deltalake.py3 
3:bad90:The first run loads in the parent; the forked workers inherit the runtime that it started.414:from multiprocessing import Process

import dlt


def load(name, rows):
    pipeline = dlt.pipeline(pipeline_name=name, destination="filesystem")
    pipeline.run(rows, table_name=name, table_format="delta")


def main():
    load("countries", [{"id": 1}])
    worker = Process(target=load, args=("cities", [{"id": 1}]))
    worker.start()  # error: FG101
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
4:good45:Each spawned worker has a runtime of its own.423:from multiprocessing import get_context

import dlt


def load(name, rows):
    pipeline = dlt.pipeline(pipeline_name=name, destination="filesystem")
    pipeline.run(rows, table_name=name, table_format="delta")


def main():
    load("countries", [{"id": 1}])
    worker = get_context("spawn").Process(target=load, args=("cities", [{"id": 1}]))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
9:near-miss47:Tables of another format never reach deltalake.400:from multiprocessing import Process

import dlt


def load(name, rows):
    pipeline = dlt.pipeline(pipeline_name=name, destination="filesystem")
    pipeline.run(rows, table_name=name, table_format="iceberg")


def main():
    load("countries", [{"id": 1}])
    worker = Process(target=load, args=("cities", [{"id": 1}]))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12+9:deltalake
10:ibis-delta21:Ibis' Delta functions5:FG1016:python1 4:ibis1 9:deltalake7:process-+--5 
15:ibis.*.to_delta6:method--
28:ibis.datafusion.*.read_delta6:method--
37:ibis.backends.datafusion.*.read_delta6:method--
24:ibis.polars.*.read_delta6:method-+6:polars5:<1.38
33:ibis.backends.polars.*.read_delta6:method-+6:polars5:<1.380 2 15:ibis.read_delta32:ibis.duckdb.connect().read_delta0 0 0 4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-
16:>=0.17.0,<0.19.04:hang20:hangs without a word-
16:>=0.19.0,<0.21.05:error146:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids; `Pool.map` then waits for ever-
8:>=0.21.05:error110:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch; `Pool.map` then waits for ever-2 15:tokio-rt-worker15:tokio-runtime-w0 181:writes Delta tables with deltalake on every backend and reads them with it on DataFusion, whose one Tokio runtime serves the whole process, and its threads stay behind in the parent119:Start the workers with the `spawn` or `forkserver` method, or write and read Delta tables on one side of the fork only.86:A spawned worker imports Ibis and its backend again and needs a connection of its own.2 72:https://github.com/ibis-project/ibis/blob/main/ibis/backends/__init__.py48:https://github.com/delta-io/delta-rs/issues/27443 
3:bad59:The parent writes a Delta table, the forked worker another.350:from multiprocessing import Process

import ibis


def convert(source, target):
    ibis.read_parquet(source).to_delta(target)


def main():
    convert("/data/a.parquet", "/data/a")
    worker = Process(target=convert, args=("/data/b.parquet", "/data/b"))
    worker.start()  # error: FG101
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
4:good61:The fork server's worker starts without the parent's runtime.364:from multiprocessing import get_context

import ibis


def convert(source, target):
    ibis.read_parquet(source).to_delta(target)


def main():
    convert("/data/a.parquet", "/data/a")
    worker = get_context("forkserver").Process(target=convert, args=("/data/b.parquet", "/data/b"))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
9:near-miss119:DuckDB, the default backend, reads Delta tables with an extension of its own: deltalake is not touched before the fork.338:from multiprocessing import Process

import ibis


def convert(source, target):
    ibis.read_parquet(source).to_delta(target)


def main():
    print(ibis.read_delta("/data/a").columns)
    worker = Process(target=convert, args=("/data/b.parquet", "/data/b"))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12+9:deltalake
6:polars6:polars5:FG1026:python1 6:polars1 6:polars7:process-+--18 
15:polars.read_csv8:function--
19:polars.read_parquet8:function--
13:polars.concat8:function--
23:polars.DataFrame.filter6:method--
21:polars.DataFrame.sort6:method--
21:polars.DataFrame.join6:method--
23:polars.DataFrame.unique6:method--
26:polars.DataFrame.write_csv6:method--
30:polars.DataFrame.write_parquet6:method--
37:polars.dataframe.group_by.GroupBy.agg6:method--
24:polars.LazyFrame.collect6:method--
25:polars.LazyFrame.sink_csv6:method--
29:polars.LazyFrame.sink_parquet6:method--
25:polars.LazyFrame.sink_ipc6:method--
28:polars.LazyFrame.sink_ndjson6:method--
18:polars.Series.sort6:method--
23:polars.DataFrame.select6:method--
29:polars.DataFrame.with_columns6:method--16 
15:polars.read_csv8:function--
19:polars.read_parquet8:function--
13:polars.concat8:function--
23:polars.DataFrame.filter6:method--
21:polars.DataFrame.sort6:method--
21:polars.DataFrame.join6:method--
23:polars.DataFrame.unique6:method--
26:polars.DataFrame.write_csv6:method--
30:polars.DataFrame.write_parquet6:method--
37:polars.dataframe.group_by.GroupBy.agg6:method--
24:polars.LazyFrame.collect6:method--
25:polars.LazyFrame.sink_csv6:method--
29:polars.LazyFrame.sink_parquet6:method--
25:polars.LazyFrame.sink_ipc6:method--
28:polars.LazyFrame.sink_ndjson6:method--
18:polars.Series.sort6:method--8 16:polars.DataFrame16:polars.LazyFrame13:polars.Series16:polars.read_json15:polars.scan_csv19:polars.scan_parquet15:polars.scan_ipc18:polars.scan_ndjson0 6 26:polars.dataframe.DataFrame16:polars.DataFrame32:polars.dataframe.frame.DataFrame16:polars.DataFrame26:polars.lazyframe.LazyFrame16:polars.LazyFrame32:polars.lazyframe.frame.LazyFrame16:polars.LazyFrame20:polars.series.Series13:polars.Series27:polars.series.series.Series13:polars.Series48 21:polars.DataFrame.cast16:polars.DataFrame22:polars.DataFrame.clone16:polars.DataFrame21:polars.DataFrame.drop16:polars.DataFrame27:polars.DataFrame.drop_nulls16:polars.DataFrame24:polars.DataFrame.explode16:polars.DataFrame26:polars.DataFrame.fill_null16:polars.DataFrame23:polars.DataFrame.filter16:polars.DataFrame25:polars.DataFrame.group_by33:polars.dataframe.group_by.GroupBy21:polars.DataFrame.head16:polars.DataFrame23:polars.DataFrame.hstack16:polars.DataFrame21:polars.DataFrame.join16:polars.DataFrame26:polars.DataFrame.join_asof16:polars.DataFrame21:polars.DataFrame.lazy16:polars.LazyFrame22:polars.DataFrame.limit16:polars.DataFrame22:polars.DataFrame.pivot16:polars.DataFrame23:polars.DataFrame.rename16:polars.DataFrame24:polars.DataFrame.reverse16:polars.DataFrame23:polars.DataFrame.sample16:polars.DataFrame23:polars.DataFrame.select16:polars.DataFrame22:polars.DataFrame.slice16:polars.DataFrame21:polars.DataFrame.sort16:polars.DataFrame21:polars.DataFrame.tail16:polars.DataFrame23:polars.DataFrame.unique16:polars.DataFrame24:polars.DataFrame.unpivot16:polars.DataFrame23:polars.DataFrame.vstack16:polars.DataFrame29:polars.DataFrame.with_columns16:polars.DataFrame31:polars.DataFrame.with_row_index16:polars.DataFrame18:polars.LazyFrame.*16:polars.LazyFrame24:polars.LazyFrame.collect16:polars.DataFrame25:polars.LazyFrame.group_by37:polars.lazyframe.group_by.LazyGroupBy13:polars.concat16:polars.DataFrame37:polars.dataframe.group_by.GroupBy.agg16:polars.DataFrame17:polars.from_arrow16:polars.DataFrame16:polars.from_dict16:polars.DataFrame17:polars.from_dicts16:polars.DataFrame18:polars.from_pandas16:polars.DataFrame19:polars.from_records16:polars.DataFrame39:polars.lazyframe.group_by.LazyGroupBy.*16:polars.LazyFrame15:polars.read_csv16:polars.DataFrame17:polars.read_excel16:polars.DataFrame15:polars.read_ipc16:polars.DataFrame16:polars.read_json16:polars.DataFrame18:polars.read_ndjson16:polars.DataFrame19:polars.read_parquet16:polars.DataFrame15:polars.scan_csv16:polars.LazyFrame15:polars.scan_ipc16:polars.LazyFrame18:polars.scan_ndjson16:polars.LazyFrame19:polars.scan_parquet16:polars.LazyFrame1 
0:4:hang20:hangs without a word-4 8:polars-08:polars-115:async-executor-15:tokio-rt-worker1 63:Using fork() can cause Polars to deadlock in the child process.104:keeps pools of threads (Rayon, Tokio) for the whole process, and those threads stay behind in the parent131:Start the workers with the `spawn` or `forkserver` method, or leave the parallelism to polars: one process already uses every core.108:A spawned worker imports polars again, some tenths of a second, and the frames that it is given are pickled.5 53:https://docs.pola.rs/user-guide/misc/multiprocessing/44:https://github.com/pola-rs/polars/pull/1914944:https://github.com/pola-rs/polars/pull/2030946:https://github.com/pola-rs/polars/issues/1421944:https://github.com/rayon-rs/rayon/issues/7083 
3:bad113:Reading the file starts polars' threads in the parent; the child's query waits for threads that it does not have.424:from multiprocessing import Pool

import polars as pl

PATH = "/data/sales.parquet"


def total(region):
    return pl.scan_parquet(PATH).filter(pl.col("region") == region).collect()["amount"].sum()


def main():
    regions = pl.read_parquet(PATH, columns=["region"]).unique()["region"].to_list()
    with Pool() as pool:  # error: FG102
        print(sum(pool.map(total, regions)))


if __name__ == "__main__":
    main()
0 +4:3.12
4:good36:Spawned workers start polars afresh.436:from multiprocessing import get_context

import polars as pl

PATH = "/data/sales.parquet"


def total(region):
    return pl.scan_parquet(PATH).filter(pl.col("region") == region).collect()["amount"].sum()


def main():
    regions = pl.read_parquet(PATH, columns=["region"]).unique()["region"].to_list()
    with get_context("spawn").Pool() as pool:
        print(sum(pool.map(total, regions)))


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss131:A lazy query is built in the parent and run in the children only: importing polars, scanning a file and small frames start no pool.400:from multiprocessing import Pool

import polars as pl

SALES = pl.scan_parquet("/data/sales.parquet")
REGIONS = pl.DataFrame({"region": ["north", "south"]})


def total(region):
    return SALES.filter(pl.col("region") == region).collect()["amount"].sum()


def main():
    with Pool() as pool:
        print(sum(pool.map(total, REGIONS["region"].to_list())))


if __name__ == "__main__":
    main()
0 +4:3.12-
12:polars-delta23:polars' Delta functions5:FG1016:python1 6:polars1 9:deltalake7:process-+--23 
17:polars.read_delta8:function--
17:polars.scan_delta8:function-+6:polars5:<1.38
27:polars.scan_delta().collect6:method-+6:polars6:>=1.38
29:polars.scan_delta().*.collect6:method-+6:polars6:>=1.38
33:polars.scan_delta().collect_async6:method-+6:polars6:>=1.38
35:polars.scan_delta().*.collect_async6:method-+6:polars6:>=1.38
34:polars.scan_delta().collect_schema6:method-+6:polars6:>=1.38
36:polars.scan_delta().*.collect_schema6:method-+6:polars6:>=1.38
25:polars.scan_delta().fetch6:method-+6:polars6:>=1.38
27:polars.scan_delta().*.fetch6:method-+6:polars6:>=1.38
32:polars.scan_delta().sink_parquet6:method-+6:polars6:>=1.38
34:polars.scan_delta().*.sink_parquet6:method-+6:polars6:>=1.38
28:polars.scan_delta().sink_csv6:method-+6:polars6:>=1.38
30:polars.scan_delta().*.sink_csv6:method-+6:polars6:>=1.38
28:polars.scan_delta().sink_ipc6:method-+6:polars6:>=1.38
30:polars.scan_delta().*.sink_ipc6:method-+6:polars6:>=1.38
31:polars.scan_delta().sink_ndjson6:method-+6:polars6:>=1.38
33:polars.scan_delta().*.sink_ndjson6:method-+6:polars6:>=1.38
30:polars.scan_delta().sink_delta6:method-+6:polars6:>=1.38
32:polars.scan_delta().*.sink_delta6:method-+6:polars6:>=1.38
20:polars.*.write_delta6:method--
19:polars.*.sink_delta6:method--
26:polars.Catalog.write_table6:method--0 0 0 11 28:polars.catalog.unity.Catalog14:polars.Catalog26:polars.dataframe.DataFrame16:polars.DataFrame32:polars.dataframe.frame.DataFrame16:polars.DataFrame36:polars.io.delta.functions.read_delta17:polars.read_delta36:polars.io.delta.functions.scan_delta17:polars.scan_delta26:polars.io.delta.read_delta17:polars.read_delta26:polars.io.delta.scan_delta17:polars.scan_delta20:polars.io.read_delta17:polars.read_delta20:polars.io.scan_delta17:polars.scan_delta26:polars.lazyframe.LazyFrame16:polars.LazyFrame32:polars.lazyframe.frame.LazyFrame16:polars.LazyFrame0 4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-
16:>=0.17.0,<0.19.04:hang20:hangs without a word-
16:>=0.19.0,<0.21.05:error146:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids; `Pool.map` then waits for ever-
8:>=0.21.05:error110:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch; `Pool.map` then waits for ever-2 15:tokio-rt-worker15:tokio-runtime-w0 124:hands Delta tables to deltalake, whose one Tokio runtime serves the whole process, and its threads stay behind in the parent153:Start the workers with the `spawn` or `forkserver` method, or read the table only in the children, or let polars' own threads do the work in one process.153:A spawned worker imports polars again, and the frames that it is given are pickled; polars already uses every core, so that one process is seldom slower.3 83:https://github.com/pola-rs/polars/blob/main/py-polars/src/polars/io/delta/_utils.py48:https://github.com/delta-io/delta-rs/issues/274453:https://docs.pola.rs/user-guide/misc/multiprocessing/4 
3:bad97:The parent's `read_delta` starts deltalake's runtime; the workers inherit it without its threads.382:from multiprocessing import Pool

import polars as pl

PATH = "/data/events"


def total(day):
    return pl.read_delta(PATH).filter(pl.col("day") == day)["amount"].sum()


def main():
    days = pl.read_delta(PATH, columns=["day"])["day"].unique().to_list()
    with Pool() as pool:  # error: FG101
        print(sum(pool.map(total, days)))


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
4:good50:Spawned workers start polars and deltalake afresh.394:from multiprocessing import get_context

import polars as pl

PATH = "/data/events"


def total(day):
    return pl.read_delta(PATH).filter(pl.col("day") == day)["amount"].sum()


def main():
    days = pl.read_delta(PATH, columns=["day"])["day"].unique().to_list()
    with get_context("spawn").Pool() as pool:
        print(sum(pool.map(total, days)))


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
9:near-miss63:The days are known beforehand: only the workers read the table.316:from multiprocessing import Pool

import polars as pl

PATH = "/data/events"


def total(day):
    return pl.read_delta(PATH).filter(pl.col("day") == day)["amount"].sum()


def main():
    with Pool() as pool:
        print(sum(pool.map(total, ["2024-01-01", "2024-01-02"])))


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
3:bad105:A table written in the parent and read through deltalake in the child: one runtime, reached by two names.320:import os

import polars as pl
from deltalake import DeltaTable


def publish(frame: pl.DataFrame, path: str) -> None:
    frame.write_delta(path, mode="append")
    if os.fork() == 0:  # error: FG101
        print(DeltaTable(path).history(1))
        os._exit(0)


publish(pl.DataFrame({"id": [1, 2]}), "/data/events")
1 9:deltalake6:0.18.2+4:3.12+9:deltalake128 
24:_thread.start_new_thread10:in-process3 8:function4:args6:kwargs0 -1 4:call0 1 
8:function1 +4:args+6:kwargs0 0 -5:value--0 -
33:asyncio.AbstractEventLoop.call_at10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
36:asyncio.AbstractEventLoop.call_later10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
35:asyncio.AbstractEventLoop.call_soon10:in-process1 8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
46:asyncio.AbstractEventLoop.call_soon_threadsafe10:in-process1 8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
37:asyncio.AbstractEventLoop.create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro0 0 0 -5:value--0 -
41:asyncio.AbstractEventLoop.run_in_executor10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func4 0 0 -5:value--0 +8:executor
44:asyncio.AbstractEventLoop.run_until_complete10:in-process1 6:future0 -1 4:call0 1 
6:future0 0 0 -5:value--0 -
18:asyncio.Runner.run10:in-process1 4:coro0 -1 4:call0 1 
4:coro0 0 0 -5:value--0 -
29:asyncio.TaskGroup.create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro0 0 0 -5:value--0 -
30:asyncio.create_subprocess_exec4:fork1 7:program1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -
31:asyncio.create_subprocess_shell4:fork1 3:cmd1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -
19:asyncio.create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro0 0 0 -5:value--0 -
21:asyncio.ensure_future10:in-process1 14:coro_or_future0 -1 4:call0 1 
14:coro_or_future0 0 0 -5:value--0 -
14:asyncio.gather10:in-process8 5:coro15:coro25:coro35:coro45:coro55:coro65:coro75:coro80 -1 4:call0 8 
5:coro10 
5:coro20 
5:coro30 
5:coro40 
5:coro50 
5:coro60 
5:coro70 
5:coro80 0 0 -5:value--0 -
32:asyncio.get_event_loop().call_at10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
35:asyncio.get_event_loop().call_later10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
34:asyncio.get_event_loop().call_soon10:in-process1 8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
45:asyncio.get_event_loop().call_soon_threadsafe10:in-process1 8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
36:asyncio.get_event_loop().create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro0 0 0 -5:value--0 -
40:asyncio.get_event_loop().run_in_executor10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func4 0 0 -5:value--0 +8:executor
43:asyncio.get_event_loop().run_until_complete10:in-process1 6:future0 -1 4:call0 1 
6:future0 0 0 -5:value--0 -
34:asyncio.get_running_loop().call_at10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
37:asyncio.get_running_loop().call_later10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
36:asyncio.get_running_loop().call_soon10:in-process1 8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
47:asyncio.get_running_loop().call_soon_threadsafe10:in-process1 8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
38:asyncio.get_running_loop().create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro0 0 0 -5:value--0 -
42:asyncio.get_running_loop().run_in_executor10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func4 0 0 -5:value--0 +8:executor
45:asyncio.get_running_loop().run_until_complete10:in-process1 6:future0 -1 4:call0 1 
6:future0 0 0 -5:value--0 -
32:asyncio.new_event_loop().call_at10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
35:asyncio.new_event_loop().call_later10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
34:asyncio.new_event_loop().call_soon10:in-process1 8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
45:asyncio.new_event_loop().call_soon_threadsafe10:in-process1 8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
36:asyncio.new_event_loop().create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro0 0 0 -5:value--0 -
40:asyncio.new_event_loop().run_in_executor10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func4 0 0 -5:value--0 +8:executor
43:asyncio.new_event_loop().run_until_complete10:in-process1 6:future0 -1 4:call0 1 
6:future0 0 0 -5:value--0 -
11:asyncio.run10:in-process1 4:main0 -1 4:call0 1 
4:main0 0 0 -5:value--0 -
32:asyncio.run_coroutine_threadsafe10:in-process1 4:coro0 -1 4:call0 1 
4:coro0 0 0 -5:value--0 -
14:asyncio.shield10:in-process1 3:arg0 -1 4:call0 1 
3:arg0 0 0 -5:value--0 -
17:asyncio.to_thread10:in-process1 4:func0 -1 4:call0 1 
4:func4 0 0 -5:value--0 -
16:asyncio.wait_for10:in-process1 3:fut0 -1 4:call0 1 
3:fut0 0 0 -5:value--0 -
15:builtins.filter10:in-process2 8:function8:iterable0 -1 4:call0 1 
8:function2 1 8:iterable0 0 -5:value--0 -
12:builtins.map10:in-process5 8:function8:iterable9:iterable29:iterable39:iterable40 -1 4:call0 1 
8:function2 4 8:iterable9:iterable29:iterable39:iterable40 0 -5:value--0 -
12:builtins.max10:in-process1 8:iterable0 -1 4:call0 1 
3:key2 1 8:iterable0 0 -5:value--0 -
12:builtins.min10:in-process1 8:iterable0 -1 4:call0 1 
3:key2 1 8:iterable0 0 -5:value--0 -
15:builtins.sorted10:in-process1 8:iterable0 -1 4:call0 1 
3:key2 1 8:iterable0 0 -5:value--0 -
38:concurrent.futures.ProcessPoolExecutor4:fork4 11:max_workers10:mp_context11:initializer8:initargs0 -1 12:first_submit1 15:multiprocessing+10:mp_context1 
11:initializer1 +8:initargs-2 
6:submit1 2:fn1 
2:fn4 
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn2 4 8:iterable9:iterable29:iterable39:iterable40 -6:object++50:mp_context=multiprocessing.get_context("{method}")1 
2 
19:max_tasks_per_child0 
10:mp_context1 5:spawn-
37:concurrent.futures.ThreadPoolExecutor10:in-process4 11:max_workers18:thread_name_prefix11:initializer8:initargs0 -1 9:construct0 1 
11:initializer1 +8:initargs-2 
6:submit1 2:fn1 
2:fn4 
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn2 4 8:iterable9:iterable29:iterable39:iterable40 -6:object--0 -
46:concurrent.futures.process.ProcessPoolExecutor4:fork4 11:max_workers10:mp_context11:initializer8:initargs0 -1 12:first_submit1 15:multiprocessing+10:mp_context1 
11:initializer1 +8:initargs-2 
6:submit1 2:fn1 
2:fn4 
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn2 4 8:iterable9:iterable29:iterable39:iterable40 -6:object++50:mp_context=multiprocessing.get_context("{method}")1 
2 
19:max_tasks_per_child0 
10:mp_context1 5:spawn-
44:concurrent.futures.thread.ThreadPoolExecutor10:in-process4 11:max_workers18:thread_name_prefix11:initializer8:initargs0 -1 9:construct0 1 
11:initializer1 +8:initargs-2 
6:submit1 2:fn1 
2:fn4 
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn2 4 8:iterable9:iterable29:iterable39:iterable40 -6:object--0 -
34:contextlib.AsyncExitStack.callback10:in-process1 8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
45:contextlib.AsyncExitStack.enter_async_context10:in-process1 2:cm0 -1 4:call0 1 
13:cm.__aenter__0 0 0 -5:value--0 -
39:contextlib.AsyncExitStack.enter_context10:in-process1 2:cm0 -1 4:call0 1 
12:cm.__enter__0 0 0 -5:value--0 -
45:contextlib.AsyncExitStack.push_async_callback10:in-process1 8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
29:contextlib.ExitStack.callback10:in-process1 8:callback0 -1 4:call0 1 
8:callback4 0 0 -5:value--0 -
34:contextlib.ExitStack.enter_context10:in-process1 2:cm0 -1 4:call0 1 
12:cm.__enter__0 0 0 -5:value--0 -
29:dagster.multiprocess_executor9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
23:dask.distributed.Client9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
29:dask.distributed.LocalCluster9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
24:distributed.LocalCluster9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
16:functools.reduce10:in-process2 8:function8:iterable0 -1 4:call0 1 
8:function5 0 0 -5:value--0 -
19:itertools.dropwhile10:in-process2 9:predicate8:iterable0 -1 4:call0 1 
9:predicate2 1 8:iterable0 0 -5:value--0 -
21:itertools.filterfalse10:in-process2 9:predicate8:iterable0 -1 4:call0 1 
9:predicate2 1 8:iterable0 0 -5:value--0 -
17:itertools.starmap10:in-process2 8:function8:iterable0 -1 4:call0 1 
8:function3 8:iterable0 0 -5:value--0 -
19:itertools.takewhile10:in-process2 9:predicate8:iterable0 -1 4:call0 1 
9:predicate2 1 8:iterable0 0 -5:value--0 -
24:loky.ProcessPoolExecutor9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
26:loky.get_reusable_executor9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
20:multiprocess.Manager4:fork0 0 -1 4:call1 12:multiprocess-0 0 0 -6:object-+46:multiprocess.get_context("{method}").Manager()0 -
17:multiprocess.Pool4:fork4 9:processes11:initializer8:initargs16:maxtasksperchild0 -2 9:construct7:replace1 12:multiprocess-1 
11:initializer1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func3 8:iterable0 +16:maxtasksperchild0 6:object++41:multiprocess.get_context("{method}").Pool0 -
20:multiprocess.Process4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 12:multiprocess-2 
6:target1 +4:args+6:kwargs
8:self.run0 0 1 5:start-6:object-+44:multiprocess.get_context("{method}").Process0 -
32:multiprocess.context.ForkProcess4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target1 +4:args+6:kwargs
8:self.run0 0 1 5:start-6:object-+44:multiprocess.get_context("{method}").Process0 -
38:multiprocess.context.ForkServerProcess9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -
28:multiprocess.context.Process4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 12:multiprocess-2 
6:target1 +4:args+6:kwargs
8:self.run0 0 1 5:start-6:object-+44:multiprocess.get_context("{method}").Process0 -
33:multiprocess.context.SpawnProcess9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -
23:multiprocess.dummy.Pool10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func3 8:iterable0 -6:object--0 -
26:multiprocess.dummy.Process10:in-process5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target1 +4:args+6:kwargs
8:self.run0 0 1 5:start-6:object--0 -
33:multiprocess.managers.BaseManager4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 12:multiprocess+3:ctx0 0 2 5:start9:__enter__-6:object-+40:ctx=multiprocess.get_context("{method}")0 -
33:multiprocess.managers.SyncManager4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 12:multiprocess+3:ctx0 0 2 5:start9:__enter__-6:object-+40:ctx=multiprocess.get_context("{method}")0 -
22:multiprocess.pool.Pool4:fork5 9:processes11:initializer8:initargs16:maxtasksperchild7:context0 -2 9:construct7:replace1 12:multiprocess+7:context1 
11:initializer1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func3 8:iterable0 +16:maxtasksperchild0 6:object++44:context=multiprocess.get_context("{method}")0 -
28:multiprocess.pool.ThreadPool10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func3 8:iterable0 -6:object--0 -
23:multiprocessing.Manager4:fork0 0 -1 4:call1 15:multiprocessing-0 0 0 -6:object-+49:multiprocessing.get_context("{method}").Manager()0 -
20:multiprocessing.Pool4:fork4 9:processes11:initializer8:initargs16:maxtasksperchild0 -2 9:construct7:replace1 15:multiprocessing-1 
11:initializer1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func3 8:iterable0 +16:maxtasksperchild0 6:object++44:multiprocessing.get_context("{method}").Pool0 -
23:multiprocessing.Process4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 15:multiprocessing-2 
6:target1 +4:args+6:kwargs
8:self.run0 0 1 5:start-6:object-+47:multiprocessing.get_context("{method}").Process0 -
35:multiprocessing.context.ForkProcess4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target1 +4:args+6:kwargs
8:self.run0 0 1 5:start-6:object-+47:multiprocessing.get_context("{method}").Process0 -
41:multiprocessing.context.ForkServerProcess9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -
31:multiprocessing.context.Process4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 15:multiprocessing-2 
6:target1 +4:args+6:kwargs
8:self.run0 0 1 5:start-6:object-+47:multiprocessing.get_context("{method}").Process0 -
36:multiprocessing.context.SpawnProcess9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -
26:multiprocessing.dummy.Pool10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func3 8:iterable0 -6:object--0 -
29:multiprocessing.dummy.Process10:in-process5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target1 +4:args+6:kwargs
8:self.run0 0 1 5:start-6:object--0 -
36:multiprocessing.managers.BaseManager4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 15:multiprocessing+3:ctx0 0 2 5:start9:__enter__-6:object-+43:ctx=multiprocessing.get_context("{method}")0 -
36:multiprocessing.managers.SyncManager4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 15:multiprocessing+3:ctx0 0 2 5:start9:__enter__-6:object-+43:ctx=multiprocessing.get_context("{method}")0 -
25:multiprocessing.pool.Pool4:fork5 9:processes11:initializer8:initargs16:maxtasksperchild7:context0 -2 9:construct7:replace1 15:multiprocessing+7:context1 
11:initializer1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func3 8:iterable0 +16:maxtasksperchild0 6:object++47:context=multiprocessing.get_context("{method}")0 -
31:multiprocessing.pool.ThreadPool10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func3 8:iterable0 -6:object--0 -
42:multiprocessing.shared_memory.SharedMemory9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
7:os.fork4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -
10:os.forkpty4:fork0 0 -1 4:call0 0 0 0 -9:pid-tuple--0 -
8:os.popen9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
14:os.posix_spawn9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
15:os.posix_spawnp9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
9:os.spawnl9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
10:os.spawnle9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
10:os.spawnlp9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
11:os.spawnlpe9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
9:os.spawnv9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
10:os.spawnve9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
10:os.spawnvp9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
11:os.spawnvpe9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
9:os.system9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
8:pty.fork4:fork0 0 -1 4:call0 0 0 0 -9:pid-tuple--0 -
9:pty.spawn9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
15:rq.SimpleWorker9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
14:rq.SpawnWorker9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
25:socketserver.ForkingMixIn4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 4 
19:self.finish_request5 
25:RequestHandlerClass.setup0 
26:RequestHandlerClass.handle0 
26:RequestHandlerClass.finish0 0 2 13:serve_forever14:handle_request-6:object--0 -
29:socketserver.ForkingTCPServer4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 4 
19:self.finish_request5 
25:RequestHandlerClass.setup0 
26:RequestHandlerClass.handle0 
26:RequestHandlerClass.finish0 0 2 13:serve_forever14:handle_request-6:object--0 -
29:socketserver.ForkingUDPServer4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 4 
19:self.finish_request5 
25:RequestHandlerClass.setup0 
26:RequestHandlerClass.handle0 
26:RequestHandlerClass.finish0 0 2 13:serve_forever14:handle_request-6:object--0 -
38:socketserver.ForkingUnixDatagramServer4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 4 
19:self.finish_request5 
25:RequestHandlerClass.setup0 
26:RequestHandlerClass.handle0 
26:RequestHandlerClass.finish0 0 2 13:serve_forever14:handle_request-6:object--0 -
36:socketserver.ForkingUnixStreamServer4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 4 
19:self.finish_request5 
25:RequestHandlerClass.setup0 
26:RequestHandlerClass.handle0 
26:RequestHandlerClass.finish0 0 2 13:serve_forever14:handle_request-6:object--0 -
16:subprocess.Popen4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -
15:subprocess.call4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -
21:subprocess.check_call4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -
23:subprocess.check_output4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -
20:subprocess.getoutput9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
26:subprocess.getstatusoutput9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
14:subprocess.run4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -
16:threading.Thread10:in-process5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target1 +4:args+6:kwargs
8:self.run0 0 1 5:start-6:object--0 -
15:threading.Timer10:in-process4 8:interval8:function4:args6:kwargs0 -1 5:start0 1 
8:function1 +4:args+6:kwargs0 1 5:start-6:object--0 -
27:torch.multiprocessing.spawn9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -
11:uvicorn.run9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -2 
12:multiprocess1 12:multiprocess1 29:multiprocess.set_start_method1 24:multiprocess.get_context3 32:multiprocess.context.ForkContext4:fork38:multiprocess.context.ForkServerContext10:forkserver33:multiprocess.context.SpawnContext5:spawn1 
--4:fork
15:multiprocessing2 15:multiprocessing21:torch.multiprocessing1 32:multiprocessing.set_start_method1 27:multiprocessing.get_context3 35:multiprocessing.context.ForkContext4:fork41:multiprocessing.context.ForkServerContext10:forkserver36:multiprocessing.context.SpawnContext5:spawn3 
+6:darwin-5:spawn
-+6:>=3.1410:forkserver
--4:fork13 
13:builtins.exit11:system-exit
13:builtins.quit11:system-exit
8:os._exit4:exit
8:os.abort4:exit
8:os.execl4:exec
9:os.execle4:exec
9:os.execlp4:exec
10:os.execlpe4:exec
8:os.execv4:exec
9:os.execve4:exec
9:os.execvp4:exec
10:os.execvpe4:exec
8:sys.exit11:system-exit5 
5:FG10117:delta-across-fork83:a process that has touched a Delta table forks, and the child uses Delta tables too5:error-10261:# FG101: `delta-across-fork`

## What it finds

A process that has opened, read or written a Delta table through `deltalake` (delta-rs) and that then forks
without `exec`, while the child's own code reaches a Delta table as well. The finding stands at the line that
forks; it names the line that touched the table, the calls between the two, and the child's use.

A touch is every call that enters the library's runtime: `DeltaTable(...)`, `write_deltalake(...)`,
`table.history()`, `table.to_pandas()`, `table.optimize.compact()`, `table.merge(...).execute()` and their like.
The Delta functions of polars, Daft, Ibis, dask-deltatable and dlt end in the same library, and so in the same
runtime: a table written with `frame.write_delta(...)` in the parent and read with `DeltaTable(...)` in the child is
one hazard, not two halves of none.

`import deltalake`, schemas, `table.version()`, `table.file_uris()` and whatever else reads what a loaded table holds
in memory are no touches. A `QueryBuilder()` is none either, until it executes.

It is an error when the child's use is proven, and a warning when the child's code is not wholly known. It is
silent when the child's code is known and never comes near a table, when the start method is not fork, and when
the version pinned in the project is one that bears a fork.

## Why it breaks

Since version 0.17.0 `deltalake` keeps one Tokio runtime for the whole process. The first call that needs it starts
its worker threads. A fork copies the memory of a process but only the thread that called it: the child holds a
runtime that believes in its workers, and none of them exists there. What follows depends on the version:

| deltalake | the child's first use of a table |
|---|---|
| up to 0.16.4 | works: every call built a runtime of its own |
| 0.17.0 to 0.18.2 | hangs, without a line of output; some users saw `failed to join thread: Resource deadlock avoided (os error 35)` |
| 0.19.0 to 0.20.2 | dies of a panic, `Forked process detected`, in whose text the two process ids are swapped |
| from 0.21.0 | dies of the same panic, the ids in their right places |

The panic of the later versions looks like the end of the matter, and is not:

* **`Pool.map` still waits for ever.** The panic reaches Python as `pyo3_runtime.PanicException`, which derives from
  `BaseException`. The pool's worker catches `Exception` only, dies of it, and its task is lost with it. The pool starts
  a new worker, by another fork, and nobody ever answers for the lost task: `map`, `starmap` and `apply_async(...).get()`
  do not return.
* **`ProcessPoolExecutor` blames something else.** Its worker does catch the panic and tries to send it home. The class
  belongs to no importable module, so the parent sees a `PicklingError` that names `pyo3_runtime`, or a broken pool.
* **A `Process` fails in silence.** The child writes the panic to standard error and ends with status 1; `join()`
  returns as if nothing had happened, and the parent exits with 0 unless it looks at `exitcode`.
* **`except Exception` does not help**, for the same reason: the panic passes it.
* **The message sends one looking in the wrong place.** It speaks of multithreading, names two process ids and no line of
  the program. The line to change is the one where the parent touched a table, or the one where it forked.

A child that hangs may also do so once in ten runs: a touch on one branch, a cache that is sometimes warm, a start order
that differs between machines decide whether the parent had a runtime when it forked.

## Instead

**Start workers with `spawn` or `forkserver`.** The child is then no copy of a process that has touched a table.
`multiprocessing.set_start_method("spawn")` in the main block does it for the whole program,
`multiprocessing.get_context("spawn").Pool()` and `ProcessPoolExecutor(mp_context=...)` for one pool. From Python 3.14 on
`forkserver` is the default on Linux. *Price:* each spawned worker imports its modules again, from tenths of a second to
seconds with heavy imports (the fork server imports once, and modules named in `set_forkserver_preload` must not touch a
table); the function must be importable, so no lambda and no local function; its arguments are pickled; the main module
needs its `if __name__ == "__main__":` guard.

**Use threads.** delta-rs gives up the GIL while it lists, reads and writes, and its runtime is made for several callers.
`ThreadPoolExecutor(8).map(...)` is often the fastest remedy as well as the shortest. *Price:* what is done with the data in
pure Python afterwards shares one GIL.

**Use asyncio.** `await asyncio.to_thread(DeltaTable, path)` is the same remedy in a coroutine. *Price:* as for threads.

**Do not touch before the fork.** Where the parent only wants to know a version or a list of files, let the first worker find
out, or fork the workers first and touch afterwards. *Price:* the order must stay so; forkguard keeps watch over it. A `Pool`
with `maxtasksperchild` forks again later, and so does one that lost a worker.

**Hand over data, not tables.** Read in the parent and send the workers Arrow tables or the paths of Parquet files.
*Price:* what is sent is copied; readers of bare Parquet files know nothing of deletion vectors or column mapping.

**Fail fast.** Where a fork cannot be avoided, look at `exitcode` after `join()`, give `map_async(...).get(timeout=...)` a time
limit, and prefer `ProcessPoolExecutor`, which notices a dead worker, to `Pool`, which does not. *Price:* the work is
still lost; only the waiting is not.

Upgrading `deltalake` is no remedy: no released version from 0.17.0 on can be used on both sides of a fork.

## What it cannot see

* A path that only data decides: a function found by name at run time, a plug-in, code built with `exec`.
* A table received from unscanned code whose type no annotation names.
* A fork inside a library for which there is no launcher rule, or inside native code.
* The version that is really installed: the pinned one is taken, and the newest where nothing is pinned.
* Whether time has passed: with 0.17.0 to 0.18.2 a child forked long after the last call may get through, since idle
  threads of the runtime have ended by then. It is reported all the same.
* Whether a start method is chosen by a program that imports the scanned one.

## Examples

The case that named the rule: a function called in the parent and then handed to a forked process.

```python pins="deltalake==0.18.2" target="3.12"
from multiprocessing import Process

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    load()
    process = Process(target=load)
    process.start()  # error: FG101
    process.join()
```

The same program with spawned children is right.

```python pins="deltalake==0.18.2" target="3.12"
from multiprocessing import Process, set_start_method

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    set_start_method("spawn")
    load()
    process = Process(target=load)
    process.start()
    process.join()
```

From Python 3.14 on the fork server is the default on Linux, and the first program is right as it stands.

```python pins="deltalake==1.6.6" target="3.14"
from multiprocessing import Process

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    load()
    process = Process(target=load)
    process.start()
    process.join()
```

The pool forks while the parent's runtime runs; `map` never returns, although the library detects the fork.

```python pins="deltalake==1.6.6" target="3.12"
from multiprocessing import Pool

from deltalake import DeltaTable

table = DeltaTable("/data/events")


def describe(version):
    table.load_as_version(version)
    return table.to_pyarrow_table().num_rows


if __name__ == "__main__":
    with Pool(4) as pool:  # error: FG101
        print(pool.map(describe, range(10)))
```

Threads share the runtime, so that nothing needs to be forked at all.

```python pins="deltalake==1.6.6" target="3.12"
from concurrent.futures import ThreadPoolExecutor

from deltalake import DeltaTable

PATH = "/data/events"


def describe(version):
    return DeltaTable(PATH, version=version).to_pyarrow_table().num_rows


if __name__ == "__main__":
    newest = DeltaTable(PATH).version()
    with ThreadPoolExecutor(4) as pool:
        print(list(pool.map(describe, range(newest))))
```

The table is opened late in one round of the loop, and the next round forks.

```python target="3.12"
from multiprocessing import Process

from deltalake import DeltaTable


def compact(path):
    DeltaTable(path).optimize.compact()


def main(paths):
    for path in paths:
        worker = Process(target=compact, args=(path,))
        worker.start()  # error: FG101
        worker.join()
        print(path, DeltaTable(path).version())


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
```

The parent that only collects what its children send is right: each child touches its table for itself.

```python target="3.12"
from multiprocessing import Pool

from deltalake import DeltaTable


def version(path):
    return path, DeltaTable(path).version()


def main(paths):
    with Pool() as pool:
        for path, number in pool.imap_unordered(version, paths):
            print(path, number)


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
```

A suppression names the rule and says why.

```python target="3.12"
import os

from deltalake import DeltaTable


def describe(path):
    table = DeltaTable(path)
    if os.fork() == 0:  # forkguard: ignore[FG101] a watchdog ends the child
        print(table.history(1))
        os._exit(0)


describe("/data/events")
```

## Evidence

* The report that started it: <https://github.com/delta-io/delta-rs/issues/2744>
* The change that made the runtime one for the process: <https://github.com/delta-io/delta-rs/pull/2424>
* The check of the process id: <https://github.com/delta-io/delta-rs/pull/2765>
* Its first false alarms: <https://github.com/delta-io/delta-rs/issues/2905>
* Tokio on forks: <https://github.com/tokio-rs/tokio/issues/4301>
8 
3:bad98:The case that named the rule: a function called in the parent and then handed to a forked process.264:from multiprocessing import Process

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    load()
    process = Process(target=load)
    process.start()  # error: FG101
    process.join()
1 9:deltalake6:0.18.2+4:3.12
4:good48:The same program with spawned children is right.296:from multiprocessing import Process, set_start_method

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    set_start_method("spawn")
    load()
    process = Process(target=load)
    process.start()
    process.join()
1 9:deltalake6:0.18.2+4:3.12
4:good105:From Python 3.14 on the fork server is the default on Linux, and the first program is right as it stands.248:from multiprocessing import Process

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    load()
    process = Process(target=load)
    process.start()
    process.join()
1 9:deltalake5:1.6.6+4:3.14
3:bad107:The pool forks while the parent's runtime runs; `map` never returns, although the library detects the fork.324:from multiprocessing import Pool

from deltalake import DeltaTable

table = DeltaTable("/data/events")


def describe(version):
    table.load_as_version(version)
    return table.to_pyarrow_table().num_rows


if __name__ == "__main__":
    with Pool(4) as pool:  # error: FG101
        print(pool.map(describe, range(10)))
1 9:deltalake5:1.6.6+4:3.12
4:good69:Threads share the runtime, so that nothing needs to be forked at all.369:from concurrent.futures import ThreadPoolExecutor

from deltalake import DeltaTable

PATH = "/data/events"


def describe(version):
    return DeltaTable(PATH, version=version).to_pyarrow_table().num_rows


if __name__ == "__main__":
    newest = DeltaTable(PATH).version()
    with ThreadPoolExecutor(4) as pool:
        print(list(pool.map(describe, range(newest))))
1 9:deltalake5:1.6.6+4:3.12
3:bad76:The table is opened late in one round of the loop, and the next round forks.399:from multiprocessing import Process

from deltalake import DeltaTable


def compact(path):
    DeltaTable(path).optimize.compact()


def main(paths):
    for path in paths:
        worker = Process(target=compact, args=(path,))
        worker.start()  # error: FG101
        worker.join()
        print(path, DeltaTable(path).version())


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
4:good103:The parent that only collects what its children send is right: each child touches its table for itself.335:from multiprocessing import Pool

from deltalake import DeltaTable


def version(path):
    return path, DeltaTable(path).version()


def main(paths):
    with Pool() as pool:
        for path, number in pool.imap_unordered(version, paths):
            print(path, number)


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
4:good42:A suppression names the rule and says why.251:import os

from deltalake import DeltaTable


def describe(path):
    table = DeltaTable(path)
    if os.fork() == 0:  # forkguard: ignore[FG101] a watchdog ends the child
        print(table.history(1))
        os._exit(0)


describe("/data/events")
0 +4:3.12
5:FG10226:native-runtime-across-fork93:a process whose native library has started its threads forks, and the child uses that library5:error-2516:# FG102: `native-runtime-across-fork`

## What it finds

A process that has made a native library start its pool of threads, and that then forks without `exec`, while the child's
own code calls into the same library. The finding stands at the line that forks and names the call that started the pool
and the child's use.

`forkguard rules` lists the libraries that are known today: polars is the first. Delta tables have a rule of their own, FG101.

## Why it breaks

Libraries written in Rust or C++ keep one pool of threads for the process: Rayon, Tokio, OpenMP, or one of their own. The pool
starts at the first call that needs it. A fork copies the pool's memory, its queues and its locks, and none of its threads.
The child puts work into a queue that nobody empties, and waits.

polars hangs so in 0.20.31, 1.20.0 and 2.1.0 alike: after a query in the parent, even of two rows, the child's `sort`, `group_by`,
`join`, `filter`, `unique`, `read_csv`, `read_parquet` and `collect` never return. What does no harm is importing it, building
a `DataFrame`, scanning a file lazily, and a child that does these things only. From 1.14 to 1.17 polars printed a warning at
the fork; it was removed, because it came in harmless programs as well.

## Instead

**Start workers with `spawn` or `forkserver`.** *Price:* a spawned worker imports its modules again, its function must be
importable and its arguments are pickled.

**Leave the parallelism to the library.** Its pool uses every core already; several processes with a pool each compete for
them. *Price:* none, as a rule: a lazy query over all files is faster than one process a file.

**Do not touch before the fork.** Build lazy queries in the parent and collect them in the children. *Price:* the order must
stay so.

## What it cannot see

* Frames of unknown type: a parameter without an annotation, a value from a dictionary of mixed things.
* Native libraries for which there is no rule.
* Forks inside libraries for which there is no launcher rule.

## Examples

The parent reads a file, which starts the pool; the child's query hangs.

```python target="3.12"
import os

import polars as pl

frame = pl.read_csv("/data/sales.csv")

if os.fork() == 0:  # error: FG102
    print(frame.group_by("region").agg(pl.len()))
    os._exit(0)
```

The child that only looks at what it inherited is right.

```python target="3.12"
import os

import polars as pl

frame = pl.read_csv("/data/sales.csv")

if os.fork() == 0:
    print(frame.height)
    os._exit(0)
```
2 
3:bad72:The parent reads a file, which starts the pool; the child's query hangs.173:import os

import polars as pl

frame = pl.read_csv("/data/sales.csv")

if os.fork() == 0:  # error: FG102
    print(frame.group_by("region").agg(pl.len()))
    os._exit(0)
0 +4:3.12
4:good56:The child that only looks at what it inherited is right.131:import os

import polars as pl

frame = pl.read_csv("/data/sales.csv")

if os.fork() == 0:
    print(frame.height)
    os._exit(0)
0 +4:3.12
5:FG90012:syntax-error60:a file, or a part of it, is not Python of the target version4:note-1690:# FG900: `syntax-error`

## What it finds

A file that the Python of the target version would refuse: a syntax error, a construct that came with a later version
(`match` before 3.10, `except*` before 3.11), or one that was removed. The rest of the file is read all the same, so a
finding of another rule in it still counts.

It is a note: it is shown when the rule is selected or when the file was named on the command line, and otherwise counted
in one line at the end. A tree of templates, test data and vendored files is full of such files, and they are
seldom the question.

## Why it breaks

What cannot be parsed cannot be judged. A touch or a fork inside the broken part is not seen, and silence about the file
would look like an answer.

## Instead

Mend the file; or give the version it is written for (`--target-version`, or `requires-python` in `pyproject.toml`); or
leave it out with `--exclude`. *Price:* what is left out is not judged, and a higher target version changes the
default start method that is assumed: from 3.14 on it is `forkserver` on Linux.

## What it cannot see

Errors that Python reports only when it compiles or runs: a `return` outside a function, a name declared `global` after its
use, a wrong encoding inside a string.

## Examples

A statement that lacks its end is reported where the parser noticed it.

```text
def broken(:
    pass
```

With `--target-version 3.9` the statement below is reported as one of Python 3.10; with 3.10 or later it is read.

```text
match command:
    case "stop":
        stop()
```

A file in the syntax of its version makes no note.

```python target="3.12"
def greet(name: str) -> str:
    return f"hello {name}"
```
1 
4:good50:A file in the syntax of its version makes no note.56:def greet(name: str) -> str:
    return f"hello {name}"
0 +4:3.12
5:FG90118:unused-suppression51:a `forkguard: ignore` comment that silences nothing7:warning-1493:# FG901: `unused-suppression`

## What it finds

A comment `# forkguard: ignore[FG101] reason` on whose line the named rule has nothing to say: the code has changed, the
comment stands on the wrong line, or the code in the brackets is misspelt.

## Why it breaks

A suppression is a claim about the code below it. Once nothing is suppressed the claim is no longer tested, and the
comment will silence the next, different finding on that line without anybody having looked at it.

## Instead

Delete the comment, or move it to the line of the fork: that is where findings stand. *Price:* none.

## What it cannot see

Whether the reason that follows the brackets is true. A comment for a rule that this run left out (`--select`, `--ignore`) is
not reported, because nobody asked whether it is needed.

## Examples

The parent no longer touches a table, so there is nothing left to silence.

```python target="3.12"
import os

from deltalake import DeltaTable


def describe(path):
    if os.fork() == 0:  # forkguard: ignore[FG101] checked by hand  # warning: FG901
        print(DeltaTable(path).version())
        os._exit(0)


describe("/data/events")
```

A comment that silences a finding is used, and stays.

```python target="3.12"
import os

from deltalake import DeltaTable


def describe(path):
    table = DeltaTable(path)
    if os.fork() == 0:  # forkguard: ignore[FG101] a watchdog ends the child
        print(table.history(1))
        os._exit(0)


describe("/data/events")
```
2 
3:bad74:The parent no longer touches a table, so there is nothing left to silence.240:import os

from deltalake import DeltaTable


def describe(path):
    if os.fork() == 0:  # forkguard: ignore[FG101] checked by hand  # warning: FG901
        print(DeltaTable(path).version())
        os._exit(0)


describe("/data/events")
0 +4:3.12
4:good53:A comment that silences a finding is used, and stays.251:import os

from deltalake import DeltaTable


def describe(path):
    table = DeltaTable(path)
    if os.fork() == 0:  # forkguard: ignore[FG101] a watchdog ends the child
        print(table.history(1))
        os._exit(0)


describe("/data/events")
0 +4:3.12
5:FG90213:limit-reached71:a limit of the analysis was reached; what lies beyond it was not judged4:note-958:# FG902: `limit-reached`

## What it finds

A place where forkguard stopped looking: brackets or blocks nested deeper than the parser follows, a file larger than it
reads, a function with more states than it tells apart.

It is a note, shown like FG900: when the rule is selected or the file was named, and otherwise counted in one line.

## Why it breaks

Every search has a limit, so that no input makes the tool run for ever or run out of memory. Beyond a limit there may be a
hazard; to say nothing would look like a clean bill.

## Instead

Split what is that large, if people wrote it. If it is generated, leave it out with `--exclude`: generated code of that size
seldom forks. *Price:* what is left out is not judged.

## What it cannot see

Whether there is anything beyond the limit.

## Examples

Code of ordinary size reaches no limit.

```python target="3.12"
def depth(tree):
    return 1 + max((depth(child) for child in tree), default=0)
```
1 
4:good39:Code of ordinary size reaches no limit.81:def depth(tree):
    return 1 + max((depth(child) for child in tree), default=0)
0 +4:3.1210 
7:asyncio124:What an event loop runs, in this process or in an executor that it is handed. A coroutine argument counts as its own callee.2 85:https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.run_in_executor51:https://docs.python.org/3/library/asyncio-task.html3 
3:bad104:The executor of processes forks at the loop's first hand-over, after the coroutine has opened the table.462:import asyncio
from concurrent.futures import ProcessPoolExecutor

from deltalake import DeltaTable


def compact(path):
    return DeltaTable(path).optimize.compact()


async def main(path):
    loop = asyncio.get_running_loop()
    print(DeltaTable(path).version())
    with ProcessPoolExecutor() as executor:
        print(await loop.run_in_executor(executor, compact, path))  # error: FG101


if __name__ == "__main__":
    asyncio.run(main("/data/events"))
0 +4:3.12
4:good85:delta-rs releases the GIL, so that the loop's own threads serve as well as processes.343:import asyncio

from deltalake import DeltaTable


def compact(path):
    return DeltaTable(path).optimize.compact()


async def main(path):
    loop = asyncio.get_running_loop()
    print(DeltaTable(path).version())
    print(await loop.run_in_executor(None, compact, path))


if __name__ == "__main__":
    asyncio.run(main("/data/events"))
0 +4:3.12
9:near-miss32:Only the worker opens the table.408:import asyncio
from concurrent.futures import ProcessPoolExecutor

from deltalake import DeltaTable


def compact(path):
    return DeltaTable(path).optimize.compact()


async def main(path):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as executor:
        print(await loop.run_in_executor(executor, compact, path))


if __name__ == "__main__":
    asyncio.run(main("/data/events"))
0 +4:3.12
9:callbacks139:Functions that call what they are handed, here and now. `atexit.register` and `signal.signal` are not among them: they call later, if ever.2 48:https://docs.python.org/3/library/functions.html70:https://docs.python.org/3/library/contextlib.html#contextlib.ExitStack0 
18:concurrent-futures96:Executors: the one of processes forks its workers at the first submit, the one of threads never.2 77:https://docs.python.org/3/library/concurrent.futures.html#processpoolexecutor45:https://github.com/python/cpython/pull/1257503 
3:bad80:The executor forks at the first submit: by then the parent has opened the table.493:from concurrent.futures import ProcessPoolExecutor

from deltalake import DeltaTable


def vacuum(path):
    return DeltaTable(path).vacuum(dry_run=False)


def main(paths):
    with ProcessPoolExecutor() as executor:
        todo = [path for path in paths if DeltaTable(path).version() > 100]
        jobs = [executor.submit(vacuum, path) for path in todo]  # error: FG101
        for job in jobs:
            print(job.result())


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
4:good44:The executor is told to use the fork server.552:import multiprocessing
from concurrent.futures import ProcessPoolExecutor

from deltalake import DeltaTable


def vacuum(path):
    return DeltaTable(path).vacuum(dry_run=False)


def main(paths):
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("forkserver")) as executor:
        todo = [path for path in paths if DeltaTable(path).version() > 100]
        jobs = [executor.submit(vacuum, path) for path in todo]
        for job in jobs:
            print(job.result())


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
9:near-miss90:An executor that limits the tasks of a worker spawns its workers when no context is given.499:from concurrent.futures import ProcessPoolExecutor

from deltalake import DeltaTable


def vacuum(path):
    return DeltaTable(path).vacuum(dry_run=False)


def main(paths):
    with ProcessPoolExecutor(max_tasks_per_child=10) as executor:
        todo = [path for path in paths if DeltaTable(path).version() > 100]
        jobs = [executor.submit(vacuum, path) for path in todo]
        for job in jobs:
            print(job.result())


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
9:exec-safe124:Ways to run code in a new program or a fresh interpreter. Nothing inherited is used there, and none of them makes a finding.6 56:https://docs.python.org/3/library/os.html#os.posix_spawn70:https://github.com/joblib/joblib/blob/main/doc/user_guide/parallel.rst74:https://github.com/dask/distributed/blob/main/distributed/distributed.yaml68:https://github.com/encode/uvicorn/blob/master/uvicorn/_subprocess.py47:https://github.com/dagster-io/dagster/pull/644664:https://github.com/rq/rq/blob/master/rq/worker/worker_classes.py0 
12:multiprocess113:multiprocess, the fork of multiprocessing under pathos and others: it forks on every platform and Python version.1 87:https://github.com/uqfoundation/multiprocess/blob/master/py3.14/multiprocess/context.py3 
3:bad80:multiprocess still forks where multiprocessing has gone over to the fork server.334:import multiprocess

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    with multiprocess.Pool() as pool:  # error: FG101
        print(first, pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.14
4:good37:The context chooses the start method.339:import multiprocess

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    with multiprocess.get_context("spawn").Pool() as pool:
        print(first, pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.14
9:near-miss40:Pools of multiprocess.dummy are threads.321:from multiprocess.dummy import Pool

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    with Pool() as pool:
        print(first, pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.14
15:multiprocessing114:The standard library's processes, pools and managers; torch.multiprocessing is the same module under another name.3 81:https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods45:https://github.com/python/cpython/pull/10155644:https://github.com/python/cpython/pull/136263 
3:bad80:Pool forks all its workers where it is made, and again whenever it replaces one.377:import multiprocessing

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    with multiprocessing.Pool() as pool:  # error: FG101
        rest = pool.map(rows, paths[1:])
    print(first + sum(rest))


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
4:good57:The context chooses the start method for this pool alone.382:import multiprocessing

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    with multiprocessing.get_context("spawn").Pool() as pool:
        rest = pool.map(rows, paths[1:])
    print(first + sum(rest))


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
9:near-miss83:The pool's workers were forked before the first touch, and they are never replaced.365:import multiprocessing

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    with multiprocessing.Pool() as pool:
        first = rows(paths[0])
        rest = pool.map(rows, paths[1:])
    print(first + sum(rest))


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
7:os-fork91:The bare fork of the operating system, and the calls after which a program goes no further.2 49:https://docs.python.org/3/library/os.html#os.fork51:https://docs.python.org/3/library/pty.html#pty.fork3 
3:bad80:The child reads the table with a runtime whose threads exist in the parent only.250:import os

from deltalake import DeltaTable


def report(path):
    table = DeltaTable(path)
    pid = os.fork()  # error: FG101
    if pid == 0:
        print(len(table.history()))
        os._exit(0)
    os.waitpid(pid, 0)


report("/data/events")
0 +4:3.12
4:good53:The child forks first and opens the table for itself.238:import os

from deltalake import DeltaTable


def report(path):
    pid = os.fork()
    if pid == 0:
        table = DeltaTable(path)
        print(len(table.history()))
        os._exit(0)
    os.waitpid(pid, 0)


report("/data/events")
0 +4:3.12
9:near-miss69:The child becomes another program at once: nothing inherited is used.251:import os

from deltalake import DeltaTable


def report(path):
    table = DeltaTable(path)
    pid = os.fork()
    if pid == 0:
        os.execvp("report", ["report", path])
    os.waitpid(pid, 0)
    print(table.version())


report("/data/events")
0 +4:3.12
12:socketserver52:Servers of socketserver that fork for every request.1 77:https://docs.python.org/3/library/socketserver.html#socketserver.ForkingMixIn3 
3:bad82:Every request is answered by a forked child of a server that has opened the table.510:import socketserver

from deltalake import DeltaTable

PATH = "/data/events"


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(str(DeltaTable(PATH).history(1)).encode())


class Server(socketserver.ForkingMixIn, socketserver.TCPServer):
    pass


def main():
    print("serving version", DeltaTable(PATH).version())
    with Server(("127.0.0.1", 8000), Handler) as server:
        server.serve_forever()  # error: FG101


if __name__ == "__main__":
    main()
0 +4:3.12
4:good51:Threads share the one runtime that the process has.496:import socketserver

from deltalake import DeltaTable

PATH = "/data/events"


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(str(DeltaTable(PATH).history(1)).encode())


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    pass


def main():
    print("serving version", DeltaTable(PATH).version())
    with Server(("127.0.0.1", 8000), Handler) as server:
        server.serve_forever()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss82:The server itself never touches the table: each child builds a runtime of its own.384:import socketserver

from deltalake import DeltaTable

PATH = "/data/events"


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(str(DeltaTable(PATH).history(1)).encode())


def main():
    with socketserver.ForkingTCPServer(("127.0.0.1", 8000), Handler) as server:
        server.serve_forever()


if __name__ == "__main__":
    main()
0 +4:3.12
10:subprocess122:A subprocess forks bare, and runs Python in the child, only for the sake of `preexec_fn`; then it becomes another program.2 66:https://docs.python.org/3/library/subprocess.html#subprocess.Popen46:https://github.com/pola-rs/polars/issues/200003 
3:bad105:The callable runs in the forked child, before the new program starts, with a runtime that has no threads.309:import subprocess

from deltalake import DeltaTable

PATH = "/data/events"


def check_table():
    DeltaTable(PATH).history(1)


def main():
    print(DeltaTable(PATH).version())
    subprocess.run(["report", PATH], preexec_fn=check_table, check=True)  # error: FG101


if __name__ == "__main__":
    main()
0 +4:3.12
4:good68:The check is made in the parent; nothing runs between fork and exec.287:import subprocess

from deltalake import DeltaTable

PATH = "/data/events"


def check_table():
    DeltaTable(PATH).history(1)


def main():
    print(DeltaTable(PATH).version())
    check_table()
    subprocess.run(["report", PATH], check=True)


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss102:The callable sets a resource limit and uses nothing of the library; then the child is another program.342:import resource
import subprocess

from deltalake import DeltaTable

PATH = "/data/events"


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


def main():
    print(DeltaTable(PATH).version())
    subprocess.run(["report", PATH], preexec_fn=limit_memory, check=True)


if __name__ == "__main__":
    main()
0 +4:3.12
7:threads79:Threads of this process: they share what it holds, and starting one is no fork.1 48:https://docs.python.org/3/library/threading.html0 
"""##
}
