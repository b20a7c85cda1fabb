/// A framework whose project is settings that name its parts: making the application imports those, and each request's code is
/// found by routes.
public struct ProjectRule: Sendable, Equatable {
    public var name: String
    /// Functions that make the application, or set the project up.
    public var makers: [String]
    /// The variable of the environment that names the module of settings.
    public var settingsVariable: String
    /// Calls whose second argument is a view, and those that bring in another module of routes.
    public var routes: [String]
    public var includes: [String]
    /// Classes of what configures an application of the project.
    public var configurations: [String]
    /// Decorators of further methods of a view that answer requests.
    public var actions: [String]
    /// Methods of views, and of middleware, by which a request is answered.
    public var methods: [String]
    public var middlewareMethods: [String]
}

extension ProjectRule {
    /// Reads one `[[project]]` table.
    init(reading table: TableReader) {
        let name = table.string("name")
        if !name.isEmpty, !RuleSyntax.isName(name) { table.report("name", .badName(name)) }
        self.init(
            name: name, makers: table.strings("makers"), settingsVariable: table.string("settings_variable"),
            routes: table.strings("routes"), includes: table.strings("includes"),
            configurations: table.strings("configurations"), actions: table.strings("actions"),
            methods: table.strings("methods"), middlewareMethods: table.strings("middleware_methods"))
        if makers.isEmpty { table.report("makers", .missingKey) }
    }
}

extension ProjectRule: TableCodable {
    func write(to table: inout TableWriter) {
        table.write(name)
        table.write(makers)
        table.write(settingsVariable)
        for names in [routes, includes, configurations, actions, methods, middlewareMethods] { table.write(names) }
    }

    init(from table: inout TableDecoder) {
        self.init(
            name: table.string(), makers: table.strings(), settingsVariable: table.string(), routes: table.strings(),
            includes: table.strings(), configurations: table.strings(), actions: table.strings(),
            methods: table.strings(), middlewareMethods: table.strings())
    }
}
