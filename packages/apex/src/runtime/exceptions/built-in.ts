import { defineBuiltIn } from '../built-in-type.ts';
import { ApexException } from './apex-exception.ts';
import { exceptionNames } from './exception-names.ts';

/** The JavaScript class of each built-in exception type, by its qualified name in lower case. */
const classes = new Map<string, typeof ApexException>();

/**
 * @param typeName qualified, in any spelling; `System.` may be left out
 * @throws Error when no such exception type exists, which is a defect of the caller
 */
export function exceptionClass(typeName: string): typeof ApexException {
    if (classes.size === 0) defineClasses();
    const found = classes.get(typeName.toLowerCase());
    if (found === undefined) throw new Error(`There is no built-in exception type ${typeName}`);
    return found;
}

export function isExceptionTypeName(typeName: string): boolean {
    if (classes.size === 0) defineClasses();
    return classes.has(typeName.toLowerCase());
}

/** Done on first use, since this module and the base class import each other. */
function defineClasses(): void {
    defineBuiltIn('System.Exception', ApexException);
    classes.set('system.exception', ApexException).set('exception', ApexException);
    for (const name of exceptionNames) {
        const simpleName = name.slice(name.lastIndexOf('.') + 1);
        // a computed key names the class, so that JavaScript stacks and debuggers show it
        const built = { [simpleName]: class extends ApexException {} }[simpleName] as typeof ApexException;
        defineBuiltIn(name, built);
        classes.set(name.toLowerCase(), built);
        if (name.startsWith('System.')) classes.set(name.slice('System.'.length).toLowerCase(), built);
    }
    specialise();
}

function specialise(): void {
    // the message of an AuraHandledException goes to the client; Apex sees the default until setMessage is called
    const aura = class extends ApexException {
        messageForClient: string | null = null;
        override new$string(message: string | null): this {
            this.messageForClient = message;
            return this;
        }
        override setmessage$string(message: string | null): void {
            this.message = message;
            this.messageForClient = message;
        }
    };
    replace('System.AuraHandledException', aura);
}

function replace(name: string, implementation: typeof ApexException): void {
    defineBuiltIn(name, implementation);
    classes.set(name.toLowerCase(), implementation);
    classes.set(name.slice('System.'.length).toLowerCase(), implementation);
}
