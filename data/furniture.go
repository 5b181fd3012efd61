package data

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model"
)

// maxFurniture is how many characters a line of a page's furniture has.
const maxFurniture = 120

// isFurniture reports whether a line says what sites put around their texts:
// where one is, how large letters are to be, what to print, who has seen it.
// Only whole lines are looked at that begin so; a sentence that speaks of
// printing is none. At the edge of a text that is so too of what may be part of
// one: who runs the site, whom to tell, what else there is to read.
func isFurniture(text string, edge bool) bool {
	s := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("【】[]［］|｜·•>»›/-_《》()（）", r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
	n := utf8.RuneCountInString(s)
	switch {
	case n == 0:
		return edge || !strings.ContainsAny(text, "-_·•")
	case n > maxFurniture:
		return false
	case isPager(s, text), holdsLine(furnitureInside, func(line string) bool { return strings.Contains(s, line) }):
		return true
	case n > 12 && (strings.HasSuffix(s, "。") || strings.HasSuffix(s, "！") || strings.HasSuffix(s, "？")):
		return false
	case holdsLine(furnitureStarts, func(line string) bool { return strings.HasPrefix(s, line) }):
		return true
	}
	return edge && n <= 80 && (holdsLine(edgeStarts, func(line string) bool { return strings.HasPrefix(s, line) }) ||
		holdsLine(edgeWhole, func(line string) bool { return s == line }))
}

// holdsLine reports whether one of the lines is such.
func holdsLine(lines string, is func(string) bool) bool {
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		if is(line) {
			return true
		}
	}
	return false
}

// isPager tells the links to the pages of a text: 上一页 1 2 3 下一页.
func isPager(s, text string) bool {
	rest := s
	for _, word := range [...]string{"上一页", "下一页", "首页", "尾页", "末页", "共", "页", "第", "跳转", "到", "…", "..."} {
		rest = strings.ReplaceAll(rest, word, "")
	}
	return strings.Trim(rest, "0123456789") == "" && (strings.Contains(s, "一页") || strings.Contains(s, "末页") || strings.Contains(s, "尾页") || rest == s && len(strings.Fields(text)) > 3)
}

// How lines of furniture begin and what they hold, wherever they stand, and how
// those begin that are furniture at the edge of a text, and what they are as a
// whole; in lower case, without blanks, brackets and bars.
const (
	furnitureStarts = `
当前位置
您的位置
您现在的位置
你的位置
所在位置
现在位置
位置：首页
位置:首页
字体：
字体:
字号：
字号:
字体大中小
大中小
浏览次数
浏览量：
阅读次数
阅读量：
点击数
点击次数
访问次数
分享到
分享至
上一篇
下一篇
上一条
下一条
上一则
下一则
打印本页
打印关闭
打印此页
打印本文
关闭窗口
关闭本页
返回顶部
返回列表
回到顶部
继续滑动看下一个
喜欢此内容的人还喜欢
轻点两下取消
预览时标签不可点
赞轻点两下`
	furnitureInside = `
icp备
icp证
公网安备
公安备案
网安备
网站标识码
信息网络传播视听节目许可证
互联网新闻信息服务许可证
新出网证
违法和不良信息举报
不良信息举报
建议使用ie
最佳分辨率
字体：大中小
字体大中小
本站所有小说
视频小程序赞
微信扫一扫`
	edgeStarts = `
首页政务公开
浏览量
阅读量
点击量
分享：
扫一扫
扫码
微信扫一扫
用微信扫
上一章
下一章
前一篇
后一篇
返回首页
返回目录
责任编辑：
责任编辑:
编辑：
责编：
本文责编
版权所有
版权声明
copyright
©
主办：
主办:
主办单位
承办：
承办单位
备案号
备案序号
技术支持
网站标识码
网站地图
站点地图
联系我们
关于我们
友情链接
网站声明
相关链接
相关新闻
相关阅读
相关文章
相关推荐
相关文件
推荐阅读
延伸阅读
热门文章
热门推荐
热点新闻
猜你喜欢
大家都在看
更多精彩
阅读原文
长按识别
关注该公众号
关注公众号
微信公众号
微信号
原标题：
举报
我要纠错
纠错
收藏本文
加入收藏
设为首页
发表评论
网友评论
我要评论
暂无评论
评论0
登录后
请登录
注册登录
登录注册
skiptocontent
share
relatedposts
previous
leaveareply
poweredby
allrightsreserved
本站所有
转载请注明
未经授权
免责声明`
	edgeWhole = `
打印
关闭
分享
收藏
点赞
在看
留言
听过
赞
目录
导航
菜单
搜索
首页
更多
返回
取消
允许
知道了
取消允许
登录
注册
繁体
简体
无障碍
无障碍阅读
长者模式
关怀版
下载
举报
原创
关注
展开全文
收起
扫描二维码
扫码分享
手机版
手机阅读
微博
微信
qq空间
复制链接
评论
推荐
a-a+
a+a-`
)

// withoutFurniture returns a body without the lines of furniture at its ends,
// and without those inside of it that are nothing else: a pager, the letters'
// size, whom to tell. What tells of the text itself at its head, where it is
// from and of what day, is taken from the line.
func (m *pageMeta) withoutFurniture(body []model.Block) []model.Block {
	for len(body) > 0 && (m.isHead(body[0]) || isEdge(body[0])) {
		body = body[1:]
	}
	for len(body) > 0 && isEdge(body[len(body)-1]) {
		body = body[:len(body)-1]
	}
	out := body[:0:0]
	for _, b := range body {
		if p, ok := b.(model.Paragraph); ok && (len(p.Nest) == 0 || linksOnly(b)) && isFurniture(p.Text(), false) {
			continue
		}
		out = append(out, b)
	}
	return out
}

// isEdge reports whether a block at the end of a text is none of it.
func isEdge(b model.Block) bool {
	switch b := b.(type) {
	case model.Paragraph:
		return linksOnly(b) || allFurniture(b.Text())
	case model.Heading:
		return isFurniture(b.Text(), true)
	case model.Rule:
		return true
	}
	return false
}

// allFurniture reports whether each line of a text is furniture.
func allFurniture(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if !isFurniture(line, true) {
			return false
		}
	}
	return true
}

// isHead tells the line under a title that says where a text is from, of what
// day it is and who wrote it: 时间：2021-03-05　来源：某报　浏览次数：12.
func (m *pageMeta) isHead(b model.Block) bool {
	p, ok := b.(model.Paragraph)
	if !ok || utf8.RuneCountInString(p.Text()) > maxFurniture || strings.Contains(p.Text(), "。") {
		return false
	}
	labels := 0
	for _, field := range strings.FieldsFunc(p.Text(), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("|｜【】[]", r) }) {
		label, value, _ := strings.Cut(strings.ReplaceAll(field, ":", "："), "：")
		switch label {
		case "来源", "信息来源", "文章来源", "稿件来源", "稿源":
			labels++
			if m.source == "" {
				m.source = value
			}
		case "时间", "发布时间", "发布日期", "日期", "发表时间", "更新时间", "发稿时间", "成文日期":
			labels++
			if day, ok := parseDate(value); ok && m.date.IsZero() {
				m.date = day
			}
		case "作者", "编辑", "责任编辑", "浏览次数", "阅读次数", "点击数", "浏览", "阅读", "字体", "字号", "发布机构", "发布者", "发布单位", "审核", "供稿", "访问量", "点击", "浏览量", "索引号", "评论", "责编", "记者", "摄影":
			labels++
		default:
			if day, ok := parseDate(field); ok {
				labels++
				if m.date.IsZero() {
					m.date = day
				}
			}
		}
	}
	return labels > 0 && (labels > 1 || utf8.RuneCountInString(p.Text()) < 40)
}
