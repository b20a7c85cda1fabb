/// What parsers of command lines are told: callables and defaults of options.
extension Interpreter {
    /// `parser.set_defaults(func=count)` and `args = parser.parse_args()`, whoever made the parser.
    func noteParser(_ result: Value, _ arguments: Arguments, op index: UInt32) {
        guard index != .max, index < program.modules[Int(frame.module)].facts.ops.count else { return }
        let call = op(index)
        guard call.kind == .call else { return }
        let callee = op(call.a)
        guard callee.kind == .attribute else { return }
        let name = symbol(callee.b)
        if name == names.parseArguments {
            if case .opaque(let number)? = result.only { parsedArguments.insert(number) }
        } else if name == names.addArgument {
            noteDefault(of: arguments)
        } else if name == names.setDefaults {
            for (name, value) in arguments.keywords where isCallable(value) {
                state.arrangements.parserDefaults[name] =
                    state.arrangements.parserDefaults[name]?.joined(with: value) ?? value
            }
        }
    }

    /// The text that an option has which nobody types: `args.device`.
    func optionDefault(_ number: Int32) -> Symbol? {
        guard let owner = opaqueOwners[number], parsedArguments.contains(owner.whole),
            case .string(let text)? = optionDefaults[owner.symbol]?.only
        else { return nil }
        return text
    }

    /// `parser.add_argument("--method", default="fork")`: what nobody who types no option changes.
    private func noteDefault(of arguments: Arguments) {
        guard let value = arguments.keyword(names.defaultValue), case .string? = value.only else { return }
        var option: String?
        for case .string(let symbol)? in arguments.positional.map(\.only) {
            let text = symbols[symbol]
            if option == nil || text.hasPrefix("--") && option?.hasPrefix("--") == false { option = text }
        }
        if case .string(let symbol)? = arguments.keyword(names.destination)?.only { option = symbols[symbol] }
        guard let name = option?.drop(while: { $0 == "-" }) else { return }
        optionDefaults[symbols.intern(String(name).replacing("-", with: "_")), default: .nothing].formUnion(value)
    }
}
