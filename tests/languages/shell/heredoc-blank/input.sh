cat <<EOF | sort && echo "x" # comment

# text

$(date # inner
)

EOF

# comment
cat <<-'A'

	A
