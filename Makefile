# What a change must pass is `make check`, which answers the same for the same tree: what
# fuzzing found is kept as inputs of the tests. New inputs are sought by `make soak`, nightly.

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK = golang.org/x/vuln/cmd/govulncheck@v1.9.0
SOAK        = 10m

.PHONY: build check format vet staticcheck vulnerabilities test soak bench

build:
	go build -trimpath -o juan .

check: format vet staticcheck vulnerabilities test

format:
	@out=$$(gofmt -l .); if [ -n "$$out" ]; then echo "not formatted:"; echo "$$out"; exit 1; fi

vet:
	go vet ./...

staticcheck:
	go run $(STATICCHECK) ./...

# Known vulnerabilities, where the list of them can be had. What govulncheck finds it
# ends with 3 for.
vulnerabilities:
	@out=$$(go run $(GOVULNCHECK) ./... 2>&1) || case $$out in \
		*"exit status 3"*) echo "$$out"; exit 1;; \
		*) echo "known vulnerabilities were not looked for: $$(echo "$$out" | grep -v '^exit status\|^go: downloading' | tail -1)";; \
	esac

# A line for each package; at the end what was skipped and why.
test:
	@.ci/test

# Every fuzz target for as long as SOAK says, and as long a user who presses anything
# in every prompt and popup, with the race detector.
soak:
	.ci/fuzz $(SOAK)
	go test -race ./ui -run TestNoKeyEndsTheProgram -for $(SOAK) -timeout 0 -v

bench:
	go test -run '^$$' -bench . -benchmem ./...
