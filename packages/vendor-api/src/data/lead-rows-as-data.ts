import type { LeadRow } from './lead-row.ts';
import type { Prospect, ProspectTag, Score, Tag, VendorData } from './wire.ts';

const FIRST_CHANGE = Date.parse('2026-01-01T00:00:00Z');
const SCORES: readonly Score[] = [
    { id: 'activity', name: 'Activity', minimum: 0, maximum: 20 },
    { id: 'profile', name: 'Profile', minimum: 0, maximum: 20 },
];
const TEMPERATURES = { '01.High': 'Hot', '02.Medium': 'Warm', '03.Low': 'Cold' } as const;

/** Address of the prospect of a row: the files hold none. */
export function emailOf(row: LeadRow): string {
    return `${row.id}@example.com`;
}

/** The account whose prospects are the rows, each with what the row says. */
export function dataOfLeadRows(rows: readonly LeadRow[]): VendorData {
    const tags = new Map<string, Tag>();
    for (const row of rows) for (const tag of tagsOf(row)) tags.set(tag.id, tag);
    return {
        account: 'X Education',
        tags: [...tags.values()].sort((left, right) => (left.id < right.id ? -1 : 1)),
        scores: SCORES,
        prospects: rows.map(toProspect),
        activities: rows.flatMap(toActivities),
    };
}

function toProspect(row: LeadRow, index: number): Prospect {
    const changedAt = new Date(FIRST_CHANGE + index * 1000).toISOString();
    const scores = [
        { id: 'activity', value: row.activityScore },
        { id: 'profile', value: row.profileScore },
    ].filter(({ value }) => value !== '');
    const temperature = TEMPERATURES[row.activityIndex as keyof typeof TEMPERATURES] as Prospect['temperature'];
    return {
        id: row.id,
        email: emailOf(row),
        lifeCycle: 'Active',
        updatedAt: changedAt,
        ...text('city', row.city),
        ...text('country', row.country),
        ...text('source', row.source),
        ...text('lastActivity', row.lastActivity),
        ...(temperature && { temperature }),
        ...number('totalVisits', row.totalVisits),
        ...number('pageViewsPerVisit', row.pageViewsPerVisit),
        ...number('timeOnSiteSeconds', row.timeOnSite),
        ...(scores.length > 0 && { leadScore: scores.reduce((sum, { value }) => sum + Number(value), 0) }),
        tags: tagsOf(row).map(({ id }): ProspectTag => ({ id, taggedAt: changedAt })),
        scores: scores.map(({ id, value }) => ({ id, value: Number(value), scoredAt: changedAt })),
    };
}

/** Visits are not told apart in the rows: all of them count for the page that the last one was on. */
function toActivities(row: LeadRow): VendorData['activities'] {
    const visits = Number(row.totalVisits);
    if (!(visits > 0)) return [];
    const page = {
        id: 'site',
        type: 'Page_Visit',
        title: 'Website',
        visits,
        ...number('timeOnPageSeconds', row.timeOnSite),
    } as const;
    return [{ prospectId: row.id, pages: [page] }];
}

function tagsOf(row: LeadRow): Tag[] {
    return [
        ['tag', row.tag],
        ['quality', row.quality],
        ['profile', row.profile],
    ].flatMap(([kind = '', name = '']) => (name === '' ? [] : [{ id: `${kind}:${slug(name)}`, name }]));
}

function slug(name: string): string {
    return name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(0, 60);
}

function text(field: keyof Prospect, value: string): Partial<Prospect> {
    return value === '' ? {} : { [field]: value };
}

function number(field: keyof Prospect | 'timeOnPageSeconds', value: string): Record<string, number> {
    return value === '' || Number.isNaN(Number(value)) ? {} : { [field]: Number(value) };
}
