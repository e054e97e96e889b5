/** The API version that everything here is modelled after, and the highest that is listed. */
export const NEWEST_VERSION = 65;

/** The oldest version that the platform still answers (REST API Developer Guide, "API End-of-Life Policy"). */
export const OLDEST_VERSION = 31;

const SUMMER_23 = 58;
const RELEASES_A_YEAR = 3;

/** The release that brought a version, as `GET /services/data` labels it: `Winter '26`. */
export function releaseLabel(version: number): string {
    const releases = version - SUMMER_23;
    const season = ['Summer', 'Winter', 'Spring'].at(releases % RELEASES_A_YEAR) ?? 'Summer';
    const year = 23 + Math.floor(releases / RELEASES_A_YEAR) + (season === 'Summer' ? 0 : 1);
    return `${season} '${year}`;
}
