"""From a rule, as tomllib reads it, to what the guard keeps of it. For scripts/generate-guard-data, and for rules of users."""

import ast
import re


def condition(text):
    """`when` as (kind, parameter, literal)."""
    if text is None:
        return None
    found = re.fullmatch(r"(\w+) is (present|absent)", text)
    if found:
        return (found[2], found[1], None)
    found = re.fullmatch(r"(\w+) (is|begins|==|!=|>) (.+)", text)
    if not found:
        raise ValueError("a condition that the guard does not know: %s" % text)
    return (found[2], found[1], ast.literal_eval(found[3]))


def spellings(name, aliases):
    """The name and the other names that it has, longest first: modules that define come before those that pass on."""
    names = {name}
    for second, first in aliases.items():
        if name == first or name.startswith(first + "."):
            names.add(second + name[len(first) :])
    return tuple(sorted(names, key=lambda each: (-each.count("."), each)))


def blind_spot(rule, name):
    """Why the guard cannot see calls of this name, or None."""
    if "()" in name:
        return "what a call gives back has no type that rules know"
    if name.split(".")[0] not in {module.split(".")[0] for module in rule["import"]}:
        return "another library's function"
    if any(name == derived or name.startswith(derived + ".") for derived in rule.get("derives", {})):
        return "seen at the handle that it derives from"
    return None


def linux_versions(rule):
    """The rows of Linux; what hangs on a setting that the program makes, the scan alone follows."""
    return [row for row in rule["version"] if row.get("platform", "linux") == "linux" and "env" not in row]


def reason_to_skip(rule):
    """Why a whole library is left out, or None."""
    if rule.get("language", "python") != "python":
        return "not a Python library"
    if rule.get("opt_in"):
        return "reported only when asked for"
    if any(touch.get("of_result") for touch in rule.get("touch", [])):
        return "about values every method of which is a use"
    if "launchers" in rule:
        return "about forks that nothing can veto"
    outcomes = {version["outcome"] for version in linux_versions(rule)}
    if outcomes <= {"ok", "self-heals"}:
        return "harmless in every version"
    if outcomes <= {"uncertain", "ok", "self-heals"} and rule.get("dist") == ["python"]:
        return "a warning about the interpreter's own objects would be noise"
    return None


def rows(rule, missed):
    """One entry a name: (spellings, kind, touches, uses, whether it releases, whether its result is a handle)."""
    aliases = rule.get("aliases", {})
    returns = rule.get("returns", {})
    uses = rule["use"] if "use" in rule else rule.get("touch", [])
    entries = {}

    def entry(name, kind):
        reason = blind_spot(rule, name)
        if reason is not None:
            missed.append((rule["id"], name, reason))
            return None
        return entries.setdefault(name, {"kind": kind, "touch": [], "use": [], "release": False})

    def clause(row):
        when, parameters = condition(row.get("when")), tuple(row.get("parameters", ()))
        if row["name"] in rule.get("concatenates", ()) and row["name"] in returns:
            when, parameters = ("holds", "items", returns[row["name"]].rsplit(".", 1)[-1]), ("items",)
        return (
            when,
            parameters,
            row.get("handle"),
            row.get("by_thread", False),
            row.get("only"),
        )

    for role, table in (("touch", rule.get("touch", [])), ("use", uses)):
        for row in table:
            found = entry(row["name"], row["kind"])
            if found is not None:
                found[role].append(clause(row))
    for name in rule.get("release", []):
        found = entry(name, "method" if name.rsplit(".", 2)[-2][:1].isupper() else "function")
        if found is not None:
            found["release"] = True
    classes = {name.rsplit(".", 1)[0] for name, row in entries.items() if row["use"]}
    made = {
        clause[0][1] for row in entries.values() for clause in row["touch"] + row["use"] if clause[0] and not clause[1]
    }
    for name, given in returns.items():
        # What makes an object whose making decides about its methods.
        if made and given in classes and name not in entries and "*" not in name and not blind_spot(rule, name):
            if rule["scope"] == "handle" and given != name:
                entries[name] = {"kind": "function", "touch": [], "use": [], "release": False}
    return tuple(
        (
            spellings(name, aliases),
            row["kind"],
            tuple(dict.fromkeys(row["touch"])),
            tuple(dict.fromkeys(row["use"])),
            row["release"],
            rule["scope"] == "handle" and returns.get(name) in classes,
        )
        for name, row in entries.items()
    )


def library(rule, missed):
    versions = tuple(
        (version["range"], version["outcome"], version.get("text", ""))
        for version in linux_versions(rule)
    )
    return {
        "id": rule["id"],
        "title": rule["title"],
        "code": rule["code"],
        "imports": tuple(rule["import"]),
        "dists": tuple(rule.get("dist", ())),
        "scope": rule["scope"],
        "resource": rule.get("runtime", rule["id"]),
        "proven": rule.get("needs_proven_use", False),
        "harmless_env": tuple(rule.get("harmless_env", ())),
        "import_is_touch": rule.get("import_is_touch", False),
        "threads": tuple(rule.get("threads", ())),
        "mechanism": rule["mechanism"],
        "remedy": rule["remedy"],
        "price": rule.get("price", ""),
        "evidence": tuple(rule["evidence"][:2]),
        "versions": versions,
        "rows": rows(rule, missed),
    }
