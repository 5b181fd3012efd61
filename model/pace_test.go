package model

import (
	"testing"
	"time"
)

func TestPace(t *testing.T) {
	var p Pace
	if p.PerMinute() != 400 {
		t.Errorf("at first %d", p.PerMinute())
	}
	for range 30 { // 500 a page, a page a minute
		p = p.Read(500, time.Minute)
		p = p.Read(500, 2*time.Second)  // leafed
		p = p.Read(50, 4*time.Minute)   // away
		p = p.Read(-20, 20*time.Second) // back
	}
	if p.PerMinute() != 500 || p.Minutes != 30 {
		t.Errorf("%d a minute in %v minutes", p.PerMinute(), p.Minutes)
	}
	for range 200 {
		p = p.Read(300, time.Minute)
	}
	if p.PerMinute() > 325 || p.Minutes != mostMeasured {
		t.Errorf("a new pace is not learned: %d, %v", p.PerMinute(), p.Minutes)
	}
	if MinutesAt(500, 12000) != 24 || MinutesAt(400, 1) != 1 {
		t.Error("minutes")
	}
}
