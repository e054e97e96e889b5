import type { PicklistValueInfo } from '@sw-studio/apex/runtime';
import { MetadataError } from '../metadata/metadata-error.ts';
import type { FieldMetadata, PicklistValueMetadata, ValueSetMetadata } from '../metadata/model.ts';

/** Value sets that the platform shares between standard fields, by the fields that use them. */
const STANDARD_VALUE_SETS: Readonly<Record<string, readonly string[]>> = {
    AccountOwnership: ['Account.Ownership'],
    AccountRating: ['Account.Rating', 'Lead.Rating'],
    AccountType: ['Account.Type'],
    AccountContactRole: ['AccountContactRole.Role', 'AccountContactRelation.Roles'],
    CampaignMemberStatus: ['CampaignMember.Status'],
    CampaignStatus: ['Campaign.Status'],
    CampaignType: ['Campaign.Type'],
    CaseContactRole: ['CaseContactRole.Role'],
    CaseOrigin: ['Case.Origin'],
    CasePriority: ['Case.Priority'],
    CaseReason: ['Case.Reason'],
    CaseStatus: ['Case.Status'],
    CaseType: ['Case.Type'],
    ContactRole: ['OpportunityContactRole.Role', 'ContractContactRole.Role'],
    ContractStatus: ['Contract.Status'],
    EventSubject: ['Event.Subject'],
    EventType: ['Event.Type'],
    Industry: ['Account.Industry', 'Lead.Industry'],
    LeadSource: ['Account.AccountSource', 'Contact.LeadSource', 'Lead.LeadSource', 'Opportunity.LeadSource'],
    LeadStatus: ['Lead.Status'],
    OpportunityCompetitor: ['OpportunityCompetitor.CompetitorName'],
    OpportunityStage: ['Opportunity.StageName'],
    OpportunityType: ['Opportunity.Type'],
    OrderStatus: ['Order.Status'],
    OrderType: ['Order.Type'],
    PartnerRole: ['Partner.Role', 'AccountPartner.Role', 'OpportunityPartner.Role'],
    Product2Family: ['Product2.Family'],
    QuoteStatus: ['Quote.Status'],
    Salutation: ['Contact.Salutation', 'Lead.Salutation'],
    SolutionStatus: ['Solution.Status'],
    TaskPriority: ['Task.Priority'],
    TaskStatus: ['Task.Status'],
    TaskSubject: ['Task.Subject'],
    TaskType: ['Task.Type'],
};

/** The value sets of an org, by which picklist fields take their values. */
export class ValueSets {
    private readonly global = new Map<string, ValueSetMetadata>();
    /** By `account.industry`. */
    private readonly standard = new Map<string, ValueSetMetadata>();

    addGlobal(set: ValueSetMetadata, namespace: string): void {
        this.global.set(set.name.toLowerCase(), set);
        if (namespace !== '') this.global.set(`${namespace}__${set.name}`.toLowerCase(), set);
    }

    addStandard(set: ValueSetMetadata): void {
        for (const field of STANDARD_VALUE_SETS[set.name] ?? []) this.standard.set(field.toLowerCase(), set);
    }

    /** Values that replace the shipped ones of a standard field; undefined where nothing was deployed. */
    ofStandardField(object: string, field: string): readonly PicklistValueInfo[] | undefined {
        const set = this.standard.get(`${object}.${field}`.toLowerCase());
        return set && set.values.map(picklistValue);
    }

    /** @throws MetadataError when the field names a value set that does not exist */
    ofCustomField(field: FieldMetadata): readonly PicklistValueMetadata[] {
        if (field.valueSetName === null) return field.picklistValues;
        const set = this.global.get(field.valueSetName.toLowerCase());
        if (set === undefined) {
            throw new MetadataError(
                'UNKNOWN_REFERENCE',
                field.file,
                `there is no global value set ${field.valueSetName}`,
            );
        }
        return set.values;
    }
}

export function picklistValue({
    fullName,
    label,
    active,
    default: isDefault,
}: PicklistValueMetadata): PicklistValueInfo {
    return { value: fullName, label, active, default: isDefault };
}
