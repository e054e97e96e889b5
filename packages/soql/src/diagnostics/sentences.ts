/**
 * What the platform says of a query that it refuses: API error code (`StatusCode`, ExceptionCode) and sentence, worded
 * as the REST and SOAP APIs and `System.QueryException` word them.
 */
export type ErrorCode =
    | 'MALFORMED_QUERY'
    | 'MALFORMED_SEARCH'
    | 'INVALID_FIELD'
    | 'INVALID_TYPE'
    | 'INVALID_QUERY_FILTER_OPERATOR'
    | 'NUMBER_OUTSIDE_VALID_RANGE'
    | 'INSUFFICIENT_ACCESS';

interface Sentence {
    readonly code: ErrorCode;
    /** `{0}`, `{1}` ... are filled in. */
    readonly text: string;
}

type Sentences = Readonly<Record<string, Sentence>>;

const malformed = (text: string): Sentence => ({ code: 'MALFORMED_QUERY', text });
const field = (text: string): Sentence => ({ code: 'INVALID_FIELD', text });
const type = (text: string): Sentence => ({ code: 'INVALID_TYPE', text });
const operator = (text: string): Sentence => ({ code: 'INVALID_QUERY_FILTER_OPERATOR', text });

const search = (text: string): Sentence => ({ code: 'MALFORMED_SEARCH', text });

const customField =
    "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. " +
    'Please reference your WSDL or the describe call for the appropriate names.';
const customRelationship =
    "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. " +
    'Please reference your WSDL or the describe call for the appropriate names.';
const customObject =
    "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. " +
    'Please reference your WSDL or the describe call for the appropriate names.';

/** As the platform words them. */
const platform = {
    unexpectedToken: malformed("unexpected token: '{0}'"),
    expecting: malformed("expecting {0}, found '{1}'"),
    unterminatedString: malformed("line {0}:{1} mismatched character '<EOF>' expecting '''"),
    unknownCharacter: malformed("line {0}:{1} no viable alternative at character '{2}'"),
    invalidEscape: malformed("Invalid string literal '{0}'. Illegal character sequence '{1}' in string literal."),
    bindOutsideApex: malformed('Bind variables only allowed in Apex code'),
    numberTooLarge: malformed('For input string: "{0}"'),

    noSuchColumn: field(`No such column '{0}' on entity '{1}'. ${customField}`),
    unknownRelationship: field(`Didn't understand relationship '{0}' in field path. ${customRelationship}`),
    unknownChildRelationship: type(
        `Didn't understand relationship '{0}' in FROM part of query call. ${customRelationship}`,
    ),
    unknownObject: type(`sObject type '{0}' is not supported. ${customObject}`),
    tooManyChildLevels: malformed(
        'SOQL statements cannot query aggregate relationships more than {0} level away from the root entity object.',
    ),
    drivingObject: malformed(
        'A driving SObject type has already been set, all other entity types in the FROM clause must be relationships to the initial object.  The driving object is {0}.',
    ),

    duplicateField: field('duplicate field selected: {0}'),
    duplicateAlias: malformed('duplicate alias: {0}'),
    aliasOutsideAggregate: malformed('only aggregate expressions use field aliasing'),
    mustBeGrouped: malformed('Field must be grouped or aggregated: {0}'),
    orderMustBeGrouped: malformed('Ordered field must be grouped or aggregated: {0}'),
    aggregateInSubquery: malformed('Only root queries support aggregate expressions'),
    limitOnUngroupedAggregate: malformed(
        'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ),
    allFieldsUnbounded: malformed('The SOQL FIELDS function must have a LIMIT of at most 200'),
    allFieldsInApex: malformed('The SOQL FIELDS function is not supported with an unbounded set of fields in this API'),

    notFilterable: field("field '{0}' can not be filtered in a query call"),
    notSortable: field("field '{0}' can not be sorted in a query call"),
    notGroupable: field("field '{0}' can not be grouped in a query call"),
    notAggregatable: field('field {0} does not support aggregate operator {1}'),
    quoteNeeded: field(
        "value of filter criterion for field '{0}' must be of type {1} and should be enclosed in quotes",
    ),
    quoteForbidden: field(
        "value of filter criterion for field '{0}' must be of type {1} and should not be enclosed in quotes",
    ),
    invalidOperator: operator('invalid operator on {0} field'),
    invalidId: operator('invalid ID field: {0}'),
    bindType: malformed('Invalid bind expression type of {0} for column of type {1}'),
    unknownBind: malformed('Variable does not exist: {0}'),

    semiJoinLeft: malformed(
        "The left operand field in the where expression for outer query should be an id field, cannot use: '{0}'",
    ),
    semiJoinTypes: malformed(
        "The selected field '{0}' in the subquery and the left operand field in the where expression in the outer query '{1}' should point to the same object type",
    ),
    semiJoinNested: malformed('Nesting of semi join sub-selects is not supported'),
    semiJoinInOr: malformed("Semi join sub-selects are not allowed with the 'OR' operator"),
    semiJoinDeep: malformed(
        'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
    ),
    semiJoinCount: malformed('Maximum 2 semi join sub-selects are allowed'),

    searchTooShort: search('search term must be longer than one character: {0}'),
    searchUnexpected: search("unexpected token: '{0}'"),

    offsetTooLarge: { code: 'NUMBER_OUTSIDE_VALID_RANGE', text: 'Maximum SOQL offset allowed is 2000' },
    insufficientSecurityEnforced: {
        code: 'INSUFFICIENT_ACCESS',
        text: 'Insufficient permissions: secure query included inaccessible field',
    },
} satisfies Sentences;

/** Rules of the platform whose sentence is not published: the code is the platform's, the words are ours. */
const ours = {
    invalidDate: malformed('Invalid date: {0}'),
    tooManyPathLevels: malformed(
        'SOQL statements cannot query relationships more than 5 levels away from the root entity object.',
    ),
    havingMustBeGrouped: malformed('Having field must be grouped or aggregated: {0}'),
    groupedSubquery: malformed('Grouped queries cannot have child queries'),
    countOrdered: malformed('COUNT() cannot be used with ORDER BY'),
    aggregateInWhere: malformed('Aggregate functions are not allowed in the WHERE clause: {0}'),
    tooManyGroups: malformed('GROUP BY {0} takes at most 3 fields'),
    groupingWithoutRollup: malformed('GROUPING needs GROUP BY ROLLUP or GROUP BY CUBE'),
    groupingNotGrouped: malformed('GROUPING takes a field of the GROUP BY clause, not {0}'),
    fieldsGrouped: malformed('The SOQL FIELDS function is not supported with GROUP BY'),
    unknownFunction: malformed('Invalid function name: {0}'),
    functionArgument: field('Invalid argument for function {0}: {1}'),
    convertTimezoneAlone: malformed('convertTimezone can only be used inside of a date function'),
    multipicklistOnly: operator("operator '{0}' is only valid on multipicklist fields"),
    semiJoinSelectId: malformed("The inner select field '{0}' must be an id or reference field"),
    typeofNotPolymorphic: malformed("TYPEOF needs a polymorphic relationship, not '{0}'"),
    typeofUnknownType: malformed("sObject type '{0}' is not a target of relationship '{1}'"),
    typeofGrouped: malformed('TYPEOF is not supported in grouped queries'),
    amountInvalid: malformed("{0} must be a whole number from 0, not '{1}'"),
    forUpdateAggregate: malformed('FOR UPDATE is not allowed in grouped queries'),
    countNotIterable: malformed('SELECT COUNT() answers a number and has no records to iterate over'),

    searchEmpty: search('FIND needs a text to search for'),
    searchNeedsReturning: search('FIND without RETURNING is not supported here: name the objects to search'),
    unsupportedListView: search('USING ListView is not supported here: there are no list views'),
    unsupportedWith: malformed('WITH {0} is not supported here: there is nothing that it could filter by'),
    unsupportedScope: malformed('USING SCOPE {0} is not supported for {1} here'),
} satisfies Sentences;

export const sentences = { ...platform, ...ours };

export type SentenceName = keyof typeof sentences;
