#!/bin/sh
# Takes the pictures of the READMEs from a real terminal; terminal.sh says what it needs.
set -eu
cd "$(dirname "$0")/.."
. .github/terminal.sh

# shrink IN OUT writes a small PNG.
shrink() { convert "$1" -colors 48 -strip -define png:compression-level=9 "PNG8:$2"; }

# The three panes, dark and light.
for look in dark light; do
	eval "open_terminal 128x34 11 \"\$$look\" -e juan --no-state --lang zh"
	press Down 2 bracketright bracketright
	picture "$work/$look.png"
	shrink "$work/$look.png" ".github/juan-$look.png"
	close_terminal
done

# The same page where the terminal draws “ ” … — · one cell wide, and where it draws them two.
for cells in +cjk_width -cjk_width; do
	open_terminal 74x13 11 "$light" $cells -e juan --no-state --lang zh
	press Down z bracketright bracketright
	picture "$work/$cells.png"
	close_terminal
done
convert "$work/+cjk_width.png" "$work/-cjk_width.png" -background '#b0b0b0' -splice 0x2 -append -chop 0x2 "$work/wide.png"
shrink "$work/wide.png" .github/wide.png

# A report without its line breaks, and what juan makes of it.
awk 'NR == 1 { next } /^---$/ { body = 1; next } !body || /^\|/ || /^\[\^/ { next }
	{ gsub(/^#+ *|\*\*|\[\^[0-9]+\]/, "") } NF { printf "%s ", $0 }' data/corpus/xuchang-2021.md >"$work/报告.txt"
grep -o '一、回顾.*' "$work/报告.txt" | head -c 2100 | iconv -c -f UTF-8 -t UTF-8 >"$work/head.txt"
open_terminal 52x30 11 "$light" -e sh -c "printf '\033[?25l'; cat '$work/head.txt'; sleep 60"
picture "$work/lost.png"
close_terminal
open_terminal 96x30 11 "$light" -e juan --no-state --lang zh "$work/报告.txt"
press 2 bracketright bracketright bracketleft
picture "$work/found.png"
close_terminal
convert "$work/lost.png" "$work/found.png" -background '#b0b0b0' -splice 2x0 +append -chop 2x0 "$work/both.png"
shrink "$work/both.png" .github/found.png
ls -l .github/*.png
