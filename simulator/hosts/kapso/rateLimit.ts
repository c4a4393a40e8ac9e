import type { FastifyReply } from 'fastify';
import type { SimulatorContext } from '../../context';
import { refusal } from './refusal';
import { kapsoState } from './state';

const minuteMs = 60_000;

/**
 * Counts a request of the key. Whether those of the proxy count is not documented; here they do.
 *
 * @throws HostError 429 if the minute has too many
 * @see https://docs.kapso.ai/api/introduction
 */
export function takeFromLimit({ state, settings }: SimulatorContext, reply: FastifyReply): void {
	const maximum = settings.kapsoRequestsPerMinute;
	if (maximum === null) return;
	const { limit } = kapsoState(state);
	if (Date.now() - limit.since >= minuteMs)
		Object.assign(limit, { since: Date.now(), requests: 0 });
	limit.requests += 1;
	void reply.header('x-ratelimit-limit', maximum);
	void reply.header('x-ratelimit-remaining', Math.max(0, maximum - limit.requests));
	if (limit.requests > maximum) throw refusal(429, 'Rate limit exceeded', { 'retry-after': '60' });
}
