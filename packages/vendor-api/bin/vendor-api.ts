#!/usr/bin/env node
import { run } from '../src/server/command-line.ts';

await run(process.argv.slice(2));
