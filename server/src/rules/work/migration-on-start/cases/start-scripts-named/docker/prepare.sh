#!/bin/bash
# clean-next work/migration-on-start -- a script of its own that ends
scripts/migrate.sh
