ifs() {
	if a && b || c; then
		:
	elif [[ x && y ]]; then
		:
	else
		if d; then :; fi
	fi
	a || return 1
}

loops() {
	for x in a b; do
		while read -r l; do
			until c; do break 2; done
		done < file
	done
	for ((i = 0; i < 3 && j; i++)); do :; done
	select s in a; do :; done
}

choose() {
	case $1 in
	a | b) echo ;;
	"q" | '*') echo ;;
	*) (( x ? 1 : 2 )) ;;
	esac
}

quoted() {
	x="$(a && b)" 'c && d' "e || f"
}
