import type { TypeSymbol } from '../../bind/symbols.ts';
import type { Modifiers, SourceSpan } from '../../syntax/ast.ts';
import { type DeclaredElement, type Reporter, hasKeyword } from './element.ts';
import {
    ANNOTATION_RULES,
    CONFLICTS,
    INTERNAL_ANNOTATIONS,
    KEYWORD_RULES,
    type ModifierRule,
} from './modifier-rules.ts';

interface WrittenModifier {
    readonly rule: ModifierRule;
    readonly at: SourceSpan;
}

/**
 * Checks the modifiers and annotations of one declaration. As the platform does, it asks first whether each may stand
 * there at all, and only if so what they ask of each other and of the classes around; then the first one that is not
 * content reports, and the rest are not asked.
 */
export function checkModifiers(element: DeclaredElement, scope: Reporter): void {
    const written = writtenModifiers(element, scope);
    if (written === null) return;
    const misplaced = written.filter(({ rule }) => !rule.on.includes(element.kind));
    for (const { rule, at } of misplaced) scope.error(at, `${rule.name} is not allowed on ${element.kind}`);
    const duplicates = reportDuplicates(written, scope);
    reportScopes(element, scope);
    if (misplaced.length > 0 || duplicates || reportConflicts(element, scope)) return;
    for (const { rule, at } of written) {
        const sentences = [...complaints(rule, element)];
        for (const sentence of sentences) scope.error(at, sentence);
        if (sentences.length > 0) return;
    }
}

/** Null where an annotation is unknown: nothing is said of the other modifiers then. */
function writtenModifiers({ modifiers }: DeclaredElement, scope: Reporter): WrittenModifier[] | null {
    const written: WrittenModifier[] = [];
    for (const annotation of modifiers.annotations) {
        const lower = annotation.name.toLowerCase();
        const rule = ANNOTATION_RULES[lower];
        const internal = INTERNAL_ANNOTATIONS[lower];
        if (rule !== undefined) written.push({ rule, at: annotation });
        else if (internal !== undefined)
            scope.error(annotation, `${internal} annotation can only be used by Salesforce code`);
        else {
            scope.error(annotation, `Annotation does not exist: ${annotation.name}`);
            return null;
        }
    }
    for (const keyword of modifiers.keywords) {
        const rule = KEYWORD_RULES[keyword];
        if (rule !== undefined) written.push({ rule, at: modifiers.span });
    }
    return written;
}

function reportDuplicates(written: readonly WrittenModifier[], scope: Reporter): boolean {
    const seen = new Set<string>();
    let found = false;
    for (const { rule, at } of written) {
        // webService says global by itself
        const names = rule.name === 'webService' ? [rule.name, 'global'] : [rule.name];
        for (const name of names) {
            if (seen.has(name)) {
                scope.error(at, `Duplicate modifier: ${name}`);
                found = true;
            }
            seen.add(name);
        }
    }
    return found;
}

function reportScopes({ kind, modifiers }: DeclaredElement, scope: Reporter): void {
    if (kind === 'locals') return;
    const scopes = modifiers.keywords
        .map((keyword) => (keyword === 'webservice' ? 'global' : keyword))
        .filter((keyword) => ['private', 'public', 'global'].includes(keyword));
    if (new Set(scopes).size > 1) scope.error(modifiers.span, 'Declarations can only have one scope');
}

function reportConflicts({ kind, modifiers }: DeclaredElement, scope: Reporter): boolean {
    for (const { pair, first } of CONFLICTS) {
        const [a, b] = pair.toSorted(
            (left, right) => modifiers.keywords.indexOf(left) - modifiers.keywords.indexOf(right),
        );
        if (a === undefined || b === undefined || !hasKeyword(modifiers, a) || !hasKeyword(modifiers, b)) continue;
        const [one, other] = first === 'static' && b === 'static' ? [b, a] : [a, b];
        scope.error(modifiers.span, `${nameOf(one)} ${kind} cannot be ${nameOf(other)}`);
        return true;
    }
    if (hasKeyword(modifiers, 'abstract') && hasKeyword(modifiers, 'virtual')) {
        scope.error(modifiers.span, 'abstract are by default virtual');
        return true;
    }
    return false;
}

function nameOf(keyword: string): string {
    return KEYWORD_RULES[keyword]?.name ?? keyword;
}

/** What one modifier has to say against where it stands and what stands with it. */
function* complaints(rule: ModifierRule, element: DeclaredElement): Generator<string> {
    const { kind, modifiers, definingType, enclosingType } = element;
    const isType = kind === 'classes' || kind === 'interfaces' || kind === 'enums';
    if (rule.byDefaultOn?.includes(kind)) yield `${kind} are by default ${rule.name}`;
    if (rule.topLevelOnly && enclosingType !== null) {
        yield isType
            ? `${rule.name} can only be used on a top level type`
            : `${rule.name} can only be used on ${kind} of a top level type`;
        return;
    }
    yield* specialComplaints(rule, element);
    if (!isType || rule.name === 'RestResource') {
        for (const name of appliesTo(rule, kind) ? (rule.mustBe ?? []) : []) {
            if (!isDeclared(modifiers, name)) yield `${rule.name} ${kind} must be declared as ${name}`;
        }
    }
    if (rule.oneOf !== undefined && appliesTo(rule, kind) && !rule.oneOf.some((name) => isDeclared(modifiers, name))) {
        yield `${rule.name} ${kind} require at least one of the following ${rule.oneOf.join(', ')}`;
    }
    for (const name of rule.cannotBe?.[kind] ?? []) {
        if (isDeclared(modifiers, name)) yield `${rule.name} ${kind} cannot be ${name}`;
    }
    yield* surroundings(
        `Defining type for ${rule.name} ${kind}`,
        rule.definingTypeMustBe,
        rule.definingTypeOneOf,
        definingType,
    );
    for (const name of rule.definingTypeCannotBe ?? []) {
        if (definingType?.declaration && isDeclared(definingType.declaration.modifiers, name))
            yield `Defining type for ${rule.name} ${kind} cannot be ${name}`;
    }
    yield* surroundings(
        `Enclosing type for ${rule.name} ${kind} in apex classes`,
        rule.enclosingTypeMustBe,
        rule.enclosingTypeOneOf,
        enclosingType,
    );
}

/** RemoteAction may stand on variables and classes, where it means nothing and asks for nothing. */
function appliesTo(rule: ModifierRule, kind: DeclaredElement['kind']): boolean {
    return rule.name !== 'RemoteAction' || kind === 'methods';
}

function* specialComplaints(rule: ModifierRule, { kind, modifiers, definingType }: DeclaredElement): Generator<string> {
    if (definingType === null) return;
    const isOpen = definingType.isVirtual || definingType.isAbstract;
    const isMethod = kind === 'methods' || kind === 'constructors';
    if (rule.name === 'protected' && isMethod && !isOpen && !hasKeyword(modifiers, 'override')) {
        yield 'New protected methods cannot be defined in non-virtual classes';
    }
    if (rule.name === 'abstract' && definingType.visibility === 'global' && !isDeclared(modifiers, 'global')) {
        yield 'global defined types requires that abstract methods must be declared as global';
    }
    if (rule.name === 'webService' && kind === 'methods' && !hasKeyword(modifiers, 'static')) {
        yield 'webService methods must be declared as static';
    }
    if (rule.name === 'testMethod' && isDeclared(modifiers, 'IsTest')) yield 'testMethod are by default IsTest';
}

function* surroundings(
    subject: string,
    mustBe: readonly string[] | undefined,
    oneOf: readonly string[] | undefined,
    type: TypeSymbol | null,
): Generator<string> {
    if (type === null || type.declaration === null) return;
    const { modifiers } = type.declaration;
    for (const name of mustBe ?? []) {
        if (!isDeclared(modifiers, name)) yield `${subject} must be declared as ${name}`;
    }
    if (oneOf !== undefined && !oneOf.some((name) => isDeclared(modifiers, name))) {
        yield `${subject} require at least one of the following ${oneOf.join(', ')}`;
    }
}

function isDeclared(modifiers: Modifiers, name: string): boolean {
    const lower = name.toLowerCase();
    if (lower === 'global' && hasKeyword(modifiers, 'webservice')) return true;
    return hasKeyword(modifiers, lower) || modifiers.annotations.some((each) => each.name.toLowerCase() === lower);
}
