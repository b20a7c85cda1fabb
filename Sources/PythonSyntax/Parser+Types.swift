extension Parser {
    /// `type_params`, brackets and all, or nothing: a list.
    mutating func typeParameters() throws(Failure) -> UInt32 {
        guard kind == .leftBracket else { return Self.emptyList }
        require(12, "a type parameter list")
        advance()
        if kind == .rightBracket { throw fail(token.start, "type parameter list cannot be empty") }
        let mark = pending.count
        while true {
            pending.append(try typeParameter())
            guard accept(.comma), kind != .rightBracket else { break }
        }
        try expect(.rightBracket, "`]`")
        return list(from: mark)
    }

    private mutating func typeParameter() throws(Failure) -> UInt32 {
        let start = token.start
        let sort = kind
        if sort == .star || sort == .doubleStar { advance() }
        let name = try identifier("a type parameter")
        var bound = Self.none
        if kind == .colon {
            if sort != .name {
                throw fail(token.start, "cannot use bound with \(sort == .star ? "TypeVarTuple" : "ParamSpec")")
            }
            advance()
            bound = try expression()
        }
        var value = Self.none
        if kind == .equal {
            require(13, "a default of a type parameter")
            advance()
            value = sort == .star ? try starExpression() : try expression()
        }
        switch sort {
        case .star: return add(.typeVarTuple, start, name, value)
        case .doubleStar: return add(.paramSpec, start, name, value)
        default: return add(.typeVar, start, name, bound, value)
        }
    }

    /// `type X[T] = …`
    mutating func typeAlias() throws(Failure) -> UInt32 {
        let start = token.start
        require(12, "`type` statement")
        advance()
        let nameStart = token.start
        let id = try identifier()
        let name = add(.name, nameStart, detail: ExprContext.store.rawValue, id)
        let parameters = try typeParameters()
        try expect(.equal, "`=`")
        let value = try expression()
        return add(.typeAlias, start, name, parameters, value)
    }
}
