import { ChangeLog } from './change-log.ts';
import type { Prospect, ProspectActivities, Score, Tag, VendorData } from './wire.ts';

/** Fields of a prospect to change; a prospect that is not there yet is added. */
export type ProspectChange = Partial<Prospect> & Pick<Prospect, 'id'>;

/** What one account of the vendor holds, and how it changes. */
export class VendorAccount {
    readonly name: string;
    readonly tags: Map<string, Tag>;
    readonly scores: Map<string, Score>;
    readonly prospects: ChangeLog<Prospect>;
    readonly activities: ChangeLog<ProspectActivities>;
    /** Who works in the cockpit: an owner with one of these addresses becomes the assignee of a prospect. */
    readonly cockpitUsers = new Set<string>();
    private readonly now: () => number;

    /** @param now epoch milliseconds */
    constructor(data: VendorData, now: () => number) {
        this.name = data.account;
        this.now = now;
        this.tags = new Map(data.tags.map((tag) => [tag.id, tag]));
        this.scores = new Map(data.scores.map((score) => [score.id, score]));
        this.prospects = new ChangeLog(({ id }) => id, data.prospects);
        this.activities = new ChangeLog(({ prospectId }) => prospectId, data.activities);
    }

    change(change: ProspectChange): Prospect {
        const current: Prospect = this.prospects.get(change.id) ?? {
            id: change.id,
            lifeCycle: 'Active',
            updatedAt: '',
        };
        const changed: Prospect = { ...current, updatedAt: new Date(this.now()).toISOString(), ...change };
        this.prospects.put(changed);
        return changed;
    }

    visit(activities: ProspectActivities): void {
        this.activities.put(activities);
    }

    /** Gone without a word, as after a loss of data: only a full sync finds out. */
    forget(prospectId: string): boolean {
        this.activities.forget(prospectId);
        return this.prospects.forget(prospectId);
    }

    /** @param email without regard to case */
    byEmail(email: string): readonly Prospect[] {
        const wanted = email.toLowerCase();
        return [...this.prospects].filter((prospect) => prospect.email?.toLowerCase() === wanted);
    }
}
