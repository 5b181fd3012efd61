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

# Every fuzz target for a short while.
fuzz:
	@grep -rlE '^func Fuzz' --include='*_test.go' . | sort | while read -r file; do \
		for target in $$(sed -nE 's/^func (Fuzz[A-Za-z0-9_]*)\(.*/\1/p' "$$file"); do \
			echo "fuzz $${file%/*} $$target"; \
			out=$$(go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) "$${file%/*}" 2>&1) \
				|| { echo "$$out"; exit 1; }; \
		done || exit 1; \
	done

bench:
	go test -run '^$$' -bench . -benchmem ./...
