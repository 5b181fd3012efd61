package lines

import (
	_ "embed"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"juan/model/char"
)

// A shelf is paragraphs of one kind of text.
type shelf struct {
	name  string
	latin bool
	draw  func(r *rand.Rand, n int) []string
}

// shelves returns the texts that are wrapped: stories told by chance out of
// sentences of our own, whole pieces of ours, the library, and reports where they lie
// beside.
func shelves(t testing.TB) []shelf {
	all := []shelf{{"stories", false, stories}, {"talk", false, talks}, {"tellings", false, tellings}, {"english", true, english}, {"prose", false, prose}}
	for _, dir := range []string{"../../../data/corpus", "../../../../shared/dev"} {
		paragraphs := paragraphsIn(dir)
		if len(paragraphs) < 50 {
			t.Logf("no texts in %s", filepath.Base(dir))
			continue
		}
		all = append(all, shelf{filepath.Base(dir), false, func(r *rand.Rand, n int) []string {
			at := r.IntN(len(paragraphs) - n)
			return paragraphs[at : at+n]
		}})
	}
	return all
}

// paragraphsIn returns the paragraphs of running text in the files of a folder.
func paragraphsIn(dir string) []string {
	var all []string
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil || strings.Contains(file, "-en") || strings.Contains(file, "none") || strings.HasSuffix(file, ".json") || strings.Contains(file, "README") {
			continue
		}
		text := string(b)
		if strings.HasSuffix(file, "-space.txt") {
			text = strings.ReplaceAll(text, " ", "\n")
		}
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if r := char.First(line); len(line) > 60 && (char.IsHan(r) || r == '“' || r == '《') && strings.HasSuffix(line, "。") {
				all = append(all, line)
			}
		}
	}
	return all
}

// stories makes paragraphs of prose, talk and clauses of many sentences.
func stories(r *rand.Rand, n int) []string {
	all := make([]string, n)
	for i := range all {
		switch k := r.IntN(6); {
		case k == 0:
			all[i] = said[r.IntN(len(said))]
		case k < 3:
			all[i] = told[r.IntN(len(told))] + stated[r.IntN(len(stated))]
		default:
			for range 1 + r.IntN(5) { // clauses of many sentences, in any order
				for range 1 + r.IntN(3) {
					clauses := strings.Split(strings.TrimSuffix(told[r.IntN(len(told))], "。"), "，")
					all[i] += clauses[r.IntN(len(clauses))] + "，"
				}
				all[i] = strings.TrimSuffix(all[i], "，") + "。"
			}
		}
	}
	return all
}

// talks makes paragraphs of which every other one is talk.
func talks(r *rand.Rand, n int) []string {
	all := stories(r, n)
	for i := range all {
		if r.IntN(2) == 0 {
			all[i] = "“" + phrase(r, 1+r.IntN(3)) + "”" + []string{"", "他说。", "她低声问，手里的灯晃了一下。"}[r.IntN(3)]
		}
	}
	return all
}

// tellings makes paragraphs of three to nine sentences each.
func tellings(r *rand.Rand, n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = phrase(r, 3+r.IntN(7))
	}
	return all
}

//go:embed testdata/prose.txt
var pieces string

// prose draws paragraphs, as they follow one another, of stories, essays, memories,
// history and popular science, from the start of a piece on.
func prose(r *rand.Rand, n int) []string {
	var all []string
	var starts []int
	for piece := range strings.SplitSeq(strings.TrimSpace(pieces), "\n\n") {
		starts = append(starts, len(all))
		all = append(all, strings.Split(piece, "\n")...)
	}
	at := starts[r.IntN(len(starts))]
	return append(all[at:len(all):len(all)], all[:at]...)[:min(n, len(all))]
}

// phrase makes sentences out of clauses.
func phrase(r *rand.Rand, n int) string {
	s := ""
	for range n {
		for range 1 + r.IntN(4) {
			clauses := strings.Split(strings.TrimSuffix(bits[r.IntN(len(bits))], "。"), "，")
			s += clauses[r.IntN(len(clauses))] + "，"
		}
		s = strings.TrimSuffix(s, "，") + []string{"。", "。", "。", "。", "！", "？"}[r.IntN(6)]
	}
	return s
}

var bits = strings.Fields("镇上的人都认得那辆旧自行车，铃铛早就不响了，骑的人换了三代。 于是他索性把门板卸下来，搭在两条长凳上，当作睡觉的地方。 这样的日子过了大约两年，谁也没有想过要离开。 后来她去了省城，在一家印刷厂里校对文稿，一个字一个字地看。 然而事情并没有像大家盼望的那样结束。 雨下得越来越密，檐下的麻雀缩成一团，瓦沟里的水淌成了线。 第二天清早，邮差送来一个包裹，里面是一本没有封皮的书。 我记得那本书的第一页画着一座桥，桥下没有水。 父亲从不谈起那些年，只在喝了酒以后望着北边出神。 书里夹着一张车票，日期是1978年3月12日，从武汉到许昌。 院墙外面有人吆喝着卖豆腐，声音由远而近，又由近而远。 可是等他们赶到车站，末班车已经开走了。 老周把烟按灭在鞋底上，慢慢地站起来。 门前的石榴树结了果，红得像一盏盏小灯笼。 其实谁都知道答案，只是没有人愿意先开口。 一只猫从墙头跳下来，落地的时候没有一点声音。 他数了数口袋里的钱，还剩下27元5角。 河对岸就是另外一个县，口音已经大不相同。 她想起小时候外婆讲过的故事，故事里的人总是在夜里过河。 如果那天没有下雪，他大概会走另一条路。 学校在山腰上，钟是用一截铁轨做的，敲起来整个山谷都听得见。 账本上最后一行写着两个字，墨迹已经淡了。 因此这件事就这么搁了下来，一搁就是十年。 到了春天，渡口重新热闹起来，卖茶的支起了棚子。")

// english makes paragraphs of English.
func english(r *rand.Rand, n int) []string {
	all := make([]string, n)
	for i := range all {
		var s []string
		for range 1 + r.IntN(5) {
			s = append(s, plain[r.IntN(len(plain))])
		}
		all[i] = strings.Join(s, " ")
	}
	return all
}

// texts wraps the paragraphs of a shelf in a manner, to measures of 30 to 80 cells.
func (s shelf) texts(m manner, seed uint64, paragraphs int) []wrappedText {
	var all []wrappedText
	for cells := 30; cells <= 80; cells += 10 {
		r := rand.New(rand.NewPCG(uint64(cells), seed))
		m.latin = s.latin
		m.titles, m.listed, m.headings, m.foot = cells%20 == 0, cells%40 == 0 && !s.latin, cells == 50 && !s.latin, cells == 70
		all = append(all, m.wrap(r, s.draw(r, paragraphs), cells))
	}
	return all
}
