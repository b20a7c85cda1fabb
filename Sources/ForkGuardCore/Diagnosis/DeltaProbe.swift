/// The programs that are run in a user's Python. They stand here alone and go into a scratch folder, so that the command
/// needs nothing beside it. Their answers are lines that begin with `forkguard `.
enum DeltaProbe {
    /// `probe.py METHOD LAUNCHER touch|no-touch TABLE`: opens the table here (or not), starts one worker by the launcher
    /// and start method, and has it open the table.
    static let source = #"""
        import os
        import sys


        def tell(*words):
            os.write(1, ("forkguard " + " ".join(str(word) for word in words)).encode("utf-8", "replace").replace(b"\n", b" ") + b"\n")


        def load():
            from deltalake import DeltaTable

            return DeltaTable(sys.argv[4]).version()


        def work(_=None):
            try:
                return load()
            except BaseException as error:
                tell("child", type(error).__name__, error)
                raise


        def run_process(context):
            worker = context.Process(target=work)
            worker.start()
            worker.join()
            if worker.exitcode:
                tell("exit", worker.exitcode)
            else:
                tell("works")


        def run_pool(context):
            with context.Pool(1) as pool:
                pool.map(work, [0])
            tell("works")


        def run_executor(context):
            import concurrent.futures

            with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                executor.submit(work).result()
            tell("works")


        RUNS = {"Process": run_process, "Pool": run_pool, "ProcessPoolExecutor": run_executor}


        if __name__ == "__main__":
            import multiprocessing

            try:
                if sys.argv[3] == "touch":
                    load()
                else:
                    import deltalake
            except BaseException as error:
                tell("unusable", type(error).__name__, error)
                sys.exit(3)
            tell("touched")
            try:
                RUNS[sys.argv[2]](multiprocessing.get_context(sys.argv[1]))
            except BaseException as error:
                tell("raises", type(error).__name__, error)

        """#

    /// Says what an interpreter is: version, prefix, path, release of deltalake or `-`. Runs on anything since Python 2.
    static let question = #"""
        import os, sys
        release = "-"
        if sys.version_info >= (3, 8):
            import importlib.util
            if importlib.util.find_spec("deltalake") is not None:
                import importlib.metadata
                try:
                    release = importlib.metadata.version("deltalake")
                except importlib.metadata.PackageNotFoundError:
                    release = "?"
        words = ["%d.%d.%d" % sys.version_info[:3], sys.prefix, sys.executable or "", release,
                 getattr(getattr(sys, "implementation", None), "name", "cpython")]
        sys.stdout.write("forkguard\t" + "\t".join(words) + "\n")

        """#

    /// A Delta table by hand: one commit, no file. No Parquet is read to open it.
    static let commit = #"""
        {"protocol":{"minReaderVersion":1,"minWriterVersion":2}}
        {"metaData":{"id":"5c9b5a3e-6b1c-4f0e-9d70-2f6f5a1d7c11","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[{\"name\":\"a\",\"type\":\"long\",\"nullable\":true,\"metadata\":{}}]}","partitionColumns":[],"configuration":{},"createdTime":1700000000000}}

        """#

    /// Puts all of it into a folder.
    static func write(into scratch: ScratchFolder) throws(FileError) {
        try scratch.write("probe.py", source)
        try scratch.makeFolder("table")
        try scratch.makeFolder("table/_delta_log")
        try scratch.write("table/_delta_log/00000000000000000000.json", commit)
    }
}
