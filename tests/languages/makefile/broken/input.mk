all: a # a comment

ifeq ($(X,y
endef
# a comment
b:
	echo "# no comment of make"
