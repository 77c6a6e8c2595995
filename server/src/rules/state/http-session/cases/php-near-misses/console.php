#!/usr/bin/env php
<?php
// clean-next state/http-session -- a program for the command line
session_start();
