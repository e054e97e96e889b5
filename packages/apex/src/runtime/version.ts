import { defineBuiltIn } from './built-in-type.ts';

/** `System.Version`: of a managed package. Without a patch the versions of all patches are equal to it. */
export class Version {
    readonly major: number;
    readonly minor: number;
    readonly patch: number | null;

    constructor(major: number, minor: number, patch: number | null = null) {
        this.major = major;
        this.minor = minor;
        this.patch = patch;
    }

    compareTo(other: Version): number {
        const byPatch = this.patch === null || other.patch === null ? 0 : this.patch - other.patch;
        return Math.sign(this.major - other.major || this.minor - other.minor || byPatch);
    }

    toString(): string {
        return [this.major, this.minor, this.patch].filter((part) => part !== null).join('.');
    }
}

defineBuiltIn('System.Version', Version);
