#!/bin/sh
# Fetches the pristine Duktape source with Debian's or Ubuntu's own package tool, and unpacks its `src/` into DIR.
# The machine's apt configuration is read and left as it is: the deb-src list, the package lists and the
# download live in DIR alone.
#
# usage: fetch-duktape.sh DIR SHA256
set -eu

dir=$1
sha256=$2
tarball=duktape_2.7.0.orig.tar.xz

mkdir -p "$dir/lists/partial"
cd "$dir"

# One-line entries (`deb [options] uri suite component…`), and stanzas (`Types: deb`), become deb-src ones.
: > sources.list
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
  [ -r "$list" ] && sed -n 's/^deb[[:space:]]/deb-src /p' "$list" >> sources.list
done
mkdir -p parts
for stanza in /etc/apt/sources.list.d/*.sources; do
  [ -r "$stanza" ] && sed 's/^Types:.*/Types: deb-src/' "$stanza" > "parts/$(basename "$stanza")"
done

set -- -o "Dir::Etc::SourceList=$dir/sources.list" -o "Dir::Etc::SourceParts=$dir/parts" \
       -o "Dir::State::Lists=$dir/lists" -o "APT::Sandbox::User=" -o "Acquire::Retries=3"

# A source of some other vendor that has no deb-src makes `update` fail; what matters is whether the tarball arrives.
apt-get -qq "$@" update || true
apt-get -qq "$@" source --download-only duktape=2.7.0-2 2>/dev/null || apt-get -qq "$@" source --download-only duktape

echo "$sha256  $tarball" | sha256sum --check --quiet
tar --extract --xz --strip-components=1 --file "$tarball" duktape-2.7.0/src
rm -rf lists parts sources.list
