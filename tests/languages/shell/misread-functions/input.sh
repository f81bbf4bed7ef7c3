function build {
    if [ "$ARCH" == "arm" ]
    then
      echo 'exec run "../bin/tool" "$@"' >>tool.sh
    fi
}
function pack {
    if [ "$ARCH" == "arm" ]
    then
      export SUFFIX="$(python -c 'import os; print(os.environ.get("SUFFIX").replace("x86_64-linux.so", "arm-linux.so"))')"
    fi
}
if [ "$ARCH" == "arm" ]
then
  function repair {
      echo "Nothing to repair: what was built is for another machine."
  }
fi
