import { ApexList } from '../collections/list.ts';
import type { ApexSet } from '../collections/set.ts';
import { enumConstant } from '../enums.ts';
import type { ApexException } from '../exceptions/apex-exception.ts';
import { newApexException } from '../exceptions/throw.ts';
import { blocking, type TypeLibrary } from '../library.ts';
import type { Waiting } from '../ports.ts';
import { requireService, type SendEmailOutcome } from '../services.ts';
import { namedType, primitiveType } from '../types-registry.ts';
import { defineDataType, type DataObject } from './data-object.ts';
import { nonNull } from './receiver.ts';

const sendError = defineDataType('Messaging.SendEmailError');
const sendResult = defineDataType('Messaging.SendEmailResult');

const notificationMembers = ['notificationTypeId', 'sender', 'title', 'body', 'targetId', 'targetPageRef'];

const customNotification = defineDataType('Messaging.CustomNotification', {
    constructors: {
        'new(String,String,String,String,String,String)': (...values: unknown[]) =>
            customNotification.create(
                Object.fromEntries(values.map((value, index) => [notificationMembers[index] ?? '', value])),
            ),
    },
    methods: {
        'send(Set<String>)': blocking((notification: DataObject, users: ApexSet) =>
            requireService('mail', 'Messaging.CustomNotification.send').sendNotification(
                nonNull(notification),
                users.values() as string[],
            ),
        ),
    },
});

function resultOf({ success, errors }: SendEmailOutcome): DataObject {
    const items = errors.map(({ statusCode, message, targetObjectId }) =>
        sendError.create({
            statusCode: enumConstant('System.StatusCode', statusCode),
            message,
            targetObjectId,
            fields: new ApexList(primitiveType('String')),
        }),
    );
    return sendResult.create({ success, errors: ApexList.of(namedType('Messaging.SendEmailError'), items) });
}

/** @throws System.EmailException when all or nothing was wanted and a message was refused */
const sendEmail = blocking(function* (
    messages: ApexList,
    allOrNothing: boolean | null = true,
): Generator<Waiting, ApexList, void> {
    const mail = requireService('mail', 'Messaging.sendEmail');
    const outcomes = yield* mail.send(messages.items as DataObject[], allOrNothing !== false);
    if (allOrNothing !== false && outcomes.some((outcome) => !outcome.success)) throw emailException(outcomes);
    return ApexList.of(namedType('Messaging.SendEmailResult'), outcomes.map(resultOf));
});

/** Worded and filled as the exception of a failed DML statement. */
function emailException(outcomes: readonly SendEmailOutcome[]): ApexException {
    const failures = outcomes.flatMap((outcome, index) =>
        outcome.errors.map(({ statusCode, message, targetObjectId }) => ({
            index,
            id: targetObjectId,
            statusCode,
            message,
            fields: [],
        })),
    );
    const [first] = failures;
    const exception = newApexException(
        'System.EmailException',
        `SendEmail failed. First exception on row ${first?.index}; first error: ${first?.statusCode}, ${first?.message}: []`,
    );
    exception.failures = failures;
    return exception;
}

const reserve =
    (kind: 'single' | 'mass', method: string) =>
    (count: number): void =>
        requireService('mail', `Messaging.${method}`).reserve(kind, nonNull(count));

const dataTypes = [
    'Messaging.Email',
    'Messaging.SingleEmailMessage',
    'Messaging.MassEmailMessage',
    'Messaging.EmailAttachment',
    'Messaging.EmailFileAttachment',
    'Messaging.InboundEmail',
    'Messaging.InboundEmail.AuthenticationResult',
    'Messaging.InboundEmail.AuthenticationResultField',
    'Messaging.InboundEmail.BinaryAttachment',
    'Messaging.InboundEmail.Header',
    'Messaging.InboundEmail.TextAttachment',
    'Messaging.InboundEmailResult',
    'Messaging.InboundEnvelope',
    'Messaging.RenderEmailTemplateBodyResult',
    'Messaging.RenderEmailTemplateError',
].map((name) => defineDataType(name));

export const messagingLibraries: readonly TypeLibrary[] = [
    sendError.library,
    sendResult.library,
    customNotification.library,
    ...dataTypes.map((type) => type.library),
    {
        type: 'System.Messaging',
        statics: {
            'reserveMassEmailCapacity(Integer)': reserve('mass', 'reserveMassEmailCapacity'),
            'reserveSingleEmailCapacity(Integer)': reserve('single', 'reserveSingleEmailCapacity'),
            'sendEmail(List<Messaging.Email>)': sendEmail,
            'sendEmail(List<Messaging.Email>,Boolean)': sendEmail,
        },
    },
];
