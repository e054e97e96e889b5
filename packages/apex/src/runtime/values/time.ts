/** Apex Time: milliseconds since midnight, without date or zone. Arithmetic goes round the clock. Immutable. */
export class ApexTime {
    /** 0 to 86,399,999. */
    readonly milliseconds: number;

    constructor(milliseconds: number) {
        this.milliseconds = milliseconds;
    }

    /** Parts beyond their range carry over, and the whole wraps at midnight. */
    static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
        return ApexTime.wrap(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
    }

    static wrap(milliseconds: number): ApexTime {
        return new ApexTime(((milliseconds % 86_400_000) + 86_400_000) % 86_400_000);
    }

    get hour(): number {
        return Math.trunc(this.milliseconds / 3_600_000);
    }

    get minute(): number {
        return Math.trunc(this.milliseconds / 60_000) % 60;
    }

    get second(): number {
        return Math.trunc(this.milliseconds / 1000) % 60;
    }

    get millisecond(): number {
        return this.milliseconds % 1000;
    }

    addMilliseconds(milliseconds: number): ApexTime {
        return ApexTime.wrap(this.milliseconds + milliseconds);
    }

    compareTo(other: ApexTime): number {
        return Math.sign(this.milliseconds - other.milliseconds);
    }

    equals(other: unknown): boolean {
        return other instanceof ApexTime && other.milliseconds === this.milliseconds;
    }

    hashCode(): number {
        return this.milliseconds;
    }

    /** `10:20:30.000Z`. */
    toString(): string {
        const pad = (value: number, width: number): string => String(value).padStart(width, '0');
        return `${pad(this.hour, 2)}:${pad(this.minute, 2)}:${pad(this.second, 2)}.${pad(this.millisecond, 3)}Z`;
    }
}
