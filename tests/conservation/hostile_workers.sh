#!/bin/sh
# SPDX-License-Identifier: MIT
# The program on a tree made to break it: hostile_workers.sh ONFLAME TREE
# Every file of the tree is in the report, counted or skipped, whatever it does to its worker; any number of jobs, one result.
set -u
onflame=$1
tree=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
	echo "failed: $*" >&2
	[ ! -e "$work/err" ] || head -n 20 "$work/err" >&2
	exit 1
}

count() {
	"$onflame" --no-cache -f json --by file --jobs "$1" --timeout 5 "$tree" >"$2" 2>"$work/err"
	status=$?
	[ $status -le 1 ] || fail "$1 jobs: exit status $status"
}

count 2 "$work/two.json"
(cd "$tree" && find . -type f) >"$work/listed"
node -e '
	const fs = require("fs");
	const report = JSON.parse(fs.readFileSync(process.argv[1], "utf8"));
	const listed = fs.readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean).map((path) => path.slice(2));
	const seen = new Map();
	for (const file of report.files.concat(report.skipped))
		seen.set(file.path, (seen.get(file.path) || 0) + 1);
	const bad = listed.filter((path) => seen.get(path) !== 1);
	const sum = (name) => report.files.reduce((total, file) => total + file[name], 0);
	for (const name of ["lines", "code", "comment", "blank", "functions", "complexity"]) {
		const files = name === "functions" ? report.total[name] : sum(name);
		if (files !== report.total[name])
			bad.push(`${name}: ${files} in the files, ${report.total[name]} in all`);
	}
	if (report.total.files !== report.files.length)
		bad.push("the number of files");
	if (seen.size !== listed.length || listed.length < 1000)
		bad.push(`${seen.size} files reported of ${listed.length}`);
	const unexplained = report.skipped.filter((file) => !file.why);
	if (bad.length + unexplained.length > 0) {
		console.error(bad.slice(0, 20).join("\n"), unexplained.slice(0, 5));
		process.exit(1);
	}
	console.log(`${report.files.length} counted, ${report.skipped.length} skipped, none missing`);
' "$work/two.json" "$work/listed" || fail 'files are missing or reported twice'
