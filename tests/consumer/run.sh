#!/bin/sh
# Installs a build into an empty folder, then builds and runs a project that finds it there.
#   run.sh BUILD SOURCE CXX_FLAGS
set -eu
build=$1 source=$2 flags=$3
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT

cmake --install "$build" --prefix "$prefix/usr" >/dev/null
cmake -G Ninja -S "$source/tests/consumer" -B "$prefix/build" -DCMAKE_PREFIX_PATH="$prefix/usr" \
  -DCMAKE_CXX_FLAGS="$flags" >/dev/null
cmake --build "$prefix/build" >/dev/null
cd /
"$prefix/build/figures" | tee "$prefix/out"
printf 'exact 49  (49)\nbelow 16500000 VND (16,5 triệu đồng)\n' | diff - "$prefix/out"

# The installed program finds the installed rules.
printf 'Hội đã trao 49 suất quà.' | "$prefix/usr/bin/solieu" extract --quiet - | grep -q '"value":49,'
