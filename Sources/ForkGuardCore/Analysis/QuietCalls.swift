/// Calls that were seen to lead nowhere, so that their like need not be run again: most of what a program computes has
/// nothing to do with processes, and is called from everywhere.
///
/// A call is quiet if it touches, uses, lets go, forks, chooses and registers nothing, and writes to nothing that was
/// there before it. What can make another call of the function different is its *shape*: what is touched and chosen on
/// the way to it, the values of the globals it names, and its receiver and arguments, constants by value and objects
/// by class and the shape of their attributes.
struct QuietCalls {
    struct Shape: Hashable {
        var words: [Int32]
    }

    /// How a quiet call ended.
    struct Ending {
        /// Constants that it gives; an opaque atom stands for anything that matters to nobody.
        var value: Value
        /// Exceptions that leave it: `SystemExit`, others.
        var raises: Set<Bool>
    }

    /// Shapes are kept up to here.
    private static let capacity = 1 << 18

    private var known: [Shape: Ending] = [:]

    subscript(shape: Shape) -> Ending? { known[shape] }

    mutating func insert(_ ending: Ending, for shape: Shape) {
        if known.count < Self.capacity { known[shape] = ending }
    }
}

extension Interpreter {
    /// What stands when a call begins that may turn out to be quiet.
    struct QuietWatch {
        let shape: QuietCalls.Shape
        let signature: [Int]
        let events: Int
        let lastObject: ObjectID
        /// The scope of the call.
        let scope: EnvironmentID
        let escaped: Int
        let raises: Int
        let outerWrites: (object: ObjectID, scope: EnvironmentID)
    }

    /// The shape of a call; `nil` where too much can make a difference, or the function is soon run.
    func shape(
        of function: FunctionID, _ facts: FunctionFacts, _ closure: EnvironmentID, _ receiver: Receiver?,
        _ arguments: Arguments?
    ) -> QuietCalls.Shape? {
        guard launchLog == nil, facts.end - facts.start >= 200, let arguments else { return nil }
        let writer = ShapeWriter(interpreter: self)
        writer.words = [function, closure]
        writer.addContext()
        if let receiver, !writer.add(receiver.atom, depth: 0) { return nil }
        for value in arguments.positional where !writer.add(value, depth: 0) { return nil }
        for (name, value) in arguments.keywords {
            writer.words += [-2, name]
            if !writer.add(value, depth: 0) { return nil }
        }
        if let star = arguments.star, !writer.add(star, depth: 0) { return nil }
        if arguments.hasUnknownKeywords { writer.words.append(-3) }
        guard writer.addGlobals(of: function, facts) else { return nil }
        writer.addAssumptions()
        return writer.words.count <= ShapeWriter.limit ? QuietCalls.Shape(words: writer.words) : nil
    }

    func watch(_ shape: QuietCalls.Shape) -> QuietWatch {
        let result = QuietWatch(
            shape: shape, signature: state.quietSignature, events: events, lastObject: nextObject,
            scope: nextEnvironment, escaped: escapedFunctions.count, raises: frame.raises.count,
            outerWrites: (lowestObjectWritten, lowestScopeWritten))
        (lowestObjectWritten, lowestScopeWritten) = (.max, .max)
        return result
    }

    /// Keeps the call if it was quiet.
    func end(_ watch: QuietWatch, _ value: Value) {
        let written = (lowestObjectWritten, lowestScopeWritten)
        lowestObjectWritten = min(written.0, watch.outerWrites.object)
        lowestScopeWritten = min(written.1, watch.outerWrites.scope)
        guard isAlive, steps < stepLimit, events == watch.events, written.0 > watch.lastObject,
            written.1 >= watch.scope, escapedFunctions.count == watch.escaped,
            state.quietSignature == watch.signature
        else { return }
        var kept = Value.nothing
        for atom in value.atoms {
            switch atom {
            case .none, .bool, .int, .string: kept.insert(atom)
            case .opaque(let number):
                kept.insert(.opaque(isData(number) ? -3 : harmless.contains(number) ? -1 : -2))
            default:
                guard !isInteresting(atom, depth: 0) else { return }
                kept.insert(.opaque(-1))
            }
        }
        let raises = frame.raises.dropFirst(watch.raises).map(\.isSystemExit)
        quietCalls.insert(QuietCalls.Ending(value: kept, raises: Set(raises)), for: watch.shape)
    }

    /// What a call gives that was quiet before.
    func repeated(_ ending: QuietCalls.Ending, _ function: FunctionID) -> Value {
        if recordsEntries { noteEntry(function) }
        if !ending.raises.isEmpty { state.freeze() }
        for isSystemExit in ending.raises { frame.raises.append((state, isSystemExit)) }
        var result = Value.nothing
        for atom in ending.value.atoms {
            switch atom {
            case .opaque(-1): result = result.joined(with: freshHarmless())
            case .opaque(-3): result = result.joined(with: freshData())
            case .opaque: result = result.joined(with: fresh())
            default: result.insert(atom)
            }
        }
        return result
    }
}

// MARK: Changes that all code may see

extension Interpreter {
    func noteChange(of name: Symbol, in module: Int32, _ value: Value) {
        var hasher = Hasher()
        hasher.combine(module)
        hasher.combine(name)
        add(value, to: &hasher)
        state.changes.insert(hasher.finalize())
    }

    /// An object by its class and what its attributes are at a glance.
    func outline(of object: Object) -> Int {
        var hasher = Hasher()
        if case .instance(let cls) = object.kind { hasher.combine(cls) }
        if case .external(let path) = object.kind { hasher.combine(path) }
        hasher.combine(object.items.count)
        add(object.attributes, to: &hasher)
        return hasher.finalize()
    }

    func add(_ values: SymbolMap<Value>, to hasher: inout Hasher) {
        for (name, value) in values {
            hasher.combine(name)
            add(value, to: &hasher)
        }
    }

    private func add(_ value: Value, to hasher: inout Hasher) {
        for atom in value.atoms {
            switch atom {
            case .object(let id):
                switch object(id)?.kind {
                case .instance(let cls)?: hasher.combine(cls)
                case .external(let path)?: hasher.combine(path)
                default: hasher.combine(0)
                }
            case .opaque, .pid: hasher.combine(1)
            default: hasher.combine(atom)
            }
        }
    }
}

extension State {
    /// Changes with all that a call may leave behind besides values.
    var quietSignature: [Int] {
        signature + arrangements.counts
    }
}

/// Writes down what can make one call of a function different from another.
private final class ShapeWriter {
    static let limit = 1_024

    let interpreter: Interpreter
    var words: [Int32] = []
    /// Unknown values met, in order: what is known of them belongs to the shape.
    private var unknown: [Int32: Int32] = [:]
    private var objects: [ObjectID: Int32] = [:]

    init(interpreter: Interpreter) { self.interpreter = interpreter }

    private var state: State { interpreter.state }

    /// What is touched, chosen and forked on the way here.
    func addContext() {
        let touched = state.touched.map { key, touches -> [Int32] in
            let place = touches.first?.place ?? Place(module: -1, op: 0)
            return [Int32(key.runtime), place.module, Int32(bitPattern: place.op), key.object < 0 ? 0 : 1]
        }
        words.append(Int32(touched.count))
        words += touched.sorted { $0.lexicographicallyPrecedes($1) }.joined()
        for (family, methods) in state.methods.sorted(by: { $0.key < $1.key }) {
            words += [Int32(family), methods.isDefault ? 1 : 0, methods.isUnknown ? 1 : 0]
            words += StartMethod.allCases.map { methods.chosen[$0] == nil ? 0 : 1 }
        }
        words += [-1, Int32(state.forks.count), state.forks.contains { $0.isChildOnly } ? 1 : 0]
        words += [interpreter.thread == nil ? 0 : 1, interpreter.recordsEntries ? 1 : 0, interpreter.isPure ? 1 : 0]
        words += state.arrangements.settled.sorted().map(Int32.init)
        words += [
            Int32(state.arrangements.variables.count), Int32(state.arrangements.releasedInChild.count),
            Int32(state.arrangements.replaced.count),
        ]
        for (name, value) in state.arrangements.variables.sorted(by: { $0.key < $1.key }) {
            words.append(name)
            if case .string(let text)? = value.only { words.append(text) } else { words.append(-1) }
        }
        words.append(Int32(state.arrangements.defaultsInForce.count))
        for (name, value) in state.arrangements.argumentsInForce.sorted(by: { $0.key < $1.key }) {
            words.append(name)
            if case .string(let text)? = value.only { words.append(text) } else { words.append(-1) }
        }
        let changes = state.changes.reduce(0, ^)
        words += [Int32(truncatingIfNeeded: changes), Int32(truncatingIfNeeded: changes >> 32)]
    }

    func add(_ value: Value, depth: Int) -> Bool {
        words += [-4, Int32(value.atoms.count)]
        for atom in value.atoms where !add(atom, depth: depth) { return false }
        return words.count <= Self.limit
    }

    func add(_ atom: Atom, depth: Int) -> Bool {
        switch atom {
        case .opaque(let number):
            let index = unknown[number] ?? Int32(unknown.count)
            unknown[number] = index
            words += [0, index, interpreter.harmless.contains(number) ? 1 : 0]
            words.append(interpreter.madeByClass.contains(number) ? 1 : 0)
            if let test = interpreter.namedTests[number] {
                words.append(state.assumptions[test.assumption].map { $0 ? 1 : 2 } ?? 3)
            }
        case .none: words.append(1)
        case .bool(let value): words += [2, value ? 1 : 0]
        case .int(let value): words += [3, value]
        case .string(let symbol): words += [4, symbol]
        case .module(let id): words += [5, id]
        case .external(let path): words += [6, path]
        case .class(let cls):
            guard let definition = interpreter.classes[cls]?.definition else { return false }
            words += [7, definition.module, Int32(definition.index)]
        case .function(let function, let closure):
            guard closure < 0 || !interpreter.relevance.matters(function) else { return false }
            words += [8, function]
        case .method(let function, let closure, let receiver):
            guard closure < 0 || !interpreter.relevance.matters(function) else { return false }
            words += [9, function]
            return add(receiver.atom, depth: depth + 1)
        case .externalMember(let path, let id):
            words += [10, path]
            return add(.object(id), depth: depth + 1)
        case .object(let id): return addObject(id, depth: depth)
        case .superclass, .pid: return false
        }
        return true
    }

    private func addObject(_ id: ObjectID, depth: Int) -> Bool {
        if let index = objects[id] {
            words += [11, index]
            return true
        }
        objects[id] = Int32(objects.count)
        guard let object = interpreter.object(id), object.launch == nil, object.methods == nil else { return false }
        switch object.kind {
        case .instance(let cls):
            guard let definition = interpreter.classes[cls]?.definition else { return false }
            words += [12, definition.module, Int32(definition.index)]
        case .external(let path):
            let handle = object.root ?? id
            words += [13, path, state.touched.contains { $0.key.object == id || $0.key.object == handle } ? 1 : 0]
        case .tuple: words.append(14)
        case .list: words.append(15)
        case .set: words.append(16)
        case .dict: words.append(17)
        default: return false
        }
        // What lies deeper tells by its class.
        guard depth < 3 else { return true }
        words += [Int32(object.items.count), Int32(object.attributes.count), Int32(object.lacks.rawValue)]
        words += [Int32(object.setAtTimes.count)] + object.setAtTimes
        for (name, value) in object.attributes {
            words.append(name)
            if !add(value, depth: depth + 1) { return false }
        }
        for key in object.keys {
            if let key { if !add(key, depth: depth + 1) { return false } } else { words.append(-5) }
        }
        for value in object.items where !add(value, depth: depth + 1) { return false }
        return add(object.rest, depth: depth + 1)
    }

    /// Globals of its module that the function names, as this path has set them.
    func addGlobals(of function: FunctionID, _ facts: FunctionFacts) -> Bool {
        let module = interpreter.program.functions[Int(function)].module
        let symbols = interpreter.program.modules[Int(module)].symbols
        for mention in facts.mentions where mention.base == Mention.plain {
            let name = symbols[Int(mention.name)]
            guard let value = state.globals[GlobalKey(module: module, name: name)] else { continue }
            words += [-6, name]
            if !add(value, depth: 2) { return false }
        }
        return true
    }

    /// What tests on the way here have told of the unknown values, and of their parts.
    func addAssumptions() {
        guard !unknown.isEmpty, !state.assumptions.isEmpty else { return }
        var lines: [[Int32]] = []
        for (assumption, answer) in state.assumptions {
            if case .all(let literals) = assumption.question {
                let met = literals.compactMap { unknown[$0.assumption.subject] }
                if !met.isEmpty { lines.append([-6, answer ? 1 : 0] + met) }
                continue
            }
            var chain: [Int32] = []
            var subject = assumption.subject
            while unknown[subject] == nil, chain.count < 8, let owner = interpreter.opaqueOwners[subject] {
                chain.append(owner.symbol)
                subject = owner.whole
            }
            let index: Int32
            if let known = unknown[subject] {
                index = known
            } else if let owner = interpreter.memberOwners[subject], let known = objects[owner.whole] {
                chain.append(owner.symbol)
                index = -1 - known
            } else {
                continue
            }
            var line = [index] + chain + [answer ? 1 : 0]
            switch assumption.question {
            case .truthy: line.append(-1)
            case .isNone: line.append(-2)
            case .equals(let atom): line += [-3, Int32(truncatingIfNeeded: atom.hashValue)]
            case .isAmong(let members): line += [-4, Int32(truncatingIfNeeded: members.hashValue)]
            case .compares(let way, let atom):
                line += [-4, Int32(truncatingIfNeeded: way.hashValue), Int32(truncatingIfNeeded: atom.hashValue)]
            case .all: break
            }
            lines.append(line)
        }
        words.append(-7)
        words += lines.sorted { $0.lexicographicallyPrecedes($1) }.joined()
    }
}
