# Everything here works from a fresh clone on Debian 12, Ubuntu 22.04 or later with Swift 6.1; what else is
# missing is installed by scripts/setup. `make help` lists the targets.

SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help setup build swift guard wheel man check-guard check-doctor demo test test-full bench corpus generate format lint clean pre-commit-mirror

# The command is one static file: it starts in a millisecond and runs on any Linux of this architecture.
# The flags concern every target of a build, so all release builds here use the same ones; `swift test`
# builds for debugging, in a folder of its own, without them.
RELEASE := swift build -c release --static-swift-stdlib -Xswiftc -static-executable -Xlinker -s
# Warnings of the linker about functions that need shared libraries in a static program: forkguard
# calls none of them.
QUIET := 2>&1 | grep -v -e 'in statically linked applications requires' -e 'the use of `mktemp'"'"' is dangerous'
PYTHON := .venv/bin/python

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## install what is missing
	@scripts/setup

build: ## build .build/release/forkguard
	@set -o pipefail; $(RELEASE) --product forkguard $(QUIET)

# swift-syntax is most of it. Its modules are compiled whole, which is what makes it parse 7 MB/s; two threads share the
# work. A build folder of its own keeps the trait from touching what `build` made.
SWIFT := swift build -c release --traits SwiftFrontend --scratch-path .build-swift --static-swift-stdlib \
	-Xswiftc -static-executable -Xswiftc -num-threads -Xswiftc 2 -Xlinker -s

swift: build ## build the front end for Swift files beside the command; takes minutes once
	@set -o pipefail; $(SWIFT) --product forkguard-swift $(QUIET)
	@cp .build-swift/release/forkguard-swift .build/release/forkguard-swift

guard: setup ## build the runtime guard's extension module and its tables
	@$(PYTHON) scripts/generate-guard-data
	@scripts/build-guard

wheel: build guard ## build the wheels into dist/
	@$$(scripts/find-python 3.8 | head -n 1 | cut -d' ' -f2-) packaging/fgwheel.py dist

man: build ## write the manual page to dist/forkguard.1
	@mkdir -p dist && scripts/manual-page .build/release/forkguard dist/forkguard.1

pre-commit-mirror: ## write the hook repository of the wheel for pre-commit: make pre-commit-mirror OUT=DIR
	@scripts/pre-commit-mirror "$(OUT)"

check-guard: guard ## try the runtime guard on every Python at hand
	@scripts/check-guard

check-doctor: ## try forkguard doctor on real hangs and on healthy processes
	@swift build --product forkguard
	@scripts/check-doctor

demo: setup build guard ## scan real code, see the hazard of delta-rs issue 2744 hang, and the guard end it
	@scripts/demo

test: setup ## run the tests that a change must pass
	@scripts/test

test-full: setup ## the same with the whole corpus and every Python at hand
	@scripts/test --full

bench: setup build guard corpus ## measure speed and memory beside ruff and ripgrep, and what the guard costs
	@scripts/setup bench
	@set -o pipefail; $(RELEASE) --product syntaxdump $(QUIET)
	@$(PYTHON) Benchmarks/bench.py
	@$(PYTHON) Benchmarks/growth
	@$(PYTHON) scripts/bench-guard
	@set -o pipefail; $(RELEASE) --product deltaprobe $(QUIET)
	@scripts/check-delta --setup
	@Benchmarks/delta

corpus: setup ## fetch the sources of large packages into .corpus
	@scripts/fetch-corpus

generate: ## build the rule files into the command's tables
	@swift run rulegen

format: ## lay out the Swift sources
	@swift format --in-place --recursive Package.swift Sources Tests

lint: ## check the layout of the Swift sources
	@swift format lint --strict --recursive Package.swift Sources Tests

clean: ## remove what was built
	rm -rf .build .build-swift .venv .venv-guard .venv-hooks .venv-editor .bench dist python/forkguard/*.so
