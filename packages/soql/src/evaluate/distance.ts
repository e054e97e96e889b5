const earthRadius = { mi: 3958.761, km: 6371.009 } as const;

/** Great-circle distance (haversine formula, which DISTANCE documents). */
export function distance(
    fromLatitude: number,
    fromLongitude: number,
    toLatitude: number,
    toLongitude: number,
    unit: 'mi' | 'km',
): number {
    const latitudes = radians(toLatitude - fromLatitude);
    const longitudes = radians(toLongitude - fromLongitude);
    const half =
        Math.sin(latitudes / 2) ** 2 +
        Math.cos(radians(fromLatitude)) * Math.cos(radians(toLatitude)) * Math.sin(longitudes / 2) ** 2;
    return 2 * earthRadius[unit] * Math.asin(Math.min(1, Math.sqrt(half)));
}

function radians(degrees: number): number {
    return (degrees * Math.PI) / 180;
}
