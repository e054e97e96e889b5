import type { DmlError } from '@sw-studio/apex/runtime';
import { deriveEvent, deriveTask } from './activities.ts';
import { deriveAssignment, deriveCampaignMember, nameGroup, refuseDoublePair } from './assignments.ts';
import { deriveCase } from './cases.ts';
import { completeEmailMessage } from './emails.ts';
import {
    completeContentDistribution,
    completeContentVersion,
    deriveAttachment,
    deriveContentVersion,
} from './files.ts';
import { deriveOpportunity } from './opportunities.ts';
import { composeName } from './people.ts';
import { deriveLineItem, derivePricebookEntry } from './products.ts';
import type { RowValues } from './row-values.ts';

/** What the platform does of itself with rows of a standard object. */
export interface StandardBehaviour {
    /** Fills in what follows from other fields, before the row is validated; may refuse it. */
    readonly derive?: (values: RowValues) => DmlError | undefined | void;
    /** Writes what belongs beside the saved row. */
    readonly complete?: (values: RowValues) => void;
}

const BEHAVIOURS: Readonly<Record<string, StandardBehaviour>> = {
    Attachment: { derive: deriveAttachment },
    CampaignMember: { derive: deriveCampaignMember },
    Case: { derive: deriveCase },
    Contact: { derive: composeName },
    ContentDistribution: { complete: completeContentDistribution },
    ContentVersion: { derive: deriveContentVersion, complete: completeContentVersion },
    EmailMessage: { complete: completeEmailMessage },
    Event: { derive: deriveEvent },
    Group: { derive: nameGroup },
    GroupMember: { derive: refuseDoublePair('GroupMember', 'GroupId', 'UserOrGroupId') },
    Lead: { derive: composeName },
    Opportunity: { derive: deriveOpportunity },
    OpportunityLineItem: { derive: deriveLineItem },
    OrderItem: { derive: deriveLineItem },
    PermissionSetAssignment: { derive: deriveAssignment },
    PricebookEntry: { derive: derivePricebookEntry },
    QuoteLineItem: { derive: deriveLineItem },
    Task: { derive: deriveTask },
    User: { derive: composeName },
};

export function standardBehaviour(objectName: string): StandardBehaviour | undefined {
    return BEHAVIOURS[objectName];
}
