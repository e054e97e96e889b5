import { BlockList, isIP } from 'node:net';
import { ServerError } from '../server-error.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

export interface ListenAddress {
    /** Default: 127.0.0.1. */
    readonly host?: string;
    /** Told a second time: a host that other machines can reach is meant. */
    readonly allowOtherMachines?: boolean;
}

/**
 * The host to listen on. Whoever reaches the org can act as anybody in it, so it is open to this machine alone unless both
 * the host and the permission are given.
 *
 * @throws ServerError ADDRESS_NOT_LOOPBACK
 */
export function listenHost({ host = '127.0.0.1', allowOtherMachines = false }: ListenAddress): string {
    if (!isLoopback(host) && !allowOtherMachines) throw ServerError.of('ADDRESS_NOT_LOOPBACK', [host]);
    return host;
}

function isLoopback(host: string): boolean {
    const version = isIP(host);
    return version === 0 ? host.toLowerCase() === 'localhost' : loopback.check(host, version === 4 ? 'ipv4' : 'ipv6');
}
