import { type RuntimeType, supertypesOf, typeOf } from '@sw-studio/apex/runtime';
import { jobException } from '../sentences.ts';

/** Whether the class of a job implements an interface of the platform, directly or not: `Database.Stateful`. */
export function hasInterface(type: RuntimeType, name: string): boolean {
    return supertypesOf(type).has(name.toLowerCase());
}

/**
 * The type of a job object.
 *
 * @throws System.AsyncException where it does not implement the interface
 */
export function jobType(job: object, interfaceName: string): RuntimeType {
    const type = typeOf(job);
    if (!hasInterface(type, interfaceName)) throw jobException('notAnInterface', type.name, interfaceName);
    return type;
}
