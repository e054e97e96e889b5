import { pick, seededRandom } from './seeded-random.ts';
import type { PageActivity, Prospect, VendorData } from './wire.ts';

export interface GeneratorOptions {
    readonly prospects: number;
    readonly seed: number;
    /** Definitions; default: 20 each. */
    readonly tags?: number;
    readonly scores?: number;
    /** How many of them each prospect has; default: 5 each. */
    readonly tagsEach?: number;
    readonly scoresEach?: number;
    /** Pages that each prospect has visited; default: none. */
    readonly pagesEach?: number;
}

const FIRST_CHANGE = Date.parse('2026-01-01T00:00:00Z');
const DAY = 86_400_000;
const FIRST_NAMES = ['Ada', 'Alan', 'Barbara', 'Donald', 'Edsger', 'Frances', 'Grace', 'Niklaus', 'Tony', 'Margaret'];
const LAST_NAMES = ['Allen', 'Backus', 'Codd', 'Dahl', 'Floyd', 'Gray', 'Hopper', 'Kay', 'Lamport', 'Naur', 'Wilkes'];
const CITIES = ['Berlin', 'Lisbon', 'Mumbai', 'Osaka', 'Quito', 'Toronto'];
const SOURCES = ['Organic Search', 'Direct Traffic', 'Newsletter', 'Reference'];
const TEMPERATURES = ['Hot', 'Warm', 'Cold'] as const;

/** Data of any size; the same options give the same data. Prospect n has the id `prospect-n`. */
export function generateData(options: GeneratorOptions): VendorData {
    const { prospects, seed, tags = 20, scores = 20, tagsEach = 5, scoresEach = 5, pagesEach = 0 } = options;
    if (tagsEach > tags || scoresEach > scores)
        throw new RangeError('A prospect cannot have more tags or scores than there are definitions.');
    const random = seededRandom(seed);
    const definitions = (kind: string, count: number) =>
        Array.from({ length: count }, (_, index) => ({
            id: `${kind}-${index + 1}`,
            name: `${capital(kind)} ${index + 1}`,
        }));
    const ids = Array.from({ length: prospects }, (_, index) => `prospect-${index + 1}`);
    return {
        account: `Generated ${seed}`,
        tags: definitions('tag', tags),
        scores: definitions('score', scores).map((score) => ({ ...score, minimum: 0, maximum: 100 })),
        prospects: ids.map((id, index) => {
            const changedAt = new Date(FIRST_CHANGE + index * 1000).toISOString();
            return {
                ...person(random, id),
                lifeCycle: 'Active',
                updatedAt: changedAt,
                tags: some(random, 'tag', tags, tagsEach).map((tag) => ({ id: tag, taggedAt: changedAt })),
                scores: some(random, 'score', scores, scoresEach).map((score) => ({
                    id: score,
                    value: Math.floor(random() * 101),
                    scoredAt: changedAt,
                })),
            } satisfies Prospect;
        }),
        activities: pagesEach === 0 ? [] : ids.map((prospectId) => ({ prospectId, pages: pages(random, pagesEach) })),
    };
}

function person(random: () => number, id: string): Omit<Prospect, 'lifeCycle' | 'updatedAt'> {
    return {
        id,
        email: `${id}@example.com`,
        firstName: pick(random, FIRST_NAMES),
        lastName: pick(random, LAST_NAMES),
        company: `Company ${Math.floor(random() * 1000)}`,
        city: pick(random, CITIES),
        source: pick(random, SOURCES),
        favorite: random() < 0.1,
        leadScore: Math.floor(random() * 101),
        predictiveScore: Math.floor(random() * 101),
        temperature: pick(random, TEMPERATURES),
        lastVisit: new Date(FIRST_CHANGE - Math.floor(random() * 90 * DAY)).toISOString(),
        totalVisits: Math.floor(random() * 40),
        timeOnSiteSeconds: Math.floor(random() * 3600),
    };
}

/** Neighbours from a random one on: each has as many, and none twice. */
function some(random: () => number, kind: string, of: number, count: number): string[] {
    const first = Math.floor(random() * of);
    return Array.from({ length: count }, (_, index) => `${kind}-${((first + index) % of) + 1}`);
}

function pages(random: () => number, count: number): PageActivity[] {
    return Array.from({ length: count }, (_, index) => ({
        id: `page-${index + 1}`,
        type: 'Page_Visit',
        title: `Page ${index + 1}`,
        url: `https://www.example.com/page-${index + 1}`,
        visits: 1 + Math.floor(random() * 9),
        timeOnPageSeconds: Math.floor(random() * 600),
    }));
}

function capital(word: string): string {
    return word.charAt(0).toUpperCase() + word.slice(1);
}
