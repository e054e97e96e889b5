import { kindOf } from '../package-model/objects.ts';
import { childOf, textOf } from '../package-model/xml.ts';
import { isMasterDetail, lineOf } from './field-facts.ts';
import { SOURCES } from './rule.ts';
import type { PackageRule } from './rule.ts';

const NEVER_MASTERS = ['Lead', 'User'];
const MOST_MASTERS = 2;

export const RELATIONSHIP_RULES: readonly PackageRule[] = [
    {
        id: 'master-detail-to-lead',
        states: 'A lead or a user is never a master',
        source: SOURCES.relationships,
        check: (model) =>
            model
                .ofType('CustomField')
                .filter((field) => isMasterDetail(field) && NEVER_MASTERS.includes(textOf(field.root, 'referenceTo')))
                .map((field) => ({
                    file: field.file,
                    line: lineOf(field, 'referenceTo'),
                    message: `${textOf(field.root, 'referenceTo')} cannot be a master; make ${field.name} a lookup`,
                })),
    },
    {
        id: 'standard-object-as-detail',
        states: 'A standard object is never the detail of a custom object',
        source: SOURCES.relationships,
        check: (model) =>
            model
                .ofType('CustomField')
                .filter((field) => isMasterDetail(field) && kindOf(model, field.object ?? '') === 'standard')
                .map((field) => ({
                    file: field.file,
                    line: lineOf(field, 'type'),
                    message: `${field.object ?? ''} is a standard object and cannot be a detail; make ${field.name} a lookup`,
                })),
    },
    {
        id: 'too-many-masters',
        states: `An object has at most ${MOST_MASTERS} masters`,
        source: SOURCES.customObject,
        check: (model) =>
            model.ofType('CustomObject').flatMap(({ name }) =>
                model
                    .fieldsOf(name)
                    .filter(isMasterDetail)
                    .slice(MOST_MASTERS)
                    .map((field) => ({
                        file: field.file,
                        line: lineOf(field, 'type'),
                        message: `${name} has more than ${MOST_MASTERS} masters; make ${field.name} a lookup`,
                    })),
            ),
    },
    {
        id: 'sharing-of-detail',
        states: 'A detail is controlled by its parent, and nothing else is',
        source: SOURCES.customObject,
        check: (model) =>
            model.ofType('CustomObject').flatMap((object) => {
                const sharing = childOf(object.root, 'sharingModel');
                if (sharing === undefined || kindOf(model, object.name) !== 'custom') return [];
                const isDetail = model.fieldsOf(object.name).some(isMasterDetail);
                if (isDetail === (sharing.text === 'ControlledByParent')) return [];
                const message = isDetail
                    ? `${object.name} has a master, so its sharingModel is ControlledByParent, not ${sharing.text}`
                    : `${object.name} has no master, so its sharingModel cannot be ControlledByParent`;
                return [{ file: object.file, line: sharing.line, message }];
            }),
    },
    {
        id: 'required-lookup-set-null',
        states: 'A required lookup cannot be cleared when its target is deleted',
        source: SOURCES.customField,
        check: (model) =>
            model
                .ofType('CustomField')
                .filter(({ root }) => textOf(root, 'type') === 'Lookup' && textOf(root, 'required') === 'true')
                .filter(({ root }) => !/^(?:Restrict|Cascade)$/.test(textOf(root, 'deleteConstraint')))
                .map((field) => ({
                    file: field.file,
                    line: lineOf(field, 'deleteConstraint'),
                    message: `${field.name} is required, so its deleteConstraint is Restrict or Cascade`,
                })),
    },
    {
        id: 'duplicate-child-relationship',
        states: 'The child relationships of an object have different names',
        source: SOURCES.fieldAttributes,
        check: (model) => {
            const named = model.ofType('CustomField').filter(({ root }) => textOf(root, 'relationshipName') !== '');
            const byName = Map.groupBy(named, ({ root }) =>
                `${textOf(root, 'referenceTo')}.${textOf(root, 'relationshipName')}`.toLowerCase(),
            );
            return [...byName.values()].flatMap((sharing) =>
                sharing.slice(1).map((field) => ({
                    file: field.file,
                    line: lineOf(field, 'relationshipName'),
                    message: `${textOf(field.root, 'relationshipName')} is also the child relationship of ${sharing[0]?.name ?? ''}`,
                })),
            );
        },
    },
];
