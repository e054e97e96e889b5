import type { Correction } from './correction.ts';

/** Base classes of the reference that Apex code extends; the platform types do not say which classes are open. */
const OPEN_CLASSES: readonly string[] = [
    'Auth.AuthProviderPluginClass',
    'Auth.ConnectedAppPlugin',
    'Auth.ExternalClientAppOauthHandler',
    'Auth.Oauth2TokenExchangeHandler',
    'Metadata.DeployCallbackContext',
    'System.SoqlStubProvider',
];

/** Open base classes that leave methods to their subclasses, and cannot be constructed themselves. */
const ABSTRACT_CLASSES: readonly string[] = [
    'DataSource.AsyncDeleteCallback',
    'DataSource.AsyncSaveCallback',
    'DataSource.Connection',
    'DataSource.Provider',
    'UserProvisioning.UserProvisioningPlugin',
    'VisualEditor.DynamicPickList',
];

export const inheritanceCorrections: readonly Correction[] = [
    ...OPEN_CLASSES.map((type) => ({
        type,
        reason: 'Apex reference: declared virtual, meant to be extended by Apex classes.',
        add: { virtual: true },
    })),
    ...ABSTRACT_CLASSES.map((type) => ({
        type,
        reason: 'Apex reference: declared abstract, meant to be extended by Apex classes.',
        add: { abstract: true, virtual: true },
    })),
    {
        type: 'System.Exception',
        reason: 'Apex Developer Guide, "Create Custom Exceptions": every custom exception extends it.',
        add: { virtual: true },
    },
    ...['System.FormulaEvaluationException', 'System.FormulaValidationException'].map((type) => ({
        type,
        reason: 'Apex reference, "FormulaBuilder Class" and "FormulaInstance Class": what they throw; no table has it.',
        add: { extends: 'Exception', constructors: ['()', '(Exception)', '(String)', '(String, Exception)'] },
    })),
    {
        type: 'Auth.RegistrationHandler',
        reason: 'Apex reference, "RegistrationHandler Interface"; the table has a class.',
        add: { kind: 'interface' },
        remove: ['()'],
    },
    {
        type: 'System.SandboxContext',
        reason: 'Apex reference, "SandboxContext Interface"; the table has a class.',
        add: { kind: 'interface' },
    },
    {
        type: 'Database.DuplicateError',
        reason: 'Apex reference, "DuplicateError Class": found among Database.Error results by instanceof and cast.',
        add: { extends: 'Database.Error' },
    },
    ...['OrgPartition', 'SessionPartition'].map((name) => ({
        type: `Cache.${name}`,
        reason: `Apex reference, "${name} Class": extends Cache.Partition.`,
        add: { extends: 'Cache.Partition' },
    })),
    {
        type: 'EventBus.InvalidReplayIdException',
        reason: 'Apex reference, "EventBus.TriggerContext Class": what setResumeCheckpoint throws; the table leaves it out.',
        add: { extends: 'Exception', constructors: ['()', '(Exception)', '(String)', '(String, Exception)'] },
    },
];
