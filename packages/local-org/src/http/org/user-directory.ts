import type { RunningUser } from '@sw-studio/apex/runtime';
import type { LocalOrg } from '../../org.ts';
import type { StoredRow, StoredValue } from '../../store/stored-row.ts';
import { OrgTransaction } from '../../transaction/org-transaction.ts';
import { permissionSetsOf } from '../../users/custom-permissions.ts';
import { readRunningUser } from '../../users/running-user.ts';

/** The org's users as logins see them: committed rows, read anew each time, so that a deactivation counts at once. */
export class UserDirectory {
    private readonly org: LocalOrg;

    constructor(org: LocalOrg) {
        this.org = org;
    }

    /** Case-insensitive, as usernames are. */
    byUsername(username: string): RunningUser | undefined {
        const object = this.org.schema.require('User');
        const slot = object.field('Username')?.slot ?? -1;
        const wanted = username.toLowerCase();
        for (const row of this.org.store.table(object).scan(null)) {
            if (String(row[slot]).toLowerCase() === wanted) return readRunningUser(object, row);
        }
        return undefined;
    }

    get(id: string): RunningUser | undefined {
        const row = this.row(id);
        return row && readRunningUser(this.org.schema.require('User'), row);
    }

    field(id: string, name: string): StoredValue {
        return this.row(id)?.[this.org.schema.require('User').field(name)?.slot ?? -1] ?? null;
    }

    isActive(id: string): boolean {
        return this.field(id, 'IsActive') === true;
    }

    /** Whether the profile or a permission set grants a permission such as `PermissionsApiEnabled`. */
    hasPermission(user: RunningUser, name: string): boolean {
        const { schema, store } = this.org;
        const reading = new OrgTransaction({ store, now: () => this.org.options.now() });
        const sets = schema.require('PermissionSet');
        const slot = sets.field(name)?.slot ?? -1;
        return [...permissionSetsOf(reading, schema, user)].some((id) => reading.row(sets, id)?.[slot] === true);
    }

    private row(id: string): StoredRow | undefined {
        return this.org.store.table(this.org.schema.require('User')).committed(id);
    }
}
