/** Expressions of many types, each valid by itself. */
export const LITERALS: readonly string[] = [
    '1',
    '2L',
    '1.5',
    "'text'",
    'true',
    'null',
    'Date.today()',
    'new List<String>()',
    'new Set<Integer>()',
    'new Map<String, Object>()',
    "new List<Object>{ 1, 'x' }",
];

/** Types to declare, cast to or catch. */
export const TYPES: readonly string[] = [
    'Integer',
    'Long',
    'Decimal',
    'String',
    'Boolean',
    'Id',
    'Date',
    'Object',
    'SObject',
    'List<String>',
    'List<Object>',
    'Set<Id>',
    'Map<String, Integer>',
    'Exception',
    'UnknownType',
];
