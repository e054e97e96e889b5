import type { StandardObject } from '../standard-object.ts';
import type { ObjectOverlay } from './overlay.ts';

const ACCESS_LEVELS = 'picklist(40) restricted required: Read | Edit | All';
const OPTIONAL_ACCESS_LEVELS = 'picklist(40) restricted defaulted: None | Read | Edit | All';

/** Causes that the platform gives a share; Apex can insert Manual ones only (Object Reference, "AccountShare"). */
const ROW_CAUSES =
    'picklist(40) restricted createOnly defaulted: Manual* | Owner | ImplicitChild | ImplicitParent | Rule | Team | ' +
    'TerritoryManual | TerritoryRule';

const NOTHING: ObjectOverlay = {};

/** Companion objects of all records look alike: a share, history, feed or change event needs no description of its own. */
export function companionOverlay({
    name,
    nature,
    parentObject,
}: Pick<StandardObject, 'name' | 'nature' | 'parentObject'>): ObjectOverlay {
    switch (nature) {
        case 'share':
            return {
                ...(SHARE_PREFIXES[name] !== undefined && { keyPrefix: SHARE_PREFIXES[name] }),
                fields: shareFields(parentObject ?? ''),
            };
        case 'history':
            return { fields: { Field: 'picklist(255) restricted', DataType: 'picklist(255) restricted' } };
        case 'feed':
            return { fields: { Body: 'textarea(10000)', Type: 'picklist(40) restricted' } };
        case 'changeEvent':
            return { fields: { ChangeEventHeader: 'complexvalue readonly', ReplayId: 'string(1000) readonly' } };
        default:
            return NOTHING;
    }
}

const SHARE_PREFIXES: Readonly<Record<string, string>> = {
    AccountShare: '00r',
    CaseShare: '01n',
    ContactShare: '03s',
    LeadShare: '01o',
    OpportunityShare: '00t',
};

/** On an account share, the levels for contacts, opportunities and cases may be left to the defaults. */
function shareFields(parent: string): Record<string, string> {
    const levels = ['Case', 'Contact', 'Opportunity', 'Account', 'Lead', 'Campaign', 'User'];
    return {
        ...Object.fromEntries(levels.map((level) => [`${level}AccessLevel`, OPTIONAL_ACCESS_LEVELS])),
        [`${parent}AccessLevel`]: ACCESS_LEVELS,
        AccessLevel: ACCESS_LEVELS,
        [`${parent}Id`]: `reference(${parent}) required createOnly`,
        ParentId: 'same required createOnly',
        UserOrGroupId: 'reference(Group, User) required createOnly',
        RowCause: ROW_CAUSES,
    };
}
