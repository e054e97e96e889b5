import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { test } from 'node:test';
import type { StepReport } from '@sw-studio/contract';
import { LiveView } from '../src/output/live-view.ts';
import { orgTime } from '../src/output/org-time.ts';
import { Style } from '../src/output/style.ts';
import { renderTable } from '../src/output/table.ts';
import { fit, widthOf } from '../src/output/text.ts';
import { duration, relativeTime } from '../src/output/time.ts';
import { timelineBars } from '../src/sync/timeline.ts';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const PLAIN = new Style(false);

const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();

test('times are told relative to now, in the largest unit', () => {
    assert.equal(relativeTime(at(-5), NOW), '5 s ago');
    assert.equal(relativeTime(at(-60 * 4 - 59), NOW), '4 min ago');
    assert.equal(relativeTime(at(3600 * 3), NOW), 'in 3 h');
    assert.equal(relativeTime(at(-86_400 * 2), NOW), '2 days ago');
    assert.equal(relativeTime(at(0), NOW), 'now');
    assert.equal(duration(0.84), '0.8 s');
    assert.equal(duration(200), '3 min 20 s');
});

test('where the clock of the org is ahead, what has happened is not in the future', () => {
    assert.equal(relativeTime(at(50), orgTime(NOW, [at(50), undefined])), 'now');
    assert.equal(orgTime(NOW, [at(-50)]), NOW);
});

const ROWS = [
    { name: 'SWJ-0000001', problem: 'GetTags: SalesWings cannot be reached: the address does not exist at all' },
    { name: 'SWJ-0000002', problem: '' },
];
const COLUMNS = [
    { title: 'Job', value: ({ name }: (typeof ROWS)[number]) => name },
    { title: 'Problem', value: ({ problem }: (typeof ROWS)[number]) => problem, least: 10 },
];

test('a table is no wider than the terminal, and what gives way is marked', () => {
    for (const width of [200, 60, 40, 25]) {
        const lines = renderTable(ROWS, COLUMNS, { width, style: PLAIN });
        for (const line of lines) assert.ok(widthOf(line) <= width, `${width}: ${line}`);
        assert.ok(lines[1]!.startsWith('SWJ-0000001'));
        assert.equal(lines[1]!.endsWith('…'), width < 80);
    }
});

test('wide characters count as the columns that they take', () => {
    assert.equal(widthOf(fit('株式会社アクメ', 8)), 7);
    const [, row] = renderTable([{ name: '株式会社', problem: 'x' }], COLUMNS, { width: 80, style: PLAIN });
    assert.equal(row, '株式会社  x');
});

test('colours add nothing that the text does not say', () => {
    const painted = renderTable(ROWS, [{ ...COLUMNS[0]!, paint: (text: string) => new Style(true).bad(text) }], {
        width: 80,
        style: new Style(true),
    });
    const plain = renderTable(ROWS, [COLUMNS[0]!], { width: 80, style: PLAIN });
    assert.notDeepEqual(painted, plain);
    assert.deepEqual(painted.map(stripVTControlCharacters), plain);
});

test('colours are for terminals, unless the environment says otherwise', () => {
    const isPainted = (isTTY: boolean, environment: NodeJS.ProcessEnv): boolean =>
        Style.forTerminal({ isTTY }, environment).bad('x') !== 'x';
    assert.equal(isPainted(true, {}), true);
    assert.equal(isPainted(false, {}), false);
    assert.equal(isPainted(true, { NO_COLOR: '1' }), false);
    assert.equal(isPainted(true, { TERM: 'dumb' }), false);
    assert.equal(isPainted(false, { FORCE_COLOR: '1' }), true);
});

function step(startedAt: string | undefined, endedAt: string | undefined): StepReport {
    return { startedAt, endedAt } as StepReport;
}

test('steps lie on one axis of time; a short one is seen and a running one reaches to now', () => {
    const steps = [
        step(at(-24), at(-12)),
        step(at(-12), at(-11.9)),
        step(at(-6), undefined),
        step(undefined, undefined),
    ];
    const bars = timelineBars(steps, NOW);
    assert.equal(bars.get(steps[0]!), '████████████············');
    assert.equal(bars.get(steps[1]!), '············█···········');
    assert.equal(bars.get(steps[2]!), '··················██████');
    assert.equal(bars.get(steps[3]!), undefined);
});

test('a live view is drawn in place in a terminal, and told once a state elsewhere', () => {
    const written: string[] = [];
    const write = (text: string): void => void written.push(text);
    const live = new LiveView({ isTTY: true, columns: 20, rows: 3, write });
    live.show(['one', 'two', 'three'], 'a');
    live.show(['a line that is longer than the terminal'], 'a');
    assert.equal(written[0], '\r\u001B[0Jone\ntwo\n');
    assert.equal(written[1], '\u001B[2A\r\u001B[0Ja line that is long…\n');

    written.length = 0;
    const plain = new LiveView({ write });
    plain.show(['5 s ago'], 'a');
    plain.show(['6 s ago'], 'a');
    plain.show(['7 s ago'], 'b');
    assert.deepEqual(written, ['5 s ago\n\n', '7 s ago\n\n']);
});
