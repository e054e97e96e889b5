import type { MethodCandidate } from '../bind/members.ts';
import type { ApexType } from '../bind/types.ts';
import type { SourceSpan } from '../syntax/ast.ts';
import type { BodyContext } from './context.ts';
import { argumentAssignment, isObject } from './conversions.ts';
import { parameterList } from './wording.ts';

/** What a call means: one method, none, or several between which its arguments do not decide. */
type Overload =
    | { readonly found: 'one'; readonly candidate: MethodCandidate }
    | { readonly found: 'none' }
    | { readonly found: 'several' };

/** A call of a method or constructor whose arguments have been checked. */
export interface OverloadedCall {
    readonly at: SourceSpan;
    /** As sentences name it: `<init>` for a constructor. */
    readonly name: string;
    readonly candidates: readonly MethodCandidate[];
    readonly argumentTypes: readonly ApexType[];
    /** The sentence for when nothing takes the arguments. */
    readonly notFound: string;
}

/** The method that a call means; undefined where there is no such one, which is then reported. */
export function chooseOverload(call: OverloadedCall, context: BodyContext): MethodCandidate | undefined {
    const { at, name, candidates, argumentTypes, notFound } = call;
    const overload = resolveOverload(candidates, argumentTypes);
    if (overload.found === 'one') return overload.candidate;
    if (argumentTypes.some(({ kind }) => kind === 'error')) return undefined;
    const several = `Ambiguous method signature: void ${name}${parameterList(argumentTypes)}`;
    context.error(at, overload.found === 'none' ? notFound : several);
    return undefined;
}

interface Applicable {
    readonly candidate: MethodCandidate;
    readonly distances: readonly number[];
}

/**
 * Overload resolution: the method that accepts the arguments and is at least as near to each of them as every other one.
 * `null` is equally near to everything, so it never decides, not even between String and Object.
 *
 * The platform's own methods are not known to the last overload; where none of them is nearest, the one with the nearest
 * parameters in all is taken, unless a `null` left it open.
 */
function resolveOverload(candidates: readonly MethodCandidate[], argumentTypes: readonly ApexType[]): Overload {
    const applicable = candidates.flatMap((candidate) => applicability(candidate, argumentTypes));
    const winner = applicable.find((one) =>
        applicable.every((other) => one === other || isNearer(one, other, argumentTypes)),
    );
    if (winner !== undefined) return { found: 'one', candidate: winner.candidate };
    const [first] = applicable;
    if (first === undefined) return { found: 'none' };
    const isKnown = applicable.every(({ candidate }) => candidate.method.owner.origin === 'source');
    if (isKnown || argumentTypes.some(({ kind }) => kind === 'null')) return { found: 'several' };
    const nearest = applicable.reduce((best, each) => (total(each) < total(best) ? each : best), first);
    return { found: 'one', candidate: nearest.candidate };
}

function applicability(candidate: MethodCandidate, argumentTypes: readonly ApexType[]): Applicable[] {
    if (candidate.parameterTypes.length !== argumentTypes.length) return [];
    const distances: number[] = [];
    for (const [index, argument] of argumentTypes.entries()) {
        const parameter = candidate.parameterTypes[index];
        const step = parameter === undefined ? null : argumentAssignment(argument, parameter);
        if (step === null) return [];
        distances.push(argument.kind === 'null' ? 0 : step.distance);
    }
    return [{ candidate, distances }];
}

function isNearer(one: Applicable, other: Applicable, argumentTypes: readonly ApexType[]): boolean {
    let decided = false;
    for (const [index, argument] of argumentTypes.entries()) {
        const parameter = one.candidate.parameterTypes[index];
        const against = other.candidate.parameterTypes[index];
        if (parameter === undefined || against === undefined || parameter.key === against.key) continue;
        if (argument.kind === 'null' || argument.kind === 'error') continue;
        if (!areComparable(argument, parameter, against)) return false;
        const difference = (one.distances[index] ?? 0) - (other.distances[index] ?? 0);
        if (difference > 0) return false;
        if (difference < 0) decided = true;
    }
    return decided || argumentTypes.some(({ kind }) => kind === 'error');
}

/** Between an interface that the argument's class implements and a class that it extends, nothing is nearer. */
function areComparable(argument: ApexType, one: ApexType, other: ApexType): boolean {
    if ([one.key, other.key].includes(argument.key) || isObject(one) || isObject(other)) return true;
    return !isOwnInterface(one) && !isOwnInterface(other);
}

function isOwnInterface(type: ApexType): boolean {
    return type.kind === 'class' && type.symbol.kind === 'interface' && type.symbol.origin === 'source';
}

function total({ distances }: Applicable): number {
    return distances.reduce((sum, distance) => sum + distance, 0);
}
