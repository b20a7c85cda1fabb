/// Mentions that were seen to lead nowhere.
extension MentionGraph {
    /// False for a mention that does not count.
    func counts(_ node: Int32, for body: Int32) -> Bool { cuts[body]?.contains(node) != true }

    /// The functions of Swift and of its shims, of those that have a name, by which code comes to one of the nodes, in their order.
    func namedFunctions(mentioning nodes: [Int32], besides known: Set<FunctionID>) -> [FunctionID] {
        let bodies = Set(nodes.flatMap { mentioners[Int($0)] })
        return functions.indices.lazy.map { FunctionID($0) }.filter { id in
            let body = Int(functions[Int(id)])
            let module = program.functions[Int(id)].module
            return (program.isSwift(module) || program.isShim(module)) && bodies.contains(Int32(body))
                && !definitions[body].isEmpty && !known.contains(id)
        }
    }

    /// The nodes that functions stand behind.
    func nodes(behind functions: [FunctionID]) -> [Int32] {
        Set(functions.flatMap { definitions[Int(self.functions[Int($0)])] }).sorted()
    }

    /// Has mentions of the nodes by functions lead nowhere: by themselves, by the classes whose objects run them
    /// first, and by what they give values to, where no other function of the file mentions the same.
    mutating func cut(_ nodes: [Int32], from contained: Set<FunctionID>) {
        guard !contained.isEmpty else { return }
        let all = Set(nodes)
        var others: [Int32: Set<Int32>] = [:]
        for (id, body) in functions.enumerated() where !contained.contains(FunctionID(id)) {
            // What a closure mentions the function around it does, too; what a variable is made by stands alone.
            guard program.facts(FunctionID(id)).enclosingFunction == .max else { continue }
            let module = program.functions[id].module
            others[module, default: []].formUnion(mentions[Int(body)].filter(all.contains))
        }
        var cutIn: [Int32: Set<Int32>] = [:]
        for id in contained {
            let body = functions[Int(id)]
            let found = mentions[Int(body)].filter(all.contains)
            cuts[body, default: []].formUnion(found)
            cutIn[program.functions[Int(id)].module, default: []].formUnion(found)
        }
        for (module, found) in cutIn {
            let free = found.subtracting(others[module] ?? []).subtracting(topLevels[Int(module)])
            guard !free.isEmpty else { continue }
            for body in otherBodies[Int(module)] { cuts[body, default: []].formUnion(free) }
        }
    }
}
