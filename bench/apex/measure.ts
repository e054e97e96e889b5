import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive } from '@sw-studio/apex/runtime';
import { testProject } from '@sw-studio/local-org';
import { type Measurement, medianOf, milliseconds, ratioOf, within } from '../measurement.ts';
import { BenchOrg } from './bench-org.ts';
import { measureCompiler } from './measure-compiler.ts';
import { plainAlgorithms } from './plain-algorithms.ts';
import { writeTestSuite } from './test-suite.ts';

/** Algorithm, its Apex name and argument, and how many times slower than TypeScript it may be. */
const ALGORITHMS: readonly (readonly [name: keyof typeof plainAlgorithms, argument: number, largest: number])[] = [
    ['primes', 2_000_000, 6],
    ['fibonacci', 30, 6],
    ['words', 1_000_000, 6],
    ['texts', 500_000, 6],
    ['sorting', 200, 6],
    ['money', 1_000_000, 30],
];

const ROWS = 1_000_000;

export async function measure(): Promise<Measurement[]> {
    return [...measureAlgorithms(), ...measureCompiler(), measureInserts(), ...measureQueries(), measureSuite()];
}

function measureAlgorithms(): Measurement[] {
    const bench = new BenchOrg();
    return ALGORITHMS.map(([name, argument, largest]) => {
        const apex = bench.method('Algorithms', `${name}$integer`);
        const answers = bench.inTransaction(() => [String(apex(argument)), String(plainAlgorithms[name](argument))]);
        if (Number(answers[0]) !== Number(answers[1]))
            throw new Error(`${name}: Apex answers ${answers.join(', TypeScript ')}.`);
        const ours = bench.inTransaction(() => medianOf(5, () => void apex(argument)));
        const plain = medianOf(5, () => void plainAlgorithms[name](argument));
        return ratioOf(`${name}(${argument}) beside TypeScript`, ours, plain, largest);
    });
}

function measureInserts(): Measurement {
    const bench = new BenchOrg();
    const start = performance.now();
    for (let round = 0; round < 100; round++) {
        bench.inTransaction(({ database }) => {
            const records = Array.from({ length: 200 }, (_, index) =>
                bench.record('Account', { Name: `Account ${round}-${index}` }),
            );
            drive(database.dml({ operation: 'insert', records, allOrNone: true, access: 'system' }));
        });
    }
    const took = performance.now() - start;
    return {
        what: '100 inserts of 200 accounts, triggers insert a contact each',
        ours: milliseconds(took),
        beside: '',
        ratio: '',
        bar: '',
        met: null,
    };
}

function measureQueries(): Measurement[] {
    const bench = new BenchOrg();
    for (let done = 0; done < ROWS; done += 10_000) {
        const open = bench.org.openTransaction();
        const records = Array.from({ length: 10_000 }, (_, index) =>
            bench.record('Task', { Subject: `Task ${done + index}`, ActivityDate: null }),
        );
        drive(open.database.dml({ operation: 'insert', records, allOrNone: true, access: 'system' }));
        open.transaction.commit();
    }
    const open = bench.org.openTransaction();
    const query = (text: string): number => {
        const outcome = drive(open.database.query({ text, binds: new Map(), access: 'system', dynamic: true }));
        return outcome.kind === 'count' ? outcome.count : outcome.records.length;
    };
    const id = drive(
        open.database.query({ text: 'SELECT Id FROM Task LIMIT 1', binds: new Map(), access: 'system', dynamic: true }),
    );
    const first = id.kind === 'records' ? id.records[0]?.id : null;
    return [
        within(
            `query by Id over ${ROWS} rows`,
            medianOf(20, () => void query(`SELECT Id, Subject FROM Task WHERE Id = '${first}'`)),
            5,
        ),
        within(
            `newest 100 by CreatedDate over ${ROWS} rows`,
            medianOf(20, () => void query('SELECT Id, Subject FROM Task ORDER BY CreatedDate DESC LIMIT 100')),
            5,
        ),
    ];
}

function measureSuite(): Measurement {
    const folder = mkdtempSync(join(tmpdir(), 'sw-bench-'));
    try {
        writeTestSuite(folder, 300);
        const run = testProject({
            folder,
            namespace: '',
            className: null,
            methodName: null,
            skipErrors: false,
            coverage: false,
            cacheFolder: null,
        });
        const total = run.tests.reduce((sum, { durationMs }) => sum + durationMs, 0);
        const rate = (run.tests.length / total) * 1000;
        return {
            what: `${run.passed} of 300 test methods, after compile`,
            ours: `${rate.toFixed(0)} a second`,
            beside: '',
            ratio: '',
            bar: 'at least 150 a second',
            met: run.passed === 300 && rate >= 150,
        };
    } finally {
        rmSync(folder, { recursive: true });
    }
}
