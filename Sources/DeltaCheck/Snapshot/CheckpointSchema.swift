/// Which columns of a checkpoint are read, found by the structure of its schema. Absent columns are null.
struct CheckpointSchema {
    /// A column among those that are read.
    typealias Column = Int

    /// One field of an action that is read as a value.
    enum Field {
        case flat(Column)
        case list(Column, definition: Int)
        case map(key: Column, value: Column, definition: Int)
        case group([(name: String, field: Field)], definition: Int, presence: Column)
    }

    /// An action that is built as a value: there are few of these.
    struct Action {
        var name: String
        /// A row holds the action where the level of this column reaches this.
        var presence: Column
        var definition: Int
        var fields: [(name: String, field: Field)]
    }

    struct Add {
        var definition: Int
        var path: Column
        var size: Column
        var modificationTime: Column?
        var statistics: Column?
        var parsedCount: Column?
        var partition: (key: Column, value: Column)?
        var baseRowID: Column?
        var rowCommitVersion: Column?
        var vector: Vector?
    }

    struct Vector {
        var definition: Int
        var storageType: Column
        var pathOrInlineDv: Column
        var offset: Column?
        var sizeInBytes: Column?
        var cardinality: Column?
    }

    /// Leaves of the file, in the order of the columns.
    private(set) var leaves: [Int] = []
    private(set) var add: Add?
    private(set) var actions: [Action] = []

    /// - Parameter schema: of a checkpoint file or a sidecar.
    init(_ schema: ParquetSchema) throws(ParquetError) {
        if let node = schema.child("add"), schema.nodes[node].physical == nil {
            add = try addColumns(schema, node)
        }
        for name in ["protocol", "metaData", "txn", "domainMetadata", "sidecar"] {
            guard let node = schema.child(name), schema.nodes[node].physical == nil else { continue }
            let fields = fields(schema, node)
            guard let presence = Self.presence(fields) else { continue }
            let definition = schema.nodes[node].definition
            actions.append(Action(name: name, presence: presence, definition: definition, fields: fields))
        }
    }

    // MARK: - Choosing

    private mutating func use(_ leaf: Int) -> Column {
        leaves.append(leaf)
        return leaves.count - 1
    }

    private enum Kind { case bytes, integer }

    /// The column of a leaf that is a direct child of `node`; `nil` where the writer left it out.
    private mutating func use(
        _ schema: ParquetSchema, _ node: Int, _ name: String, _ kind: Kind
    ) throws(ParquetError) -> Column? {
        guard let child = schema.child(name, of: node) else { return nil }
        guard let leaf = schema.nodes[child].leaf else {
            throw ParquetError(.invalid("the column's type"), column: name)
        }
        let isGood =
            switch schema.nodes[child].physical {
            case .byteArray: kind == .bytes
            case .int32, .int64: kind == .integer
            default: false
            }
        guard isGood, schema.nodes[child].repetitionLevel == 0 else {
            throw ParquetError(.invalid("the column's type"), column: schema.path(ofLeaf: leaf))
        }
        return use(leaf)
    }

    private mutating func addColumns(_ schema: ParquetSchema, _ node: Int) throws(ParquetError) -> Add {
        guard let path = try use(schema, node, "path", .bytes) else {
            throw ParquetError(.invalid("a checkpoint without `add.path`"))
        }
        guard let size = try use(schema, node, "size", .integer) else {
            throw ParquetError(.invalid("a checkpoint without `add.size`"))
        }
        var add = Add(definition: schema.nodes[node].definition, path: path, size: size)
        add.modificationTime = try use(schema, node, "modificationTime", .integer)
        add.statistics = try use(schema, node, "stats", .bytes)
        if let parsed = schema.child("stats_parsed", of: node), schema.nodes[parsed].physical == nil {
            add.parsedCount = try use(schema, parsed, "numRecords", .integer)
        }
        if let map = schema.child("partitionValues", of: node), let entries = schema.mapEntries(of: map) {
            add.partition = (use(entries.key), use(entries.value))
        }
        add.baseRowID = try use(schema, node, "baseRowId", .integer)
        add.rowCommitVersion = try use(schema, node, "defaultRowCommitVersion", .integer)
        if let vector = schema.child("deletionVector", of: node), schema.nodes[vector].physical == nil,
            let storage = try use(schema, vector, "storageType", .bytes),
            let inline = try use(schema, vector, "pathOrInlineDv", .bytes)
        {
            add.vector = Vector(
                definition: schema.nodes[vector].definition, storageType: storage, pathOrInlineDv: inline,
                offset: try use(schema, vector, "offset", .integer),
                sizeInBytes: try use(schema, vector, "sizeInBytes", .integer),
                cardinality: try use(schema, vector, "cardinality", .integer))
        }
        return add
    }

    /// All fields of a group that can be read: values, lists and maps of values, groups of these.
    private mutating func fields(
        _ schema: ParquetSchema, _ node: Int, depth: Int = 0
    ) -> [(name: String, field: Field)] {
        var fields: [(name: String, field: Field)] = []
        for child in schema.nodes[node].children {
            let name = schema.nodes[child].name
            let definition = schema.nodes[child].definition
            if let leaf = schema.nodes[child].leaf {
                let isList = schema.nodes[child].repetitionLevel > 0
                let column = use(leaf)
                fields.append((name, isList ? .list(column, definition: definition) : .flat(column)))
            } else if let (key, value) = schema.mapEntries(of: child) {
                fields.append((name, .map(key: use(key), value: use(value), definition: definition)))
            } else if let element = schema.listElement(of: child),
                schema.nodes[schema.leaves[element]].repetitionLevel == 1
            {
                fields.append((name, .list(use(element), definition: definition)))
            } else if depth < 2 {
                // Such as `tags`: nothing that a reader needs.
                let inner = self.fields(schema, child, depth: depth + 1)
                if let presence = Self.presence(inner) {
                    fields.append((name, .group(inner, definition: definition, presence: presence)))
                }
            }
        }
        return fields
    }

    /// A column whose levels tell whether the group is there.
    private static func presence(_ fields: [(name: String, field: Field)]) -> Column? {
        for (_, field) in fields {
            if case .flat(let column) = field { return column }
        }
        for (_, field) in fields {
            switch field {
            case .flat(let column), .list(let column, _), .map(let column, _, _), .group(_, _, let column):
                return column
            }
        }
        return nil
    }
}
