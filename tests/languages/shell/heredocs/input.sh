cat <<EOF
# text

$var "unclosed
EOF
cat <<-'END' | sort # comment
	# text

	EOF
	END
f() {
	cat <<A; cat <<"B C" || exit
# one
A
# two

B C
	# comment
}
cat <<< "# here string"
x=$(cat <<X
# text
X
)
# last
