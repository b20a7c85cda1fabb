/// One case a class of CPython's `ast`; its slots are the class's `_fields` in order.
///
/// `type_comment` slots are always `None` and `type_ignores` always empty: `ast.parse` reads neither by default.
/// `MatchSingleton.value` is a `Constant` node. `Constant.kind` is `StringValue.hasUPrefix`.
public enum NodeKind: UInt8, Sendable, CaseIterable {
    case module
    case functionDef
    case asyncFunctionDef
    case classDef
    case `return`
    case delete
    case assign
    case typeAlias
    case augAssign
    case annAssign
    case `for`
    case asyncFor
    case `while`
    case `if`
    case with
    case asyncWith
    case match
    case raise
    case `try`
    case tryStar
    case assert
    case `import`
    case importFrom
    case global
    case nonlocal
    case expr
    case pass
    case `break`
    case `continue`
    case boolOp
    case namedExpr
    case binOp
    case unaryOp
    case lambda
    case ifExp
    case dict
    case `set`
    case listComp
    case setComp
    case dictComp
    case generatorExp
    case `await`
    case yield
    case yieldFrom
    case compare
    case call
    case formattedValue
    case interpolation
    case joinedStr
    case templateStr
    case constant
    case attribute
    case `subscript`
    case starred
    case name
    case list
    case tuple
    case slice
    case comprehension
    case exceptHandler
    case arguments
    case arg
    case keyword
    case alias
    case withItem
    case matchCase
    case matchValue
    case matchSingleton
    case matchSequence
    case matchMapping
    case matchClass
    case matchStar
    case matchAs
    case matchOr
    case typeVar
    case paramSpec
    case typeVarTuple
}

extension NodeKind {
    /// Name of the class in `ast`.
    public var astName: String {
        switch self {
        case .module: "Module"
        case .functionDef: "FunctionDef"
        case .asyncFunctionDef: "AsyncFunctionDef"
        case .classDef: "ClassDef"
        case .return: "Return"
        case .delete: "Delete"
        case .assign: "Assign"
        case .typeAlias: "TypeAlias"
        case .augAssign: "AugAssign"
        case .annAssign: "AnnAssign"
        case .for: "For"
        case .asyncFor: "AsyncFor"
        case .while: "While"
        case .if: "If"
        case .with: "With"
        case .asyncWith: "AsyncWith"
        case .match: "Match"
        case .raise: "Raise"
        case .try: "Try"
        case .tryStar: "TryStar"
        case .assert: "Assert"
        case .import: "Import"
        case .importFrom: "ImportFrom"
        case .global: "Global"
        case .nonlocal: "Nonlocal"
        case .expr: "Expr"
        case .pass: "Pass"
        case .break: "Break"
        case .continue: "Continue"
        case .boolOp: "BoolOp"
        case .namedExpr: "NamedExpr"
        case .binOp: "BinOp"
        case .unaryOp: "UnaryOp"
        case .lambda: "Lambda"
        case .ifExp: "IfExp"
        case .dict: "Dict"
        case .set: "Set"
        case .listComp: "ListComp"
        case .setComp: "SetComp"
        case .dictComp: "DictComp"
        case .generatorExp: "GeneratorExp"
        case .await: "Await"
        case .yield: "Yield"
        case .yieldFrom: "YieldFrom"
        case .compare: "Compare"
        case .call: "Call"
        case .formattedValue: "FormattedValue"
        case .interpolation: "Interpolation"
        case .joinedStr: "JoinedStr"
        case .templateStr: "TemplateStr"
        case .constant: "Constant"
        case .attribute: "Attribute"
        case .subscript: "Subscript"
        case .starred: "Starred"
        case .name: "Name"
        case .list: "List"
        case .tuple: "Tuple"
        case .slice: "Slice"
        case .comprehension: "comprehension"
        case .exceptHandler: "ExceptHandler"
        case .arguments: "arguments"
        case .arg: "arg"
        case .keyword: "keyword"
        case .alias: "alias"
        case .withItem: "withitem"
        case .matchCase: "match_case"
        case .matchValue: "MatchValue"
        case .matchSingleton: "MatchSingleton"
        case .matchSequence: "MatchSequence"
        case .matchMapping: "MatchMapping"
        case .matchClass: "MatchClass"
        case .matchStar: "MatchStar"
        case .matchAs: "MatchAs"
        case .matchOr: "MatchOr"
        case .typeVar: "TypeVar"
        case .paramSpec: "ParamSpec"
        case .typeVarTuple: "TypeVarTuple"
        }
    }

    /// The slots of a node of this kind, named as in `ast`.
    public var fields: [(name: String, kind: SlotKind)] {
        switch self {
        case .module: [("body", .list), ("type_ignores", .list)]
        case .functionDef:
            [
                ("name", .name), ("args", .node), ("body", .list), ("decorator_list", .list), ("returns", .node),
                ("type_comment", .node), ("type_params", .list),
            ]
        case .asyncFunctionDef:
            [
                ("name", .name), ("args", .node), ("body", .list), ("decorator_list", .list), ("returns", .node),
                ("type_comment", .node), ("type_params", .list),
            ]
        case .classDef:
            [
                ("name", .name), ("bases", .list), ("keywords", .list), ("body", .list), ("decorator_list", .list),
                ("type_params", .list),
            ]
        case .return: [("value", .node)]
        case .delete: [("targets", .list)]
        case .assign: [("targets", .list), ("value", .node), ("type_comment", .node)]
        case .typeAlias: [("name", .node), ("type_params", .list), ("value", .node)]
        case .augAssign: [("target", .node), ("op", .op), ("value", .node)]
        case .annAssign: [("target", .node), ("annotation", .node), ("value", .node), ("simple", .int)]
        case .for: [("target", .node), ("iter", .node), ("body", .list), ("orelse", .list), ("type_comment", .node)]
        case .asyncFor:
            [("target", .node), ("iter", .node), ("body", .list), ("orelse", .list), ("type_comment", .node)]
        case .while: [("test", .node), ("body", .list), ("orelse", .list)]
        case .if: [("test", .node), ("body", .list), ("orelse", .list)]
        case .with: [("items", .list), ("body", .list), ("type_comment", .node)]
        case .asyncWith: [("items", .list), ("body", .list), ("type_comment", .node)]
        case .match: [("subject", .node), ("cases", .list)]
        case .raise: [("exc", .node), ("cause", .node)]
        case .try: [("body", .list), ("handlers", .list), ("orelse", .list), ("finalbody", .list)]
        case .tryStar: [("body", .list), ("handlers", .list), ("orelse", .list), ("finalbody", .list)]
        case .assert: [("test", .node), ("msg", .node)]
        case .import: [("names", .list)]
        case .importFrom: [("module", .name), ("names", .list), ("level", .int)]
        case .global: [("names", .names)]
        case .nonlocal: [("names", .names)]
        case .expr: [("value", .node)]
        case .pass: []
        case .break: []
        case .continue: []
        case .boolOp: [("op", .op), ("values", .list)]
        case .namedExpr: [("target", .node), ("value", .node)]
        case .binOp: [("left", .node), ("op", .op), ("right", .node)]
        case .unaryOp: [("op", .op), ("operand", .node)]
        case .lambda: [("args", .node), ("body", .node)]
        case .ifExp: [("test", .node), ("body", .node), ("orelse", .node)]
        case .dict: [("keys", .list), ("values", .list)]
        case .set: [("elts", .list)]
        case .listComp: [("elt", .node), ("generators", .list)]
        case .setComp: [("elt", .node), ("generators", .list)]
        case .dictComp: [("key", .node), ("value", .node), ("generators", .list)]
        case .generatorExp: [("elt", .node), ("generators", .list)]
        case .await: [("value", .node)]
        case .yield: [("value", .node)]
        case .yieldFrom: [("value", .node)]
        case .compare: [("left", .node), ("ops", .ops), ("comparators", .list)]
        case .call: [("func", .node), ("args", .list), ("keywords", .list)]
        case .formattedValue: [("value", .node), ("conversion", .int), ("format_spec", .node)]
        case .interpolation: [("value", .node), ("str", .text), ("conversion", .int), ("format_spec", .node)]
        case .joinedStr: [("values", .list)]
        case .templateStr: [("values", .list)]
        case .constant: [("value", .constant)]
        case .attribute: [("value", .node), ("attr", .name)]
        case .subscript: [("value", .node), ("slice", .node)]
        case .starred: [("value", .node)]
        case .name: [("id", .name)]
        case .list: [("elts", .list)]
        case .tuple: [("elts", .list)]
        case .slice: [("lower", .node), ("upper", .node), ("step", .node)]
        case .comprehension: [("target", .node), ("iter", .node), ("ifs", .list), ("is_async", .int)]
        case .exceptHandler: [("type", .node), ("name", .name), ("body", .list)]
        case .arguments:
            [
                ("posonlyargs", .list), ("args", .list), ("vararg", .node), ("kwonlyargs", .list),
                ("kw_defaults", .list), ("kwarg", .node), ("defaults", .list),
            ]
        case .arg: [("arg", .name), ("annotation", .node), ("type_comment", .node)]
        case .keyword: [("arg", .name), ("value", .node)]
        case .alias: [("name", .name), ("asname", .name)]
        case .withItem: [("context_expr", .node), ("optional_vars", .node)]
        case .matchCase: [("pattern", .node), ("guard", .node), ("body", .list)]
        case .matchValue: [("value", .node)]
        case .matchSingleton: [("value", .node)]
        case .matchSequence: [("patterns", .list)]
        case .matchMapping: [("keys", .list), ("patterns", .list), ("rest", .name)]
        case .matchClass: [("cls", .node), ("patterns", .list), ("kwd_attrs", .names), ("kwd_patterns", .list)]
        case .matchStar: [("name", .name)]
        case .matchAs: [("pattern", .node), ("name", .name)]
        case .matchOr: [("patterns", .list)]
        case .typeVar: [("name", .name), ("bound", .node), ("default_value", .node)]
        case .paramSpec: [("name", .name), ("default_value", .node)]
        case .typeVarTuple: [("name", .name), ("default_value", .node)]
        }
    }
}
