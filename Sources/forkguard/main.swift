import ForkGuardCore
import PythonSyntax

var options = ScanOptions()
options.paths = Array(CommandLine.arguments.dropFirst())
let walk = FileWalk(options)
let report = Scanner(catalog: Catalog.builtIn, options: options).scan(walk.files)
for finding in report.findings {
    print("\(finding.site.path):\(finding.site.line):\(finding.site.column): \(finding.code) \(finding.level) \(finding.message) chain=\(finding.chain.map { "\($0.path):\($0.line)" })")
}
