A = a\#b # it's "
B = "\

# c \
 still a comment
C:
	echo "\
  # x" # y
