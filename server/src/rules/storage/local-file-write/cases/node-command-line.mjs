#!/usr/bin/env node
import { writeFileSync } from 'node:fs';

// clean-next storage/local-file-write -- a program that runs once
writeFileSync('data/report.json', '{}');
