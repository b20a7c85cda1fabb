import ForkGuardRuntime

/// Why the engine could not do what it was asked. One line each: the file, the place in it, the reason.
public enum DeltaError: Error, Sendable {
    case notATable(path: String)
    case log(LogError, table: String)
    case refused(ProtocolGate.Refusal, table: String)
    case storage(StorageError)
    /// A JSON file of the log, and where in it.
    case json(file: String, JSONProblem)
    case parquet(file: String, ParquetError)
    /// A row of a checkpoint, counted from 0 within its row group.
    case checkpointAction(file: String, rowGroup: Int, row: Int, String)
    case missingSidecar(StorageError)
    case foreignSidecar(file: String, path: String)
    case tooLarge(table: String)
    case noTimestamp(version: TableVersion, file: String)
    case beforeFirstCommit(timestamp: Int64, first: Int64)
    case noThread(Int32)
    case noWorkers(Int)
    case shutDown
    case cancelled
    /// What was to be written contradicts the table.
    case unwritable(String)

    /// What is wrong in a JSON file.
    public struct JSONProblem: Sendable, Equatable {
        public var words: String
        /// In bytes from the file's begin.
        public var offset: Int
    }

    init(_ failure: ActionFailure, file: String, table: String) {
        switch failure {
        case .json(let error):
            self = .json(file: file, JSONProblem(words: error.reason.rawValue, offset: error.offset))
        case .action(let flaw, let offset):
            self = .json(file: file, JSONProblem(words: flaw.words, offset: offset))
        case .tooLarge: self = .tooLarge(table: table)
        }
    }

    init(_ failure: CheckpointReader.Failure, file: String, rowGroup: Int) {
        switch failure {
        case .parquet(let error): self = error.isCancellation ? .cancelled : .parquet(file: file, error)
        case .action(let flaw, let row):
            self = .checkpointAction(file: file, rowGroup: rowGroup, row: row, flaw.words)
        }
    }
}

extension DeltaError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notATable(let path): "\(path): not a Delta table: it has no folder `_delta_log`"
        case .log(let error, let table): "\(table): \(error)"
        case .refused(let refusal, let table): "\(table): \(refusal)"
        case .storage(let error): "\(error)"
        case .json(let file, let problem): "\(file): at byte \(problem.offset): \(problem.words)"
        case .parquet(let file, let error): "\(file): \(error)"
        case .checkpointAction(let file, let rowGroup, let row, let words):
            "\(file): row \(row) of row group \(rowGroup): \(words)"
        case .missingSidecar(let error): "the checkpoint's sidecar cannot be read: \(error)"
        case .foreignSidecar(let file, let path): "\(file): the sidecar `\(path)` is not on this file system"
        case .tooLarge(let table): "\(table): the paths of one commit take more than 4 GB"
        case .noTimestamp(let version, let file):
            "\(file): commit \(version) has no in-commit timestamp, and the table promises one"
        case .beforeFirstCommit(let timestamp, let first):
            "no version is as old as \(CalendarTime.text(milliseconds: timestamp)): the first that can be read is of "
                + CalendarTime.text(milliseconds: first)
        case .noThread(let number): "no thread could be started (error \(number))"
        case .noWorkers(let count): "\(count) workers: there must be 1 to \(EngineLimits.workers)"
        case .shutDown: "the engine was shut down"
        case .cancelled: "cancelled"
        case .unwritable(let words): words
        }
    }
}
