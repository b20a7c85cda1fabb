import ArgumentParser

/// What a scan may change, and what it says of that. The names are ruff's.
struct FixFlags: ParsableArguments {
    @Flag(help: "Take out comments that keep nothing back.")
    var fix = false

    @Flag(help: "With --fix or --diff: also have workers spawned, where the program has what that needs.")
    var unsafeFixes = false

    @Flag(help: "Show the changes of --fix as a diff, and make none.")
    var diff = false

    @Flag(help: "Change what --fix does, and report nothing.")
    var fixOnly = false

    @Flag(help: "Name the rules and files of the changes made.")
    var showFixes = false

    @Flag(help: "End with 1 where something was changed.")
    var exitNonZeroOnFix = false

    /// Files are to be changed.
    var change: Bool { fix || fixOnly }
    var areAsked: Bool { change || diff }

    mutating func validate() throws {
        if unsafeFixes, !areAsked {
            throw ValidationError("--unsafe-fixes says what --fix changes or --diff shows: give one of them, too")
        }
    }
}
