/// All that is wrong in a set of rule files, in order of path and line.
public struct CatalogError: Error, Equatable, CustomStringConvertible {
    public var problems: [CatalogProblem]

    /// One line a problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// One mistake in a rule file.
public struct CatalogProblem: Error, Equatable, CustomStringConvertible {
    /// The file, as given to the loader.
    public var path: String
    /// One-based; 0 when the whole file is meant.
    public var line: Int
    /// The dotted key at fault: `touch.kind`; empty when the whole file is meant.
    public var key: String
    public var mistake: Mistake

    /// What can be wrong; the cases hold the evidence, `words` holds the sentences.
    public enum Mistake: Equatable, Sendable {
        case unreadable(reason: String)
        case notToml(String)
        case unknownKey(nearest: String?)
        case missingKey
        case wrongKind(expected: String, found: String)
        case unknownValue(String, allowed: [String])
        case emptyValue
        case badName(String)
        case badCode(String)
        case codeWithoutPage(String)
        case badCondition(String)
        case badCall(String)
        case badLiteral(String)
        case badRange(String)
        case rangesOverlap(version: String, first: String, second: String)
        case rangesLeaveOut(version: String)
        case idIsNotFileName(id: String)
        case duplicate(name: String, firstLine: Int)
        case duplicateAcrossFiles(name: String, other: String)
        case unknownFamily(String)
        case missingProgram(String)
        case badProgramWithoutMark
        case markInGoodProgram
        case notALink(String)
        case textNotStorable
        case missingSection(String)
        case noFrontMatter
        case exampleWithoutSentence
        case contradiction(String)
    }

    public var description: String {
        var place = path
        if line > 0 { place += ":\(line)" }
        return key.isEmpty ? "\(place): \(words)" : "\(place): `\(key)`: \(words)"
    }
}

extension CatalogProblem {
    /// The mistake as a sentence without a full stop.
    public var words: String {
        switch mistake {
        case .unreadable(let reason): "cannot be read: \(reason)"
        case .notToml(let reason): "is not TOML: \(reason)"
        case .unknownKey(let nearest?): "unknown key; did you mean `\(nearest)`?"
        case .unknownKey(nil): "unknown key"
        case .missingKey: "is missing"
        case .wrongKind(let expected, let found): "must be \(expected), not \(found)"
        case .unknownValue(let value, let allowed):
            "has no value `\(value)`; it is one of \(allowed.map { "`\($0)`" }.joined(separator: ", "))"
        case .emptyValue: "must not be empty"
        case .badName(let name): "`\(name)` is not a dotted name"
        case .badCode(let code): "`\(code)` is not a rule code: those are FG and three digits"
        case .codeWithoutPage(let code): "no page in checks/ describes \(code)"
        case .badCondition(let text):
            "`\(text)` is not a condition: write `NAME is present`, `NAME is absent`, `NAME > 0`, "
                + "`NAME == LITERAL` or `NAME != LITERAL`"
        case .badCall(let text):
            "`\(text)` is not a call: write it like `target(*args, **kwargs)`, `func(each iterable)` or `self.run()`"
        case .badLiteral(let text): "`\(text)` is not `NAME=LITERAL` with a number, string, True, False or None"
        case .badRange(let text): "`\(text)` is not a version range such as `>=0.17,<0.19`"
        case .rangesOverlap(let version, let first, let second):
            "ranges overlap: `\(first)` and `\(second)` both hold \(version)"
        case .rangesLeaveOut(let version): "ranges leave versions out: no row holds \(version)"
        case .idIsNotFileName(let id): "`\(id)` must be the file's name"
        case .duplicate(let name, let firstLine): "`\(name)` stands already in line \(firstLine)"
        case .duplicateAcrossFiles(let name, let other): "`\(name)` stands already in \(other)"
        case .unknownFamily(let name): "no [[family]] has the id `\(name)`"
        case .missingProgram(let kind): "needs a program of kind `\(kind)`"
        case .badProgramWithoutMark:
            "a bad program needs a line that ends in `# error: CODE` or `# warning: CODE`"
        case .markInGoodProgram: "only a bad program has lines that end in `# error:` or `# warning:`"
        case .notALink(let text): "`\(text)` holds no https:// link"
        case .textNotStorable: "holds a control character or the end of a generated literal"
        case .missingSection(let heading): "the page needs the section `## \(heading)`"
        case .noFrontMatter: "the page must begin with TOML between two lines of `+++`"
        case .exampleWithoutSentence: "a sentence must stand before the program"
        case .contradiction(let reason): reason
        }
    }
}
