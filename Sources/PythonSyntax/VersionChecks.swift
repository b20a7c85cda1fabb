extension Parser {
    /// Records an error if the target is older than 3.`since`; parsing goes on.
    @inline(__always)
    mutating func require(_ since: Int, _ what: StaticString, at offset: UInt32? = nil) {
        if minor < since { tooNew(since, what, offset ?? token.start) }
    }

    private mutating func tooNew(_ since: Int, _ what: StaticString, _ offset: UInt32) {
        record(offset, "\(what) needs Python 3.\(since), the target is 3.\(minor)")
    }
}
