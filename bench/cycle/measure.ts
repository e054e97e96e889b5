/** What a cycle costs the customer's org: executions, queries, statements and callouts, for all prospects and for none. */
import { type Measurement, milliseconds } from '../measurement.ts';
import { CountedOrg, type Customer, type Usage } from './counted-org.ts';

const SIZES = [1_000, 10_000, 100_000];
/** Executions for each thousand prospects of a full sync. */
const FULL_BAR = 10;
/** A cycle takes a job for each step, however few prospects there are: below this the bar is for what comes beyond. */
const STEPS_WEIGH_NOTHING_FROM = 10_000;
/** Executions of a cycle with nothing to do. */
const IDLE_BAR = 20;
/** Executions for each thousand prospects may differ so much between the sizes, to be called linear. */
const LINEAR_BAR = 1.5;

/** Two milliseconds of CPU for each row, and a query for each batch of 200. */
const BUSY_TRIGGER = `trigger BusyLeads on Lead (before update) {
    List<Account> queried = [SELECT Id FROM Account LIMIT 1];
    Integer until = Limits.getCpuTime() + 2 * Trigger.new.size();
    while (Limits.getCpuTime() < until) {
    }
}`;

export function measure(): Promise<Measurement[]> {
    const plain = SIZES.map((prospects) => ({ prospects, ...cyclesOf({ prospects }) }));
    const busy = SIZES.map((prospects) => ({ prospects, ...cyclesOf({ prospects, triggers: [BUSY_TRIGGER] }) }));
    const whole = cyclesOf({ prospects: 10_000, everything: true });
    return Promise.resolve([
        ...plain.flatMap(({ prospects, full, idle }) => rows(`${prospects} prospects`, prospects, full, idle)),
        linear(plain),
        ...busy.flatMap(({ prospects, full, idle }) => rows(`${prospects}, busy Lead trigger`, prospects, full, idle)),
        linear(busy),
        ...rows('10000, every option on', 10_000, whole.full, whole.idle),
    ]);
}

function cyclesOf(customer: Customer): { readonly full: Usage; readonly idle: Usage } {
    const org = new CountedOrg(customer);
    return { full: org.fullSync(), idle: org.idleCycle() };
}

function rows(what: string, prospects: number, full: Usage, idle: Usage): Measurement[] {
    const thousands = prospects / 1000;
    const per = (count: number): string => (count / thousands).toFixed(1);
    const grown = (full.executions - idle.executions) / thousands;
    const each = full.executions / thousands;
    const isLarge = prospects >= STEPS_WEIGH_NOTHING_FROM;
    return [
        {
            what: `${what}: full sync`,
            ours: usage(full),
            beside: `${grown.toFixed(1)} executions per 1,000 beyond those of the steps`,
            ratio: `per 1,000: ${per(full.executions)} executions, ${per(full.queries)} SOQL, ${per(full.statements)} DML, ${per(full.callouts)} callouts`,
            bar: `at most ${FULL_BAR} executions per 1,000`,
            met: isLarge ? each <= FULL_BAR : grown <= FULL_BAR,
        },
        {
            what: `${what}: nothing to do`,
            ours: usage(idle),
            beside: '',
            ratio: '',
            bar: `at most ${IDLE_BAR} executions`,
            met: idle.executions <= IDLE_BAR,
        },
    ];
}

function usage({ executions, queries, statements, callouts, milliseconds: time }: Usage): string {
    return `${executions} executions, ${queries} SOQL, ${statements} DML, ${callouts} callouts, ${milliseconds(time)}`;
}

/** Per thousand, between the two larger sizes: what every cycle costs anyhow does not weigh there any more. */
function linear(sizes: readonly { readonly prospects: number; readonly full: Usage }[]): Measurement {
    const each = sizes.slice(-2).map(({ prospects, full }) => (full.executions / prospects) * 1000);
    const growth = (each[1] ?? 0) / (each[0] ?? 1);
    return {
        what: '  executions per 1,000, tenfold prospects',
        ours: (each[1] ?? 0).toFixed(1),
        beside: (each[0] ?? 0).toFixed(1),
        ratio: `${growth.toFixed(2)}x`,
        bar: `at most ${LINEAR_BAR}x`,
        met: growth <= LINEAR_BAR,
    };
}
