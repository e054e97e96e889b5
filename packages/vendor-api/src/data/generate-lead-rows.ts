import type { LeadRow } from './lead-row.ts';
import { pick, seededRandom } from './seeded-random.ts';

const SOURCES = ['Google', 'Direct Traffic', 'Olark Chat', 'Organic Search', 'Reference', 'Referral Sites', ''];
const ACTIVITIES = ['Email Opened', 'SMS Sent', 'Page Visited on Website', 'Olark Chat Conversation', 'Modified', ''];
const PLACES = ['India/Mumbai', 'India/Thane & Outskirts', 'India/', 'United States/', '/', '/Other Cities'];
const TAGS = [
    'Ringing',
    'Interested in other courses',
    'Will revert after reading the email',
    'Busy',
    'switched off',
    '',
];
const QUALITIES = ['Might be', 'Not Sure', 'High in Relevance', 'Worst', 'Low in Relevance', '', ''];
const PROFILES = ['Potential Lead', 'Student of SomeSchool', 'Other Leads', '', '', ''];
const INDICES = ['01.High', '02.Medium', '03.Low', '', ''];

/** Rows with the gaps of real ones. The same seed gives the same rows. */
export function generateLeadRows({ count, seed }: { readonly count: number; readonly seed: number }): LeadRow[] {
    const random = seededRandom(seed);
    return Array.from({ length: count }, (_, index) => generateRow(random, index));
}

function generateRow(random: () => number, index: number): LeadRow {
    const [country = '', city = ''] = pick(random, PLACES).split('/');
    const activityIndex = pick(random, INDICES);
    const hasScores = activityIndex !== '';
    const visits = random() < 0.02 ? '' : String(Math.floor(random() * 12));
    return {
        id: uuid(random),
        leadNumber: String(579_533 + index),
        source: pick(random, SOURCES),
        isConverted: random() < 0.385,
        totalVisits: visits,
        timeOnSite: String(Math.floor(random() * 2_300)),
        pageViewsPerVisit: visits === '' ? '' : String(Math.round(random() * 600) / 100),
        lastActivity: pick(random, ACTIVITIES),
        country,
        city,
        tag: pick(random, TAGS),
        quality: pick(random, QUALITIES),
        profile: pick(random, PROFILES),
        activityIndex,
        activityScore: hasScores ? String(7 + Math.floor(random() * 12)) : '',
        profileScore: hasScores ? String(11 + Math.floor(random() * 10)) : '',
    };
}

function uuid(random: () => number): string {
    return '00000000-0000-4000-8000-000000000000'.replaceAll('0', () => Math.floor(random() * 16).toString(16));
}
