import { OrgServer } from './org-server.ts';

/** An org in a process of its own, to be killed: tells its address, and serves until then. */
const org = await OrgServer.start({ data: process.argv[2] ?? null });
process.send?.({ url: org.url, token: org.token });
