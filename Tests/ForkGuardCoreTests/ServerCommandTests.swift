import Testing

@testable import ForkGuardCore

/// Command lines of servers, as files of settings hold them.
struct ServerCommandTests {
    private func commands(_ text: String, in path: String) -> [String] {
        let catalog = Catalog.builtIn
        let facts = SettingsFacts.extract(from: Array(text.utf8), path: path)
        return ServerCommand.all(in: facts, catalog).map { command in
            let line = facts.position(of: facts.ops[Int(command.op)].start).line
            return
                "\(line) \(catalog.launchers[command.launcher].name) \(command.module ?? "-") \(command.folder ?? "-")"
        }
    }

    @Test(arguments: [
        ("web: gunicorn --preload app:app", ["1 gunicorn.preload_app app -"]),
        ("web: gunicorn app:app --preload --chdir=src", ["1 gunicorn.preload_app app src"]),
        ("web: gunicorn app:app\n# gunicorn --preload app:app", []),
        ("web: gunicorn -w 4 app:app # --preload", []),
        (
            "web: newrelic-admin run-program /usr/bin/gunicorn --preload -c g.py pkg.wsgi",
            ["1 gunicorn.preload_app pkg.wsgi -"]
        ),
        (
            "web: python -m gunicorn --preload --bind :$PORT \\\n  pkg.wsgi:make()",
            ["1 gunicorn.preload_app pkg.wsgi -"]
        ),
        ("release: pip install gunicorn && gunicorn --preload a:b; gunicorn c:d", ["1 gunicorn.preload_app a -"]),
        ("web: uwsgi --http :8000 --wsgi-file site/wsgi.py -p 4", ["1 uwsgi.workers site.wsgi -"]),
        ("web: uwsgi --http :8000 -w app:app --master", ["1 uwsgi.workers app -"]),
        ("web: uwsgi --http :8000 -w app:app --master --lazy-apps", []),
        ("web: uwsgi --http :8000 -w app:app --processes 1", []),
        ("w: huey_consumer app.huey -w 2 -k process", ["1 huey.consumer app.huey -"]),
        ("w: huey_consumer app.huey -w 2 -k greenlet", []),
    ])
    func commandLines(_ text: String, _ expected: [String]) {
        #expect(commands(text, in: "Procfile") == expected)
    }

    @Test func sectionsOfIniFiles() {
        let text =
            "[other]\nmodule = no:app\n[uwsgi]\n; a comment\nchdir = web\nmodule=site:app\nmaster = true\nprocesses = 4\n"
        #expect(commands(text, in: "uwsgi.ini") == ["3 uwsgi.workers site web"])
        #expect(commands(text.replacing("processes", with: "lazy-apps=1\nprocesses"), in: "uwsgi.ini") == [])
        #expect(commands("[uwsgi]\nmodule = a:b\nmaster = false\nprocesses = 1\n", in: "a/b.ini") == [])
    }

    @Test func yamlAndLists() {
        let folded =
            "services:\n  web:\n    command: >-\n      gunicorn\n      --preload\n      app:app\n    ports: [\"80:80\"]\n"
        #expect(commands(folded, in: "compose.yml") == ["4 gunicorn.preload_app app -"])
        let list =
            "services:\n  web:\n    command:\n    - gunicorn\n    - app:app\n    environment:\n    - X=--preload\n"
        #expect(commands(list, in: "docker-compose.yaml") == [])
        let exec = "FROM a\nCMD [\"gunicorn\",\n  \"--preload\",\n  \"app:app\"]\nRUN true --preload\n"
        #expect(commands(exec, in: "Dockerfile") == ["2 gunicorn.preload_app app -"])
    }

    @Test func anyBytesGiveFacts() {
        var state: UInt64 = 2744
        for path in ["Procfile", "compose.yml", "x.ini"] {
            for _ in 0..<200 {
                let bytes = (0..<400).map { _ -> UInt8 in
                    state = state &* 6_364_136_223_846_793_005 &+ 1
                    let pool = Array("gunicorn --preload \\\n[]\"',;:=- \t\r#&|\u{0}é".utf8)
                    return pool[Int(state >> 33) % pool.count]
                }
                _ = SettingsFacts.extract(from: bytes, path: path)
            }
        }
        let long = [UInt8](repeating: UInt8(ascii: "["), count: 2 << 20)
        #expect(SettingsFacts.extract(from: long, path: "Dockerfile").ops.isEmpty)
    }
}
