#!/usr/bin/env node
import { resolve } from 'node:path';
import { main } from '../src/main.ts';

await main(process.argv.slice(2), resolve(import.meta.dirname, '..'));
