# For the scripts that take pictures of juan: a real terminal, xterm, on a screen that
# nobody sees. Source it from the root of the repository. Needs xterm, Xvfb, xdotool,
# ImageMagick and the two fonts.

work=$(mktemp -d)
server='' terminal=''
trap 'close_terminal; [ -z "$server" ] || kill "$server"; wait; rm -rf "$work"' EXIT
go build -o "$work/juan" .

display=$((90 + $$ % 100))
Xvfb ":$display" -screen 0 1800x1300x24 >"$work/x.log" 2>&1 &
server=$!
DISPLAY=":$display"
export DISPLAY
until xdpyinfo >/dev/null 2>&1; do sleep 0.1; done

dark='#16181d #d0d4dc' light='#fbf9f4 #2a2c30' # background, foreground

# open_terminal GEOMETRY POINTS 'BACKGROUND FOREGROUND' [-XTERM-OPTION...] -e COMMAND...
# shows a command, and waits until it stands on screen.
open_terminal() {
	geometry=$1 points=$2 back=${3% *} fore=${3#* }
	shift 3
	options=
	while [ "$1" != -e ]; do options="$options $1" && shift; done
	shift
	# shellcheck disable=SC2086 # several options
	xterm -fa 'DejaVu Sans Mono' -fd 'Noto Sans Mono CJK SC' -fs "$points" -geometry "$geometry" \
		-bg "$back" -fg "$fore" -b 12 -ms "$back" +sb $options \
		-e env PATH="$work:$PATH" XDG_CONFIG_HOME="$work/empty" XDG_STATE_HOME="$work/state" XDG_CACHE_HOME="$work/cache" \
		TERM=xterm-256color COLORTERM=truecolor LC_ALL=C.UTF-8 "$@" &
	terminal=$!
	window=$(xdotool search --sync --onlyvisible --class xterm | tail -n 1)
	sleep 1
	xdotool mousemove --window "$window" 1 1 # the window under the pointer gets the keys
	sleep 1
}

# press KEY... gives the terminal keys by the names that xdotool has for them.
press() {
	for key; do
		xdotool key "$key"
		sleep 0.4
	done
}

# picture FILE writes what the terminal shows.
picture() {
	sleep 1
	import -window "$window" "$1"
}

close_terminal() {
	[ -n "$terminal" ] || return 0
	kill "$terminal" 2>/dev/null || true
	wait "$terminal" || true
	terminal=
}
