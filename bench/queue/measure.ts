/** The Event Queue beside the published algorithm: what draining costs the customer's org, and whether a backlog matters. */
import { type Measurement, milliseconds } from '../measurement.ts';
import { type LinkFigures, QueueBenchOrg, type QueueUsage } from './queue-bench-org.ts';

const EVENTS = 100_000;
const BACKLOGS = [1_000, 10_000, 100_000, 1_000_000];
const LINKS = 15;
const WARMUPS = 5;
/** Of a backlog that is delivered by a few. */
const SHORT_LINKS = 2;
/** Executions for each thousand events. */
const EXECUTIONS_BAR = 1;
/** A link of the largest backlog as a multiple of one of a backlog that still fills its links. */
const FLAT_BAR = 1.5;
const FILLS_LINKS_FROM = 100_000;

export function measure(): Promise<Measurement[]> {
    const ours = drained("EventQueue.enqueue(ids, 'Update');");
    const article = drained('ArticleQueue.enqueue(ids);');
    const links = BACKLOGS.map((backlog) => ({ backlog, ...linksOf(backlog) }));
    return Promise.resolve([...compared(ours, article), ...links.map(linkRow), flat(links)]);
}

function drained(enqueue: string): QueueUsage {
    const org = new QueueBenchOrg();
    org.addAccounts(EVENTS);
    return org.drain(EVENTS, enqueue);
}

function compared(ours: QueueUsage, article: QueueUsage): Measurement[] {
    const thousands = EVENTS / 1000;
    const row = (what: string, value: (usage: QueueUsage) => number, digits = 2): Measurement => ({
        what: `  ${what} per 1,000 events`,
        ours: (value(ours) / thousands).toFixed(digits),
        beside: (value(article) / thousands).toFixed(digits),
        ratio: value(article) === 0 ? '' : `${(value(ours) / value(article)).toFixed(2)}x`,
        bar: '',
        met: null,
    });
    return [
        {
            what: `${EVENTS} events, ours beside the article's algorithm`,
            ours: outcome(ours),
            beside: outcome(article),
            ratio: '',
            bar: 'all taken, none left',
            met: ours.taken === EVENTS && ours.left === 0,
        },
        {
            ...row('executions', ({ executions }) => executions),
            bar: `at most ${EXECUTIONS_BAR}`,
            met: ours.executions / thousands <= EXECUTIONS_BAR,
        },
        row('SOQL queries', ({ queries }) => queries),
        row('DML statements', ({ statements }) => statements),
        row('callouts', ({ callouts }) => callouts),
        row('ms of CPU as the org meters it', ({ cpu }) => cpu, 0),
        row('ms of this machine', ({ milliseconds: time }) => time, 0),
    ];
}

function outcome({ taken, left }: QueueUsage): string {
    return `${taken} taken, ${left} left`;
}

function linksOf(backlog: number): LinkFigures {
    const org = new QueueBenchOrg();
    org.addAccounts(1);
    org.addBacklog(backlog);
    const isShort = backlog < FILLS_LINKS_FROM;
    return org.links(isShort ? SHORT_LINKS : LINKS, isShort ? 1 : WARMUPS);
}

function linkRow({ backlog, milliseconds: time, heapBytes }: LinkFigures & { readonly backlog: number }): Measurement {
    return {
        what: `a link of up to 2,000 events, backlog ${backlog}`,
        ours: `${milliseconds(time)}, the heap grows by ${(heapBytes / 2 ** 20).toFixed(1)} MB`,
        beside: '',
        ratio: '',
        bar: '',
        met: null,
    };
}

function flat(links: readonly (LinkFigures & { readonly backlog: number })[]): Measurement {
    const smaller = links.find(({ backlog }) => backlog === FILLS_LINKS_FROM)?.milliseconds ?? 1;
    const largest = links.at(-1)?.milliseconds ?? 0;
    return {
        what: '  tenfold backlog',
        ours: milliseconds(largest),
        beside: milliseconds(smaller),
        ratio: `${(largest / smaller).toFixed(2)}x`,
        bar: `at most ${FLAT_BAR}x`,
        met: largest / smaller <= FLAT_BAR,
    };
}
