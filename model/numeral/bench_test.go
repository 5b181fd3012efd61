package numeral

import "testing"

func BenchmarkVariants(b *testing.B) {
	for b.Loop() {
		Variants("第12章第3节")
	}
}

func BenchmarkPart(b *testing.B) {
	for b.Loop() {
		Part("二〇二〇年共有一千二百一十九户", len("二〇二〇年共有"), len("二〇二〇年共有一千二百"))
	}
}
