import { constructorOf, typeOf } from '../check/annotations.ts';
import type { NewCollectionExpression, NewObjectExpression } from '../syntax/ast.ts';
import { emitExpression, emitNonNull } from './expressions.ts';
import { platformName, type UnitEmitter } from './unit-emitter.ts';

export function emitNewObject(expression: NewObjectExpression, emitter: UnitEmitter): string {
    const type = typeOf(expression);
    if (type.kind === 'record') return emitNewRecord(expression, emitter);
    if (type.kind !== 'class') throw new Error('An object was emitted whose type was never found.');
    const list = expression.arguments.map((argument) => emitExpression(argument, emitter));
    const constructor = constructorOf(expression);
    if (constructor === undefined) throw new Error('An object was emitted whose constructor was never found.');
    const { symbol } = type;
    if (symbol.origin === 'source') {
        const name = emitter.classReference(symbol);
        return emitter.call(`new ${name}().${emitter.key(constructor)}(${list.join(', ')})`);
    }
    if (symbol.superclass !== null && constructor.key.startsWith('new$') && isExceptionName(platformName(symbol))) {
        const name = emitter.hoist('x', `$.exceptionClass(${JSON.stringify(platformName(symbol))})`);
        return `new ${name}().${constructor.key}(${list.join(', ')})`;
    }
    const { name, blocking } = emitter.library('constructors', platformName(symbol), constructor.signature, expression);
    const typeArguments = type.arguments.map((argument) => emitter.typeReference(argument));
    const code = `${name}(${[...typeArguments, ...list].join(', ')})`;
    return blocking ? `(yield* ${code})` : code;
}

function isExceptionName(name: string): boolean {
    return name.endsWith('Exception');
}

function emitNewRecord(expression: NewObjectExpression, emitter: UnitEmitter): string {
    const type = typeOf(expression);
    if (type.kind !== 'record' || type.info === null) throw new Error('A record was emitted without its object.');
    const { info } = type;
    const object = emitter.sobjectReference(info);
    if (expression.fields.length === 0) return `$.newRecord(${object})`;
    const pairs = expression.fields.map(({ name, value }) => {
        const field = info.field(name.text);
        const code = emitExpression(value, emitter);
        return field === undefined ? `${JSON.stringify(name.text)}, ${code}` : `${field.slot}, ${code}`;
    });
    return `$.newRecordWith(${[object, ...pairs].join(', ')})`;
}

export function emitNewCollection(expression: NewCollectionExpression, emitter: UnitEmitter): string {
    const type = typeOf(expression);
    if (type.kind !== 'class') throw new Error('A collection was emitted whose type was never found.');
    const [first, second] = type.arguments.map((argument) => emitter.typeReference(argument));
    const elements = expression.elements.map((element) => emitExpression(element, emitter)).join(', ');
    switch (type.symbol.key) {
        case 'system.set':
            return `$.newSet(${first}, [${elements}])`;
        case 'system.map': {
            const entries = expression.entries.map(
                ({ key, value }) => `${emitExpression(key, emitter)}, ${emitExpression(value, emitter)}`,
            );
            return `$.newMap(${first}, ${second}, [${entries.join(', ')}])`;
        }
        default:
            if (expression.size !== null)
                return `$.newListOfLength(${first}, ${emitNonNull(expression.size, emitter)})`;
            return `$.newList(${first}, [${elements}])`;
    }
}
