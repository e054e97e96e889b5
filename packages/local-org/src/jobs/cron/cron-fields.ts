/**
 * Fields of a cron expression as `System.schedule` takes it (Apex Reference, "System.schedule"): seconds and minutes are
 * single integers, the others follow Quartz, whose evaluator the platform uses.
 */
export interface CronFieldRange {
    readonly from: number;
    readonly to: number;
    readonly names: readonly string[];
    readonly outOfRange: string;
}

export const HOURS: CronFieldRange = {
    from: 0,
    to: 23,
    names: [],
    outOfRange: 'Hour values must be between 0 and 23',
};

export const DAY_OF_MONTH: CronFieldRange = {
    from: 1,
    to: 31,
    names: [],
    outOfRange: 'Day of month values must be between 1 and 31',
};

export const MONTH: CronFieldRange = {
    from: 1,
    to: 12,
    names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
    outOfRange: 'Month values must be between 1 and 12',
};

export const DAY_OF_WEEK: CronFieldRange = {
    from: 1,
    to: 7,
    names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
    outOfRange: 'Day-of-Week values must be between 1 and 7',
};

export const YEAR: CronFieldRange = {
    from: 1970,
    to: 2099,
    names: [],
    outOfRange: 'Year values must be between 1970 and 2099',
};

/** The text is no cron expression; `message` is the platform's sentence. */
export class CronSyntaxError extends Error {
    override readonly name = 'CronSyntaxError';
}

/**
 * `*`, `?`, lists, ranges (which may run over the end, `FRI-MON`) and steps.
 *
 * @returns the values, ascending
 */
export function parseValues(text: string, range: CronFieldRange): readonly number[] {
    const values = new Set<number>();
    for (const part of text.split(',')) for (const value of parsePart(part, range)) values.add(value);
    return [...values].sort((left, right) => left - right);
}

function parsePart(part: string, range: CronFieldRange): number[] {
    const [base = '', step, ...rest] = part.split('/');
    if (rest.length > 0) throw illegal(part);
    const increment = step === undefined ? 1 : parseNumber(step, part);
    if (increment < 1 || increment > range.to) throw new CronSyntaxError(`Increment > ${range.to} : ${increment}`);
    if (base === '*' || base === '?' || base === '') {
        if (base === '' && step === undefined) throw illegal(part);
        return every(range.from, range.to, increment, range);
    }
    const [first = '', last, ...more] = base.split('-');
    if (more.length > 0) throw illegal(part);
    const from = valueOf(first, range);
    if (last !== undefined) return every(from, valueOf(last, range), increment, range);
    return step === undefined ? [from] : every(from, range.to, increment, range);
}

/** A range whose end comes before its start goes on from the beginning. */
function every(from: number, to: number, increment: number, { from: lowest, to: highest }: CronFieldRange): number[] {
    const size = highest - lowest + 1;
    const end = to < from ? to + size : to;
    const values: number[] = [];
    for (let value = from; value <= end; value += increment) values.push(value > highest ? value - size : value);
    return values;
}

export function valueOf(text: string, range: CronFieldRange): number {
    const named = range.names.indexOf(text.toUpperCase());
    if (named >= 0) return range.from + named;
    const value = parseNumber(text, text);
    if (value < range.from || value > range.to) throw new CronSyntaxError(range.outOfRange);
    return value;
}

function parseNumber(text: string, part: string): number {
    if (!/^\d+$/.test(text)) throw illegal(part);
    return Number(text);
}

function illegal(part: string): CronSyntaxError {
    return new CronSyntaxError(`Illegal characters for this position: '${part.toUpperCase()}'`);
}
