import { newApexException, type RunningUser, type SchemaPort } from '@sw-studio/apex/runtime';
import { deployComponents } from './default-data/deployed-components.ts';
import { fillNewOrg, type NewOrgIds } from './default-data/new-org.ts';
import { SetupRows } from './default-data/setup-rows.ts';
import type { DmlContext } from './dml/dml-context.ts';
import { noTriggers, type TriggerRunner } from './dml/trigger-runner.ts';
import type { EventPublisher } from './event-publisher.ts';
import { EventChannels } from './events/event-channels.ts';
import { eventLimitsOf } from './events/event-limits.ts';
import { OrgEvents } from './events/org-events.ts';
import { FormulaLibrary } from './formula/formula-library.ts';
import { formulaEnvironment } from './formula/transaction-environment.ts';
import { TransactionFormulas } from './formula/transaction-formulas.ts';
import { MetadataError } from './metadata/metadata-error.ts';
import type { MetadataPackage, SkippedComponent } from './metadata/model.ts';
import { OrgDatabase } from './org-database.ts';
import { OrgMemory } from './org-memory.ts';
import { DEFAULT_ORG_OPTIONS, type LocalOrgOptions } from './org-options.ts';
import { QueryPlanner } from './query/query-planner.ts';
import type { FormulaReader } from './rows/record-row.ts';
import { ApexSchema } from './schema/apex-schema.ts';
import type { ObjectSchema } from './schema/object-schema.ts';
import { OrgSchema } from './schema/org-schema.ts';
import { AccessRules } from './services/access-rules.ts';
import { OrgAllocations } from './services/org-allocations.ts';
import { RecordSharing } from './services/record-sharing.ts';
import { ServiceState } from './services/service-state.ts';
import { loadRows } from './store/load-rows.ts';
import type { Store } from './store/store.ts';
import { hiddenFromTests } from './transaction/test-visibility.ts';
import { OrgTransaction } from './transaction/org-transaction.ts';
import { hasCustomPermission } from './users/custom-permissions.ts';
import { readRunningUser } from './users/running-user.ts';

export interface TransactionStart {
    /** Code that goes on in an open transaction as another user (`System.runAs`); absent: a new transaction. */
    readonly within?: OrgTransaction;
    /** Default: the administrator. */
    readonly userId?: string;
    /** Namespace of the running code; names of its own need no prefix. */
    readonly namespace?: string;
    readonly triggers?: TriggerRunner;
    readonly events?: EventPublisher;
    /** Sees nothing of the org's data but what tests always see. */
    readonly isTest?: boolean;
    readonly mixedDmlAllowed?: () => boolean;
    readonly readOnly?: () => boolean;
    /** False: no change events are published. Rows that go back to what they were are no changes. */
    readonly capturesChanges?: boolean;
}

/** A transaction of the org with the ports that Apex uses in it. */
export interface OpenTransaction {
    readonly transaction: OrgTransaction;
    readonly database: OrgDatabase;
    readonly schema: SchemaPort;
    readonly user: RunningUser;
    /** Computes formula fields as this transaction sees them. */
    readonly formulas: FormulaReader;
    /** What the user may do in this transaction. */
    readonly access: AccessRules;
    /** As it was opened: the same again serves another user. */
    readonly start: TransactionStart;
}

/** An org: a schema from deployed metadata, its rows, and transactions over them. */
export class LocalOrg {
    readonly options: LocalOrgOptions;
    /** Platform events and change events: the stream, and who listens to it. */
    readonly events: OrgEvents;
    /** Platform cache, outbox, package features. */
    readonly services: ServiceState;
    /** What the org may use in a day or an hour. */
    readonly allocations: OrgAllocations;
    private readonly memory: OrgMemory;
    private readonly triggerStacks = new WeakMap<OrgTransaction, DmlContext['triggerStack']>();
    private deployed: Deployed;

    /**
     * An org with the given packages deployed into it: a new one, or with `durability` the one that was kept there.
     *
     * @throws MetadataError for metadata that cannot be deployed
     */
    static create(packages: readonly MetadataPackage[] = [], options: Partial<LocalOrgOptions> = {}): LocalOrg {
        return new LocalOrg(packages, { ...DEFAULT_ORG_OPTIONS, ...options });
    }

    private constructor(packages: readonly MetadataPackage[], options: LocalOrgOptions) {
        this.options = options;
        this.services = new ServiceState(options.now);
        this.allocations = new OrgAllocations(options.edition);
        this.allocations.register('SingleEmail', () => ({
            value: this.services.outbox.addressesOfDay(options.now()),
            limit: this.allocations.dailyEmails,
        }));
        this.memory = new OrgMemory(options.durability);
        this.deployed = this.compile(packages);
        this.events = this.makeEvents();
        loadRows(this.store, this.schema, this.memory.keptRows);
        this.events.reload();
        this.events.register(this.allocations);
        this.writeComponents(packages);
    }

    get schema(): OrgSchema {
        return this.deployed.schema;
    }

    get store(): Store {
        return this.memory.store;
    }

    get ids(): NewOrgIds {
        if (this.memory.orgIds === null) throw new Error('The org was not filled yet');
        return this.memory.orgIds;
    }

    /**
     * Replaces what is deployed by the given packages; rows stay, as far as their objects and fields do. No transaction
     * may be open.
     *
     * @throws MetadataError for metadata that cannot be deployed: nothing has changed then
     */
    deploy(packages: readonly MetadataPackage[]): void {
        const deployed = this.compile(packages);
        this.deployed = deployed;
        this.store.migrate(deployed.schema);
        this.writeComponents(packages);
    }

    /** Closes the file that keeps the org; without one nothing happens. */
    close(): void {
        this.memory.close();
    }

    /** Components of the packages that have no effect here, with reasons. */
    get skippedComponents(): readonly SkippedComponent[] {
        return [
            ...this.schema.packages.flatMap(({ ledger }) => ledger.skipped),
            ...this.schema.skipped,
            ...this.deployed.formulaProblems,
        ];
    }

    openTransaction(start: TransactionStart = {}): OpenTransaction {
        const namespace = start.namespace ?? this.options.namespace;
        const userId = start.userId ?? this.ids.adminId;
        const transaction =
            start.within ??
            new OrgTransaction({
                store: this.store,
                now: () => this.options.now(),
                ...(this.memory.persist && { persist: this.memory.persist }),
                ...(start.isTest && { hidesCommitted: hiddenFromTests }),
                ...(start.capturesChanges !== false && {
                    beforeCommit: (ending: OrgTransaction) => this.events.captureChanges(ending, userId),
                }),
            });
        const user = this.user(userId, transaction);
        const origin = {
            transaction,
            schema: this.schema,
            user,
            organizationId: this.ids.organizationId,
            customPermission: (name: string) => hasCustomPermission(transaction, this.schema, user, name),
        };
        const formulas = new TransactionFormulas(this.deployed.formulas, formulaEnvironment(origin));
        const shared = { transaction, schema: this.schema, user, formulas };
        const access = new AccessRules(transaction, this.schema, user);
        const saves: DmlContext = {
            ...shared,
            triggers: start.triggers ?? noTriggers,
            baseUrl: this.options.baseUrl,
            organizationId: this.ids.organizationId,
            triggerStack: this.triggerStackOf(transaction),
            mixedDml: null,
            mixedDmlAllowed: start.mixedDmlAllowed ?? (() => false),
            readOnly: start.readOnly ?? (() => false),
            isComponent: (id) => this.memory.setupIds.has(id),
        };
        const queries = {
            ...shared,
            planner: this.planner(namespace),
            plannerOf: (other: string) => this.planner(other),
            fiscalYearStartMonth: this.options.fiscalYearStartMonth,
            access,
            inTrigger: () => this.triggerStackOf(transaction).length > 0,
            sharing: new RecordSharing(transaction, this.schema, user, access),
        };
        return {
            transaction,
            user,
            database: new OrgDatabase(queries, saves, start.events ?? this.events),
            schema: new ApexSchema(this.schema, user.language),
            formulas: shared.formulas.reader,
            access,
            start,
        };
    }

    /** @throws System.HandledException when there is no such user */
    user(id: string, transaction?: OrgTransaction): RunningUser {
        const object = this.schema.require('User');
        const row = transaction?.row(object, id) ?? this.store.table(object).committed(id);
        if (row === undefined) throw newApexException('System.HandledException', `There is no user with the id ${id}`);
        return readRunningUser(object, row);
    }

    /** Id of a component that has no row of its own; the same name has the same id for the life of the org. */
    setupId(keyPrefix: string, component: string): string {
        return this.memory.setupIds.of(keyPrefix, component);
    }

    object(name: string, namespace = this.options.namespace): ObjectSchema | undefined {
        return this.schema.object(name, namespace);
    }

    private compile(packages: readonly MetadataPackage[]): Deployed {
        const { prefixes, setupIds } = this.memory;
        const schema = new OrgSchema(packages, {
            prefixes,
            features: new Set(this.options.features),
            recordTypeId: (key) => setupIds.of('012', `RecordType ${key}`),
        });
        const formulas = new FormulaLibrary(schema);
        const channels = new EventChannels(schema, eventLimitsOf(this.options.edition).capturedObjects);
        return { schema, formulas, formulaProblems: this.checkFormulas(formulas), planners: new Map(), channels };
    }

    /** @throws MetadataError with the first formula that cannot be evaluated, unless such formulas are to be skipped */
    private checkFormulas(formulas: FormulaLibrary): readonly SkippedComponent[] {
        const problems = formulas.problems();
        const [first] = problems;
        if (first !== undefined && !this.options.skipInvalidFormulas) {
            throw new MetadataError('INVALID_VALUE', first.component, first.reason);
        }
        return problems.map(({ component, kind, reason }) => ({
            type: kind,
            name: component,
            file: component,
            reason,
        }));
    }

    private makeEvents(): OrgEvents {
        return new OrgEvents({
            store: this.store,
            limits: eventLimitsOf(this.options.edition),
            now: () => this.options.now(),
            schema: () => this.schema,
            channels: () => this.deployed.channels,
            organizationId: () => this.ids.organizationId,
            access: (userId) => this.openTransaction({ userId }).access,
            defaults: () => ({ adminId: this.ids.adminId, namespace: this.options.namespace }),
            transact: (work) => {
                const transaction = this.systemTransaction();
                work(transaction);
                transaction.commit();
            },
        });
    }

    /** For what the org itself writes. */
    private systemTransaction(): OrgTransaction {
        return new OrgTransaction({
            store: this.store,
            now: () => this.options.now(),
            ...(this.memory.persist && { persist: this.memory.persist }),
        });
    }

    private writeComponents(packages: readonly MetadataPackage[]): void {
        const { memory, schema } = this;
        const transaction = this.systemTransaction();
        const rows = new SetupRows(schema, transaction);
        memory.orgIds ??= fillNewOrg(new SetupRows(schema, transaction), this.options);
        rows.userId = memory.orgIds.adminId;
        const componentId = (prefix: string, component: string): string => this.setupId(prefix, component);
        for (const source of packages) deployComponents(rows, schema, source, componentId);
        transaction.commit();
    }

    /** Code that goes on as another user stands in the same triggers. */
    private triggerStackOf(transaction: OrgTransaction): DmlContext['triggerStack'] {
        let stack = this.triggerStacks.get(transaction);
        if (stack === undefined) this.triggerStacks.set(transaction, (stack = []));
        return stack;
    }

    private planner(namespace: string): QueryPlanner {
        const { planners, schema } = this.deployed;
        let planner = planners.get(namespace);
        if (planner === undefined) planners.set(namespace, (planner = new QueryPlanner(schema, namespace)));
        return planner;
    }
}

/** What a deployment replaces as a whole. */
interface Deployed {
    readonly schema: OrgSchema;
    readonly formulas: FormulaLibrary;
    readonly formulaProblems: readonly SkippedComponent[];
    readonly planners: Map<string, QueryPlanner>;
    readonly channels: EventChannels;
}
