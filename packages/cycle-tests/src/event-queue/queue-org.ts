import { ApexRest } from '@sw-studio/local-org';
import { generateData } from '@sw-studio/vendor-api';
import { CycleOrg, type CycleOrgOptions, MINUTE, type RestAnswer } from '../cycle-org.ts';
import { EventReceiver } from './event-receiver.ts';

/** The customer's own trigger: one line, for any object. */
export const ACCOUNT_TRIGGER = `trigger AccountChanges on Account(after update) {
    EventQueueTriggerHandler.run();
}`;

/** An org with a backend that remembers the events it was sent. */
export class QueueOrg extends CycleOrg {
    constructor(options: Partial<CycleOrgOptions> = {}) {
        super({
            data: generateData({ prospects: 1, seed: 1 }),
            newBackend: (backend) => new EventReceiver(backend),
            ...options,
        });
    }

    get receiver(): EventReceiver {
        return this.backend as EventReceiver;
    }

    /** Turns the sync on and lets its first cycle run. */
    switchOn(): void {
        this.post('/Sync/v1/StartSync');
        this.advance(MINUTE);
    }

    /** A POST with a body. @param path below the namespace: `/EventQueue/v1/Retry` */
    postBody(path: string, body: unknown): RestAnswer {
        const request = { ...this.restRequest('POST', path), body: JSON.stringify(body) };
        return this.readAnswer(new ApexRest(this.runtime).request(request));
    }

    /** Rows of the queue. */
    events(condition = 'Id != null'): ReturnType<CycleOrg['rows']> {
        return this.rows(
            `SELECT Id, Record_Id__c, Status__c, Attempts__c, Last_Error__c FROM EventQueue__c WHERE ${condition}`,
        );
    }

    /** Asynchronous executions that the queue has taken so far: one per link or lap. */
    executions(): number {
        const jobs = this.rows(
            "SELECT JobType, TotalJobItems FROM AsyncApexJob WHERE ApexClass.Name LIKE 'UpdateToSalesWings%'",
        );
        return jobs.reduce(
            (sum, { JobType, TotalJobItems }) => sum + (JobType === 'BatchApex' ? 2 + Number(TotalJobItems) : 1),
            0,
        );
    }
}
