import type { TypeLibrary } from '../../library.ts';
import { Version } from '../../version.ts';
import { nonNull } from '../receiver.ts';

export const versionLibrary: TypeLibrary = {
    type: 'System.Version',
    constructors: {
        'new(Integer,Integer)': (major: number, minor: number) => new Version(nonNull(major), nonNull(minor)),
        'new(Integer,Integer,Integer)': (major: number, minor: number, patch: number) =>
            new Version(nonNull(major), nonNull(minor), patch),
    },
    methods: {
        'compareTo(Version)': (version: Version, other: Version) => version.compareTo(other),
        'major()': (version: Version) => version.major,
        'minor()': (version: Version) => version.minor,
        'patch()': (version: Version) => version.patch,
    },
};
