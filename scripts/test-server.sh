#!/usr/bin/env bash
# A Postgres server of Debian's packages for the tests: its own cluster in a folder, a socket in it, no network.
#
#   scripts/test-server.sh start FOLDER    prints the address for JIANNUO_TEST_DATABASE_URL
#   scripts/test-server.sh again FOLDER    after a crash or a kill
#   scripts/test-server.sh stop FOLDER
set -euo pipefail
folder=${2:?folder}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "no Postgres server is installed: apt-get install postgresql" >&2; exit 1; }
# the server refuses to run as root
as_user() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }
settings="-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=100"
case ${1:-} in
  again)
    cd "$folder"
    # a killed server's children take a moment to notice
    for _ in $(seq 100); do
      if as_user "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o "$settings" start > /dev/null 2>&1; then exit 0; fi
      sleep 0.05
    done
    exit 1
    ;;
  start)
    mkdir -p "$folder"
    if [ "$(id -u)" = 0 ]; then chown postgres: "$folder"; fi
    chmod 700 "$folder"
    cd "$folder"
    as_user "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync > /dev/null
    as_user "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o "$settings" start > /dev/null
    chmod 711 "$folder"
    echo "postgres://postgres@localhost/postgres?host=$folder"
    ;;
  stop)
    cd "$folder"
    as_user "$bin/pg_ctl" -D "$folder/data" -m fast -w stop > /dev/null
    ;;
  *)
    echo "usage: scripts/test-server.sh start|again|stop FOLDER" >&2
    exit 2
    ;;
esac
