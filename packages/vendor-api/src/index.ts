/** The reference backend of SalesWings: over HTTP, or called directly. */
export { VENDOR_CONTRACT, VendorBackend, type VendorBackendOptions } from './vendor-backend.ts';
export { VendorServer, type VendorServerOptions } from './server/vendor-server.ts';
export { startVendorProcess, type VendorProcess } from './server/vendor-process.ts';
export type { VendorAnswer, VendorOutcome, VendorRequest } from './http/messages.ts';
export type { Fault, FaultRule } from './faults/fault.ts';
export type { ProspectChange } from './data/vendor-account.ts';
export { generateData, type GeneratorOptions } from './data/generate-data.ts';
export { generateLeadRows } from './data/generate-lead-rows.ts';
export { seededRandom } from './data/seeded-random.ts';
export { type LeadRow, readLeadRows } from './data/lead-row.ts';
export { dataOfLeadRows, emailOf } from './data/lead-rows-as-data.ts';
export type * from './data/wire.ts';
