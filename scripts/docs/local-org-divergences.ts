/** Where the local org is known to differ from the platform, and why; printed in docs/local-org.md. */
export interface Divergence {
    readonly area: string;
    readonly platform: string;
    readonly here: string;
    readonly reason: string;
}

export const divergences: readonly Divergence[] = [
    {
        area: 'Collections',
        platform: 'A `List<Integer>` may be used as a `List<Long>`, `List<Decimal>` and so on without copying.',
        here: 'Refused at compile time.',
        reason: 'Numbers of different types are represented differently; sharing the list would give wrong values.',
    },
    {
        area: 'Types at run time',
        platform: 'An Id in an Object variable is told from a String.',
        here: 'Text that is a valid Id answers `instanceof Id` with true, and `instanceof String` too.',
        reason: 'Ids are represented as text.',
    },
    {
        area: 'CPU time',
        platform: 'Measured on the server.',
        here: 'Counted in steps (method entries and turns of loops).',
        reason: 'A test must not depend on the machine it runs on.',
    },
    {
        area: 'Numbers in the database',
        platform: 'Up to 18 digits.',
        here: 'Stored as doubles: 15 to 17 significant digits.',
        reason: 'The API types of number fields are doubles as well.',
    },
    {
        area: 'Construction',
        platform:
            'Not published: whether fields of a subclass have their initial values while its superclass is constructed.',
        here: 'They have: initialisers of the subclass run before the constructor of the superclass.',
        reason: 'Public code whose superclass constructor calls an overriding method depends on it.',
    },
    {
        area: 'Search (SOSL)',
        platform: 'The search index stems words and knows synonyms.',
        here: 'Words are compared as they are, without case, with the wildcards `*` and `?`.',
        reason: 'The index is not published.',
    },
    {
        area: 'Undelete',
        platform: 'Lookups that the deletion cleared point to the record again, where nobody else filled them.',
        here: 'They stay empty; details that were deleted along come back.',
        reason: 'The links that a deletion cleared are not kept.',
    },
    {
        area: 'Compound addresses',
        platform: '`BillingAddress` answers a System.Address.',
        here: 'It answers null; the fields that it consists of have their values.',
        reason: 'The type System.Address is not part of the library yet.',
    },
    {
        area: 'DML options',
        platform: 'Assignment rules, duplicate rules and emails of triggers take effect.',
        here: '`allowFieldTruncation` alone does.',
        reason: 'Such rules are not deployed.',
    },
    {
        area: 'Definitions in SOQL',
        platform: 'The durable id of a custom object or field is the id of its definition.',
        here: 'It is the API name, as for standard ones.',
        reason: 'Definitions have no record here.',
    },
    {
        area: 'Lead conversion',
        platform: 'Custom fields are carried over as the org maps them.',
        here: 'The standard mapping alone applies.',
        reason: 'The mapping is a setting of the org that source does not carry.',
    },
    {
        area: 'Sharing rules',
        platform: 'Sharing rules, teams, territories and implicit sharing of accounts and their children give access.',
        here: 'Org-wide defaults, owners, groups and queues, roles above the owner, share rows and view or modify all do.',
        reason: 'Rules are not calculated; whoever needs one inserts the share row that it would make.',
    },
    {
        area: 'Details that need to see their master alone',
        platform: 'With `writeRequiresMasterRead` a detail may be changed by whoever sees its master.',
        here: 'He must be able to change the master.',
        reason: 'The stricter of the two settings is taken for all details.',
    },
    {
        area: 'Sharing in static initialisers',
        platform: 'Not published: with whose sharing the static initialisers of a class without a keyword run.',
        here: 'With that of the code that uses the class first.',
        reason: 'They run when the class is first used.',
    },
    {
        area: 'Sharing keywords of API version 67',
        platform: 'A class without a keyword is `with sharing`, whoever enters by it.',
        here: 'It is as in versions up to 66: as its caller, and `without sharing` where Apex is entered by it, other than from a component.',
        reason: 'The package and its tests are of version 65.',
    },
    {
        area: 'Anonymous Apex',
        platform: 'Runs with the permissions of the user: objects, fields and records.',
        here: 'Records alone; objects and fields are not checked, unless the code asks for user mode.',
        reason: 'Static code is compiled for the org, not for a user.',
    },
    {
        area: 'Apex REST: bodies',
        platform: 'XML bodies are read and written as well as JSON.',
        here: 'JSON alone; an XML body for a method with parameters is answered with 415.',
        reason: 'No client of today sends it.',
    },
    {
        area: 'Apex REST: details',
        platform:
            'Not published: what a wildcard in the middle of a mapping matches, and whether `requestURI` of a package has the namespace.',
        here: 'One segment; it has.',
        reason: 'The stricter reading, and the path as it was sent.',
    },
    {
        area: 'Apex REST: heap of a reply',
        platform: 'A reply that overflows the heap while it is written is 200 with an error appended.',
        here: 'It is written to its end.',
        reason: 'The size of a reply is not counted.',
    },
    {
        area: 'Lightning components',
        platform: 'Other exceptions than AuraHandledException may be hidden behind an error id.',
        here: "Their message, type and stack are shown, as in a developer's org.",
        reason: 'There is no log that the id could be looked up in.',
    },
    {
        area: 'Package scripts',
        platform:
            'Run as a user of the platform who is not listed, and fail at any class `with sharing` or `inherited sharing`.',
        here: 'Run as the Automated Process user, and fail where such a class reads or writes.',
        reason: 'Methods that reach no data are not told apart by their keyword.',
    },
    {
        area: 'Read-only mode in tests',
        platform: 'DML fails with an InvalidReadOnlyUserDmlException; the sentence is not published.',
        here: 'Its sentence says that the org is in read-only mode.',
        reason: 'The type is what code can depend on.',
    },
    {
        area: 'Global types of a package',
        platform:
            'Implicit constructors and members of a global class count as the package says, `@Deprecated` and versions included.',
        here: 'One version of a package is deployed; `@Deprecated` hides nothing.',
        reason: 'Package versions are not kept.',
    },
    {
        area: '`@NamespaceAccessible`',
        platform: 'Opens public members to other packages of the same namespace.',
        here: 'A package of the same namespace sees all that is public, by its full name.',
        reason: 'The namespace is what tells packages apart here.',
    },
    {
        area: 'Time of jobs',
        platform: 'A job takes time, and starts some time after it is due.',
        here: "On a clock that is moved by hand it takes none and starts when it is due; on the machine's clock it takes what it takes.",
        reason: 'A test that moves the clock must find the same state each time.',
    },
    {
        area: 'Daylight saving and schedules',
        platform: 'Not published.',
        here: 'As Quartz and java.util.Calendar: a time that the spring change skips fires an hour later, a time that the autumn change shows twice fires the second time only, so that an hourly schedule has a gap of two hours there.',
        reason: "The platform's scheduler is built on Quartz.",
    },
    {
        area: 'One-off schedules',
        platform: 'Not published: how long a schedule that has fired for the last time is still to be seen.',
        here: 'For ten minutes, as COMPLETE, its name taken; it counts no longer against the maximum of scheduled jobs.',
        reason: 'The stricter of what is reported.',
    },
    {
        area: 'Rolling back jobs',
        platform: 'Not documented; `Database.rollback` was seen not to undo enqueue, schedule and abort.',
        here: 'It does not. A DML statement that fails takes back what its triggers enqueued.',
        reason: 'Partial success runs triggers again, with limits as before the first attempt.',
    },
    {
        area: 'Finalizers and chains',
        platform: 'Not documented: what depth a queueable has that a finalizer enqueues.',
        here: 'It begins a new chain, without a maximum.',
        reason: 'Depth was seen to be lost there.',
    },
    {
        area: 'Failure in the finish of a batch',
        platform: 'Not documented: the status of the job.',
        here: '`Failed`.',
        reason: 'Nobody should read a chain that has ended as a success.',
    },
    {
        area: 'Duplicate signatures',
        platform: 'Not documented: two open transactions that enqueue the same signature.',
        here: 'Both enqueue.',
        reason: 'A signature is documented as no mutex.',
    },
    {
        area: 'Jobs in tests',
        platform: 'Not documented: what becomes of jobs that a job of a test starts.',
        here: 'They stay in the queue, but for chains of queueables that AsyncOptions allow; static variables are shared between the test and its jobs.',
        reason: 'Public tests depend on both.',
    },
    {
        area: 'Sentences of asynchronous Apex',
        platform:
            'The text of some refusals is not published: a delay beyond ten minutes, a sixth retry of a finalizer, AsyncInfo outside of a queueable, a scope of zero.',
        here: 'A sentence of our own, under the exception type that is documented.',
        reason: 'The types are what code catches.',
    },
    {
        area: 'Retries of event triggers',
        platform: 'Not published: how long the pauses between retries are.',
        here: 'Five seconds before the first, each further one twice as long.',
        reason: 'They are documented to grow.',
    },
    {
        area: 'Event triggers that are disconnected',
        platform: 'Saving the trigger connects it again.',
        here: 'Saving it with another text does; a start of the same org, or a deployment of the same text, does not.',
        reason: 'A start of the org deploys its source, and must not look like a repair.',
    },
    {
        area: 'Subscribers of events',
        platform:
            '`Position` and `Tip` of high-volume events are not kept up to date; `LastError` is told of RetryableException alone.',
        here: '`Position` is; a trigger whose user is missing is Suspended and says so in `LastError`.',
        reason: 'Nobody should have to guess why a trigger does nothing.',
    },
    {
        area: 'Parallel event triggers',
        platform: '`numPartitions` of a PlatformEventSubscriberConfig runs several batches beside each other.',
        here: 'A trigger has one batch at a time.',
        reason: 'Order within a partition is the same.',
    },
    {
        area: 'Request of an event trigger',
        platform: 'Not published: its `Quiddity`.',
        here: 'SYNCHRONOUS.',
        reason: 'Its limits are those of synchronous Apex.',
    },
    {
        area: 'Events and callouts',
        platform: 'Not documented: whether an event that waits for the commit stands in the way of callouts.',
        here: 'It does.',
        reason: 'The stricter of the two.',
    },
    {
        area: 'Events in tests',
        platform: '`Test.stopTest` delivers what was published since `Test.startTest`.',
        here: 'It delivers everything that was published so far.',
        reason: 'Not documented: what becomes of what was published before.',
    },
    {
        area: 'Change events of one transaction',
        platform: 'Not documented: how many events there are for a record that is written several times.',
        here: 'One, with what the transaction changed in all; none where it changed nothing.',
        reason: 'What is committed is what happened.',
    },
    {
        area: 'Compound fields of change events',
        platform: 'Names and addresses are nested under the compound field in messages to clients.',
        here: 'Their parts are fields of their own.',
        reason: 'Apex sees the parts.',
    },
    {
        area: 'Gap and overflow events',
        platform: 'Sent where the platform cannot tell a change.',
        here: 'Never: every change is told.',
        reason: 'Nothing is too large here.',
    },
    {
        area: 'Filtered and enriched channels',
        platform: 'A PlatformEventChannelMember may have a filter expression and enriched fields.',
        here: 'The deployment is refused.',
        reason: 'A filter that is left out would deliver what nobody asked for.',
    },
    {
        area: 'Delivery allocation',
        platform: 'Counted without a gap.',
        here: 'Deliveries since the last event was published are not counted if the process is killed.',
        reason: 'Deliveries write nothing.',
    },
    {
        area: 'Sentences of callouts',
        platform:
            'The text of some failures is not published: an unknown host, a certificate, a request without method.',
        here: 'That of the Java classes which the platform is built on, or one of our own, as System.CalloutException.',
        reason: 'The type is what code catches.',
    },
    {
        area: 'Callouts and locks',
        platform: 'Not documented; rows that were locked `FOR UPDATE` were seen to be free again after a callout.',
        here: 'A callout frees them.',
        reason: 'The observation, and the stricter of both: code that relies on such a lock is shown to be wrong.',
    },
    {
        area: 'Callouts and savepoints',
        platform: 'A savepoint that was not released forbids callouts, in code of API version 60 and later.',
        here: 'In code of any version.',
        reason: 'The stricter of both.',
    },
    {
        area: 'Callout loops',
        platform: 'Recognised between any orgs.',
        here: 'A request that a callout led here may not call this org again; other orgs are not known.',
        reason: 'This is the only org here.',
    },
    {
        area: 'Authentication of callouts',
        platform: 'OAuth, JWT, AWS signatures, client certificates, private connections.',
        here: 'Custom headers, Basic, none, and passwords of legacy named credentials; anything else is an error that names it.',
        reason: 'They need services outside of the org.',
    },
    {
        area: 'User External Credentials',
        platform: 'Not clear from the documents: whether named principals need access to that object too.',
        here: 'They do; the right to view all data gives it.',
        reason: 'The stricter of both.',
    },
    {
        area: 'ConnectApi.NamedCredentials',
        platform: 'Not documented: who may change a named principal, and what a second createCredential does.',
        here: 'Those with Manage Named Credentials or Customize Application; it is refused. A change is pending work, which forbids callouts.',
        reason: 'The stricter of both.',
    },
    {
        area: 'Secrets of credentials',
        platform: 'Encrypted with keys of the platform.',
        here: 'Kept in the file of the org as they are; no query and no API answers them.',
        reason: 'A key beside the file would protect nothing.',
    },
    {
        area: 'Heap',
        platform: 'Measured, and checked all the time.',
        here: 'Estimated as what the static variables hold, and checked after queries of 200 rows and more.',
        reason: 'JavaScript does not tell what one piece of code holds; a test must not depend on the machine.',
    },
    {
        area: 'Queries in triggers',
        platform: 'An optimizer with statistics decides whether a query of more than 200,000 rows is selective.',
        here: 'It is not where no index was used, or where one reached more than 10 % of the rows (5 % beyond the first million), standard indexes included.',
        reason: 'The thresholds of custom indexes are the stricter ones.',
    },
    {
        area: 'Limits of certified packages',
        platform: 'Follow from the security review.',
        here: 'Follow from the option `certifiedPackages` of the org; without it all namespaces share their counters.',
        reason: 'Nothing in the source says whether a package was reviewed.',
    },
    {
        area: 'Time of a transaction',
        platform: 'Ten minutes; the sentence is not published.',
        here: 'Ten minutes of the real clock, looked at wherever the code can be set aside.',
        reason: 'Code that runs without waiting is ended by its CPU time.',
    },
    {
        area: 'OrgLimits',
        platform: 'Some sixty allocations.',
        here: 'Those that the org counts.',
        reason: 'A number that nothing uses up would say nothing.',
    },
    {
        area: 'Daily emails',
        platform: 'Addresses outside of the org count, by the GMT day.',
        here: 'All that are given as addresses, 15 in Developer Edition, 5,000 elsewhere; recipients that are given by id do not count.',
        reason: 'Ids stand for users in most code.',
    },
    {
        area: 'Origin of changes',
        platform: '`changeOrigin` names the API and the client that made a change.',
        here: 'It is empty.',
        reason: "It tells the platform's own API versions.",
    },
    {
        area: 'Email of event triggers',
        platform: 'Automated Process cannot send email.',
        here: 'It can; the message goes into the outbox.',
        reason: 'The sentence of the refusal is not published.',
    },
    {
        area: 'Streaming',
        platform: 'PushTopics, generic channels, `/u/` channels and managed Pub/Sub subscriptions.',
        here: 'Platform events, change events, custom channels and the system topics of logs and test runs; everything else is refused.',
        reason: 'Legacy, or beta.',
    },
    {
        area: 'Certificate of the Pub/Sub API',
        platform: 'Signed by a public authority.',
        here: 'Made at each start, signed by nobody: a client has to be told to accept it.',
        reason: 'There is no authority for loopback addresses.',
    },
];

export interface SuiteResult {
    readonly name: string;
    readonly passed: number;
    readonly total: number;
    readonly causes: string;
}

/** Last run of `npm run suites`. */
export const suites: readonly SuiteResult[] = [
    { name: 'kevinohara80/sfdc-trigger-framework', passed: 13, total: 13, causes: '' },
    { name: 'open-force/jsonparse', passed: 39, total: 39, causes: '' },
    { name: 'apex-enterprise-patterns/fflib-apex-mocks', passed: 471, total: 471, causes: '' },
    {
        name: 'trailheadapps/apex-recipes',
        passed: 299,
        total: 303,
        causes: 'Platform cache partitions, multi-currency, rows of the org with seeAllData. Left out because they do not compile: DataWeave, AppLauncher, EntityDefinition.Fields.',
    },
];
