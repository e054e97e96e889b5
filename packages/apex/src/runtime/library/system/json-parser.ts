import type { ApexType } from '../../apex-type.ts';
import { enumConstant } from '../../enums.ts';
import type { JsonParser } from '../../json/parser.ts';
import type { JsonToken } from '../../json/reader.ts';
import type { TypeLibrary } from '../../library.ts';

function tokenConstant(token: JsonToken | null): unknown {
    return token === null ? null : enumConstant('System.JSONToken', token);
}

export const jsonParserLibrary: TypeLibrary = {
    type: 'System.JSONParser',
    methods: {
        'clearCurrentToken()': (parser: JsonParser) => parser.clear(),
        'getBlobValue()': (parser: JsonParser) => parser.primitive('Blob'),
        'getBooleanValue()': (parser: JsonParser) => parser.primitive('Boolean'),
        'getCurrentName()': (parser: JsonParser) => parser.name,
        'getCurrentToken()': (parser: JsonParser) => tokenConstant(parser.token),
        'getDateTimeValue()': (parser: JsonParser) => parser.primitive('Datetime'),
        'getDateValue()': (parser: JsonParser) => parser.primitive('Date'),
        'getDecimalValue()': (parser: JsonParser) => parser.primitive('Decimal'),
        'getDoubleValue()': (parser: JsonParser) => parser.primitive('Double'),
        'getIdValue()': (parser: JsonParser) => parser.primitive('Id'),
        'getIntegerValue()': (parser: JsonParser) => parser.primitive('Integer'),
        'getLastClearedToken()': (parser: JsonParser) => tokenConstant(parser.lastCleared),
        'getLongValue()': (parser: JsonParser) => parser.primitive('Long'),
        'getText()': (parser: JsonParser) => parser.text,
        'getTimeValue()': (parser: JsonParser) => parser.primitive('Time'),
        'hasCurrentToken()': (parser: JsonParser) => parser.token !== null,
        'nextToken()': (parser: JsonParser) => tokenConstant(parser.next()),
        'nextValue()': (parser: JsonParser) => tokenConstant(parser.nextValue()),
        'readValueAs(Type)': (parser: JsonParser, type: ApexType) => parser.read(type.runtimeType, false),
        'readValueAsStrict(Type)': (parser: JsonParser, type: ApexType) => parser.read(type.runtimeType, true),
        'skipChildren()': (parser: JsonParser) => parser.skipChildren(),
    },
};
