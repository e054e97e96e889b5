import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EXIT_CODES } from '../src/failure/exit-codes.ts';
import { DemoOrg } from './support/demo-org.ts';
import { type Fault, FAULTS, FaultyFront } from './support/faulty-front.ts';

import { type Ended, logSfIn, Terminal } from './support/terminal.ts';

// SW_SOAK_MINUTES=30 goes on for as long; otherwise each fault comes a few times, in an order that is the same each time.

const ROUNDS = 8;
/** Milliseconds after which a command hangs: its own limit is a second a request, of which there are at most four. */
const HANG = 15_000;

const ENDS: Readonly<Record<Fault, readonly number[]>> = {
    none: [EXIT_CODES.OK.code],
    latency: [EXIT_CODES.OK.code],
    silence: [EXIT_CODES.TIMEOUT.code],
    '401': [EXIT_CODES.AUTH.code],
    '500': [EXIT_CODES.ORG_ERROR.code],
    '503': [EXIT_CODES.ORG_ERROR.code],
    limit: [EXIT_CODES.ORG_ERROR.code],
    html: [EXIT_CODES.ORG_ERROR.code],
    cut: [EXIT_CODES.ORG_ERROR.code],
    'cut in the middle': [EXIT_CODES.ORG_ERROR.code],
};

let terminal: Terminal;
let org: DemoOrg;
let front: FaultyFront;
let token: string;

before(async () => {
    terminal = await Terminal.withBuiltCli();
    org = await DemoOrg.start(terminal, 'demo');
    const session = await org.session();
    token = session.token;
    front = await FaultyFront.start(session.url);
    await logSfIn(terminal, front.url, token, 'faulty');
});

after(async () => {
    front.close();
    await org.close();
    terminal.close();
});

/** One command while the fault lasts, in the way of the round. */
async function look(fault: Fault, round: number): Promise<Ended> {
    front.fault = fault;
    const variants = [[], ['--json'], ['--debug']];
    const words = ['sync', 'status', '--target-org', 'faulty', '--timeout', '1', ...variants[round % variants.length]!];
    const ended = await terminal.sw(words, { limit: HANG });
    front.fault = 'none';
    return ended;
}

function check(fault: Fault, { exitCode, stdout, stderr }: Ended): void {
    const output = `${fault}: ${stdout}${stderr}`;
    assert.notEqual(exitCode, null, `It hung at ${output}`);
    assert.ok(ENDS[fault].includes(exitCode!), `It ended with ${exitCode} at ${output}`);
    assert.doesNotMatch(output, /^\s+at .*:\d+:\d+/m, 'It printed a stack trace');
    assert.ok(!output.includes(token.split('!')[1]!), 'It printed the token');
    assert.ok(exitCode === 0 || /"name"|Error \(/.test(output), `It did not say why at ${output}`);
}

test('whatever the org does, the status ends in time with a code of the table and no stack trace', async () => {
    const until = Date.now() + Number(process.env['SW_SOAK_MINUTES'] ?? 0) * 60_000;
    for (let round = 0; round < ROUNDS || Date.now() < until; round++) {
        for (const fault of FAULTS) check(fault, await look(fault, round));
    }
});
