# SPDX-License-Identifier: MIT
# What the checks of whole reports share. Sourced with: SOURCE ONFLAME READ_FOLDED TOOLS WORK
set -eu
export LC_ALL=C.UTF-8
export XDG_CACHE_HOME=/dev/null # no cache: each run is to count
source_dir=$1
onflame=$2
read_folded=$3
tools=$4
work=$5
rm -rf "$work"
mkdir -p "$work"

fail()
{
	echo "failed: $*" >&2
	exit 1
}

# expect WHAT FOUND WANTED
expect()
{
	[ "$2" = "$3" ] || fail "$1: '$2', not '$3'"
}

# total_of JSON MEMBER: a member of the document's total
total_of()
{
	sed -n "s/^  \"total\": {.*\"$2\": \([0-9]*\).*/\1/p" "$1"
}

# The sum that read_folded prints.
sum_of()
{
	sed 's/.* sum //'
}

# check_schema JSON
check_schema()
{
	node "$source_dir/tests/reports/check_schema.mjs" "$source_dir/core/report/report.schema.json" "$1" "$tools" ||
		fail "$1 does not obey the schema"
}
