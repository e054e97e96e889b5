import { defineBuiltIn } from './built-in-type.ts';

const EARTH_RADIUS = { mi: 3958.8, km: 6371 } as const;

/** `System.Location`: a geolocation field, or a point that code made. */
export class ApexLocation {
    readonly latitude: number | null;
    readonly longitude: number | null;

    constructor(latitude: number | null, longitude: number | null) {
        this.latitude = latitude;
        this.longitude = longitude;
    }

    /** Great-circle distance. @returns null where a coordinate is missing */
    distanceTo(other: ApexLocation, unit: 'mi' | 'km'): number | null {
        const { latitude, longitude } = this;
        if (latitude === null || longitude === null || other.latitude === null || other.longitude === null) return null;
        const radians = (degrees: number): number => (degrees * Math.PI) / 180;
        const haversine = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;
        const a =
            haversine(other.latitude - latitude) +
            Math.cos(radians(latitude)) * Math.cos(radians(other.latitude)) * haversine(other.longitude - longitude);
        return 2 * EARTH_RADIUS[unit] * Math.asin(Math.sqrt(a));
    }

    toString(): string {
        return `API_LOCATION[${this.latitude},${this.longitude}]`;
    }
}

export interface AddressParts {
    readonly street: string | null;
    readonly city: string | null;
    readonly state: string | null;
    readonly stateCode: string | null;
    readonly postalCode: string | null;
    readonly country: string | null;
    readonly countryCode: string | null;
    readonly geocodeAccuracy: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
}

/** `System.Address`: a compound address field. */
export class ApexAddress {
    readonly parts: AddressParts;

    constructor(parts: AddressParts) {
        this.parts = parts;
    }

    get location(): ApexLocation {
        return new ApexLocation(this.parts.latitude, this.parts.longitude);
    }

    toString(): string {
        return `API_ADDRESS[${Object.values(this.parts).join(' ')}]`;
    }
}

defineBuiltIn('System.Location', ApexLocation);
defineBuiltIn('System.Address', ApexAddress);
