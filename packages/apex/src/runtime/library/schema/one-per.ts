/**
 * One result per description, so that what two describe calls answer is equal: code keeps such results as map keys.
 * Results that are null are worked out again.
 */
export function onePer<I extends object, R>(make: (info: I) => R): (info: I) => R {
    const results = new WeakMap<I, R>();
    return (info) => {
        const known = results.get(info);
        if (known !== undefined) return known;
        const made = make(info);
        if (made !== null) results.set(info, made);
        return made;
    };
}
