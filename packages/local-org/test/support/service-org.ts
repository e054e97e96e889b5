import { ApexException } from '@sw-studio/apex/runtime';
import type { JobOrgOptions } from './job-org.ts';
import { JobOrg } from './job-org.ts';

/** A user whose profile grants nothing, and a permission set that the scripts of a test fill and assign. */
const SETUP = `
    User visitor = new User(
        ProfileId = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'].Id,
        LastName = 'Visitor', Email = 'visitor@example.com', Username = 'visitor@example.com', Alias = 'visitor',
        TimeZoneSidKey = 'GMT', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US'
    );
    insert visitor;
    PermissionSet granted = new PermissionSet(Name = 'Granted', Label = 'Granted');
    insert granted;
    insert new PermissionSetAssignment(AssigneeId = visitor.Id, PermissionSetId = granted.Id);`;

/** Apex: gives the permission set of the visitor rights over an object, such as `Read` and `Create`. */
export function grantObject(object: string, ...rights: readonly string[]): string {
    const flags = rights.map((right) => `, Permissions${right} = true`).join('');
    return `insert new ObjectPermissions(ParentId = [SELECT Id FROM PermissionSet WHERE Name = 'Granted'].Id, SobjectType = '${object}'${flags});`;
}

/** Apex: gives it a field. @param field with its object: `Account.Phone` */
export function grantField(field: string, isEditable = false): string {
    return `insert new FieldPermissions(ParentId = [SELECT Id FROM PermissionSet WHERE Name = 'Granted'].Id, SobjectType = '${field.split('.')[0]}', Field = '${field}', PermissionsRead = true, PermissionsEdit = ${isEditable});`;
}

/** An org with a user of few rights. */
export class ServiceOrg extends JobOrg {
    /** @param grants Apex statements that give the visitor rights */
    constructor(options: JobOrgOptions = {}, ...grants: readonly string[]) {
        super({ ...options, scripts: { ...options.scripts, setUpVisitor: [SETUP, ...grants].join('\n') } });
        this.run('setUpVisitor');
    }

    get visitorId(): string {
        return this.rows("SELECT Id FROM User WHERE LastName = 'Visitor'")[0]?.['Id'] as string;
    }

    /** Runs a script as the user of few rights. */
    runAsVisitor(script: string): unknown {
        return this.run(script, this.visitorId);
    }
}

/** For `assert.throws`: an Apex exception whose message fits. */
export function apexMessage(pattern: RegExp): (thrown: unknown) => boolean {
    return (thrown) => thrown instanceof ApexException && pattern.test(thrown.getmessage$() ?? '');
}
