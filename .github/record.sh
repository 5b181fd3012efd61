#!/bin/sh
# Records juan in real terminals, filtering, searching and going by headings, and writes
# an animation of about twenty seconds; terminal.sh says what it needs. FRAMES names a
# folder that the single frames are kept in, to be looked at.
set -eu
cd "$(dirname "$0")/.."
. .github/terminal.sh

count=0 frames=
# show HUNDREDTHS [KEY] gives the terminal a key, where there is one, and shows what
# comes of it so long.
show() {
	[ $# -eq 1 ] || xdotool key "$2"
	sleep 0.7
	count=$((count + 1))
	frame=$(printf '%s/frame%03d.png' "$work" $count)
	import -window "$window" "$frame"
	frames="$frames -delay $1 $frame"
}

open_terminal 120x28 10 "$dark" -e juan --lang zh
show 120
# Filter the articles as one types; the best is open at once, the third is chosen.
show 40 slash
show 70 U4EA7 # 产
show 120 U4E1A # 业
show 30 Down
show 80 Down
show 40 Return
# Into its text, from hit to hit.
show 60 Return
show 70 n
show 70 n
show 50 Escape
# To a heading, by the first letters of its pinyin: 生态.
show 60 t
show 40 s
show 110 t
show 130 Return
# On by headings and pages; the contents follow.
show 70 bracketright
show 90 bracketright
show 120 space
press q
close_terminal
# A terminal that draws quotation marks two cells wide: the same place, set anew.
open_terminal 120x28 10 "$dark" -cjk_width -e juan --lang zh
show 160
show 120 bracketleft
show 220 z
close_terminal

# shellcheck disable=SC2086 # many files
convert $frames +dither -colors 20 +remap -layers OptimizePlus -layers OptimizeTransparency -loop 0 .github/juan.gif
ls -l .github/juan.gif
[ -z "${FRAMES-}" ] || cp "$work"/frame*.png "$FRAMES"
