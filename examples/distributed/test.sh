#!/bin/sh
# Plans 200 variants on a cluster of two processes and compares them with a serial run byte for byte.
set -eu
exec sh "$(dirname "$0")/../python-test.sh" distributed
