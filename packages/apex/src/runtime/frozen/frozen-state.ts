/**
 * The state of a job between transactions: an object graph as plain data, which can be written to disk. Shared references
 * and cycles are kept. Statics, `transient` fields and everything that belongs to a transaction stay behind.
 */
export interface FrozenState {
    readonly root: FrozenValue;
    readonly nodes: readonly FrozenNode[];
}

/** Null, text, Boolean and Integer stand for themselves; everything else is tagged. */
export type FrozenValue = null | string | boolean | number | readonly [tag: FrozenTag, ...parts: (string | number)[]];

export type FrozenTag =
    | 'reference'
    | 'long'
    | 'double'
    | 'decimal'
    | 'date'
    | 'datetime'
    | 'time'
    | 'blob'
    | 'enum'
    | 'type'
    | 'object token'
    | 'field token';

/** An object with an identity; references name it by its index in `nodes`. */
export type FrozenNode =
    | { readonly kind: 'list'; readonly type: string; readonly items: readonly FrozenValue[] }
    | { readonly kind: 'set'; readonly type: string; readonly items: readonly FrozenValue[] }
    | {
          readonly kind: 'map';
          readonly keyType: string;
          readonly valueType: string;
          readonly entries: readonly (readonly [FrozenValue, FrozenValue])[];
      }
    | {
          readonly kind: 'record';
          readonly type: string;
          readonly queried: boolean;
          readonly fields: readonly (readonly [name: string, value: FrozenValue])[];
          readonly aliases: readonly (readonly [name: string, value: FrozenValue])[];
          readonly parents: readonly (readonly [name: string, value: FrozenValue])[];
          readonly children: readonly (readonly [name: string, value: FrozenValue])[];
      }
    | {
          readonly kind: 'object';
          readonly type: string;
          readonly fields: readonly (readonly [name: string, value: FrozenValue])[];
      }
    | {
          readonly kind: 'exception';
          readonly type: string;
          readonly message: string | null;
          readonly cause: FrozenValue;
          readonly fields: readonly (readonly [name: string, value: FrozenValue])[];
      };
