import type { RunningUser } from '@sw-studio/apex/runtime';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';

/** Ids that share rows and owners may name for a user: himself, and the groups and queues that he is in. */
export function principalsOf(transaction: OrgTransaction, schema: OrgSchema, user: RunningUser): ReadonlySet<string> {
    const groups = schema.require('Group');
    const members = schema.require('GroupMember');
    const type = groups.field('Type')?.slot ?? -1;
    const [group, member] = ['GroupId', 'UserOrGroupId'].map((name) => members.field(name)?.slot ?? -1) as [
        number,
        number,
    ];
    const principals = new Set([user.id]);
    for (const row of transaction.scan(groups)) if (row[type] === 'Organization') principals.add(row[0] as string);
    const memberships = [...transaction.scan(members)];
    for (let size = 0; size < principals.size;) {
        size = principals.size;
        for (const row of memberships) if (principals.has(String(row[member]))) principals.add(String(row[group]));
    }
    return principals;
}
