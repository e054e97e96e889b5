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
    | 'INVALID_QUERY_VALUE'
    | 'INVALID_ID_FIELD'
    | 'NUMBER_OUTSIDE_VALID_RANGE'
    | 'QUERY_TOO_COMPLICATED'
    | 'EXCEEDED_ID_LIMIT'
    | 'INSUFFICIENT_ACCESS'
    | 'INVALID_SEARCH_SCOPE';

const malformed = (text: string) => ({ code: 'MALFORMED_QUERY' as ErrorCode, text });
const field = (text: string) => ({ code: 'INVALID_FIELD' as ErrorCode, text });
const type = (text: string) => ({ code: 'INVALID_TYPE' as ErrorCode, text });
const operator = (text: string) => ({ code: 'INVALID_QUERY_FILTER_OPERATOR' as ErrorCode, text });

const customField =
    "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. " +
    'Please reference your WSDL or the describe call for the appropriate names.';
const customRelationship =
    "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. " +
    'Please reference your WSDL or the describe call for the appropriate names.';
const customObject =
    "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. " +
    'Please reference your WSDL or the describe call for the appropriate names.';

export const sentences = {
    unexpectedToken: malformed("unexpected token: '{0}'"),
    expecting: malformed("expecting {0}, found '{1}'"),
    unterminatedString: malformed("line {0}:{1} mismatched character '<EOF>' expecting '''"),
    unknownCharacter: malformed("line {0}:{1} no viable alternative at character '{2}'"),
    invalidEscape: malformed("Invalid string literal '{0}'. Illegal character sequence '{1}' in string literal."),
    bindOutsideApex: malformed('Bind variables only allowed in Apex code'),
    invalidDate: malformed('Invalid date: {0}'),
    numberTooLarge: malformed('For input string: "{0}"'),

    noSuchColumn: field(`No such column '{0}' on entity '{1}'. ${customField}`),
    unknownRelationship: field(`Didn't understand relationship '{0}' in field path. ${customRelationship}`),
    unknownChildRelationship: type(
        `Didn't understand relationship '{0}' in FROM part of query call. ${customRelationship}`,
    ),
    unknownObject: type(`sObject type '{0}' is not supported. ${customObject}`),
    tooManyPathLevels: malformed(
        'SOQL statements cannot query relationships more than 5 levels away from the root entity object.',
    ),
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
    havingMustBeGrouped: malformed('Having field must be grouped or aggregated: {0}'),
    havingWithoutGroup: malformed("unexpected token: 'HAVING'"),
    groupedSubquery: malformed('Grouped query cannot have nested subqueries'),
    countWithOthers: malformed("unexpected token: '('"),
    countOrdered: malformed('Grouped query cannot use COUNT()'),
    aggregateInWhere: malformed('Aggregate functions are not allowed in the WHERE clause'),
    aggregateInSubquery: malformed('Only root queries support aggregate expressions'),
    tooManyGroups: malformed('GROUP BY {0} supports at most 3 fields'),
    groupingWithoutRollup: malformed('GROUPING function can only be used with GROUP BY ROLLUP or GROUP BY CUBE'),
    groupingNotGrouped: malformed('GROUPING function argument must be in the GROUP BY clause: {0}'),
    limitOnUngroupedAggregate: malformed(
        'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ),
    allFieldsUnbounded: malformed('The SOQL FIELDS function must have a LIMIT of at most 200'),
    fieldsInSubquery: malformed('The SOQL FIELDS function is not supported with {0}'),
    unknownFunction: malformed('Invalid function name: {0}'),
    functionArgument: field('Invalid argument for function {0}: {1}'),
    compoundField: field("The {1} field '{0}' can not be used here; use its component fields"),

    notFilterable: field("field '{0}' can not be filtered in a query call"),
    notSortable: field("field '{0}' can not be sorted in a query call"),
    notGroupable: field("field '{0}' can not be grouped in a query call"),
    notAggregatable: field('field {0} does not support aggregate operator {1}'),
    notLabelled: field("field '{0}' does not support toLabel"),

    quoteNeeded: field(
        "value of filter criterion for field '{0}' must be of type {1} and should be enclosed in quotes",
    ),
    quoteForbidden: field(
        "value of filter criterion for field '{0}' must be of type {1} and should not be enclosed in quotes",
    ),
    invalidOperator: operator('invalid operator on {0} field'),
    multipicklistOnly: operator("'{0}' operator is only valid on multi-select picklist fields"),
    invalidId: operator('invalid ID field: {0}'),
    bindType: malformed('Invalid bind expression type of {0} for column of type {1}'),
    unknownBind: malformed('Variable does not exist: {0}'),
    bindMustBeList: malformed('Invalid bind expression type of {0}: a collection is needed for operator {1}'),

    semiJoinLeft: malformed(
        "The left operand field in the where expression for outer query should be an id field, cannot use: '{0}'",
    ),
    semiJoinSelectOne: malformed('The inner select of a semi join must select exactly one field'),
    semiJoinSelectId: malformed("The inner select field '{0}' must be an id or reference field"),
    semiJoinTypes: malformed(
        "The selected field '{0}' in the subquery and the left operand field in the where expression in the outer query '{1}' should point to the same object type",
    ),
    semiJoinNested: malformed('Nesting of semi join sub-selects is not supported'),
    semiJoinInOr: malformed(
        'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions',
    ),
    semiJoinCount: malformed('Maximum 2 semi join sub-selects are allowed'),
    semiJoinClause: malformed('{0} is not allowed in semi join sub-selects'),

    typeofNotPolymorphic: malformed("TYPEOF can only be used with polymorphic relationships: '{0}'"),
    typeofUnknownType: malformed("sObject type '{0}' is not a target of relationship '{1}'"),
    typeofGrouped: malformed('TYPEOF is not supported in grouped queries'),

    offsetTooLarge: { code: 'NUMBER_OUTSIDE_VALID_RANGE', text: 'Maximum SOQL offset allowed is 2000' },
    amountInvalid: malformed("{0} must be a non-negative whole number, found '{1}'"),
    aggregateTooManyRows: {
        code: 'EXCEEDED_ID_LIMIT',
        text: 'Aggregate query has too many rows for direct assignment, use FOR loop',
    },
    forUpdateAggregate: malformed('FOR UPDATE is not allowed in grouped queries'),

    insufficientSecurityEnforced: {
        code: 'INSUFFICIENT_ACCESS',
        text: 'Insufficient permissions: secure query included inaccessible field',
    },
    searchTermTooShort: { code: 'MALFORMED_SEARCH', text: 'search term must be longer than one character: {0}' },
    searchUnexpected: { code: 'MALFORMED_SEARCH', text: "unexpected token: '{0}'" },
    searchNoText: {
        code: 'MALFORMED_SEARCH',
        text: 'No search term found. The search term must be enclosed in braces.',
    },
} satisfies Record<string, { code: ErrorCode; text: string }>;

export type SentenceName = keyof typeof sentences;
