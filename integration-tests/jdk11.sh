#!/usr/bin/env bash
# SPDX-FileCopyrightText: The PandaGraph Authors
# SPDX-License-Identifier: GPL-3.0-only
#
# jdk11.sh FOLDER: gets Debian 11's JDK 11, unpacks it into FOLDER and prints its Java home.
# Uses this machine's apt with a configuration of its own, so that nothing is installed, and no list of the
# machine's changes. The mirror is the one the machine uses for its own release.
set -euo pipefail

folder="$(realpath -m "$1")"
home="$folder/root/usr/lib/jvm/java-11-openjdk-$(dpkg --print-architecture 2>/dev/null || echo amd64)"
if [ -x "$home/bin/java" ] && "$home/bin/java" -version >/dev/null 2>&1; then
  echo "$home"
  exit 0
fi
command -v apt-get >/dev/null || { echo "there is no apt-get" >&2; exit 1; }

mirror="$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' 2>/dev/null |
  grep -E '/debian/?$' | head -n 1 || true)"
[ -n "$mirror" ] || { echo "this machine uses no Debian mirror" >&2; exit 1; }

rm -rf "$folder"
mkdir -p "$folder"/{lists/partial,archives/partial,root}
touch "$folder/status"
keys=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$keys] $mirror bullseye main" >"$folder/sources.list"
apt=(-o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null
  -o "Dir::State::Lists=$folder/lists" -o "Dir::State::status=$folder/status"
  -o "Dir::Cache::Archives=$folder/archives" -o "Dir::Cache::pkgcache=" -o "Dir::Cache::srcpkgcache="
  -o "APT::Sandbox::User=root" -o "Acquire::Languages=none" -o "Acquire::Check-Valid-Until=false")

cd "$folder/archives"
apt-get "${apt[@]}" -qq update >&2
apt-get "${apt[@]}" -qq download openjdk-11-jdk-headless openjdk-11-jre-headless >&2
for package in ./*.deb; do dpkg-deb -x "$package" "$folder/root"; done

# The package's links point to /etc, where nothing of it is: bend them into the folder.
find "$folder/root" -type l | while read -r link; do
  target="$(readlink "$link")"
  case $target in
    /etc/java-11-openjdk/*) ln -sfn "$folder/root$target" "$link" ;;
  esac
done
cd "$folder"
rm -rf "$folder/archives" "$folder/lists"
"$home/bin/java" -version >&2
echo "$home"
