/**
 * The time to tell the past by: that of this machine, or of the newest thing that has happened where the org's clock is
 * ahead, as that of a local org may be by hours.
 *
 * @param happened times of what has happened; undefined ones are left out
 */
export function orgTime(machine: number, happened: readonly (string | undefined)[]): number {
    const times = happened.flatMap((time) => (time === undefined ? [] : [Date.parse(time)]));
    return Math.max(machine, ...times);
}
