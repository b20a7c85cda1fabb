"""Compares what `forkguard delta` says of tables with expectation files: `NAME/` beside `NAME.expected.json`.

The files' own maker describes their fields. Everything that both sides have is compared; a table that must be refused
must be refused for its reason.
"""

import json
import subprocess
from pathlib import Path

# Fields of an expectation that are no statement of the table, or are compared on their own below.
APART = {"log", "versions", "oracles", "agree", "schema_string", "refuse_why"}

# What a refusal must mention, by the begin of the expectation's reason.
REASONS = [
    ("reader features not understood: ", lambda rest: rest.split(",")),
    ("minReaderVersion ", lambda rest: ["reader version " + rest]),
    ("no protocol action", lambda rest: ["no protocol action"]),
    ("no metaData action", lambda rest: ["no metaData action"]),
    ("metaData without schemaString", lambda rest: ["no schemaString"]),
    ("commit ", lambda rest: ["commit " + rest.split(" ")[0] + " is missing"]),
    ("version ", lambda rest: ["there is no version " + rest.split(" ")[0]]),
    ("no commit and no complete checkpoint", lambda rest: ["no commit and no complete checkpoint"]),
]


def run(command, table, *arguments):
    """Status, the JSON on standard output, standard error."""
    done = subprocess.run(
        [*command, "delta", str(table), "--format", "json", *arguments], capture_output=True, timeout=120, check=False)
    return done.returncode, json.loads(done.stdout) if done.stdout else None, done.stderr.decode()


def words_of(reason):
    for begin, words in REASONS:
        if reason.startswith(begin):
            return words(reason[len(begin):])
    return [reason]


def refusal(command, table, reason, *arguments):
    """Mistakes in how a table is refused."""
    status, report, errors = run(command, table, *arguments)
    mistakes = []
    if status != 2:
        mistakes.append(f"status {status} instead of a refusal ({reason})")
    if not report or report.get("outcome") != "refuse":
        mistakes.append("the outcome is not `refuse`")
    if errors.count("\n") != 1:
        mistakes.append(f"not one line: {errors!r}")
    mistakes += [f"`{word}` is not in {errors!r}" for word in words_of(reason) if word not in errors]
    return mistakes


def differences(expected, report, where=""):
    mistakes = []
    for key, value in expected.items():
        if key in APART or key not in report:
            if key not in APART:
                mistakes.append(f"{where}the report has no `{key}`")
            continue
        if report[key] != value:
            mistakes.append(f"{where}{key} is {str(report[key])[:300]}, expected {str(value)[:300]}")
    return mistakes


def check(command, expectation):
    """Mistakes of the report on one table and on all its versions."""
    table = Path(str(expectation).removesuffix(".expected.json"))
    expected = json.loads(expectation.read_text())
    if expected["outcome"] == "refuse":
        return refusal(command, table, expected["refuse_why"])
    status, report, errors = run(command, table, "--files", "--history", "--schema")
    if status != 0:
        return [f"status {status}: {errors}"]
    mistakes = differences(expected, report)
    if json.loads(report["schema_string"]) != json.loads(expected["schema_string"]):
        mistakes.append("schema_string differs")
    if report["schema"] != json.loads(expected["schema_string"]):
        mistakes.append("schema differs")
    mistakes += differences(expected["log"], report["log"], "log.") if "log" in expected else []
    for oracle in expected.get("oracles", []):
        if "history_count" in oracle and report["history_count"] != oracle["history_count"]:
            mistakes.append(f"history_count is {report['history_count']}, {oracle['engine']} has {oracle['history_count']}")
        if "history_operations" in oracle:
            # Its order among commits of the same time is not by version.
            told = sorted(str(entry["operation"]) for entry in report["history"])
            if told != sorted(map(str, oracle["history_operations"])):
                mistakes.append(f"operations {told} instead of {oracle['history_operations']}")
        if "schema_fields" in oracle and [field["name"] for field in report["schema"]["fields"]] != oracle["schema_fields"]:
            mistakes.append("the schema's fields differ")
    for version, short in expected.get("versions", {}).items():
        mistakes += check_version(command, table, version, short)
    return mistakes


def check_version(command, table, version, short):
    if "refuse_why" in short:
        return refusal(command, table, short["refuse_why"], "--version", version)
    status, report, errors = run(command, table, "--version", version)
    if status != 0:
        return [f"version {version}: status {status}: {errors}"]
    return differences(short, report, f"version {version}: ")
