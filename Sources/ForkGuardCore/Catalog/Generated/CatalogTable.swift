// swift-format-ignore-file
// Generated from rules/ by `make generate`; a test fails when it is stale.

enum CatalogTable {
    // swift-format-ignore
    static let text: StaticString = ##"""
1 26 
15:confluent-kafka15:confluent-kafka5:FG1046:python1 15:confluent_kafka1 15:confluent-kafka6:handle-++-5 
24:confluent_kafka.Producer11:constructor0 ----
24:confluent_kafka.Consumer11:constructor0 ----
35:confluent_kafka.SerializingProducer11:constructor0 ----
37:confluent_kafka.DeserializingConsumer11:constructor0 ----
33:confluent_kafka.admin.AdminClient11:constructor0 ----43 
32:confluent_kafka.Producer.produce6:method0 ----
29:confluent_kafka.Producer.poll6:method0 ----
30:confluent_kafka.Producer.flush6:method0 ----
30:confluent_kafka.Producer.purge6:method0 ----
42:confluent_kafka.Producer.init_transactions6:method0 ----
42:confluent_kafka.Producer.begin_transaction6:method0 ----
43:confluent_kafka.Producer.commit_transaction6:method0 ----
42:confluent_kafka.Producer.abort_transaction6:method0 ----
36:confluent_kafka.Producer.list_topics6:method0 ----
43:confluent_kafka.SerializingProducer.produce6:method0 ----
40:confluent_kafka.SerializingProducer.poll6:method0 ----
41:confluent_kafka.SerializingProducer.flush6:method0 ----
41:confluent_kafka.SerializingProducer.purge6:method0 ----
53:confluent_kafka.SerializingProducer.init_transactions6:method0 ----
53:confluent_kafka.SerializingProducer.begin_transaction6:method0 ----
54:confluent_kafka.SerializingProducer.commit_transaction6:method0 ----
53:confluent_kafka.SerializingProducer.abort_transaction6:method0 ----
47:confluent_kafka.SerializingProducer.list_topics6:method0 ----
29:confluent_kafka.Consumer.poll6:method0 ----
32:confluent_kafka.Consumer.consume6:method0 ----
34:confluent_kafka.Consumer.subscribe6:method0 ----
31:confluent_kafka.Consumer.assign6:method0 ----
31:confluent_kafka.Consumer.commit6:method0 ----
29:confluent_kafka.Consumer.seek6:method0 ----
30:confluent_kafka.Consumer.pause6:method0 ----
31:confluent_kafka.Consumer.resume6:method0 ----
33:confluent_kafka.Consumer.position6:method0 ----
34:confluent_kafka.Consumer.committed6:method0 ----
36:confluent_kafka.Consumer.list_topics6:method0 ----
38:confluent_kafka.Consumer.store_offsets6:method0 ----
42:confluent_kafka.DeserializingConsumer.poll6:method0 ----
47:confluent_kafka.DeserializingConsumer.subscribe6:method0 ----
44:confluent_kafka.DeserializingConsumer.assign6:method0 ----
44:confluent_kafka.DeserializingConsumer.commit6:method0 ----
42:confluent_kafka.DeserializingConsumer.seek6:method0 ----
47:confluent_kafka.admin.AdminClient.create_topics6:method0 ----
47:confluent_kafka.admin.AdminClient.delete_topics6:method0 ----
51:confluent_kafka.admin.AdminClient.create_partitions6:method0 ----
50:confluent_kafka.admin.AdminClient.describe_configs6:method0 ----
47:confluent_kafka.admin.AdminClient.alter_configs6:method0 ----
45:confluent_kafka.admin.AdminClient.list_topics6:method0 ----
45:confluent_kafka.admin.AdminClient.list_groups6:method0 ----
38:confluent_kafka.admin.AdminClient.poll6:method0 ----0 2 30:confluent_kafka.Consumer.close43:confluent_kafka.DeserializingConsumer.close4 30:confluent_kafka.cimpl.Consumer24:confluent_kafka.Consumer30:confluent_kafka.cimpl.Producer24:confluent_kafka.Producer60:confluent_kafka.deserializing_consumer.DeserializingConsumer37:confluent_kafka.DeserializingConsumer56:confluent_kafka.serializing_producer.SerializingProducer35:confluent_kafka.SerializingProducer0 1 
0:5:error111:sends and receives nothing: messages stay in the queue without an error, and `flush` gives up or waits for ever-2 8:rdk:main12:rdk:broker-10 119:talks to the brokers on librdkafka's threads, which its constructors start and which a fork leaves behind in the parent91:Make the producer or consumer in the child, in the worker's function or in its initializer.70:One client, with its own connections to the brokers, for each process.3 54:https://github.com/confluentinc/librdkafka/issues/237465:https://github.com/confluentinc/confluent-kafka-python/issues/17254:https://github.com/confluentinc/librdkafka/issues/48693 
3:bad107:The producer's threads run in the parent only: the child's message is queued, and `flush` reports no error.399:from multiprocessing import Process

from confluent_kafka import Producer

producer = Producer({"bootstrap.servers": "localhost:9092"})


def publish(text):
    producer.produce("events", value=text)
    producer.flush(10)


if __name__ == "__main__":
    publish("from the parent")
    worker = Process(target=publish, args=("from the child",))
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good41:Each process makes a producer of its own.386:from multiprocessing import Process

from confluent_kafka import Producer


def publish(text):
    producer = Producer({"bootstrap.servers": "localhost:9092"})
    producer.produce("events", value=text)
    producer.flush(10)


if __name__ == "__main__":
    publish("from the parent")
    worker = Process(target=publish, args=("from the child",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss112:The parent keeps its producer to itself: the pool's workers only compute, and the parent sends what they return.398:from multiprocessing import Pool

from confluent_kafka import Producer


def square(number):
    return number * number


def main():
    producer = Producer({"bootstrap.servers": "localhost:9092"})
    with Pool(4) as pool:
        for result in pool.imap(square, range(100)):
            producer.produce("squares", value=str(result))
    producer.flush()


if __name__ == "__main__":
    main()
0 +4:3.12-0 
10:daft-delta22:Daft's Delta functions5:FG1016:python1 4:daft1 9:deltalake7:process-+--2 
19:daft.read_deltalake8:function0 ----
22:daft.*.write_deltalake6:method0 ----0 0 0 3 24:daft.dataframe.DataFrame14:daft.DataFrame33:daft.io.delta_lake.read_deltalake19:daft.read_deltalake22:daft.io.read_deltalake19:daft.read_deltalake0 4 
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
1 9:deltalake6:0.18.2+4:3.12+9:deltalake0 
15:dask-deltatable15:dask-deltatable5:FG1016:python1 15:dask_deltatable1 9:deltalake7:process-+--3 
30:dask_deltatable.read_deltalake8:function0 ----
34:dask_deltatable.read_unity_catalog8:function0 ----
28:dask_deltatable.to_deltalake8:function0 ----0 0 0 3 35:dask_deltatable.core.read_deltalake30:dask_deltatable.read_deltalake39:dask_deltatable.core.read_unity_catalog34:dask_deltatable.read_unity_catalog34:dask_deltatable.write.to_deltalake28:dask_deltatable.to_deltalake0 4 
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
1 9:deltalake6:0.18.2+4:3.12+9:deltalake0 
9:deltalake20:deltalake (delta-rs)5:FG1016:python1 9:deltalake1 9:deltalake7:process-+--58 
20:deltalake.DeltaTable11:constructor0 ----
25:deltalake.write_deltalake8:function0 ----
30:deltalake.convert_to_deltalake8:function0 ----
34:deltalake.DeltaTable.is_deltatable6:method0 ----
27:deltalake.DeltaTable.create6:method0 ----
38:deltalake.DeltaTable.from_data_catalog6:method0 ----
36:deltalake.DeltaTable.load_as_version6:method0 ----
33:deltalake.DeltaTable.load_version6:method0 ----
39:deltalake.DeltaTable.load_with_datetime6:method0 ----
39:deltalake.DeltaTable.update_incremental6:method0 ----
28:deltalake.DeltaTable.history6:method0 ----
27:deltalake.DeltaTable.vacuum6:method0 ----
27:deltalake.DeltaTable.update6:method0 ----
27:deltalake.DeltaTable.delete6:method0 ----
28:deltalake.DeltaTable.restore6:method0 ----
27:deltalake.DeltaTable.repair6:method0 ----
29:deltalake.DeltaTable.load_cdf6:method0 ----
29:deltalake.DeltaTable.generate6:method0 ----
37:deltalake.DeltaTable.cleanup_metadata6:method0 ----
38:deltalake.DeltaTable.create_checkpoint6:method0 ----
33:deltalake.DeltaTable.compact_logs6:method0 ----
40:deltalake.DeltaTable.transaction_version6:method0 ----
45:deltalake.DeltaTable.create_write_transaction6:method0 ----
37:deltalake.DeltaTable.deletion_vectors6:method0 ----
30:deltalake.DeltaTable.to_pandas6:method0 ----
37:deltalake.DeltaTable.to_pyarrow_table6:method0 ----
39:deltalake.DeltaTable.to_pyarrow_dataset6:method0 -+9:deltalake5:>=1.2--
37:deltalake.DeltaTable.optimize.compact6:method0 ----
37:deltalake.DeltaTable.optimize.z_order6:method0 ----
38:deltalake.DeltaTable.alter.add_feature6:method0 ----
38:deltalake.DeltaTable.alter.add_columns6:method0 ----
41:deltalake.DeltaTable.alter.add_constraint6:method0 ----
42:deltalake.DeltaTable.alter.drop_constraint6:method0 ----
47:deltalake.DeltaTable.alter.drop_column_not_null6:method0 ----
47:deltalake.DeltaTable.alter.set_table_properties6:method0 ----
41:deltalake.DeltaTable.alter.set_table_name6:method0 ----
48:deltalake.DeltaTable.alter.set_table_description6:method0 ----
46:deltalake.DeltaTable.alter.set_column_metadata6:method0 ----
50:deltalake.DeltaTable.to_pyarrow_dataset().to_table6:method0 ----
52:deltalake.DeltaTable.to_pyarrow_dataset().to_batches6:method0 ----
46:deltalake.DeltaTable.to_pyarrow_dataset().head6:method0 ----
52:deltalake.DeltaTable.to_pyarrow_dataset().count_rows6:method0 ----
35:deltalake.table.TableMerger.execute6:method0 ----
30:deltalake.QueryBuilder.execute6:method0 ----
30:deltalake.DeltaTable.file_uris6:method0 +22:file_pruning_predicate0 +9:deltalake5:>=1.2--
30:deltalake.DeltaTable.file_uris6:method0 +17:partition_filters0 +9:deltalake5:>=1.2--
51:deltalake.transaction.create_table_with_add_actions8:function0 ----
25:deltalake.DeltaTable.scan6:method0 ----
31:deltalake.DeltaTable.partitions6:method0 -+9:deltalake5:>=1.2--
46:deltalake.fs.DeltaStorageHandler.get_file_info6:method0 ----
55:deltalake.fs.DeltaStorageHandler.get_file_info_selector6:method0 ----
48:deltalake.fs.DeltaStorageHandler.open_input_file6:method0 ----
50:deltalake.fs.DeltaStorageHandler.open_input_stream6:method0 ----
51:deltalake.fs.DeltaStorageHandler.open_output_stream6:method0 ----
42:deltalake.fs.DeltaStorageHandler.copy_file6:method0 ----
37:deltalake.fs.DeltaStorageHandler.move6:method0 ----
44:deltalake.fs.DeltaStorageHandler.delete_file6:method0 ----
43:deltalake.fs.DeltaStorageHandler.delete_dir6:method0 ----0 20 28:deltalake.DeltaTable.version27:deltalake.DeltaTable.schema29:deltalake.DeltaTable.metadata29:deltalake.DeltaTable.protocol30:deltalake.DeltaTable.table_uri26:deltalake.DeltaTable.files26:deltalake.DeltaTable.count36:deltalake.DeltaTable.get_add_actions41:deltalake.DeltaTable.transaction_versions26:deltalake.DeltaTable.merge32:deltalake.fs.DeltaStorageHandler22:deltalake.QueryBuilder31:deltalake.QueryBuilder.register16:deltalake.Schema15:deltalake.Field18:deltalake.DataType26:deltalake.WriterProperties26:deltalake.CommitProperties34:deltalake.PostCommitHookProperties27:deltalake.rust_core_version0 11 43:deltalake.fs.fs_handler.DeltaStorageHandler32:deltalake.fs.DeltaStorageHandler28:deltalake.query.QueryBuilder22:deltalake.QueryBuilder23:deltalake.schema.Schema16:deltalake.Schema26:deltalake.table.DeltaTable20:deltalake.DeltaTable28:deltalake.table.TableAlterer26:deltalake.DeltaTable.alter30:deltalake.table.TableOptimizer29:deltalake.DeltaTable.optimize33:deltalake.writer.WriterProperties26:deltalake.WriterProperties48:deltalake.writer.convert_to.convert_to_deltalake30:deltalake.convert_to_deltalake37:deltalake.writer.convert_to_deltalake30:deltalake.convert_to_deltalake32:deltalake.writer.write_deltalake25:deltalake.write_deltalake39:deltalake.writer.writer.write_deltalake25:deltalake.write_deltalake5 27:deltalake.DeltaTable.create20:deltalake.DeltaTable38:deltalake.DeltaTable.from_data_catalog20:deltalake.DeltaTable26:deltalake.DeltaTable.merge27:deltalake.table.TableMerger31:deltalake.QueryBuilder.register22:deltalake.QueryBuilder29:deltalake.table.TableMerger.*27:deltalake.table.TableMerger4 
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
1 9:deltalake5:1.6.6+4:3.12-0 
9:dlt-delta21:dlt with Delta tables5:FG1016:python1 3:dlt1 9:deltalake7:process-+--7 
16:dlt.Pipeline.run6:method0 +12:table_format3 2 5:delta---
7:dlt.run8:function0 +12:table_format3 2 5:delta---
43:dlt.common.libs.deltalake.write_delta_table8:function0 ----
43:dlt.common.libs.deltalake.merge_delta_table8:function0 ----
42:dlt.common.libs.deltalake.get_delta_tables8:function0 ----
46:dlt.common.libs.deltalake.truncate_delta_table8:function0 ----
51:dlt.common.libs.deltalake.evolve_delta_table_schema8:function0 ----0 0 0 1 30:dlt.pipeline.pipeline.Pipeline12:dlt.Pipeline3 10:dlt.attach12:dlt.Pipeline20:dlt.current.pipeline12:dlt.Pipeline12:dlt.pipeline12:dlt.Pipeline4 
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
1 9:deltalake6:0.18.2+4:3.12+9:deltalake0 
20:event-loop-of-thread35:an event loop that runs in a thread5:FG1056:python1 7:asyncio1 6:python6:handle-++-1 
37:asyncio.AbstractEventLoop.run_forever6:method0 ---+1 
32:asyncio.run_coroutine_threadsafe8:function2 4:coro4:loop--+4:loop-0 0 0 2 22:asyncio.get_event_loop25:asyncio.AbstractEventLoop22:asyncio.new_event_loop25:asyncio.AbstractEventLoop1 
0:4:hang61:waits for ever for the result of a coroutine that nobody runs-0 0 102:is run by a thread that stays behind in the parent; the child's copy of the loop believes that it runs88:Start the loop's thread in the child, or start the workers with `spawn` or `forkserver`.90:Each child has a thread and a loop of its own; a spawned worker imports its modules again.2 84:https://docs.python.org/3/library/asyncio-task.html#asyncio.run_coroutine_threadsafe44:https://github.com/lancedb/lancedb/pull/33393 
3:bad84:The loop's thread runs in the parent alone; the child hands its coroutine to nobody.411:import asyncio
import threading
from multiprocessing import Process

loop = asyncio.new_event_loop()


async def answer():
    return 42


def ask():
    print(asyncio.run_coroutine_threadsafe(answer(), loop).result())


if __name__ == "__main__":
    threading.Thread(target=loop.run_forever, daemon=True).start()
    ask()
    worker = Process(target=ask)
    worker.start()  # error: FG105
    worker.join()
0 +4:3.12
4:good35:The child starts a loop of its own.453:import asyncio
import threading
from multiprocessing import Process

loop = asyncio.new_event_loop()


async def answer():
    return 42


def ask():
    print(asyncio.run_coroutine_threadsafe(answer(), loop).result())


def ask_alone():
    print(asyncio.run(answer()))


if __name__ == "__main__":
    threading.Thread(target=loop.run_forever, daemon=True).start()
    ask()
    worker = Process(target=ask_alone)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss47:The thread starts in the child, after the fork.385:import asyncio
import threading
from multiprocessing import Process

loop = asyncio.new_event_loop()


async def answer():
    return 42


def ask():
    threading.Thread(target=loop.run_forever, daemon=True).start()
    print(asyncio.run_coroutine_threadsafe(answer(), loop).result())


if __name__ == "__main__":
    worker = Process(target=ask)
    worker.start()
    worker.join()
0 +4:3.12-0 
19:google-cloud-pubsub20:Google Cloud Pub/Sub5:FG1046:python2 22:google.cloud.pubsub_v119:google.cloud.pubsub1 19:google-cloud-pubsub6:handle-++-2 
38:google.cloud.pubsub_v1.PublisherClient11:constructor0 ----
39:google.cloud.pubsub_v1.SubscriberClient11:constructor0 ----12 
46:google.cloud.pubsub_v1.PublisherClient.publish6:method0 ----
51:google.cloud.pubsub_v1.PublisherClient.create_topic6:method0 ----
51:google.cloud.pubsub_v1.PublisherClient.delete_topic6:method0 ----
48:google.cloud.pubsub_v1.PublisherClient.get_topic6:method0 ----
50:google.cloud.pubsub_v1.PublisherClient.list_topics6:method0 ----
49:google.cloud.pubsub_v1.SubscriberClient.subscribe6:method0 ----
44:google.cloud.pubsub_v1.SubscriberClient.pull6:method0 ----
51:google.cloud.pubsub_v1.SubscriberClient.acknowledge6:method0 ----
59:google.cloud.pubsub_v1.SubscriberClient.modify_ack_deadline6:method0 ----
59:google.cloud.pubsub_v1.SubscriberClient.create_subscription6:method0 ----
59:google.cloud.pubsub_v1.SubscriberClient.delete_subscription6:method0 ----
56:google.cloud.pubsub_v1.SubscriberClient.get_subscription6:method0 ----0 2 45:google.cloud.pubsub_v1.SubscriberClient.close48:google.cloud.pubsub_v1.SubscriberClient.__exit__2 35:google.cloud.pubsub.PublisherClient38:google.cloud.pubsub_v1.PublisherClient36:google.cloud.pubsub.SubscriberClient39:google.cloud.pubsub_v1.SubscriberClient0 1 
0:9:uncertain92:may fail with `UNAVAILABLE` or wait for ever, as other users of an inherited gRPC channel do-0 0 86:holds a gRPC channel in every client, whose threads a fork leaves behind in the parent77:Make the client in the child, in the worker's function or in its initializer.33:Each process connects for itself.3 60:https://github.com/grpc/grpc/blob/master/doc/fork_support.md61:https://github.com/googleapis/google-cloud-python/issues/499270:https://github.com/googleapis/python-bigquery/blob/main/docs/index.rst3 
3:bad81:The publisher and its channel are the parent's; the child publishes through them.322:from multiprocessing import Process

from google.cloud import pubsub_v1

publisher = pubsub_v1.PublisherClient()


def announce():
    publisher.publish("projects/demo/topics/jobs", b"done").result()


if __name__ == "__main__":
    worker = Process(target=announce)
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good39:The child makes a publisher of its own.348:from multiprocessing import Process

from google.cloud import pubsub_v1

publisher = pubsub_v1.PublisherClient()


def announce():
    publisher = pubsub_v1.PublisherClient()
    publisher.publish("projects/demo/topics/jobs", b"done").result()


if __name__ == "__main__":
    worker = Process(target=announce)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss62:The child only computes; the parent publishes what it returns.378:from multiprocessing import Pool

from google.cloud import pubsub_v1


def square(number):
    return number * number


def main():
    publisher = pubsub_v1.PublisherClient()
    with Pool(2) as pool:
        for result in pool.imap(square, range(10)):
            publisher.publish("projects/demo/topics/squares", str(result).encode())


if __name__ == "__main__":
    main()
0 +4:3.12-0 
4:grpc4:gRPC5:FG1046:python1 4:grpc1 6:grpcio6:handle-++-2 
21:grpc.insecure_channel8:function0 ----
19:grpc.secure_channel8:function0 ----5 
24:grpc.Channel.unary_unary6:method0 ----
25:grpc.Channel.unary_stream6:method0 ----
25:grpc.Channel.stream_unary6:method0 ----
26:grpc.Channel.stream_stream6:method0 ----
22:grpc.Channel.subscribe6:method0 ----0 2 18:grpc.Channel.close21:grpc.Channel.__exit__0 2 21:grpc.insecure_channel12:grpc.Channel19:grpc.secure_channel12:grpc.Channel1 
0:5:error86:gets `UNAVAILABLE` from the inherited channel, or waits for an answer that never comes-0 1 71:Other threads are currently calling into gRPC, skipping fork() handlers150:sends and receives on threads of its core, which a fork leaves behind in the parent, and keeps file descriptors in every channel that the child shares139:Make the channel and its stubs in the child, in the worker's function or in its initializer; or close the parent's channel before the fork.70:Each process connects for itself, some milliseconds at its first call.3 60:https://github.com/grpc/grpc/blob/master/doc/fork_support.md41:https://github.com/grpc/grpc/issues/1807541:https://github.com/grpc/grpc/issues/138733 
3:bad84:The channel of the module exists before the fork; the child's stub sends through it.312:from multiprocessing import Process

import grpc

channel = grpc.insecure_channel("localhost:50051")


def ask():
    greet = channel.unary_unary("/hello.Greeter/Greet")
    print(greet(b"child"))


if __name__ == "__main__":
    worker = Process(target=ask)
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good85:The child makes a channel of its own, which was measured to work beside the parent's.351:from multiprocessing import Process

import grpc

channel = grpc.insecure_channel("localhost:50051")


def ask():
    channel = grpc.insecure_channel("localhost:50051")
    greet = channel.unary_unary("/hello.Greeter/Greet")
    print(greet(b"child"))


if __name__ == "__main__":
    worker = Process(target=ask)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss69:The parent's channel is closed where its block ends, before the fork.324:from multiprocessing import Process

import grpc


def ask():
    with grpc.insecure_channel("localhost:50051") as channel:
        greet = channel.unary_unary("/hello.Greeter/Greet")
        print(greet(b"hello"))


if __name__ == "__main__":
    ask()
    worker = Process(target=ask)
    worker.start()
    worker.join()
0 +4:3.12-0 
4:h5py4:h5py5:FG1046:python1 4:h5py1 4:h5py6:handle-++-1 
9:h5py.File11:constructor0 ----13 
21:h5py.File.__getitem__6:method0 ----
21:h5py.File.__setitem__6:method0 ----
13:h5py.File.get6:method0 ----
14:h5py.File.keys6:method0 ----
16:h5py.File.values6:method0 ----
15:h5py.File.items6:method0 ----
15:h5py.File.visit6:method0 ----
20:h5py.File.visititems6:method0 ----
24:h5py.File.create_dataset6:method0 ----
22:h5py.File.create_group6:method0 ----
25:h5py.File.require_dataset6:method0 ----
23:h5py.File.require_group6:method0 ----
15:h5py.File.flush6:method0 ----0 2 15:h5py.File.close18:h5py.File.__exit__1 19:h5py._hl.files.File9:h5py.File0 1 
0:9:uncertain98:loses what it writes to the inherited file, and reads wrong bytes from it with some builds of HDF5-0 0 138:keeps the open file and HDF5's caches behind the file object: parent and child share the file, and neither sees what the other has changed140:Open the file in the child, in the worker's function, its initializer or at the first item of a dataset; close the parent's before the fork.47:Each process opens the file, some milliseconds.4 39:https://github.com/h5py/h5py/issues/93440:https://github.com/h5py/h5py/issues/237240:https://github.com/h5py/h5py/issues/258442:https://github.com/gem/oq-engine/pull/34403 
3:bad126:The file is open when the pool forks: the workers share it, each with a copy of HDF5's state that knows nothing of the others.264:from multiprocessing import Pool

import h5py

store = h5py.File("/data/images.h5", "r")


def mean(index):
    return store["images"][index].mean()


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG104
        print(pool.map(mean, range(100)))
0 +4:3.12
4:good39:Every worker opens the file for itself.324:from multiprocessing import Pool

import h5py

store = None


def open_store():
    global store
    store = h5py.File("/data/images.h5", "r")


def mean(index):
    return store["images"][index].mean()


if __name__ == "__main__":
    with Pool(4, initializer=open_store) as pool:
        print(pool.map(mean, range(100)))
0 +4:3.12
9:near-miss70:The parent reads the length and closes the file before the pool forks.379:from multiprocessing import Pool

import h5py

PATH = "/data/images.h5"


def mean(index):
    with h5py.File(PATH, "r") as store:
        return store["images"][index].mean()


def main():
    with h5py.File(PATH, "r") as store:
        length = len(store["images"])
    with Pool(4) as pool:
        print(pool.map(mean, range(length)))


if __name__ == "__main__":
    main()
0 +4:3.12-0 
10:ibis-delta21:Ibis' Delta functions5:FG1016:python1 4:ibis1 9:deltalake7:process-+--5 
15:ibis.*.to_delta6:method0 ----
28:ibis.datafusion.*.read_delta6:method0 ----
37:ibis.backends.datafusion.*.read_delta6:method0 ----
24:ibis.polars.*.read_delta6:method0 -+6:polars5:<1.38--
33:ibis.backends.polars.*.read_delta6:method0 -+6:polars5:<1.38--0 2 15:ibis.read_delta32:ibis.duckdb.connect().read_delta0 0 0 4 
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
1 9:deltalake6:0.18.2+4:3.12+9:deltalake0 
8:langfuse8:Langfuse5:FG1046:python1 8:langfuse1 8:langfuse6:handle-++-1 
17:langfuse.Langfuse11:constructor0 ----15 
23:langfuse.Langfuse.trace6:method0 ----
22:langfuse.Langfuse.span6:method0 ----
28:langfuse.Langfuse.generation6:method0 ----
23:langfuse.Langfuse.event6:method0 ----
23:langfuse.Langfuse.score6:method0 ----
30:langfuse.Langfuse.create_score6:method0 ----
30:langfuse.Langfuse.create_event6:method0 ----
28:langfuse.Langfuse.start_span6:method0 ----
39:langfuse.Langfuse.start_as_current_span6:method0 ----
34:langfuse.Langfuse.start_generation6:method0 ----
45:langfuse.Langfuse.start_as_current_generation6:method0 ----
35:langfuse.Langfuse.start_observation6:method0 ----
46:langfuse.Langfuse.start_as_current_observation6:method0 ----
23:langfuse.Langfuse.flush6:method0 ----
26:langfuse.Langfuse.shutdown6:method0 ----0 1 26:langfuse.Langfuse.shutdown1 24:langfuse.client.Langfuse17:langfuse.Langfuse0 1 
0:9:uncertain50:may lose its events, and `flush` may wait for ever-0 0 89:sends what it collects on threads of the client, which a fork leaves behind in the parent132:Make the client in the child, in the worker's function or in its initializer (with a preloading server: in its hook after the fork).44:Each process starts its own sending threads.1 53:https://github.com/langfuse/langfuse-python/pull/16543 
3:bad82:The client's threads run in the parent only; the child's score is queued for them.344:from multiprocessing import Process

from langfuse import Langfuse

langfuse = Langfuse()


def rate(trace, value):
    langfuse.create_score(trace_id=trace, name="quality", value=value)
    langfuse.flush()


if __name__ == "__main__":
    worker = Process(target=rate, args=("a1", 0.9))
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good36:The child makes a client of its own.352:from multiprocessing import Process

from langfuse import Langfuse

langfuse = Langfuse()


def rate(trace, value):
    langfuse = Langfuse()
    langfuse.create_score(trace_id=trace, name="quality", value=value)
    langfuse.flush()


if __name__ == "__main__":
    worker = Process(target=rate, args=("a1", 0.9))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss57:The child only computes the value; the parent records it.451:from multiprocessing import Pool

from langfuse import Langfuse


def quality(text):
    return len(set(text.split())) / len(text.split())


def main(texts):
    langfuse = Langfuse()
    with Pool(2) as pool:
        for number, value in enumerate(pool.map(quality, texts)):
            langfuse.create_score(trace_id=str(number), name="quality", value=value)
    langfuse.flush()


if __name__ == "__main__":
    main(["one two two", "three four"])
0 +4:3.12-0 
8:lightgbm8:LightGBM5:FG1026:python1 8:lightgbm1 8:lightgbm7:process-+--9 
14:lightgbm.train8:function0 ----
11:lightgbm.cv8:function0 ----
27:lightgbm.LGBMClassifier.fit6:method0 +6:n_jobs4 3 1:1---
31:lightgbm.LGBMClassifier.predict6:method0 +6:n_jobs4 3 1:1---
26:lightgbm.LGBMRegressor.fit6:method0 +6:n_jobs4 3 1:1---
30:lightgbm.LGBMRegressor.predict6:method0 +6:n_jobs4 3 1:1---
23:lightgbm.LGBMRanker.fit6:method0 +6:n_jobs4 3 1:1---
27:lightgbm.LGBMRanker.predict6:method0 +6:n_jobs4 3 1:1---
24:lightgbm.Booster.predict6:method0 ----0 0 0 3 31:lightgbm.sklearn.LGBMClassifier23:lightgbm.LGBMClassifier27:lightgbm.sklearn.LGBMRanker19:lightgbm.LGBMRanker30:lightgbm.sklearn.LGBMRegressor22:lightgbm.LGBMRegressor4 27:lightgbm.LGBMClassifier.fit23:lightgbm.LGBMClassifier23:lightgbm.LGBMRanker.fit19:lightgbm.LGBMRanker26:lightgbm.LGBMRegressor.fit22:lightgbm.LGBMRegressor14:lightgbm.train16:lightgbm.Booster1 
0:4:hang20:hangs without a word-0 0 101:runs its loops on GNU OpenMP, whose threads belong to the whole process and stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.83:A spawned worker imports its modules again, and what it is given must be picklable.2 52:https://github.com/lightgbm-org/LightGBM/issues/475152:https://github.com/lightgbm-org/LightGBM/issues/17893 
3:bad92:The parent starts the threads, and the forked child waits for threads that it does not have.371:from multiprocessing import Process

import lightgbm as lgb
import numpy as np


def work():
    data = lgb.Dataset(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(lgb.train({"num_leaves": 7}, data, 10))


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts the library afresh.380:from multiprocessing import get_context

import lightgbm as lgb
import numpy as np


def work():
    data = lgb.Dataset(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(lgb.train({"num_leaves": 7}, data, 10))


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child uses the library.344:from multiprocessing import Process

import lightgbm as lgb
import numpy as np


def work():
    data = lgb.Dataset(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(lgb.train({"num_leaves": 7}, data, 10))


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 
14:lock-of-thread34:a lock that a running thread takes5:FG1056:python1 9:threading1 6:python6:handle-++-5 
22:threading.Lock.acquire6:method0 ---+
24:threading.Lock.__enter__6:method0 ---+
23:threading.RLock.acquire6:method0 ---+
25:threading.RLock.__enter__6:method0 ---+
29:threading.Condition.__enter__6:method0 ---+5 
22:threading.Lock.acquire6:method2 8:blocking7:timeout+8:blocking4 1 ----
24:threading.Lock.__enter__6:method0 ----
23:threading.RLock.acquire6:method2 8:blocking7:timeout+8:blocking4 1 ----
25:threading.RLock.__enter__6:method0 ----
29:threading.Condition.__enter__6:method0 ----0 0 0 3 19:threading.Condition19:threading.Condition14:threading.Lock14:threading.Lock15:threading.RLock15:threading.RLock1 
0:9:uncertain68:waits for ever if the thread held the lock at the moment of the fork-0 0 96:may be held by the thread at the moment of the fork, and that thread does not exist in the child122:Stop and join the thread before the fork, start it after the last fork, or start the workers with `spawn` or `forkserver`.114:Joining waits for what the thread is at; a spawned worker imports its modules again and its arguments are pickled.3 49:https://docs.python.org/3/library/os.html#os.fork47:https://github.com/python/cpython/issues/10022846:https://github.com/python/cpython/issues/509703 
3:bad113:The thread takes the lock again and again; whenever the fork falls into its block, the child never gets the lock.471:import threading
import time
from multiprocessing import Process

lock = threading.Lock()
counts = {"ticks": 0}


def tick():
    while True:
        with lock:
            counts["ticks"] += 1
            time.sleep(0.1)


def report():
    with lock:
        print(counts)


if __name__ == "__main__":
    threading.Thread(target=tick, daemon=True).start()
    time.sleep(0.05)
    worker = Process(target=report)
    worker.start()  # warning: FG105
    worker.join()
0 +4:3.12
4:good59:A spawned worker imports the module anew: its lock is free.477:import multiprocessing
import threading
import time

lock = threading.Lock()
counts = {"ticks": 0}


def tick():
    while True:
        with lock:
            counts["ticks"] += 1
            time.sleep(0.1)


def report():
    with lock:
        print(counts)


if __name__ == "__main__":
    threading.Thread(target=tick, daemon=True).start()
    time.sleep(0.05)
    worker = multiprocessing.get_context("spawn").Process(target=report)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss75:The threads have been joined: nobody holds the lock when the process forks.476:import threading
from multiprocessing import Process

lock = threading.Lock()
counts = {"ticks": 0}


def tick():
    with lock:
        counts["ticks"] += 1


def report():
    with lock:
        print(counts)


if __name__ == "__main__":
    threads = [threading.Thread(target=tick) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    worker = Process(target=report)
    worker.start()
    worker.join()
0 +4:3.12-0 
6:polars6:polars5:FG1026:python1 6:polars1 6:polars7:process-+--18 
15:polars.read_csv8:function0 ----
19:polars.read_parquet8:function0 ----
13:polars.concat8:function0 ----
23:polars.DataFrame.filter6:method0 ----
21:polars.DataFrame.sort6:method0 ----
21:polars.DataFrame.join6:method0 ----
23:polars.DataFrame.unique6:method0 ----
26:polars.DataFrame.write_csv6:method0 ----
30:polars.DataFrame.write_parquet6:method0 ----
37:polars.dataframe.group_by.GroupBy.agg6:method0 ----
24:polars.LazyFrame.collect6:method0 ----
25:polars.LazyFrame.sink_csv6:method0 ----
29:polars.LazyFrame.sink_parquet6:method0 ----
25:polars.LazyFrame.sink_ipc6:method0 ----
28:polars.LazyFrame.sink_ndjson6:method0 ----
18:polars.Series.sort6:method0 ----
23:polars.DataFrame.select6:method0 ----
29:polars.DataFrame.with_columns6:method0 ----16 
15:polars.read_csv8:function0 ----
19:polars.read_parquet8:function0 ----
13:polars.concat8:function0 ----
23:polars.DataFrame.filter6:method0 ----
21:polars.DataFrame.sort6:method0 ----
21:polars.DataFrame.join6:method0 ----
23:polars.DataFrame.unique6:method0 ----
26:polars.DataFrame.write_csv6:method0 ----
30:polars.DataFrame.write_parquet6:method0 ----
37:polars.dataframe.group_by.GroupBy.agg6:method0 ----
24:polars.LazyFrame.collect6:method0 ----
25:polars.LazyFrame.sink_csv6:method0 ----
29:polars.LazyFrame.sink_parquet6:method0 ----
25:polars.LazyFrame.sink_ipc6:method0 ----
28:polars.LazyFrame.sink_ndjson6:method0 ----
18:polars.Series.sort6:method0 ----8 16:polars.DataFrame16:polars.LazyFrame13:polars.Series16:polars.read_json15:polars.scan_csv19:polars.scan_parquet15:polars.scan_ipc18:polars.scan_ndjson0 6 26:polars.dataframe.DataFrame16:polars.DataFrame32:polars.dataframe.frame.DataFrame16:polars.DataFrame26:polars.lazyframe.LazyFrame16:polars.LazyFrame32:polars.lazyframe.frame.LazyFrame16:polars.LazyFrame20:polars.series.Series13:polars.Series27:polars.series.series.Series13:polars.Series48 21:polars.DataFrame.cast16:polars.DataFrame22:polars.DataFrame.clone16:polars.DataFrame21:polars.DataFrame.drop16:polars.DataFrame27:polars.DataFrame.drop_nulls16:polars.DataFrame24:polars.DataFrame.explode16:polars.DataFrame26:polars.DataFrame.fill_null16:polars.DataFrame23:polars.DataFrame.filter16:polars.DataFrame25:polars.DataFrame.group_by33:polars.dataframe.group_by.GroupBy21:polars.DataFrame.head16:polars.DataFrame23:polars.DataFrame.hstack16:polars.DataFrame21:polars.DataFrame.join16:polars.DataFrame26:polars.DataFrame.join_asof16:polars.DataFrame21:polars.DataFrame.lazy16:polars.LazyFrame22:polars.DataFrame.limit16:polars.DataFrame22:polars.DataFrame.pivot16:polars.DataFrame23:polars.DataFrame.rename16:polars.DataFrame24:polars.DataFrame.reverse16:polars.DataFrame23:polars.DataFrame.sample16:polars.DataFrame23:polars.DataFrame.select16:polars.DataFrame22:polars.DataFrame.slice16:polars.DataFrame21:polars.DataFrame.sort16:polars.DataFrame21:polars.DataFrame.tail16:polars.DataFrame23:polars.DataFrame.unique16:polars.DataFrame24:polars.DataFrame.unpivot16:polars.DataFrame23:polars.DataFrame.vstack16:polars.DataFrame29:polars.DataFrame.with_columns16:polars.DataFrame31:polars.DataFrame.with_row_index16:polars.DataFrame18:polars.LazyFrame.*16:polars.LazyFrame24:polars.LazyFrame.collect16:polars.DataFrame25:polars.LazyFrame.group_by37:polars.lazyframe.group_by.LazyGroupBy13:polars.concat16:polars.DataFrame37:polars.dataframe.group_by.GroupBy.agg16:polars.DataFrame17:polars.from_arrow16:polars.DataFrame16:polars.from_dict16:polars.DataFrame17:polars.from_dicts16:polars.DataFrame18:polars.from_pandas16:polars.DataFrame19:polars.from_records16:polars.DataFrame39:polars.lazyframe.group_by.LazyGroupBy.*16:polars.LazyFrame15:polars.read_csv16:polars.DataFrame17:polars.read_excel16:polars.DataFrame15:polars.read_ipc16:polars.DataFrame16:polars.read_json16:polars.DataFrame18:polars.read_ndjson16:polars.DataFrame19:polars.read_parquet16:polars.DataFrame15:polars.scan_csv16:polars.LazyFrame15:polars.scan_ipc16:polars.LazyFrame18:polars.scan_ndjson16:polars.LazyFrame19:polars.scan_parquet16:polars.LazyFrame1 
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
0 +4:3.12-0 
12:polars-delta23:polars' Delta functions5:FG1016:python1 6:polars1 9:deltalake7:process-+--23 
17:polars.read_delta8:function0 ----
17:polars.scan_delta8:function0 -+6:polars5:<1.38--
27:polars.scan_delta().collect6:method0 -+6:polars6:>=1.38--
29:polars.scan_delta().*.collect6:method0 -+6:polars6:>=1.38--
33:polars.scan_delta().collect_async6:method0 -+6:polars6:>=1.38--
35:polars.scan_delta().*.collect_async6:method0 -+6:polars6:>=1.38--
34:polars.scan_delta().collect_schema6:method0 -+6:polars6:>=1.38--
36:polars.scan_delta().*.collect_schema6:method0 -+6:polars6:>=1.38--
25:polars.scan_delta().fetch6:method0 -+6:polars6:>=1.38--
27:polars.scan_delta().*.fetch6:method0 -+6:polars6:>=1.38--
32:polars.scan_delta().sink_parquet6:method0 -+6:polars6:>=1.38--
34:polars.scan_delta().*.sink_parquet6:method0 -+6:polars6:>=1.38--
28:polars.scan_delta().sink_csv6:method0 -+6:polars6:>=1.38--
30:polars.scan_delta().*.sink_csv6:method0 -+6:polars6:>=1.38--
28:polars.scan_delta().sink_ipc6:method0 -+6:polars6:>=1.38--
30:polars.scan_delta().*.sink_ipc6:method0 -+6:polars6:>=1.38--
31:polars.scan_delta().sink_ndjson6:method0 -+6:polars6:>=1.38--
33:polars.scan_delta().*.sink_ndjson6:method0 -+6:polars6:>=1.38--
30:polars.scan_delta().sink_delta6:method0 -+6:polars6:>=1.38--
32:polars.scan_delta().*.sink_delta6:method0 -+6:polars6:>=1.38--
20:polars.*.write_delta6:method0 ----
19:polars.*.sink_delta6:method0 ----
26:polars.Catalog.write_table6:method0 ----0 0 0 11 28:polars.catalog.unity.Catalog14:polars.Catalog26:polars.dataframe.DataFrame16:polars.DataFrame32:polars.dataframe.frame.DataFrame16:polars.DataFrame36:polars.io.delta.functions.read_delta17:polars.read_delta36:polars.io.delta.functions.scan_delta17:polars.scan_delta26:polars.io.delta.read_delta17:polars.read_delta26:polars.io.delta.scan_delta17:polars.scan_delta20:polars.io.read_delta17:polars.read_delta20:polars.io.scan_delta17:polars.scan_delta26:polars.lazyframe.LazyFrame16:polars.LazyFrame32:polars.lazyframe.frame.LazyFrame16:polars.LazyFrame0 4 
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
1 9:deltalake6:0.18.2+4:3.12+9:deltalake0 
22:preexec-beside-threads8:a thread5:FG2026:python2 9:threading18:concurrent.futures1 6:python6:handle----4 
22:threading.Thread.start6:method0 ----
21:threading.Timer.start6:method0 ----
44:concurrent.futures.ThreadPoolExecutor.submit6:method0 ----
41:concurrent.futures.ThreadPoolExecutor.map6:method0 ----0 0 5 21:threading.Thread.join20:threading.Timer.join22:threading.Timer.cancel46:concurrent.futures.ThreadPoolExecutor.shutdown46:concurrent.futures.ThreadPoolExecutor.__exit__1 44:concurrent.futures.thread.ThreadPoolExecutor37:concurrent.futures.ThreadPoolExecutor0 1 
0:9:uncertain66:can wait for ever in `preexec_fn` for a lock that the thread holds-0 0 119:may hold a lock (of the allocator, of an import, of logging) at the moment of the fork, and does not exist in the child194:Use `start_new_session=`, `process_group=`, `user=`, `group=` or `umask=` in place of `preexec_fn`, or a small program that makes the settings and then starts the command (`prlimit`, `setpriv`).82:What only Python code can do before the command starts needs a program of its own.2 66:https://docs.python.org/3/library/subprocess.html#subprocess.Popen46:https://github.com/python/cpython/issues/826163 
3:bad102:The thread runs while the command is started, and the child runs Python before it becomes the command.276:import os
import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


if __name__ == "__main__":
    threading.Thread(target=watch, daemon=True).start()
    subprocess.run(["true"], preexec_fn=os.setsid, check=True)  # warning: FG202
0 +4:3.12
4:good61:The command gets its session without any Python in the child.250:import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


if __name__ == "__main__":
    threading.Thread(target=watch, daemon=True).start()
    subprocess.run(["true"], start_new_session=True, check=True)
0 +4:3.12
9:near-miss49:The thread has ended when the command is started.256:import os
import subprocess
import threading


def warm_up():
    print("ready")


if __name__ == "__main__":
    thread = threading.Thread(target=warm_up)
    thread.start()
    thread.join()
    subprocess.run(["true"], preexec_fn=os.setsid, check=True)
0 +4:3.12-5 16:subprocess.Popen14:subprocess.run15:subprocess.call21:subprocess.check_call23:subprocess.check_output
7:psycopg7:psycopg5:FG1046:python2 7:psycopg12:psycopg_pool2 7:psycopg12:psycopg-pool6:handle-++-7 
15:psycopg.connect8:function0 ----
26:psycopg.Connection.connect8:function0 ----
22:psycopg.Cursor.execute6:method0 ----
27:psycopg_pool.ConnectionPool11:constructor0 +4:open1 ---
27:psycopg_pool.ConnectionPool11:constructor0 +4:open3 1 +---
32:psycopg_pool.ConnectionPool.open6:method0 ----
37:psycopg_pool.ConnectionPool.__enter__6:method0 ----22 
26:psycopg.Connection.execute6:method0 ----
25:psycopg.Connection.cursor6:method0 ----
25:psycopg.Connection.commit6:method0 ----
27:psycopg.Connection.rollback6:method0 ----
24:psycopg.Connection.close6:method0 ----
30:psycopg.Connection.transaction6:method0 ----
27:psycopg.Connection.pipeline6:method0 ----
27:psycopg.Connection.notifies6:method0 ----
23:psycopg.Connection.wait6:method0 ----
22:psycopg.Cursor.execute6:method0 ----
26:psycopg.Cursor.executemany6:method0 ----
19:psycopg.Cursor.copy6:method0 ----
21:psycopg.Cursor.stream6:method0 ----
23:psycopg.Cursor.fetchone6:method0 ----
24:psycopg.Cursor.fetchmany6:method0 ----
23:psycopg.Cursor.fetchall6:method0 ----
38:psycopg_pool.ConnectionPool.connection6:method0 ----
35:psycopg_pool.ConnectionPool.getconn6:method0 ----
35:psycopg_pool.ConnectionPool.putconn6:method0 ----
33:psycopg_pool.ConnectionPool.close6:method0 ----
32:psycopg_pool.ConnectionPool.wait6:method0 ----
33:psycopg_pool.ConnectionPool.check6:method0 ----0 6 24:psycopg.Connection.close27:psycopg.Connection.__exit__20:psycopg.Cursor.close23:psycopg.Cursor.__exit__33:psycopg_pool.ConnectionPool.close36:psycopg_pool.ConnectionPool.__exit__2 29:psycopg.connection.Connection18:psycopg.Connection32:psycopg_pool.pool.ConnectionPool27:psycopg_pool.ConnectionPool7 26:psycopg.Connection.connect18:psycopg.Connection25:psycopg.Connection.cursor14:psycopg.Cursor26:psycopg.Connection.execute14:psycopg.Cursor22:psycopg.Cursor.execute14:psycopg.Cursor15:psycopg.connect18:psycopg.Connection38:psycopg_pool.ConnectionPool.connection18:psycopg.Connection35:psycopg_pool.ConnectionPool.getconn18:psycopg.Connection1 
0:5:error105:shares one socket with the parent: each reads answers meant for the other, and the session of both breaks-0 0 138:keeps one socket to the server and the state of the conversation on it in every connection, and a fork makes two processes of its one user181:Connect in the child: call `psycopg.connect`, or open the pool, in the worker's function or in its initializer; or leave the connection's or the pool's `with` block before the fork.54:One connection, or one pool of them, for each process.1 70:https://github.com/psycopg/psycopg/blob/master/docs/advanced/async.rst4 
3:bad102:The parent opens the pool, whose worker threads stay behind and whose sockets the forked child shares.359:from multiprocessing import Process

from psycopg_pool import ConnectionPool

pool = ConnectionPool("dbname=shop", open=True)


def work():
    with pool.connection() as connection:
        connection.execute("UPDATE jobs SET state = 'done'")


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good34:The child opens a pool of its own.346:from multiprocessing import Process

from psycopg_pool import ConnectionPool


def work():
    pool = ConnectionPool("dbname=shop", open=True)
    with pool.connection() as connection:
        connection.execute("UPDATE jobs SET state = 'done'")


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss62:The parent's pool is made closed, and only the child opens it.360:from multiprocessing import Process

from psycopg_pool import ConnectionPool

pool = ConnectionPool("dbname=shop", open=False)


def work():
    pool.open()
    with pool.connection() as connection:
        connection.execute("UPDATE jobs SET state = 'done'")


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss65:Leaving the block closes the parent's connection before the fork.245:import os

import psycopg


def count():
    with psycopg.connect("dbname=shop") as connection:
        return connection.execute("SELECT count(*) FROM jobs").fetchone()[0]


print(count())

if os.fork() == 0:
    print(count())
    os._exit(0)
0 +4:3.12-0 
8:psycopg28:psycopg25:FG1046:python1 8:psycopg22 8:psycopg215:psycopg2-binary6:handle-++-5 
16:psycopg2.connect8:function0 ----
34:psycopg2.pool.SimpleConnectionPool11:constructor0 ----
36:psycopg2.pool.ThreadedConnectionPool11:constructor0 ----
34:psycopg2.extensions.cursor.execute6:method0 ----
38:psycopg2.extensions.cursor.executemany6:method0 ----21 
37:psycopg2.extensions.connection.cursor6:method0 ----
37:psycopg2.extensions.connection.commit6:method0 ----
39:psycopg2.extensions.connection.rollback6:method0 ----
36:psycopg2.extensions.connection.close6:method0 ----
42:psycopg2.extensions.connection.set_session6:method0 ----
35:psycopg2.extensions.connection.poll6:method0 ----
34:psycopg2.extensions.cursor.execute6:method0 ----
38:psycopg2.extensions.cursor.executemany6:method0 ----
38:psycopg2.extensions.cursor.copy_expert6:method0 ----
36:psycopg2.extensions.cursor.copy_from6:method0 ----
34:psycopg2.extensions.cursor.copy_to6:method0 ----
35:psycopg2.extensions.cursor.callproc6:method0 ----
35:psycopg2.extensions.cursor.fetchone6:method0 ----
36:psycopg2.extensions.cursor.fetchmany6:method0 ----
35:psycopg2.extensions.cursor.fetchall6:method0 ----
42:psycopg2.pool.SimpleConnectionPool.getconn6:method0 ----
42:psycopg2.pool.SimpleConnectionPool.putconn6:method0 ----
43:psycopg2.pool.SimpleConnectionPool.closeall6:method0 ----
44:psycopg2.pool.ThreadedConnectionPool.getconn6:method0 ----
44:psycopg2.pool.ThreadedConnectionPool.putconn6:method0 ----
45:psycopg2.pool.ThreadedConnectionPool.closeall6:method0 ----0 4 36:psycopg2.extensions.connection.close32:psycopg2.extensions.cursor.close43:psycopg2.pool.SimpleConnectionPool.closeall45:psycopg2.pool.ThreadedConnectionPool.closeall0 4 16:psycopg2.connect30:psycopg2.extensions.connection37:psycopg2.extensions.connection.cursor26:psycopg2.extensions.cursor42:psycopg2.pool.SimpleConnectionPool.getconn30:psycopg2.extensions.connection44:psycopg2.pool.ThreadedConnectionPool.getconn30:psycopg2.extensions.connection1 
0:5:error105:shares one socket with the parent: each reads answers meant for the other, and the session of both breaks-0 0 138:keeps one socket to the server and the state of the conversation on it in every connection, and a fork makes two processes of its one user163:Connect in the child: call `psycopg2.connect`, or build the pool, in the worker's function or in its initializer; or close the parent's connection before the fork.46:One connection to the server for each process.2 65:https://github.com/psycopg/psycopg2/blob/master/doc/src/usage.rst65:https://www.psycopg.org/docs/usage.html#thread-and-process-safety3 
3:bad132:The connection of the module is opened at import; the pool forks, and its workers send queries over the one socket at the same time.398:from multiprocessing import Pool

import psycopg2

connection = psycopg2.connect("dbname=shop")


def total(customer):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(price) FROM orders WHERE customer = %s", (customer,))
        return cursor.fetchone()[0]


if __name__ == "__main__":
    with Pool(4) as pool:  # error: FG104
        print(pool.map(total, range(100)))
0 +4:3.12
4:good46:The initializer connects once in every worker.464:from multiprocessing import Pool

import psycopg2

connection = None


def connect():
    global connection
    connection = psycopg2.connect("dbname=shop")


def total(customer):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(price) FROM orders WHERE customer = %s", (customer,))
        return cursor.fetchone()[0]


if __name__ == "__main__":
    with Pool(4, initializer=connect) as pool:
        print(pool.map(total, range(100)))
0 +4:3.12
9:near-miss78:The parent closes its connection before it forks, and the child opens another.446:from multiprocessing import Process

import psycopg2


def names():
    connection = psycopg2.connect("dbname=shop")
    cursor = connection.cursor()
    cursor.execute("SELECT name FROM customers")
    found = [row[0] for row in cursor.fetchall()]
    connection.close()
    return found


def work():
    print(len(names()))


if __name__ == "__main__":
    print(names())
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12-0 
7:pymongo7:PyMongo5:FG1046:python1 7:pymongo1 7:pymongo6:handle-++-2 
19:pymongo.MongoClient11:constructor0 +7:connect1 ---
19:pymongo.MongoClient11:constructor0 +7:connect3 1 +---28 
33:pymongo.MongoClient.admin.command6:method0 ----
31:pymongo.MongoClient.server_info6:method0 ----
34:pymongo.MongoClient.list_databases6:method0 ----
39:pymongo.MongoClient.list_database_names6:method0 ----
32:pymongo.MongoClient.get_database6:method0 ----
33:pymongo.MongoClient.start_session6:method0 ----
33:pymongo.MongoClient.drop_database6:method0 ----
25:pymongo.MongoClient.watch6:method0 ----
26:pymongo.MongoClient.*.find6:method0 ----
30:pymongo.MongoClient.*.find_one6:method0 ----
32:pymongo.MongoClient.*.insert_one6:method0 ----
33:pymongo.MongoClient.*.insert_many6:method0 ----
32:pymongo.MongoClient.*.update_one6:method0 ----
33:pymongo.MongoClient.*.update_many6:method0 ----
33:pymongo.MongoClient.*.replace_one6:method0 ----
32:pymongo.MongoClient.*.delete_one6:method0 ----
33:pymongo.MongoClient.*.delete_many6:method0 ----
31:pymongo.MongoClient.*.aggregate6:method0 ----
37:pymongo.MongoClient.*.count_documents6:method0 ----
46:pymongo.MongoClient.*.estimated_document_count6:method0 ----
30:pymongo.MongoClient.*.distinct6:method0 ----
32:pymongo.MongoClient.*.bulk_write6:method0 ----
41:pymongo.MongoClient.*.find_one_and_update6:method0 ----
42:pymongo.MongoClient.*.find_one_and_replace6:method0 ----
41:pymongo.MongoClient.*.find_one_and_delete6:method0 ----
29:pymongo.MongoClient.*.command6:method0 ----
43:pymongo.MongoClient.*.list_collection_names6:method0 ----
34:pymongo.MongoClient.*.create_index6:method0 ----0 2 25:pymongo.MongoClient.close28:pymongo.MongoClient.__exit__2 32:pymongo.mongo_client.MongoClient19:pymongo.MongoClient44:pymongo.synchronous.mongo_client.MongoClient19:pymongo.MongoClient0 1 
0:9:uncertain119:may wait for ever for a lock that a thread of the parent held; PyMongo warns that the client was opened before the fork-0 1 84:MongoClient opened before fork. May not be entirely fork-safe, proceed with caution.144:watches the servers on threads of the client, which a fork leaves behind in the parent, and keeps locks that one of them may hold at that moment123:Make the `MongoClient` in the child, in the worker's function or in its initializer; or close the parent's before the fork.55:Each process finds the servers and connects for itself.2 90:https://github.com/mongodb/mongo-python-driver/blob/master/pymongo/synchronous/topology.py70:https://pymongo.readthedocs.io/en/stable/faq.html#is-pymongo-fork-safe3 
3:bad69:The client is opened at import, and the forked child asks through it.298:from multiprocessing import Process

from pymongo import MongoClient

client = MongoClient("mongodb://localhost")


def count():
    print(client.shop.orders.count_documents({}))


if __name__ == "__main__":
    worker = Process(target=count)
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good36:The child makes a client of its own.328:from multiprocessing import Process

from pymongo import MongoClient

client = MongoClient("mongodb://localhost")


def count():
    client = MongoClient("mongodb://localhost")
    print(client.shop.orders.count_documents({}))


if __name__ == "__main__":
    worker = Process(target=count)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss88:With `connect=False` a client starts nothing before its first use, which is the child's.295:from multiprocessing import Process

from pymongo import MongoClient

client = MongoClient("mongodb://localhost", connect=False)


def count():
    print(client.shop.orders.count_documents({}))


if __name__ == "__main__":
    worker = Process(target=count)
    worker.start()
    worker.join()
0 +4:3.12-0 
5:pyzmq5:pyzmq5:FG1046:python1 3:zmq1 5:pyzmq6:handle-++-2 
15:zmq.Socket.bind6:method0 ----
18:zmq.Socket.connect6:method0 ----11 
15:zmq.Socket.send6:method0 ----
15:zmq.Socket.recv6:method0 ----
22:zmq.Socket.send_string6:method0 ----
22:zmq.Socket.recv_string6:method0 ----
20:zmq.Socket.send_json6:method0 ----
20:zmq.Socket.recv_json6:method0 ----
21:zmq.Socket.send_pyobj6:method0 ----
21:zmq.Socket.recv_pyobj6:method0 ----
25:zmq.Socket.send_multipart6:method0 ----
25:zmq.Socket.recv_multipart6:method0 ----
15:zmq.Socket.poll6:method0 ----0 2 16:zmq.Socket.close19:zmq.Socket.__exit__3 17:zmq.sugar.Context11:zmq.Context25:zmq.sugar.context.Context11:zmq.Context23:zmq.sugar.socket.Socket10:zmq.Socket2 20:zmq.Context.instance11:zmq.Context18:zmq.Context.socket10:zmq.Socket1 
0:9:uncertain78:may wait for ever and keep a core busy, or lose what it sends without an error-2 12:ZMQbg/Reaper10:ZMQbg/IO/00 82:moves messages on threads of the context, which a fork leaves behind in the parent98:Make the context and its sockets in the child: `zmq.Context.instance()` gives a new context there.33:Each process connects for itself.1 62:https://github.com/zeromq/pyzmq/blob/main/zmq/sugar/context.py3 
3:bad102:The socket's context belongs to the parent, and so do the threads that would send the child's message.334:from multiprocessing import Process

import zmq

context = zmq.Context()
socket = context.socket(zmq.PUSH)
socket.connect("tcp://localhost:5557")


def report(text):
    socket.send_string(text)


if __name__ == "__main__":
    worker = Process(target=report, args=("started",))
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good50:The child makes a context and a socket of its own.425:from multiprocessing import Process

import zmq

context = zmq.Context()
socket = context.socket(zmq.PUSH)
socket.connect("tcp://localhost:5557")


def report(text):
    context = zmq.Context()
    socket = context.socket(zmq.PUSH)
    socket.connect("tcp://localhost:5557")
    socket.send_string(text)


if __name__ == "__main__":
    worker = Process(target=report, args=("started",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss74:The parent receives on its socket; the children have sockets of their own.307:import os

import zmq

context = zmq.Context.instance()
results = context.socket(zmq.PULL)
results.bind("tcp://*:5557")

if os.fork() == 0:
    sink = zmq.Context.instance().socket(zmq.PUSH)
    sink.connect("tcp://localhost:5557")
    sink.send_string("done")
    os._exit(0)

print(results.recv_string())
0 +4:3.12-0 
12:scikit-learn32:scikit-learn (OpenMP estimators)5:FG1026:python1 7:sklearn1 12:scikit-learn7:process-+--7 
51:sklearn.ensemble.HistGradientBoostingClassifier.fit6:method0 ----
55:sklearn.ensemble.HistGradientBoostingClassifier.predict6:method0 ----
50:sklearn.ensemble.HistGradientBoostingRegressor.fit6:method0 ----
54:sklearn.ensemble.HistGradientBoostingRegressor.predict6:method0 ----
26:sklearn.cluster.KMeans.fit6:method0 ----
30:sklearn.cluster.KMeans.predict6:method0 ----
34:sklearn.cluster.KMeans.fit_predict6:method0 ----0 0 0 0 3 26:sklearn.cluster.KMeans.fit22:sklearn.cluster.KMeans51:sklearn.ensemble.HistGradientBoostingClassifier.fit47:sklearn.ensemble.HistGradientBoostingClassifier50:sklearn.ensemble.HistGradientBoostingRegressor.fit46:sklearn.ensemble.HistGradientBoostingRegressor1 
0:4:hang20:hangs without a word-0 0 136:runs the loops of HistGradientBoosting and KMeans on GNU OpenMP, whose threads belong to the whole process and stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.83:A spawned worker imports its modules again, and what it is given must be picklable.1 43:https://github.com/dmlc/xgboost/issues/70443 
3:bad92:The parent starts the threads, and the forked child waits for threads that it does not have.346:from multiprocessing import Process

import numpy as np
from sklearn.cluster import KMeans


def work():
    model = KMeans(n_clusters=4).fit(np.random.rand(10000, 8))
    print(model.inertia_)


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts the library afresh.355:from multiprocessing import get_context

import numpy as np
from sklearn.cluster import KMeans


def work():
    model = KMeans(n_clusters=4).fit(np.random.rand(10000, 8))
    print(model.inertia_)


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child uses the library.319:from multiprocessing import Process

import numpy as np
from sklearn.cluster import KMeans


def work():
    model = KMeans(n_clusters=4).fit(np.random.rand(10000, 8))
    print(model.inertia_)


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 
10:sqlalchemy10:SQLAlchemy5:FG1046:python1 10:sqlalchemy1 10:sqlalchemy6:handle-++-26 
25:sqlalchemy.Engine.connect6:method0 +9:poolclass1 ---
23:sqlalchemy.Engine.begin6:method0 +9:poolclass1 ---
32:sqlalchemy.Engine.raw_connection6:method0 +9:poolclass1 ---
25:sqlalchemy.Engine.execute6:method0 +9:poolclass1 ---
24:sqlalchemy.Engine.scalar6:method0 +9:poolclass1 ---
29:sqlalchemy.Connection.execute6:method0 +9:poolclass1 ---
28:sqlalchemy.Connection.scalar6:method0 +9:poolclass1 ---
29:sqlalchemy.Connection.scalars6:method0 +9:poolclass1 ---
30:sqlalchemy.orm.Session.execute6:method0 ----
29:sqlalchemy.orm.Session.scalar6:method0 ----
30:sqlalchemy.orm.Session.scalars6:method0 ----
28:sqlalchemy.orm.Session.query6:method0 ----
26:sqlalchemy.orm.Session.get6:method0 ----
28:sqlalchemy.orm.Session.flush6:method0 ----
29:sqlalchemy.orm.Session.commit6:method0 ----
30:sqlalchemy.orm.Session.refresh6:method0 ----
33:sqlalchemy.orm.Session.connection6:method0 ----
37:sqlalchemy.orm.scoped_session.execute6:method0 ----
36:sqlalchemy.orm.scoped_session.scalar6:method0 ----
37:sqlalchemy.orm.scoped_session.scalars6:method0 ----
35:sqlalchemy.orm.scoped_session.query6:method0 ----
33:sqlalchemy.orm.scoped_session.get6:method0 ----
35:sqlalchemy.orm.scoped_session.flush6:method0 ----
36:sqlalchemy.orm.scoped_session.commit6:method0 ----
37:sqlalchemy.orm.scoped_session.refresh6:method0 ----
40:sqlalchemy.orm.scoped_session.connection6:method0 ----47 
25:sqlalchemy.Engine.connect6:method0 ----
23:sqlalchemy.Engine.begin6:method0 ----
32:sqlalchemy.Engine.raw_connection6:method0 ----
25:sqlalchemy.Engine.execute6:method0 ----
24:sqlalchemy.Engine.scalar6:method0 ----
29:sqlalchemy.Connection.execute6:method0 ----
28:sqlalchemy.Connection.scalar6:method0 ----
29:sqlalchemy.Connection.scalars6:method0 ----
28:sqlalchemy.Connection.commit6:method0 ----
30:sqlalchemy.Connection.rollback6:method0 ----
27:sqlalchemy.Connection.begin6:method0 ----
30:sqlalchemy.orm.Session.execute6:method0 ----
29:sqlalchemy.orm.Session.scalar6:method0 ----
30:sqlalchemy.orm.Session.scalars6:method0 ----
28:sqlalchemy.orm.Session.query6:method0 ----
26:sqlalchemy.orm.Session.get6:method0 ----
26:sqlalchemy.orm.Session.add6:method0 ----
30:sqlalchemy.orm.Session.add_all6:method0 ----
28:sqlalchemy.orm.Session.merge6:method0 ----
29:sqlalchemy.orm.Session.delete6:method0 ----
28:sqlalchemy.orm.Session.flush6:method0 ----
29:sqlalchemy.orm.Session.commit6:method0 ----
31:sqlalchemy.orm.Session.rollback6:method0 ----
28:sqlalchemy.orm.Session.close6:method0 ----
30:sqlalchemy.orm.Session.refresh6:method0 ----
28:sqlalchemy.orm.Session.begin6:method0 ----
33:sqlalchemy.orm.Session.connection6:method0 ----
40:sqlalchemy.orm.Session.bulk_save_objects6:method0 ----
43:sqlalchemy.orm.Session.bulk_insert_mappings6:method0 ----
37:sqlalchemy.orm.scoped_session.execute6:method0 ----
36:sqlalchemy.orm.scoped_session.scalar6:method0 ----
37:sqlalchemy.orm.scoped_session.scalars6:method0 ----
35:sqlalchemy.orm.scoped_session.query6:method0 ----
33:sqlalchemy.orm.scoped_session.get6:method0 ----
33:sqlalchemy.orm.scoped_session.add6:method0 ----
37:sqlalchemy.orm.scoped_session.add_all6:method0 ----
35:sqlalchemy.orm.scoped_session.merge6:method0 ----
36:sqlalchemy.orm.scoped_session.delete6:method0 ----
35:sqlalchemy.orm.scoped_session.flush6:method0 ----
36:sqlalchemy.orm.scoped_session.commit6:method0 ----
38:sqlalchemy.orm.scoped_session.rollback6:method0 ----
35:sqlalchemy.orm.scoped_session.close6:method0 ----
37:sqlalchemy.orm.scoped_session.refresh6:method0 ----
35:sqlalchemy.orm.scoped_session.begin6:method0 ----
40:sqlalchemy.orm.scoped_session.connection6:method0 ----
47:sqlalchemy.orm.scoped_session.bulk_save_objects6:method0 ----
50:sqlalchemy.orm.scoped_session.bulk_insert_mappings6:method0 ----0 7 25:sqlalchemy.Engine.dispose27:sqlalchemy.Connection.close30:sqlalchemy.Connection.__exit__28:sqlalchemy.orm.Session.close31:sqlalchemy.orm.Session.__exit__36:sqlalchemy.orm.scoped_session.remove35:sqlalchemy.orm.scoped_session.close8 28:sqlalchemy.engine.Connection21:sqlalchemy.Connection24:sqlalchemy.engine.Engine17:sqlalchemy.Engine33:sqlalchemy.engine.base.Connection21:sqlalchemy.Connection29:sqlalchemy.engine.base.Engine17:sqlalchemy.Engine31:sqlalchemy.engine.create_engine24:sqlalchemy.create_engine37:sqlalchemy.orm.scoping.scoped_session29:sqlalchemy.orm.scoped_session30:sqlalchemy.orm.session.Session22:sqlalchemy.orm.Session35:sqlalchemy.orm.session.sessionmaker27:sqlalchemy.orm.sessionmaker6 23:sqlalchemy.Engine.begin21:sqlalchemy.Connection25:sqlalchemy.Engine.connect21:sqlalchemy.Connection35:sqlalchemy.Engine.execution_options17:sqlalchemy.Engine24:sqlalchemy.create_engine17:sqlalchemy.Engine29:sqlalchemy.orm.scoped_session29:sqlalchemy.orm.scoped_session29:sqlalchemy.orm.sessionmaker()22:sqlalchemy.orm.Session1 
0:5:error105:shares one socket with the parent: each reads answers meant for the other, and the session of both breaks-0 0 105:keeps the sockets of its connections in the engine's pool, and a fork hands the same sockets to the child133:Call `engine.dispose(close=False)` first thing in the child, or `engine.dispose()` before the fork, or build the engine in the child.39:The child's first query connects again.1 75:https://docs.sqlalchemy.org/en/20/core/pooling.html#pooling-multiprocessing3 
3:bad109:The parent's query leaves an open socket in the pool, and the forked child takes that socket out of its copy.400:from multiprocessing import Process

from sqlalchemy import create_engine, text

engine = create_engine("postgresql://localhost/shop")


def count():
    with engine.connect() as connection:
        print(connection.execute(text("SELECT count(*) FROM orders")).scalar())


if __name__ == "__main__":
    count()
    worker = Process(target=count)
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good85:`dispose` before the fork closes the pool's sockets; each process then opens its own.405:from multiprocessing import Process

from sqlalchemy import create_engine, text

engine = create_engine("postgresql://localhost/shop")


def count():
    with engine.connect() as connection:
        print(connection.execute(text("SELECT count(*) FROM orders")).scalar())


if __name__ == "__main__":
    count()
    engine.dispose()
    worker = Process(target=count)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss76:`create_engine` opens nothing: the engine's first connection is the child's.372:from multiprocessing import Process

from sqlalchemy import create_engine, text

engine = create_engine("postgresql://localhost/shop")


def count():
    with engine.connect() as connection:
        print(connection.execute(text("SELECT count(*) FROM orders")).scalar())


if __name__ == "__main__":
    worker = Process(target=count)
    worker.start()
    worker.join()
0 +4:3.12-0 
7:sqlite37:sqlite35:FG1046:python1 7:sqlite31 7:sqlite36:handle-++-2 
15:sqlite3.connect8:function1 8:database+8:database4 2 8::memory:---
18:sqlite3.Connection11:constructor0 ----15 
26:sqlite3.Connection.execute6:method0 ----
30:sqlite3.Connection.executemany6:method0 ----
32:sqlite3.Connection.executescript6:method0 ----
25:sqlite3.Connection.cursor6:method0 ----
25:sqlite3.Connection.commit6:method0 ----
27:sqlite3.Connection.rollback6:method0 ----
25:sqlite3.Connection.backup6:method0 ----
27:sqlite3.Connection.iterdump6:method0 ----
27:sqlite3.Connection.blobopen6:method0 ----
22:sqlite3.Cursor.execute6:method0 ----
26:sqlite3.Cursor.executemany6:method0 ----
28:sqlite3.Cursor.executescript6:method0 ----
23:sqlite3.Cursor.fetchone6:method0 ----
24:sqlite3.Cursor.fetchmany6:method0 ----
23:sqlite3.Cursor.fetchall6:method0 ----0 1 24:sqlite3.Connection.close2 25:sqlite3.dbapi2.Connection18:sqlite3.Connection22:sqlite3.dbapi2.connect15:sqlite3.connect7 25:sqlite3.Connection.cursor14:sqlite3.Cursor26:sqlite3.Connection.execute14:sqlite3.Cursor30:sqlite3.Connection.executemany14:sqlite3.Cursor32:sqlite3.Connection.executescript14:sqlite3.Cursor22:sqlite3.Cursor.execute14:sqlite3.Cursor26:sqlite3.Cursor.executemany14:sqlite3.Cursor15:sqlite3.connect18:sqlite3.Connection1 
0:10:corruption101:shares locks and transactions with the parent without knowing it, which can destroy the database file-0 0 135:keeps the open file, its locks and the state of its transactions in the connection, and SQLite forbids to carry one into a forked child146:Open the connection in the child (`sqlite3.connect` in the worker's function or in the pool's initializer), or close the parent's before the fork.72:Each process opens the file itself, which takes less than a millisecond.3 36:https://sqlite.org/howtocorrupt.html44:https://github.com/tox-dev/filelock/pull/65754:https://github.com/sparklemotion/sqlite3-ruby/pull/5583 
3:bad86:The parent opens the database and the forked child writes through the same connection.404:import sqlite3
from multiprocessing import Process

connection = sqlite3.connect("/data/jobs.db")


def record(job):
    connection.execute("INSERT INTO done VALUES (?)", (job,))
    connection.commit()


if __name__ == "__main__":
    connection.execute("CREATE TABLE IF NOT EXISTS done (job INTEGER)")
    worker = Process(target=record, args=(7,))
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good40:The child opens a connection of its own.438:import sqlite3
from multiprocessing import Process

connection = sqlite3.connect("/data/jobs.db")


def record(job):
    connection = sqlite3.connect("/data/jobs.db")
    connection.execute("INSERT INTO done VALUES (?)", (job,))
    connection.commit()


if __name__ == "__main__":
    connection.execute("CREATE TABLE IF NOT EXISTS done (job INTEGER)")
    worker = Process(target=record, args=(7,))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss103:The parent's connection is closed before the fork, and the pool's initializer opens one in each worker.544:import sqlite3
from multiprocessing import Pool

connection = None


def open_database():
    global connection
    connection = sqlite3.connect("/data/jobs.db")


def lookup(job):
    return connection.execute("SELECT name FROM jobs WHERE id = ?", (job,)).fetchone()


def main():
    first = sqlite3.connect("/data/jobs.db")
    jobs = [row[0] for row in first.execute("SELECT id FROM jobs")]
    first.close()
    with Pool(4, initializer=open_database) as pool:
        print(pool.map(lookup, jobs))


if __name__ == "__main__":
    main()
0 +4:3.12-0 
20:thread-pool-executor18:ThreadPoolExecutor5:FG1056:python1 18:concurrent.futures1 6:python6:handle-++-2 
44:concurrent.futures.ThreadPoolExecutor.submit6:method0 ----
41:concurrent.futures.ThreadPoolExecutor.map6:method0 ----0 0 2 46:concurrent.futures.ThreadPoolExecutor.shutdown46:concurrent.futures.ThreadPoolExecutor.__exit__1 44:concurrent.futures.thread.ThreadPoolExecutor37:concurrent.futures.ThreadPoolExecutor0 1 
0:4:hang80:waits for ever where it hands over no more work than the parent had idle threads-0 0 99:keeps a list of its threads, and a fork copies the list and leaves the threads behind in the parent89:Make the executor in the child, or shut it down (leave its `with` block) before the fork.36:The child starts threads of its own.2 50:https://github.com/apache/iceberg-python/pull/254676:https://docs.python.org/3/library/concurrent.futures.html#threadpoolexecutor3 
3:bad91:The parent's `map` started the threads; the child's work goes to a queue that nobody reads.372:import os
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Process

executor = ThreadPoolExecutor(4)


def sizes(names):
    print(list(executor.map(os.path.getsize, names)))


if __name__ == "__main__":
    sizes(["/etc/hosts"])
    worker = Process(target=sizes, args=(["/etc/passwd"],))
    worker.start()  # error: FG105
    worker.join()
0 +4:3.12
4:good69:Each call has an executor of its own, shut down where the block ends.370:import os
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Process


def sizes(names):
    with ThreadPoolExecutor(4) as executor:
        print(list(executor.map(os.path.getsize, names)))


if __name__ == "__main__":
    sizes(["/etc/hosts"])
    worker = Process(target=sizes, args=(["/etc/passwd"],))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss91:An executor that has done nothing has no threads: the child's first call starts them there.330:import os
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Process

executor = ThreadPoolExecutor(4)


def sizes(names):
    print(list(executor.map(os.path.getsize, names)))


if __name__ == "__main__":
    worker = Process(target=sizes, args=(["/etc/passwd"],))
    worker.start()
    worker.join()
0 +4:3.12-0 
14:threading-lock18:a `threading.Lock`5:FG1056:python1 9:threading1 6:python6:handle-++-2 
22:threading.Lock.acquire6:method0 ----
24:threading.Lock.__enter__6:method0 ----2 
22:threading.Lock.acquire6:method2 8:blocking7:timeout+8:blocking4 1 ----
24:threading.Lock.__enter__6:method0 ----0 2 22:threading.Lock.release23:threading.Lock.__exit__0 1 14:threading.Lock14:threading.Lock1 
0:4:hang58:waits for ever for a lock that its parent held at the fork-0 0 105:is copied as it is, held or free, and nobody in the child can release what another process's thread holds70:Release the lock before the fork, or give the child a lock of its own.72:What the lock protects must be safe to leave for the moment of the fork.2 61:https://docs.python.org/3/library/threading.html#lock-objects46:https://github.com/python/cpython/issues/509703 
3:bad80:The process forks inside the lock's block, and the child asks for the same lock.362:import threading
from multiprocessing import Process

lock = threading.Lock()
seen = []


def record(name):
    with lock:
        seen.append(name)


def main():
    with lock:
        worker = Process(target=record, args=("child",))
        worker.start()  # error: FG105
        seen.append("parent")
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good40:The lock is free when the process forks.338:import threading
from multiprocessing import Process

lock = threading.Lock()
seen = []


def record(name):
    with lock:
        seen.append(name)


def main():
    worker = Process(target=record, args=("child",))
    worker.start()
    with lock:
        seen.append("parent")
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss100:A lock of multiprocessing is shared by both processes: the child waits until its parent releases it.303:from multiprocessing import Lock, Process

lock = Lock()


def record(name):
    with lock:
        print(name)


def main():
    with lock:
        worker = Process(target=record, args=("child",))
        worker.start()
        print("parent")
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 
7:xgboost7:XGBoost5:FG1026:python1 7:xgboost2 7:xgboost11:xgboost-cpu7:process-+--9 
13:xgboost.train8:function0 ----
10:xgboost.cv8:function0 ----
25:xgboost.XGBClassifier.fit6:method0 +6:n_jobs4 3 1:1---
29:xgboost.XGBClassifier.predict6:method0 +6:n_jobs4 3 1:1---
24:xgboost.XGBRegressor.fit6:method0 +6:n_jobs4 3 1:1---
28:xgboost.XGBRegressor.predict6:method0 +6:n_jobs4 3 1:1---
21:xgboost.XGBRanker.fit6:method0 +6:n_jobs4 3 1:1---
25:xgboost.XGBRanker.predict6:method0 +6:n_jobs4 3 1:1---
23:xgboost.Booster.predict6:method0 ----0 0 0 3 29:xgboost.sklearn.XGBClassifier21:xgboost.XGBClassifier25:xgboost.sklearn.XGBRanker17:xgboost.XGBRanker28:xgboost.sklearn.XGBRegressor20:xgboost.XGBRegressor4 25:xgboost.XGBClassifier.fit21:xgboost.XGBClassifier21:xgboost.XGBRanker.fit17:xgboost.XGBRanker24:xgboost.XGBRegressor.fit20:xgboost.XGBRegressor13:xgboost.train15:xgboost.Booster1 
0:4:hang20:hangs without a word-0 0 101:runs its loops on GNU OpenMP, whose threads belong to the whole process and stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.83:A spawned worker imports its modules again, and what it is given must be picklable.3 43:https://github.com/dmlc/xgboost/issues/704443:https://github.com/dmlc/xgboost/issues/661743:https://github.com/dmlc/xgboost/issues/80403 
3:bad92:The parent starts the threads, and the forked child waits for threads that it does not have.369:from multiprocessing import Process

import numpy as np
import xgboost as xgb


def work():
    data = xgb.DMatrix(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(xgb.train({"max_depth": 3}, data, 10))


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts the library afresh.378:from multiprocessing import get_context

import numpy as np
import xgboost as xgb


def work():
    data = xgb.DMatrix(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(xgb.train({"max_depth": 3}, data, 10))


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child uses the library.342:from multiprocessing import Process

import numpy as np
import xgboost as xgb


def work():
    data = xgb.DMatrix(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(xgb.train({"max_depth": 3}, data, 10))


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 133 
24:_thread.start_new_thread10:in-process3 8:function4:args6:kwargs0 -1 4:call0 1 
8:function-1 +4:args+6:kwargs0 0 -5:value--0 -0 
33:asyncio.AbstractEventLoop.call_at10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
36:asyncio.AbstractEventLoop.call_later10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
35:asyncio.AbstractEventLoop.call_soon10:in-process1 8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
46:asyncio.AbstractEventLoop.call_soon_threadsafe10:in-process1 8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
37:asyncio.AbstractEventLoop.create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro-0 0 0 -5:value--0 -0 
41:asyncio.AbstractEventLoop.run_in_executor10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func-4 0 0 -5:value--0 +8:executor0 
44:asyncio.AbstractEventLoop.run_until_complete10:in-process1 6:future0 -1 4:call0 1 
6:future-0 0 0 -5:value--0 -0 
18:asyncio.Runner.run10:in-process1 4:coro0 -1 4:call0 1 
4:coro-0 0 0 -5:value--0 -0 
29:asyncio.TaskGroup.create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro-0 0 0 -5:value--0 -0 
30:asyncio.create_subprocess_exec4:fork1 7:program1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn-0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -0 
31:asyncio.create_subprocess_shell4:fork1 3:cmd1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn-0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -0 
19:asyncio.create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro-0 0 0 -5:value--0 -0 
21:asyncio.ensure_future10:in-process1 14:coro_or_future0 -1 4:call0 1 
14:coro_or_future-0 0 0 -5:value--0 -0 
14:asyncio.gather10:in-process8 5:coro15:coro25:coro35:coro45:coro55:coro65:coro75:coro80 -1 4:call0 8 
5:coro1-0 
5:coro2-0 
5:coro3-0 
5:coro4-0 
5:coro5-0 
5:coro6-0 
5:coro7-0 
5:coro8-0 0 0 -5:value--0 -0 
32:asyncio.get_event_loop().call_at10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
35:asyncio.get_event_loop().call_later10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
34:asyncio.get_event_loop().call_soon10:in-process1 8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
45:asyncio.get_event_loop().call_soon_threadsafe10:in-process1 8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
36:asyncio.get_event_loop().create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro-0 0 0 -5:value--0 -0 
40:asyncio.get_event_loop().run_in_executor10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func-4 0 0 -5:value--0 +8:executor0 
43:asyncio.get_event_loop().run_until_complete10:in-process1 6:future0 -1 4:call0 1 
6:future-0 0 0 -5:value--0 -0 
34:asyncio.get_running_loop().call_at10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
37:asyncio.get_running_loop().call_later10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
36:asyncio.get_running_loop().call_soon10:in-process1 8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
47:asyncio.get_running_loop().call_soon_threadsafe10:in-process1 8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
38:asyncio.get_running_loop().create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro-0 0 0 -5:value--0 -0 
42:asyncio.get_running_loop().run_in_executor10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func-4 0 0 -5:value--0 +8:executor0 
45:asyncio.get_running_loop().run_until_complete10:in-process1 6:future0 -1 4:call0 1 
6:future-0 0 0 -5:value--0 -0 
32:asyncio.new_event_loop().call_at10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
35:asyncio.new_event_loop().call_later10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
34:asyncio.new_event_loop().call_soon10:in-process1 8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
45:asyncio.new_event_loop().call_soon_threadsafe10:in-process1 8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
36:asyncio.new_event_loop().create_task10:in-process1 4:coro0 -1 4:call0 1 
4:coro-0 0 0 -5:value--0 -0 
40:asyncio.new_event_loop().run_in_executor10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func-4 0 0 -5:value--0 +8:executor0 
43:asyncio.new_event_loop().run_until_complete10:in-process1 6:future0 -1 4:call0 1 
6:future-0 0 0 -5:value--0 -0 
11:asyncio.run10:in-process1 4:main0 -1 4:call0 1 
4:main-0 0 0 -5:value--0 -0 
32:asyncio.run_coroutine_threadsafe10:in-process1 4:coro0 -1 4:call0 1 
4:coro-0 0 0 -5:value--0 -0 
14:asyncio.shield10:in-process1 3:arg0 -1 4:call0 1 
3:arg-0 0 0 -5:value--0 -0 
17:asyncio.to_thread10:in-process1 4:func0 -1 4:call0 1 
4:func-4 0 0 -5:value--0 -0 
16:asyncio.wait_for10:in-process1 3:fut0 -1 4:call0 1 
3:fut-0 0 0 -5:value--0 -0 
15:builtins.filter10:in-process2 8:function8:iterable0 -1 4:call0 1 
8:function-2 1 8:iterable0 0 -5:value--0 -0 
12:builtins.map10:in-process5 8:function8:iterable9:iterable29:iterable39:iterable40 -1 4:call0 1 
8:function-2 4 8:iterable9:iterable29:iterable39:iterable40 0 -5:value--0 -0 
12:builtins.max10:in-process1 8:iterable0 -1 4:call0 1 
3:key-2 1 8:iterable0 0 -5:value--0 -0 
12:builtins.min10:in-process1 8:iterable0 -1 4:call0 1 
3:key-2 1 8:iterable0 0 -5:value--0 -0 
15:builtins.sorted10:in-process1 8:iterable0 -1 4:call0 1 
3:key-2 1 8:iterable0 0 -5:value--0 -0 
38:concurrent.futures.ProcessPoolExecutor4:fork4 11:max_workers10:mp_context11:initializer8:initargs0 -1 12:first_submit1 15:multiprocessing+10:mp_context1 
11:initializer-1 +8:initargs-2 
6:submit1 2:fn1 
2:fn-4 
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn-2 4 8:iterable9:iterable29:iterable39:iterable40 -6:object++50:mp_context=multiprocessing.get_context("{method}")1 
2 
19:max_tasks_per_child0 
10:mp_context1 5:spawn-0 
37:concurrent.futures.ThreadPoolExecutor10:in-process4 11:max_workers18:thread_name_prefix11:initializer8:initargs0 -1 9:construct0 1 
11:initializer-1 +8:initargs-2 
6:submit1 2:fn1 
2:fn-4 
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn-2 4 8:iterable9:iterable29:iterable39:iterable40 -6:object--0 -2 8:shutdown8:__exit__
46:concurrent.futures.process.ProcessPoolExecutor4:fork4 11:max_workers10:mp_context11:initializer8:initargs0 -1 12:first_submit1 15:multiprocessing+10:mp_context1 
11:initializer-1 +8:initargs-2 
6:submit1 2:fn1 
2:fn-4 
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn-2 4 8:iterable9:iterable29:iterable39:iterable40 -6:object++50:mp_context=multiprocessing.get_context("{method}")1 
2 
19:max_tasks_per_child0 
10:mp_context1 5:spawn-0 
44:concurrent.futures.thread.ThreadPoolExecutor10:in-process4 11:max_workers18:thread_name_prefix11:initializer8:initargs0 -1 9:construct0 1 
11:initializer-1 +8:initargs-2 
6:submit1 2:fn1 
2:fn-4 
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn-2 4 8:iterable9:iterable29:iterable39:iterable40 -6:object--0 -2 8:shutdown8:__exit__
34:contextlib.AsyncExitStack.callback10:in-process1 8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
45:contextlib.AsyncExitStack.enter_async_context10:in-process1 2:cm0 -1 4:call0 1 
13:cm.__aenter__-0 0 0 -5:value--0 -0 
39:contextlib.AsyncExitStack.enter_context10:in-process1 2:cm0 -1 4:call0 1 
12:cm.__enter__-0 0 0 -5:value--0 -0 
45:contextlib.AsyncExitStack.push_async_callback10:in-process1 8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
29:contextlib.ExitStack.callback10:in-process1 8:callback0 -1 4:call0 1 
8:callback-4 0 0 -5:value--0 -0 
34:contextlib.ExitStack.enter_context10:in-process1 2:cm0 -1 4:call0 1 
12:cm.__enter__-0 0 0 -5:value--0 -0 
29:dagster.multiprocess_executor9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
23:dask.distributed.Client9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
29:dask.distributed.LocalCluster9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
24:distributed.LocalCluster9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
16:functools.reduce10:in-process2 8:function8:iterable0 -1 4:call0 1 
8:function-5 0 0 -5:value--0 -0 
19:itertools.dropwhile10:in-process2 9:predicate8:iterable0 -1 4:call0 1 
9:predicate-2 1 8:iterable0 0 -5:value--0 -0 
21:itertools.filterfalse10:in-process2 9:predicate8:iterable0 -1 4:call0 1 
9:predicate-2 1 8:iterable0 0 -5:value--0 -0 
17:itertools.starmap10:in-process2 8:function8:iterable0 -1 4:call0 1 
8:function-3 8:iterable0 0 -5:value--0 -0 
19:itertools.takewhile10:in-process2 9:predicate8:iterable0 -1 4:call0 1 
9:predicate-2 1 8:iterable0 0 -5:value--0 -0 
15:joblib.Parallel4:fork2 6:n_jobs7:backend0 +7:backend5 2 15:multiprocessing1 12:first_submit1 15:multiprocessing-0 1 
8:__call__1 8:iterable1 
8:iterable+0 0 -6:object-+14:backend='loky'1 
1 
6:n_jobs3 3 1:15:spawn-0 
14:joblib.delayed10:in-process1 8:function0 -1 4:call0 1 
8:function-4 0 0 -8:deferred--0 -0 
24:loky.ProcessPoolExecutor9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
26:loky.get_reusable_executor9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
20:multiprocess.Manager4:fork0 0 -1 4:call1 12:multiprocess-0 0 0 -6:object-+46:multiprocess.get_context("{method}").Manager()0 -0 
17:multiprocess.Pool4:fork4 9:processes11:initializer8:initargs16:maxtasksperchild0 -2 9:construct7:replace1 12:multiprocess-1 
11:initializer-1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func-1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func-1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func-3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-3 8:iterable0 +16:maxtasksperchild0 6:object++41:multiprocess.get_context("{method}").Pool0 -0 
20:multiprocess.Process4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 12:multiprocess-2 
6:target-1 +4:args+6:kwargs
8:self.run-0 0 1 5:start-6:object-+44:multiprocess.get_context("{method}").Process0 -0 
32:multiprocess.context.ForkProcess4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target-1 +4:args+6:kwargs
8:self.run-0 0 1 5:start-6:object-+44:multiprocess.get_context("{method}").Process0 -0 
38:multiprocess.context.ForkServerProcess9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -0 
28:multiprocess.context.Process4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 12:multiprocess-2 
6:target-1 +4:args+6:kwargs
8:self.run-0 0 1 5:start-6:object-+44:multiprocess.get_context("{method}").Process0 -0 
33:multiprocess.context.SpawnProcess9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -0 
23:multiprocess.dummy.Pool10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer-1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func-1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func-1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func-3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-3 8:iterable0 -6:object--0 -0 
26:multiprocess.dummy.Process10:in-process5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target-1 +4:args+6:kwargs
8:self.run-0 0 1 5:start-6:object--0 -0 
33:multiprocess.managers.BaseManager4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 12:multiprocess+3:ctx0 0 2 5:start9:__enter__-6:object-+40:ctx=multiprocess.get_context("{method}")0 -0 
33:multiprocess.managers.SyncManager4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 12:multiprocess+3:ctx0 0 2 5:start9:__enter__-6:object-+40:ctx=multiprocess.get_context("{method}")0 -0 
22:multiprocess.pool.Pool4:fork5 9:processes11:initializer8:initargs16:maxtasksperchild7:context0 -2 9:construct7:replace1 12:multiprocess+7:context1 
11:initializer-1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func-1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func-1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func-3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-3 8:iterable0 +16:maxtasksperchild0 6:object++44:context=multiprocess.get_context("{method}")0 -0 
28:multiprocess.pool.ThreadPool10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer-1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func-1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func-1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func-3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-3 8:iterable0 -6:object--0 -0 
23:multiprocessing.Manager4:fork0 0 -1 4:call1 15:multiprocessing-0 0 0 -6:object-+49:multiprocessing.get_context("{method}").Manager()0 -0 
20:multiprocessing.Pool4:fork4 9:processes11:initializer8:initargs16:maxtasksperchild0 -2 9:construct7:replace1 15:multiprocessing-1 
11:initializer-1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func-1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func-1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func-3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-3 8:iterable0 +16:maxtasksperchild0 6:object++44:multiprocessing.get_context("{method}").Pool0 -0 
23:multiprocessing.Process4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 15:multiprocessing-2 
6:target-1 +4:args+6:kwargs
8:self.run-0 0 1 5:start-6:object-+47:multiprocessing.get_context("{method}").Process0 -0 
35:multiprocessing.context.ForkProcess4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target-1 +4:args+6:kwargs
8:self.run-0 0 1 5:start-6:object-+47:multiprocessing.get_context("{method}").Process0 -0 
41:multiprocessing.context.ForkServerProcess9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -0 
31:multiprocessing.context.Process4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 15:multiprocessing-2 
6:target-1 +4:args+6:kwargs
8:self.run-0 0 1 5:start-6:object-+47:multiprocessing.get_context("{method}").Process0 -0 
36:multiprocessing.context.SpawnProcess9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -0 
26:multiprocessing.dummy.Pool10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer-1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func-1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func-1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func-3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-3 8:iterable0 -6:object--0 -0 
29:multiprocessing.dummy.Process10:in-process5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target-1 +4:args+6:kwargs
8:self.run-0 0 1 5:start-6:object--0 -0 
36:multiprocessing.managers.BaseManager4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 15:multiprocessing+3:ctx0 0 2 5:start9:__enter__-6:object-+43:ctx=multiprocessing.get_context("{method}")0 -0 
36:multiprocessing.managers.SyncManager4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 15:multiprocessing+3:ctx0 0 2 5:start9:__enter__-6:object-+43:ctx=multiprocessing.get_context("{method}")0 -0 
25:multiprocessing.pool.Pool4:fork5 9:processes11:initializer8:initargs16:maxtasksperchild7:context0 -2 9:construct7:replace1 15:multiprocessing+7:context1 
11:initializer-1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func-1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func-1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func-3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-3 8:iterable0 +16:maxtasksperchild0 6:object++47:context=multiprocessing.get_context("{method}")0 -0 
31:multiprocessing.pool.ThreadPool10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer-1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func-1 +4:args+4:kwds
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func-1 +4:args+4:kwds
3:map3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-2 1 8:iterable
4:imap3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func-2 1 8:iterable
7:starmap3 4:func8:iterable9:chunksize1 
4:func-3 8:iterable
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func-3 8:iterable0 -6:object--0 -3 4:join9:terminate8:__exit__
42:multiprocessing.shared_memory.SharedMemory9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
7:os.fork4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 
10:os.forkpty4:fork0 0 -1 4:call0 0 0 0 -9:pid-tuple--0 -0 
8:os.popen9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
14:os.posix_spawn9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
15:os.posix_spawnp9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
9:os.spawnl9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
10:os.spawnle9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
10:os.spawnlp9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
11:os.spawnlpe9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
9:os.spawnv9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
10:os.spawnve9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
10:os.spawnvp9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
11:os.spawnvpe9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
9:os.system9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
8:pty.fork4:fork0 0 -1 4:call0 0 0 0 -9:pid-tuple--0 -0 
9:pty.spawn9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
15:rq.SimpleWorker9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
14:rq.SpawnWorker9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
25:socketserver.ForkingMixIn4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 4 
19:self.finish_request-5 
25:RequestHandlerClass.setup-0 
26:RequestHandlerClass.handle-0 
26:RequestHandlerClass.finish-0 0 2 13:serve_forever14:handle_request-6:object--0 -0 
29:socketserver.ForkingTCPServer4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 4 
19:self.finish_request-5 
25:RequestHandlerClass.setup-0 
26:RequestHandlerClass.handle-0 
26:RequestHandlerClass.finish-0 0 2 13:serve_forever14:handle_request-6:object--0 -0 
29:socketserver.ForkingUDPServer4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 4 
19:self.finish_request-5 
25:RequestHandlerClass.setup-0 
26:RequestHandlerClass.handle-0 
26:RequestHandlerClass.finish-0 0 2 13:serve_forever14:handle_request-6:object--0 -0 
38:socketserver.ForkingUnixDatagramServer4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 4 
19:self.finish_request-5 
25:RequestHandlerClass.setup-0 
26:RequestHandlerClass.handle-0 
26:RequestHandlerClass.finish-0 0 2 13:serve_forever14:handle_request-6:object--0 -0 
36:socketserver.ForkingUnixStreamServer4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 4 
19:self.finish_request-5 
25:RequestHandlerClass.setup-0 
26:RequestHandlerClass.handle-0 
26:RequestHandlerClass.finish-0 0 2 13:serve_forever14:handle_request-6:object--0 -0 
16:subprocess.Popen4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn-0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -0 
15:subprocess.call4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn-0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -0 
21:subprocess.check_call4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn-0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -0 
23:subprocess.check_output4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn-0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -0 
20:subprocess.getoutput9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
26:subprocess.getstatusoutput9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
14:subprocess.run4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn-0 0 0 -6:object-+88:start_new_session=True, process_group=0, user=, group= or umask= in place of preexec_fn=0 -0 
16:threading.Thread10:in-process5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target-1 +4:args+6:kwargs
8:self.run-0 0 1 5:start-6:object--0 -1 4:join
15:threading.Timer10:in-process4 8:interval8:function4:args6:kwargs0 -1 5:start0 1 
8:function-1 +4:args+6:kwargs0 1 5:start-6:object--0 -2 4:join6:cancel
27:torch.multiprocessing.spawn9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 
27:torch.utils.data.DataLoader4:fork12 7:dataset10:batch_size7:shuffle7:sampler13:batch_sampler11:num_workers10:collate_fn10:pin_memory9:drop_last7:timeout14:worker_init_fn23:multiprocessing_context1 11:num_workers3 1:0+11:num_workers2 3 1:01 7:iterate1 15:multiprocessing+23:multiprocessing_context4 
14:worker_init_fn-5 
19:dataset.__getitem__-5 
16:dataset.__iter__-0 
10:collate_fn-5 0 0 -6:object-+34:multiprocessing_context="{method}"0 -0 
35:tqdm.contrib.concurrent.process_map4:fork4 2:fn9:iterable19:iterable29:iterable30 -1 4:call1 15:multiprocessing-1 
2:fn-2 3 9:iterable19:iterable29:iterable30 0 -5:value+-0 -0 
34:tqdm.contrib.concurrent.thread_map10:in-process4 2:fn9:iterable19:iterable29:iterable30 -1 4:call0 1 
2:fn-2 3 9:iterable19:iterable29:iterable30 0 -5:value--0 -0 
11:uvicorn.run9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 2 
12:multiprocess1 12:multiprocess1 29:multiprocess.set_start_method1 29:multiprocess.get_start_method1 24:multiprocess.get_context3 32:multiprocess.context.ForkContext4:fork38:multiprocess.context.ForkServerContext10:forkserver33:multiprocess.context.SpawnContext5:spawn1 
--4:fork
15:multiprocessing2 15:multiprocessing21:torch.multiprocessing1 32:multiprocessing.set_start_method1 32:multiprocessing.get_start_method1 27:multiprocessing.get_context3 35:multiprocessing.context.ForkContext4:fork41:multiprocessing.context.ForkServerContext10:forkserver36:multiprocessing.context.SpawnContext5:spawn3 
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
8:sys.exit11:system-exit9 
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
5:FG10226:native-runtime-across-fork93:a process whose native library has started its threads forks, and the child uses that library5:error-2495:# FG102: `native-runtime-across-fork`

## What it finds

A process that has made a native library start its pool of threads, and that then forks without `exec`, while the child's
own code calls into the same library. The finding stands at the line that forks and names the call that started the pool
and the child's use.

`forkguard rules` lists the libraries that are known today. Delta tables have a rule of their own, FG101.

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
5:FG10418:handle-across-fork102:a process forks while it holds an open connection, client or file, and the child uses that same object5:error-2871:# FG104: `handle-across-fork`

## What it finds

A process that opens a connection, a client or a file, and that then forks without `exec`, while the child's own code uses
the object that it inherited: a global, an attribute of `self`, a variable of the surrounding function, an argument, the
value of a getter that caches. The finding stands at the line that forks and names the call that opened the object and the
child's use.

An object that the child makes for itself is no finding: that is the remedy. Nor is one that is closed before the fork.

## Why it breaks

A fork copies the object and not what lies behind it. Parent and child hold the same socket or the same open file, and each
believes that it is alone.

* **Database connections** (psycopg, psycopg2, SQLAlchemy's pools): both processes write to one socket. Each reads answers to
  the other's questions, and the one that closes first ends the session of both.
* **SQLite**: locks belong to a process and the connection remembers those of its parent. SQLite forbids even to close an
  inherited connection, and names a damaged database file as the price.
* **HDF5 files**: the processes share the open file, and each has caches that know nothing of the other's changes.
* **Clients with threads** (gRPC, Kafka, ZeroMQ): the threads that send and receive stay behind in the parent. The child's
  calls fail, wait for ever, or look as if they had worked: a Kafka producer accepts messages and never sends them.

## Instead

**Make it in the child.** Call `connect` in the worker's function, or in the pool's `initializer`, which runs once in every
worker. *Price:* one connection a process.

**Close it before the fork.** Read what the parent needs, close, fork. *Price:* the parent opens it again afterwards.

**Start workers with `spawn` or `forkserver`.** They inherit nothing, and a connection handed to them raises an error at once
because it cannot be pickled. *Price:* a spawned worker imports its modules again and its arguments are pickled.

## What it cannot see

* An object of unknown type: a parameter without an annotation, a value from a dictionary of mixed things.
* An object that the child only keeps, and that is closed when the child ends.
* Resources hidden in an object of a library without a rule.

## Examples

The child writes through the connection that the parent opened.

```python target="3.12"
import os
import sqlite3

connection = sqlite3.connect("/data/jobs.db")

if os.fork() == 0:  # error: FG104
    connection.execute("UPDATE jobs SET state = 'done'")
    connection.commit()
    os._exit(0)
```

The child opens its own.

```python target="3.12"
import os
import sqlite3

connection = sqlite3.connect("/data/jobs.db")

if os.fork() == 0:
    own = sqlite3.connect("/data/jobs.db")
    own.execute("UPDATE jobs SET state = 'done'")
    own.commit()
    os._exit(0)
```
2 
3:bad63:The child writes through the connection that the parent opened.205:import os
import sqlite3

connection = sqlite3.connect("/data/jobs.db")

if os.fork() == 0:  # error: FG104
    connection.execute("UPDATE jobs SET state = 'done'")
    connection.commit()
    os._exit(0)
0 +4:3.12
4:good24:The child opens its own.218:import os
import sqlite3

connection = sqlite3.connect("/data/jobs.db")

if os.fork() == 0:
    own = sqlite3.connect("/data/jobs.db")
    own.execute("UPDATE jobs SET state = 'done'")
    own.commit()
    os._exit(0)
0 +4:3.12
5:FG10518:thread-across-fork130:a process forks while an executor, an event loop or a lock depends on a thread that the child does not have, and the child uses it5:error-3164:# FG105: `thread-across-fork`

## What it finds

A process that has handed work to a `ThreadPoolExecutor`, and that then forks without `exec`, while the child's own code hands
work to the executor that it inherited. The finding stands at the line that forks and names the call that started the threads
and the child's use.

An executor made in the child is no finding, nor is one that was shut down before the fork.

The same holds for an event loop that a thread runs (`threading.Thread(target=loop.run_forever)`) and to which the child hands a
coroutine with `run_coroutine_threadsafe`, and for a `threading.Lock` that the parent holds at the fork and for which the child
waits. A lock that a running thread takes now and then is a warning: whether the fork falls into its block is a matter of luck.
Threads that are joined before the fork are no finding.

## Why it breaks

A fork copies only the thread that calls it. The executor's threads stay behind in the parent, but the copied object still
lists them, and counts those that were idle. For as many pieces of work as it believes threads to be idle, and for all once
the list is full, it starts no new thread and puts the work into a queue that nobody reads. `result()` then waits for ever.
A child that hands over more work than that may get through, by luck: its new threads empty the queue.

A loop's copy believes that it runs, and a lock's copy is held for ever: who would run the one and release the other is a thread of the
parent.

## Instead

**Make the executor in the child**, in the worker's function or in the pool's `initializer`. *Price:* none worth naming: threads
start when work comes.

**Shut it down before the fork.** Leaving its `with` block does that. *Price:* the fork waits until the work is done.

**Fork before the first `submit` or `map`.** An executor without threads works in the child. *Price:* the order must stay so.

**Start workers with `spawn` or `forkserver`.** *Price:* a spawned worker imports its modules again and its arguments are pickled.

## What it cannot see

* Locks inside libraries and of the interpreter, and a plain thread whose work the child would miss.
* An executor of unknown type: a parameter without an annotation, a value from a dictionary of mixed things.

## Examples

The parent's work has started the executor's threads; the child's waits for ever.

```python target="3.12"
import os
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(4)


def size(name):
    return os.stat(name).st_size


print(executor.submit(size, "/etc/hosts").result())

if os.fork() == 0:  # error: FG105
    print(executor.submit(size, "/etc/passwd").result())
    os._exit(0)
```

The executor was shut down where its block ends, and the child makes another.

```python target="3.12"
import os
from concurrent.futures import ThreadPoolExecutor


def size(name):
    return os.stat(name).st_size


with ThreadPoolExecutor(4) as executor:
    print(executor.submit(size, "/etc/hosts").result())

if os.fork() == 0:
    with ThreadPoolExecutor(4) as executor:
        print(executor.submit(size, "/etc/passwd").result())
    os._exit(0)
```
2 
3:bad81:The parent's work has started the executor's threads; the child's waits for ever.308:import os
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(4)


def size(name):
    return os.stat(name).st_size


print(executor.submit(size, "/etc/hosts").result())

if os.fork() == 0:  # error: FG105
    print(executor.submit(size, "/etc/passwd").result())
    os._exit(0)
0 +4:3.12
4:good77:The executor was shut down where its block ends, and the child makes another.350:import os
from concurrent.futures import ThreadPoolExecutor


def size(name):
    return os.stat(name).st_size


with ThreadPoolExecutor(4) as executor:
    print(executor.submit(size, "/etc/hosts").result())

if os.fork() == 0:
    with ThreadPoolExecutor(4) as executor:
        print(executor.submit(size, "/etc/passwd").result())
    os._exit(0)
0 +4:3.12
5:FG20121:implicit-start-method100:processes are started without a start method being named, and the default is not the same everywhere7:warning+2250:# FG201: `implicit-start-method`

## What it finds

A `Process`, `Pool`, `Manager`, `ProcessPoolExecutor` or another launcher that starts its processes by the default start
method, because neither the call, nor its context, nor `set_start_method` names one. The rule is off unless it is selected
(`--select FG201`): it asks for a decision to be written down, and finds no hang.

## Why it breaks

The default depends on where the program runs: `fork` on Linux up to Python 3.13, `forkserver` there from 3.14, `spawn` on
macOS since 3.8. A program that relies on what a fork copies (globals, open files, an imported configuration) fails on the
other two; one that is safe when spawned may hang when forked. An upgrade of Python changes the method without a line
of the program being touched.

## Instead

**Name the method**: `multiprocessing.get_context("spawn").Pool()`, `ProcessPoolExecutor(mp_context=...)`, or
`set_start_method("spawn")` once, under the main guard. *Price:* a spawned worker imports its modules again, and what it is given
must be picklable. `forkserver` starts faster after the first worker; `fork` keeps what the program had, and its hazards.

## What it cannot see

* A method that is chosen outside the scanned sources: by a test runner, by a script that imports the package.

## Examples

The pool forks with Python 3.13 on Linux, and does not with 3.14 or on macOS.

```python target="3.12"
from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG201
        print(pool.map(square, range(10)))
```

The context names the method.

```python target="3.12"
import multiprocessing


def square(number):
    return number * number


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        print(pool.map(square, range(10)))
```

One choice holds for the whole program.

```python target="3.12"
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


if __name__ == "__main__":
    multiprocessing.set_start_method("forkserver")
    with ProcessPoolExecutor(4) as pool:
        print(list(pool.map(square, range(10))))
```
3 
3:bad77:The pool forks with Python 3.13 on Linux, and does not with 3.14 or on macOS.198:from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG201
        print(pool.map(square, range(10)))
0 +4:3.12
4:good29:The context names the method.207:import multiprocessing


def square(number):
    return number * number


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        print(pool.map(square, range(10)))
0 +4:3.12
4:good39:One choice holds for the whole program.293:import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


if __name__ == "__main__":
    multiprocessing.set_start_method("forkserver")
    with ProcessPoolExecutor(4) as pool:
        print(list(pool.map(square, range(10))))
0 +4:3.12
5:FG20227:preexec-in-threaded-process69:a command is started with preexec_fn while threads of the process run7:warning-2200:# FG202: `preexec-in-threaded-process`

## What it finds

`subprocess.Popen`, `run`, `call`, `check_call` or `check_output` with a `preexec_fn`, in a process that has started a thread
(`threading.Thread`, `Timer`, a `ThreadPoolExecutor` with work) and has neither joined it nor shut it down. The finding stands at the
line that starts the command and names the call that started the thread.

## Why it breaks

With `preexec_fn` the child is a forked copy that runs Python before it becomes the command. Another thread may hold a lock at the
moment of the fork: the allocator's, that of an import, that of a logging handler or of a library. In the child that thread does not
exist, and the function waits for the lock for ever; `Popen` waits for the child. It happens seldom, and not on the machine of the one who
looks for it. The documentation of `subprocess` warns of it.

## Instead

**Say it by argument**: `start_new_session=True` for `os.setsid`, `process_group=0` for `os.setpgrp` (3.11), `user=`, `group=`,
`extra_groups=` and `umask=` (3.9), `cwd=` and `env=`. *Price:* none; starting is faster, because no fork copies the process.

**Start a small program that prepares itself**: `prlimit`, `setpriv`, `nice`, `ionice`, or a script of your own that sets limits and
then calls `exec`. *Price:* the program must be there.

**Start the command before the threads.** *Price:* the order must stay so.

## What it cannot see

* Threads of native libraries; FG101 and FG102 speak of those where the function uses the library.
* A thread that has ended by itself: only `join` counts.

## Examples

The watching thread runs while the command is started.

```python target="3.12"
import os
import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


threading.Thread(target=watch, daemon=True).start()
subprocess.Popen(["sleep", "5"], preexec_fn=os.setsid)  # warning: FG202
```

The same without Python in the child.

```python target="3.12"
import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


threading.Thread(target=watch, daemon=True).start()
subprocess.Popen(["sleep", "5"], start_new_session=True)
```
2 
3:bad54:The watching thread runs while the command is started.237:import os
import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


threading.Thread(target=watch, daemon=True).start()
subprocess.Popen(["sleep", "5"], preexec_fn=os.setsid)  # warning: FG202
0 +4:3.12
4:good37:The same without Python in the child.211:import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


threading.Thread(target=watch, daemon=True).start()
subprocess.Popen(["sleep", "5"], start_new_session=True)
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
0 +4:3.1213 
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
6:joblib115:joblib runs its calls in fresh interpreters (loky) or threads; its `multiprocessing` backend is the one that forks.2 53:https://joblib.readthedocs.io/en/stable/parallel.html70:https://github.com/joblib/joblib/blob/main/doc/user_guide/parallel.rst3 
3:bad64:The backend forks its workers after the parent has read a table.390:from deltalake import DeltaTable
from joblib import Parallel, delayed


def rows(path):
    return len(DeltaTable(path).to_pandas())


def main(paths):
    print("first", rows(paths[0]))
    run = Parallel(n_jobs=4, backend="multiprocessing")
    print(run(delayed(rows)(path) for path in paths[1:]))  # error: FG101


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
4:good46:The default backend starts fresh interpreters.347:from deltalake import DeltaTable
from joblib import Parallel, delayed


def rows(path):
    return len(DeltaTable(path).to_pandas())


def main(paths):
    print("first", rows(paths[0]))
    run = Parallel(n_jobs=4)
    print(run(delayed(rows)(path) for path in paths[1:]))


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
9:near-miss74:The table is read in the generator, by the parent; the workers only count.339:from deltalake import DeltaTable
from joblib import Parallel, delayed


def count(frame):
    return len(frame)


def main(paths):
    run = Parallel(n_jobs=4, backend="multiprocessing")
    print(run(delayed(count)(DeltaTable(path).to_pandas()) for path in paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
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
16:torch-dataloader75:PyTorch's DataLoader starts its workers when it is iterated, if it has any.1 44:https://github.com/lancedb/lancedb/pull/33393 
3:bad101:The data set opens the table in the parent, and its __getitem__ opens it again in the forked workers.568:from deltalake import DeltaTable
from torch.utils.data import DataLoader, Dataset


class Events(Dataset):
    def __init__(self, path):
        self.path = path
        self.rows = DeltaTable(path).to_pyarrow_dataset().count_rows()

    def __len__(self):
        return self.rows

    def __getitem__(self, index):
        return DeltaTable(self.path).to_pyarrow_dataset().take([index])


def main():
    loader = DataLoader(Events("/data/events"), num_workers=4)  # error: FG101
    for batch in loader:
        print(batch)


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:Spawned workers build a runtime of their own.585:from deltalake import DeltaTable
from torch.utils.data import DataLoader, Dataset


class Events(Dataset):
    def __init__(self, path):
        self.path = path
        self.rows = DeltaTable(path).to_pyarrow_dataset().count_rows()

    def __len__(self):
        return self.rows

    def __getitem__(self, index):
        return DeltaTable(self.path).to_pyarrow_dataset().take([index])


def main():
    loader = DataLoader(Events("/data/events"), num_workers=4, multiprocessing_context="spawn")
    for batch in loader:
        print(batch)


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss59:Without num_workers the loader reads in the process itself.537:from deltalake import DeltaTable
from torch.utils.data import DataLoader, Dataset


class Events(Dataset):
    def __init__(self, path):
        self.path = path
        self.rows = DeltaTable(path).to_pyarrow_dataset().count_rows()

    def __len__(self):
        return self.rows

    def __getitem__(self, index):
        return DeltaTable(self.path).to_pyarrow_dataset().take([index])


def main():
    loader = DataLoader(Events("/data/events"))
    for batch in loader:
        print(batch)


if __name__ == "__main__":
    main()
0 +4:3.12
4:tqdm108:tqdm's process_map: a ProcessPoolExecutor with a progress bar, whose start method is the standard library's.1 67:https://github.com/tqdm/tqdm/blob/master/tqdm/contrib/concurrent.py3 
3:bad69:process_map forks its workers from a process that has opened a table.348:from deltalake import DeltaTable
from tqdm.contrib.concurrent import process_map


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    rest = process_map(rows, paths[1:])  # error: FG101
    print(first + sum(rest))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
4:good55:The start method is set before the workers are started.408:from multiprocessing import set_start_method

from deltalake import DeltaTable
from tqdm.contrib.concurrent import process_map


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    rest = process_map(rows, paths[1:])
    print(first + sum(rest))


if __name__ == "__main__":
    set_start_method("spawn")
    main(["/data/a", "/data/b"])
0 +4:3.12
9:near-miss32:thread_map stays in the process.330:from deltalake import DeltaTable
from tqdm.contrib.concurrent import thread_map


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    rest = thread_map(rows, paths[1:])
    print(first + sum(rest))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
"""##
}
