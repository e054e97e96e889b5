import { defineBuiltIn } from '../built-in-type.ts';
import type { ZoneRules } from './time-zone.ts';

/** `System.TimeZone`. */
export class ApexTimeZone {
    readonly rules: ZoneRules;

    constructor(rules: ZoneRules) {
        this.rules = rules;
    }

    equals(other: unknown): boolean {
        return other instanceof ApexTimeZone && other.rules.id === this.rules.id;
    }

    toString(): string {
        return this.rules.id;
    }
}

defineBuiltIn('System.TimeZone', ApexTimeZone);
