#!/bin/sh
# SPDX-License-Identifier: MIT
# fetch.sh FOLDER [NAME]...: fetches the sources that the benches run on, as Debian packages, and unpacks each into FOLDER/NAME.
# NAME is one of those below that need a way of their own, a source package, or a name that languages.packages has an npm package for.
# apt is asked with lists of its own, kept in FOLDER, so that the machine's configuration stays as it is.
set -eu

here=$(cd "$(dirname "$0")" && pwd)

usage() {
	echo 'usage: fetch.sh FOLDER [kubernetes|linux|cpython|rails|typescript|cargo|SOURCE-PACKAGE]...' >&2
	exit 2
}

[ $# -ge 1 ] || usage
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- kubernetes linux cpython rails typescript cargo
apt=$folder/apt
mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$folder/packages"
# apt drops its rights to a user of its own, who may not be allowed to look into FOLDER.
own="-o Dir::Etc::SourceList=$apt/sources.list -o Dir::Etc::SourceParts=- -o Dir::State::Lists=$apt/lists -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User="

# Where this machine has its packages from, there their sources are too.
write_list() {
	# shellcheck disable=SC2016
	apt-get indextargets --format '$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(ORIGIN)' 'Created-By: Packages' | sort -u |
		while IFS='|' read -r uri release component origin; do
			case $origin in
			Debian | Ubuntu)
				echo "deb $uri $release $component"
				echo "deb-src $uri $release $component"
				;;
			esac
		done >"$apt/sources.list"
	[ -s "$apt/sources.list" ] || {
		echo 'fetch.sh: apt knows of no Debian or Ubuntu packages: run apt-get update first' >&2
		exit 1
	}
	# shellcheck disable=SC2086
	apt-get $own -qq update
}

# any_version PACKAGE COMMAND...: runs apt-get COMMAND PACKAGE=VERSION with the newest version that can be had: a mirror may lack the last one.
any_version() {
	package=$1
	shift
	# shellcheck disable=SC2086
	for version in $(apt-cache $own madison "$package" | cut -d '|' -f 2 | sort -ruV); do
		if apt-get $own -qq "$@" "$package=$version" >"$apt/log" 2>&1; then
			return 0
		fi
	done
	echo "fetch.sh: apt cannot fetch $package:" >&2
	cat "$apt/log" >&2
	return 1
}

# source_package PACKAGE NAME: its original tarball, without the distribution's changes; where there is none, the distribution's own.
source_package() {
	any_version "$1" source --download-only --tar-only
	tarball=$(find . -name '*.orig.tar.*' ! -name '*.asc')
	tar -xf "${tarball:-$(find . -name '*.tar.*' ! -name '*.asc')}" -C "$folder/$2.part" --strip-components=1
}

# npm_package PACKAGE@VERSION NAME: what npm would install, without any of its scripts being run.
npm_package() {
	tarball=$(npm pack --silent --ignore-scripts "$1")
	tar -xf "$tarball" -C "$folder/$2.part" --strip-components=1
}

# The kernel's sources come as a package that holds a tarball.
linux_package() {
	any_version "$(apt-cache search --names-only '^linux-source-[0-9.]+$' | sort -V | head -n 1 | cut -d ' ' -f 1)" download
	dpkg-deb --fsys-tarfile ./*.deb | tar -xf - --wildcards './usr/src/*.tar.*'
	tar -xf usr/src/*.tar.* -C "$folder/linux.part" --strip-components=1
	rm -r usr
}

[ -s "$apt/sources.list" ] || write_list
for name; do
	[ ! -d "$folder/$name" ] || continue
	rm -rf "$folder/$name.part" "$folder/packages/$name"
	mkdir -p "$folder/$name.part" "$folder/packages/$name"
	cd "$folder/packages/$name"
	echo "Fetching $name" >&2
	case $name in
	cpython) source_package python3.11 cpython ;;
	typescript) source_package node-typescript typescript ;;
	linux) linux_package ;;
	*)
		npm=$(awk -F '\t' -v name="$name" '$1 == name { print $3 }' "$here/languages.packages")
		if [ -n "$npm" ]; then
			npm_package "$npm" "$name"
		else
			source_package "$name" "$name"
		fi
		;;
	esac
	mv "$folder/$name.part" "$folder/$name"
done
