import OrgTest from './org/test.ts';

/** Every command of the CLI by its id; the path of a file is the command's name. */
export const commands = {
    'org:test': OrgTest,
};
