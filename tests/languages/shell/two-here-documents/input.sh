cat <<EOT - <<'EOF' # two
one

# no comment
EOT

# nor this
EOF
# a comment
((cat || true) <<EOT
text

# no comment
EOT
) | wc

x=$(( (1) <<2 )) y=$(((x) <<x))
# a comment
f() {
	# a comment
	cat <<-END >&2 3<<EOF
	# no comment
	END

EOF
}
