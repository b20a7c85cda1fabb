/// A partition value by its column's type (protocol, "Partition Value Serialization").
public enum PartitionValue: Sendable, Equatable {
    case null
    case string(String)
    /// `byte`, `short`, `integer` and `long`.
    case integer(Int64)
    /// `float` and `double`.
    case double(Double)
    /// As it is written, because no binary type holds it exactly.
    case decimal(String)
    case bool(Bool)
    /// Days since 1970-01-01.
    case date(Int64)
    /// Microseconds since 1970; with a time zone they are UTC, without one they are the wall clock's.
    case timestamp(microseconds: Int64)
    /// UTF-8 of escaped bytes, as it is written.
    case binary(String)
    /// The text does not belong to the column's type, or the type is not known.
    case other(String)

    /// - Parameters:
    ///   - text: from the log; null and the empty string are the same.
    ///   - type: of the column.
    init(_ text: String?, type: TableSchema.DataType?) {
        guard let text, !text.isEmpty else {
            self = .null
            return
        }
        guard case .primitive(let name) = type else {
            self = .other(text)
            return
        }
        self = Self.typed(text, name) ?? .other(text)
    }

    private static func typed(_ text: String, _ type: String) -> PartitionValue? {
        switch type {
        case "string": .string(text)
        case "byte", "short", "integer", "long": Int64(text).map { .integer($0) }
        case "float", "double": Double(text).map { .double($0) }
        case "boolean":
            switch text.lowercased() {
            case "true": .bool(true)
            case "false": .bool(false)
            default: nil
            }
        case "date": CalendarTime.days(text).map { .date($0) }
        case "timestamp", "timestamp_ntz": CalendarTime.microseconds(text).map { .timestamp(microseconds: $0) }
        case "binary": .binary(text)
        case let name where name.hasPrefix("decimal"): .decimal(text)
        default: nil
        }
    }
}

/// Dates and times of the proleptic Gregorian calendar, without a time zone's rules.
public enum CalendarTime {
    /// Days from 1970-01-01 to a date written as `2026-01-31`.
    public static func days(_ text: some StringProtocol) -> Int64? {
        let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }),
            let year = Int64(parts[0]), let month = Int64(parts[1]), let day = Int64(parts[2]), year <= 9999,
            (1...12).contains(month), day >= 1
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[Int(month) - 1] else { return nil }
        // Years that begin in March put the leap day at the end.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Microseconds from 1970 to a time such as `2026-01-31`, `2026-01-31 12:00:01.5` or `2026-01-31T12:00:01+02:00`;
    /// without an offset it is taken as UTC.
    public static func microseconds(_ text: some StringProtocol) -> Int64? {
        let bytes = Array(text.utf8)
        guard let split = bytes.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 | 0x20 == UInt8(ascii: "t") }) else {
            return days(text).map { $0 * 86_400_000_000 }
        }
        guard let days = days(String(decoding: bytes[..<split], as: UTF8.self)),
            let (clock, offset) = clock(Array(bytes[(split + 1)...]))
        else { return nil }
        return days * 86_400_000_000 + clock - offset
    }

    /// The time of day and its offset from UTC, in microseconds.
    private static func clock(_ bytes: [UInt8]) -> (Int64, Int64)? {
        let end = bytes.firstIndex {
            $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 | 0x20 == UInt8(ascii: "z")
        }
        let zone = end.map { bytes[$0...] } ?? []
        let parts = bytes[..<(end ?? bytes.count)].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, let hour = number(parts[0]), let minute = number(parts[1]),
            hour < 24, minute < 60
        else { return nil }
        var clock = (hour * 60 + minute) * 60_000_000
        if parts.count == 3 {
            let seconds = parts[2].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard let whole = number(seconds[0]), whole < 60, seconds.count <= 2 else { return nil }
            clock += whole * 1_000_000
            if seconds.count == 2 {
                let digits = seconds[1]
                guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
                let six = digits.prefix(6) + [UInt8](repeating: 0x30, count: max(0, 6 - digits.count))
                clock += six.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
            }
        }
        guard let sign = zone.first, sign | 0x20 != UInt8(ascii: "z") else { return zone.count <= 1 ? (clock, 0) : nil }
        let digits = zone.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard digits.count == 2 || digits.count == 4, let hours = number(digits.prefix(2)),
            let minutes = digits.count == 4 ? number(digits.suffix(2)) : 0, hours <= 18, minutes < 60
        else { return nil }
        let offset = (hours * 60 + minutes) * 60_000_000
        return (clock, sign == UInt8(ascii: "-") ? -offset : offset)
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int64? {
        guard !digits.isEmpty, digits.count <= 2, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    /// Milliseconds since 1970 as `2026-01-31T12:00:01.123Z`.
    public static func text(milliseconds: Int64) -> String {
        let (days, clock) = (Self.floored(milliseconds, 86_400_000), Self.remainder(milliseconds, 86_400_000))
        // The inverse of `days`.
        let shifted = days + 719_468
        let era = floored(shifted, 146_097)
        let dayOfEra = remainder(shifted, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func padded(_ number: Int64, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        let time = "\(padded(clock / 3_600_000, 2)):\(padded(clock / 60_000 % 60, 2)):\(padded(clock / 1000 % 60, 2))"
        return "\(date)T\(time).\(padded(clock % 1000, 3))Z"
    }

    private static func floored(_ value: Int64, _ by: Int64) -> Int64 {
        value >= 0 ? value / by : -((-(value + 1)) / by) - 1
    }

    private static func remainder(_ value: Int64, _ by: Int64) -> Int64 {
        let rest = value % by
        return rest < 0 ? rest + by : rest
    }
}
