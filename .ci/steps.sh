# SPDX-License-Identifier: MIT
# Steps of ./run and ./test: each says what it does; one that fails says which it was and why. To be sourced.

top=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$top/build"

# step WHAT COMMAND...: runs the command, its output in a log; on a terminal the last line is shown as it goes.
step() {
	what=$1
	shift
	log=$top/build/$(printf '%s' "$what" | tr -c 'a-zA-Z0-9\n' '-').log
	printf '%s ...' "$what" >&2
	began=$(date +%s)
	if [ -t 2 ]; then
		"$@" >"$log" 2>&1 &
		watch_log $! "$what" "$log"
		wait $!
		status=$?
	else
		"$@" >"$log" 2>&1
		status=$?
	fi
	if [ "$status" -ne 0 ]; then
		printf '\n%s: the step "%s" failed. The end of its output:\n' "$(basename "$0")" "$what" >&2
		tail -n 15 "$log" >&2
		printf 'All of it: %s\n' "$log" >&2
		exit 1
	fi
	[ ! -t 2 ] || printf '\r\033[K%s ...' "$what" >&2
	printf ' %s s\n' "$(($(date +%s) - began))" >&2
}

# Shows the end of a log as long as the process lives.
watch_log() {
	while kill -0 "$1" 2>/dev/null; do
		last=$(tail -n 1 "$3" | tr -d '\r' | cut -c 1-60)
		printf '\r\033[K%s ... %s' "$2" "$last" >&2
		sleep 0.5
	done
}

# as_root COMMAND...
as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null 2>&1; then
		sudo "$@"
	else
		echo "neither root nor sudo; as root, run: $*"
		return 1
	fi
}

# The packages among those named that are not installed; "a|b" means either, the first that there is.
missing_packages() {
	for wanted in "$@"; do
		found=
		for package in $(printf '%s' "$wanted" | tr '|' ' '); do
			if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ]; then
				found=$package
			fi
		done
		[ -n "$found" ] || printf '%s\n' "$wanted"
	done
}

install_packages() {
	as_root apt-get update || return 1
	chosen=
	for wanted in "$@"; do
		for package in $(printf '%s' "$wanted" | tr '|' ' '); do
			if apt-cache show "$package" >/dev/null 2>&1; then
				chosen="$chosen $package"
				break
			fi
		done
	done
	# shellcheck disable=SC2086
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $chosen
}

# need_packages WHAT PACKAGE...: installs those that are missing.
need_packages() {
	purpose=$1
	shift
	if ! command -v dpkg-query >/dev/null 2>&1; then
		echo "$(basename "$0"): no dpkg here: install the equivalents of: $*" >&2
		return 0
	fi
	missing=$(missing_packages "$@")
	# shellcheck disable=SC2086
	[ -z "$missing" ] || step "$purpose" install_packages $missing
}

build_packages='gcc libc6-dev cmake ninja-build pkg-config libyaml-dev libpcre2-dev libutf8proc-dev libmsgpack-dev|libmsgpack-c-dev libjansson-dev zlib1g-dev libxxhash-dev libsqlite3-dev'

# npm of any origin will do.
npm_packages() {
	command -v npm >/dev/null 2>&1 || echo npm ca-certificates
}

# A browser for the tests of the page, of any origin; Ubuntu has none as a package of its own kind.
browser_packages() {
	for browser in chromium chromium-browser google-chrome-stable; do
		! command -v "$browser" >/dev/null 2>&1 || return 0
	done
	grep -qs '^ID=ubuntu' /etc/os-release || echo chromium fonts-dejavu-core
}
