import { TestOrg } from './org.ts';

/** Standard objects in the shape that most cases need; each test inserts the rows it speaks of. */
export function salesOrg(): TestOrg {
    const org = new TestOrg();
    org.object('User', '005', { Name: ['string', { indexed: true }], Email: 'email', IsActive: 'boolean' });
    org.object('Group', '00G', { Name: 'string', DeveloperName: 'string' });
    org.object('Account', '001', {
        Name: ['string', { indexed: true }],
        Industry: ['picklist', { values: ['Technology', 'Banking', 'Agriculture'] }],
        Description: 'longtextarea',
        NumberOfEmployees: 'int',
        AnnualRevenue: 'currency',
        Rating: 'double',
        IsActive__c: 'boolean',
        Regions__c: ['multipicklist', { values: ['EU', 'US', 'APAC'] }],
        Founded__c: 'date',
        CreatedDate: ['datetime', { indexed: true }],
        OpensAt__c: 'time',
        External__c: ['string', { indexed: true, unique: true }],
        ParentId: ['reference', { to: 'Account' }],
        OwnerId: ['reference', { to: ['User', 'Group'] }],
        Place__c: 'location',
        Place__Latitude__s: 'double',
        Place__Longitude__s: 'double',
    });
    org.object('Contact', '003', {
        FirstName: 'string',
        LastName: ['string', { indexed: true }],
        Email: ['email', { indexed: true }],
        IsPrimary__c: 'boolean',
        AccountId: ['reference', { to: 'Account' }],
        OwnerId: ['reference', { to: ['User', 'Group'] }],
        ReportsToId: ['reference', { to: 'Contact' }],
    });
    org.object('Opportunity', '006', {
        Name: 'string',
        StageName: ['picklist', { values: ['Prospecting', 'Won', 'Lost'] }],
        Amount: 'currency',
        CloseDate: 'date',
        CreatedDate: ['datetime', { indexed: true }],
        AccountId: ['reference', { to: 'Account' }],
    });
    org.object('Task', '00T', {
        Subject: 'string',
        WhatId: ['reference', { to: ['Account', 'Opportunity'] }],
        WhoId: ['reference', { to: ['Contact'] }],
        OwnerId: ['reference', { to: ['User', 'Group'] }],
    });
    return org;
}
