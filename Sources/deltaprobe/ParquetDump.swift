import CSystem
import DeltaCheck

/// Every column of a Parquet file: for each entry its repetition level, definition level and value.
enum ParquetDump {
    static func run(_ path: String) throws {
        for line in try ParquetColumns(path: path) {
            Probe.say(line)
        }
    }
}
