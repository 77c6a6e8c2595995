#!/bin/sh
jstack 1 > /tmp/threads
kill 1
