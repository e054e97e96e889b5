import type { HttpReply } from '../thread/messages.ts';
import type { ApiRequest } from './api-request.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';

export interface Route {
    readonly method: Method | readonly Method[];
    /** As find-my-way writes patterns: `/services/oauth2/token`, `/sobjects/:object`, `/apexrest/*`. */
    readonly path: string;
    /** `everybody`: no session is asked for. Default: a session. */
    readonly access?: 'everybody';
    answer(request: ApiRequest): Promise<HttpReply> | HttpReply;
}

/** One of the platform's APIs. */
export interface Service {
    readonly name: string;
    readonly routes: readonly Route[];
}

/** A route below `/services/data/vXX.0`. */
export function dataRoute(method: Route['method'], path: string, answer: Route['answer']): Route {
    return { method, path: `/services/data/v:version(^[1-9]\\d\\.0$)${path}`, answer };
}
