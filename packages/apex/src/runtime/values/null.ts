import { throwApex } from '../exceptions.ts';

/** An argument that the platform refuses to take as null. */
export function required<T>(value: T | null): T {
    if (value === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
    return value;
}
