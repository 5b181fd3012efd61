# What a change must pass is `make check`; the rest is for convenience.

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME    = 5s

.PHONY: build check format vet staticcheck test fuzz bench

build:
	go build -trimpath -o juan .

check: format vet staticcheck test fuzz

format:
	@out=$$(gofmt -l .); if [ -n "$$out" ]; then echo "not formatted:"; echo "$$out"; exit 1; fi

vet:
	go vet ./...

staticcheck:
	go run $(STATICCHECK) ./...

test:
	go test -race ./...

# Every fuzz target for a short while. Before Go 1.27 the end of that while is now and
# then told as a failure, without an input (go.dev/issue/75804): then once more.
fuzz:
	@try() { out=$$(go test -run '^$$' -fuzz "^$$2\$$" -fuzztime $(FUZZTIME) "$$1" 2>&1); }; \
	late() { case $$out in *"Failing input"*) false;; *"context deadline exceeded"*) true;; *) false;; esac; }; \
	grep -rlE '^func Fuzz' --include='*_test.go' . | sort | while read -r file; do \
		for target in $$(sed -nE 's/^func (Fuzz[A-Za-z0-9_]*)\(.*/\1/p' "$$file"); do \
			echo "fuzz $${file%/*} $$target"; \
			try "$${file%/*}" $$target || { late && try "$${file%/*}" $$target; } || { echo "$$out"; exit 1; }; \
		done || exit 1; \
	done

bench:
	go test -run '^$$' -bench . -benchmem ./...
