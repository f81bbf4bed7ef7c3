# escape=`
FROM windows
RUN dir `
  # a comment
  c:\
# another
COPY a "b # c"
