#!/bin/sh
# Executes the notebooks, on outside data if they are there and on our own.
set -eu
exec sh "$(dirname "$0")/../python-test.sh" notebooks
