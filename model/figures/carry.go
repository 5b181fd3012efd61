package figures

import "strings"

// farthest is how many figures an indicator is carried on over, at most.
const farthest = 12

// carried returns the indicator that an amount carries on from the figures before it in
// the sentence, and whether there is no choice: 达到3449.2亿元、增长2.7%. A count carries on one
// of the same unit alone; any says that other amounts carry on any.
func (in indication) carried(any bool) (string, bool) {
	said, piece := in.s.said, isPiece(in.a.unit)
	for k := len(said) - 1; k >= max(0, len(said)-farthest); k-- {
		f := said[k]
		same := f.Unit == in.a.unit
		if f.Of == "" || !(same && piece) && !(any && (!piece || in.ranked || same || len(said)-k > 3)) {
			continue
		}
		return f.Of, f.Certain && !strings.ContainsAny(in.s.text[max(f.end, in.s.back(in.a.begin)):in.a.begin], ";；")
	}
	return "", false
}

// shared returns what the next amount counts where it counts the rest of the same: 348户1046人
// 稳定脱贫, 完成47个、启动34个小区改造.
func (in indication) shared() string {
	if in.k+1 == len(in.s.amounts) {
		return ""
	}
	next := in.s.amounts[in.k+1]
	if in.right != "" && (!strings.HasPrefix(in.right, "、") || next.unit != in.a.unit || strings.IndexFunc(in.right, endsClause) >= 0) {
		return ""
	}
	return indication{in.s, in.k + 1, next, predicate{}, in.s.right(in.k + 1), false}.counted(in.s.right(in.k+1), false)
}

// topic returns what the part of a clause before 、 is about, where that has no figure: 进出口总额
// of 进出口总额再上台阶、增速居全国第5位; "" where there is none.
func (in indication) topic() string {
	left := in.s.left(in.k)
	clause := lastClause(left)
	i := strings.LastIndex(clause, "、")
	if i < 0 {
		return ""
	}
	return topicOf(clause[:i])
}

// topicOf returns the noun phrase before the first verb of a clause that reports on it: 总值 of 总值
// 连跨两个台阶.
func topicOf(clause string) string {
	for i := range clause {
		if i > 0 && prefix(tell, clause[i:]) != "" {
			return before(clause[:i])
		}
	}
	return ""
}
