import type { MethodCandidate } from '../bind/members.ts';
import type { ApexType } from '../bind/types.ts';
import { argumentAssignment, assignment } from './conversions.ts';

/**
 * Overload resolution: of the methods that accept the arguments, the one whose parameters are nearest to them; between
 * equally near ones the one whose parameter types are all at least as special as the other's.
 */
export function chooseOverload(
    candidates: readonly MethodCandidate[],
    argumentTypes: readonly ApexType[],
): MethodCandidate | undefined {
    let best: MethodCandidate | undefined;
    let bestDistance = Infinity;
    for (const candidate of candidates) {
        const distance = distanceTo(candidate, argumentTypes);
        if (distance === null) continue;
        const nearer =
            distance < bestDistance ||
            (distance === bestDistance && best !== undefined && isMoreSpecial(candidate, best));
        if (best === undefined || nearer) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

function distanceTo(candidate: MethodCandidate, argumentTypes: readonly ApexType[]): number | null {
    if (candidate.parameterTypes.length !== argumentTypes.length) return null;
    let total = 0;
    for (const [index, argument] of argumentTypes.entries()) {
        const parameter = candidate.parameterTypes[index];
        const step = parameter === undefined ? null : argumentAssignment(argument, parameter);
        if (step === null) return null;
        total += step.distance;
    }
    return total;
}

function isMoreSpecial(candidate: MethodCandidate, other: MethodCandidate): boolean {
    return candidate.parameterTypes.every((parameter, index) => {
        const against = other.parameterTypes[index];
        return against !== undefined && assignment(parameter, against) !== null;
    });
}
