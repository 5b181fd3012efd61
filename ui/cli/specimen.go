package cli

import (
	"strings"

	"juan/model"
	"juan/ui/role"
)

// say sets a paragraph of ours, a blank line before it.
func (inv *invocation) say(pen *pen, text string) error {
	if err := pen.line(); err != nil {
		return err
	}
	s := inv.settings(inv.columns(), pen.policy, pen.replace)
	s.Spaced = true
	return inv.page(pen, model.NewArticle(model.Entry{}, []model.Block{model.Paragraph{Prose: model.Plain(text)}}), s)
}

// specimen shows text in exactly so many cells with a bar after each line: in
// a terminal that draws as juan measures, the bars stand under each other.
func (inv *invocation) specimen(pen *pen) error {
	const measure = 40
	ruler := strings.Repeat("1234567890", measure/10)
	if err := pen.line(); err != nil {
		return err
	}
	for _, s := range []string{
		ruler, "汉字宋体仿宋楷体黑体隶书篆书行书草书印刷", "，。、；：？！（）《》「」『』【】〔〕",
		"“双引号”‘单引号’", "破折号——省略号……间隔号·", "①②③ ─│┼ ■□▌▇ → × ÷ ±", "é ā ü ö à ê Ω α β Я",
		"ひらがな カタカナ ｱｲｳ 한국어", "e\u0301 a\u0304 か\u3099", "🙂👍🏽 ❤️ 👨‍👩‍👧 🇨🇳", ruler,
	} {
		if err := pen.line(ours(role.Body, pen.policy.Pad(pen.kept(s), measure)), ours(role.Rule, "|")); err != nil {
			return err
		}
	}
	return inv.flush()
}
