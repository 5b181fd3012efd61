#!/bin/sh
# Takes the README's pictures from a real terminal, dark and light:
#
#	.github/screenshot.sh [KEY...]
#
# KEYs are names of xdotool, pressed before the picture is taken. Needs xterm,
# Xvfb, xdotool, ImageMagick and the fonts below.
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- Down 2 bracketright bracketright
latin="DejaVu Sans Mono" han="Noto Sans Mono CJK SC"
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" || true; wait; rm -rf "$work"' EXIT
go build -o "$work/juan" .

take() { # NAME BACKGROUND FOREGROUND KEY...
	name=$1 back=$2 fore=$3
	shift 3
	xterm -fa "$latin" -fd "$han" -fs 11 -geometry 128x34 -bg "$back" -fg "$fore" -b 12 -ms "$back" +sb \
		-e env XDG_CONFIG_HOME="$work" XDG_STATE_HOME="$work" TERM=xterm-256color COLORTERM=truecolor LC_ALL=C.UTF-8 "$work/juan" --lang zh &
	terminal=$!
	window=$(xdotool search --sync --onlyvisible --class xterm | tail -n 1)
	sleep 1
	xdotool mousemove --window "$window" 1 1 # the window under the pointer gets the keys
	sleep 1
	for key; do
		xdotool key "$key"
		sleep 0.3
	done
	sleep 1
	import -window "$window" "$work/shot.png"
	convert "$work/shot.png" -colors 96 -strip "PNG8:.github/$name.png"
	kill "$terminal"
	wait "$terminal" || true
}

display=$((90 + $$ % 100))
Xvfb ":$display" -screen 0 1800x1300x24 >"$work/x.log" 2>&1 &
server=$!
DISPLAY=":$display"
export DISPLAY
until xdpyinfo >/dev/null 2>&1; do sleep 0.1; done
take juan-dark "#16181d" "#d0d4dc" "$@"
take juan-light "#fbf9f4" "#2a2c30" "$@"
