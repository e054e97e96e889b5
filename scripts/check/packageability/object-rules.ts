import { kindOf } from '../package-model/objects.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { childOf, childrenOf, textOf } from '../package-model/xml.ts';
import { SOURCES } from './rule.ts';
import type { Offence, PackageRule } from './rule.ts';

const NAME = /^[A-Za-z](?:[A-Za-z0-9]|_(?!_))*(?<!_)$/;
const SUFFIX = /__(?:c|e|mdt)$/;
const NAMED_TYPES = [
    'CustomObject',
    'CustomField',
    'PermissionSet',
    'CustomPermission',
    'ListView',
    'ValidationRule',
    'ApexClass',
    'Flow',
];

export const OBJECT_RULES: readonly PackageRule[] = [
    {
        id: 'component-name',
        states: 'A name begins with a letter, has letters, digits and single underscores, and ends with none',
        source: SOURCES.eventFields,
        check: (model) =>
            NAMED_TYPES.flatMap((type) => model.ofType(type)).flatMap(({ file, name, root, type }) => {
                const own = (name.split('.').at(-1) ?? name).replace(type === 'ValidationRule' ? /$^/ : SUFFIX, '');
                if (NAME.test(own)) return [];
                return [{ file, line: root.line, message: `${own} is no name that an org accepts` }];
            }),
    },
    {
        id: 'list-setting-without-scratch-setting',
        states: 'Orgs in which list custom settings are created have enableListCustomSettingCreation',
        source: SOURCES.schemaSettings,
        check: checkScratchDefinitions,
    },
    {
        id: 'setting-plural-label',
        states: 'A custom setting has no plural label',
        source: SOURCES.customSetting,
        check: (model) =>
            model.ofType('CustomObject').flatMap(({ file, name, root }) => {
                const label = childOf(root, 'pluralLabel');
                if (label === undefined || kindOf(model, name) !== 'setting') return [];
                return [{ file, line: label.line, message: 'Cannot specify: pluralLabel for CustomSettings' }];
            }),
    },
    {
        id: 'queue-list-view',
        states: 'A list view of a queue cannot be packaged',
        source: SOURCES.packagedComponents,
        check: (model) =>
            model.ofType('ListView').flatMap(({ file, name, root }) => {
                const queue = childOf(root, 'queue');
                if (queue === undefined) return [];
                return [
                    { file, line: queue.line, message: `The list view ${name} belongs to the queue ${queue.text}` },
                ];
            }),
    },
    {
        id: 'subscriber-user',
        states: 'A packaged subscriber configuration names no user, because the user must exist where it is installed',
        source: SOURCES.eventSubscriber,
        check: (model) =>
            model.ofType('PlatformEventSubscriberConfig').flatMap(({ file, root }) => {
                const user = childOf(root, 'user');
                if (user === undefined) return [];
                return [
                    { file, line: user.line, message: `The user ${user.text} does not exist in the customer's org` },
                ];
            }),
    },
    {
        id: 'layout-behavior',
        states: 'A layout shows a field that is always required as Required, and one that is calculated as Readonly',
        source: SOURCES.layout,
        check: checkLayoutBehaviors,
    },
];

function checkScratchDefinitions(model: PackageModel): Offence[] {
    const lists = model.ofType('CustomObject').filter(({ root }) => textOf(root, 'customSettingsType') === 'List');
    const [list] = lists;
    if (list === undefined) return [];
    return model.scratchDefinitions
        .filter((file) => {
            const definition = JSON.parse(model.read(file)) as {
                settings?: { schemaSettings?: { enableListCustomSettingCreation?: boolean } };
            };
            return definition.settings?.schemaSettings?.enableListCustomSettingCreation !== true;
        })
        .map((file) => ({
            file,
            line: 1,
            message: `An org of this shape refuses the list setting ${list.name}: set schemaSettings.enableListCustomSettingCreation`,
        }));
}

function checkLayoutBehaviors(model: PackageModel): Offence[] {
    return model.ofType('Layout').flatMap(({ file, name, root }) => {
        const object = name.split('-')[0] ?? '';
        const items = childrenOf(root, 'layoutSections')
            .flatMap((section) => childrenOf(section, 'layoutColumns'))
            .flatMap((column) => childrenOf(column, 'layoutItems'));
        return items.flatMap((item) => {
            const field = model.find('CustomField', `${object}.${textOf(item, 'field')}`);
            const behavior = textOf(item, 'behavior');
            if (field === undefined) return [];
            const isRequired =
                textOf(field.root, 'required') === 'true' || textOf(field.root, 'type') === 'MasterDetail';
            const isCalculated =
                childOf(field.root, 'formula') !== undefined || textOf(field.root, 'type') === 'AutoNumber';
            const wanted = isCalculated ? 'Readonly' : isRequired ? 'Required' : behavior;
            if (behavior === wanted) return [];
            return [{ file, line: item.line, message: `${field.name} is ${wanted} on every layout, not ${behavior}` }];
        });
    });
}
