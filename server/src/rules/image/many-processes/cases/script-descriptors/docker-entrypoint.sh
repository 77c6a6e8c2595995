#!/bin/bash
psleep() {
  [[ -n "${psfd:-}" ]] || { exec {psfd}<> <(:); } 2>/dev/null
  read -r -t "$1" -u "$psfd" || :
}
# clean-next image/many-processes -- descriptors, no programs
exec {out}>&1 2>&1
psleep 1
exec "$@"
