#!/bin/bash
first() {
	if [ -n "$1" ]; then
		case $1 in
		\[*)
			# the address ends with a bracket
			ip=${1%%[]]*}
			# and may begin with one
			ip=${ip#[[]}
			;;
		esac
	fi
}

second() {
	local v=${1}:
	while [ -n "$v" ]; do
		if [ "${v#\[*:*:*\]:}" != "$v" ]; then
			i="${v%%\]:*}"
			i="${i##\[}"
		fi
	done
}

third() {
	[ "$1" ] && echo yes
}
