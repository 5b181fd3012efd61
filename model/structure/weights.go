package structure

// weights of the features of a cut.
var weights = [features]float32{
	inside: -2, tail: 2, tailNoun: 0.5, tailVerbal: 0.7, tailVerb: -0.3, tailOther: 0, tailBad: -4,
	openTime: 2.5, openSure: 2.5, openVerb: 0.3, openPrep: 1.5, openAdverb: 0.3, openPronoun: 1, openNoun: -0.5, openPlace: 2, openBad: -4, openNumber: 0, openQuote: 0.3,
	repeats: 0.8, paired: -1.5, joined4: -2,
	len4: -2.5, len7: -0.3, len13: 0.5, len20: 0.5, len27: 0.2, len36: -0.7, longer: -2,
	comma: 0, even: 0.7, uneven: -1, severalCommas: -2, shortRest: -0.7, longRest: 0,
}
