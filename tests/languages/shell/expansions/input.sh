#!/bin/bash
a=b#c; echo $#; echo ${#a} ${a#d} ${a##*/} # yes
e="$(echo "f # no" | sed 's/#//')" # yes
g=$'it\'s # no' h=\# # yes
cat <<-'A' <<END | tr '#' x # yes
	# a $(
	A
# b $(echo "#")

END
i=`echo \`echo '#'\`` # yes
case $j in (\#) echo;; esac #yes
((k = 16#ff)) # yes
[[ $l =~ ^# ]] && m=(a #b
)
n() { echo '
# no
'; }
function o-p { :; } #{
q() ( cd / ) 
# last \
r
