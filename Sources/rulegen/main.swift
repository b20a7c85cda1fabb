import ForkGuardCore

RuleGenerator.run(CommandLine.arguments)
