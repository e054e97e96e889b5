import { ApexMap } from '../collections/map.ts';
import { current } from '../context.ts';

/**
 * The maps of describe calls. Their keys are lower-case API names; look-ups ignore case, and code of a namespace finds
 * its own things without the prefix, before others of the same bare name.
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
        const { namespace } = current.transaction;
        if (namespace === '') return lower;
        const own = `${namespace.toLowerCase()}__${lower}`;
        return super.containsKey(own) ? own : lower;
    }
}
