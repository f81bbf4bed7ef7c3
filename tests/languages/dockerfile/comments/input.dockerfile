# one
FROM debian
RUN echo "a" # no comment
  # comment, it's
RUN a && \
# within a continued line
    b

RUN <<EOF
# text

EOF
# "
COPY <<-'A' /x
	text
	A
# end
