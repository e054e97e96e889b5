// What keeps the source the same whatever namespace and version it is packaged with.
import type { Fault } from '../gate.ts';
import { codeOf } from '../package-model/apex-text.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { childOf } from '../package-model/xml.ts';

const TEXT = /\.(?:cls|trigger|xml|js|html)$/;

export function checkConventions(model: PackageModel): Fault[] {
    return [...checkApiVersions(model), ...checkPrefixes(model)];
}

/** A component of an older version behaves as that version did: one that lags behind is a surprise at run time. */
function checkApiVersions(model: PackageModel): Fault[] {
    return model.metadata.flatMap(({ file, root }) => {
        const version = childOf(root, 'apiVersion');
        if (version === undefined || version.text === model.apiVersion) return [];
        const message = `The package is of API version ${model.apiVersion}, this component of ${version.text}`;
        return [{ file, line: version.line, rule: 'api-version', message }];
    });
}

/** The platform adds the namespace; written into the source it would break every org that has another, or none. */
function checkPrefixes(model: PackageModel): Fault[] {
    if (model.namespace === '') return [];
    const prefix = new RegExp(`\\b${model.namespace}__\\w+`, 'i');
    return model.sources
        .filter((file) => TEXT.test(file))
        .flatMap((file) => {
            const text = model.read(file);
            const code = /\.(?:cls|trigger)$/.test(file) ? codeOf(text) : text;
            return code.split('\n').flatMap((content, index) => {
                const name = prefix.exec(content)?.[0];
                if (name === undefined) return [];
                const message = `${name} is written with the namespace, which the platform adds by itself`;
                return [{ file, line: index + 1, rule: 'namespace-prefix', message }];
            });
        });
}
