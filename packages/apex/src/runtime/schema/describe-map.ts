import { ApexMap } from '../collections/map.ts';
import { current } from '../context.ts';

/**
 * The maps of describe calls. Their keys are lower-case API names; look-ups ignore case, and code of a namespace finds
 * its own things without the prefix.
 */
export class DescribeMap extends ApexMap {
    override get(key: unknown): unknown {
        return super.get(this.stored(key));
    }

    override containsKey(key: unknown): boolean {
        return super.containsKey(this.stored(key));
    }

    private stored(key: unknown): unknown {
        if (typeof key !== 'string') return key;
        const lower = key.toLowerCase();
        if (super.containsKey(lower)) return lower;
        const { namespace } = current.transaction;
        return namespace === '' ? lower : `${namespace.toLowerCase()}__${lower}`;
    }
}
