#!/bin/bash
# a comment with it's and "
echo $# ${#list[@]} ${x#y} ${x##*/} a#b 'x # y' "x # y" # a comment
echo \# \" \' $'it\'s # no' # "
case $1 in
a\#b) echo "$(echo ")" '"' "in # $(echo " # ")")" ;; # a comment
x) y=$((16#ff << 2)) ;;# a comment
esac
(( z = 1 << 2 )) # a comment

cat <<EOF; cat <<-'END' # a comment
# no comment in $x

EOF
	# none either

	END
# behind them
text="one

# text
`date`"
list=( # a comment
	# another

	one
)
read x <<< "# no"

sed 's/#.*//' | # a comment
	cat
