import { createHmac } from 'node:crypto';
import { business } from '../../business';
import type { SimulatorContext } from '../../context';
import type { OutgoingWebhook } from '../../webhooks';
import type { WebhookChange } from '../../webhooks/payload';
import { flatBody } from './incoming';
import { onPremisesOf, type ApplicationSettings } from './state';

/** Messages and statuses are tried for so long. */
const retryForMs = 604_800_000;

/**
 * The webhook of the server for one of Meta's, or undefined if it sends none. It has no signature, but Turn.io adds one.
 *
 * @param secret of Turn.io's signature, or null for none
 * @see https://whatsapp.turn.io/docs/api/webhooks
 */
export function delivery(
	simulator: SimulatorContext,
	{ field, phoneNumberId, value }: WebhookChange,
	secret: string | null = business.onPremises.hookSecret,
): OutgoingWebhook | undefined {
	const { state, settings } = simulator;
	const { application } = onPremisesOf(state);
	const { url, message } = application.webhooks;
	if (url === '' || field !== 'messages' || phoneNumberId !== state.phoneNumbers[0]?.id) {
		return undefined;
	}
	const byTurn = settings.onPremisesByTurn;
	const reports = { ...message, sent: message.sent || application.sent_status };
	const flat = flatBody(simulator, value, { reports, byTurn });
	return (
		flat && {
			field,
			phoneNumberId,
			via: 'onPremises',
			url,
			...flat,
			encode: (body) => JSON.stringify(body),
			headers: (raw) => (byTurn ? turnHeaders(raw, secret) : {}),
			retryDelaysMs: retryDelays(application),
		}
	);
}

function turnHeaders(raw: string, secret: string | null): Record<string, string> {
	return {
		'x-turn-hook-subscription': 'whatsapp',
		...(secret !== null && {
			'x-turn-hook-signature': createHmac('sha256', secret).update(raw).digest('base64'),
		}),
	};
}

/** Each pause is longer than the one before by the same time, up to a maximum. */
function retryDelays(application: ApplicationSettings): number[] {
	const step = Number(application.callback_backoff_delay_ms);
	const maximum = Number(application.max_callback_backoff_delay_ms);
	const delays: number[] = [];
	for (let total = 0; total < retryForMs && delays.length < 1_000;) {
		const delay = Math.min(step * (delays.length + 1), maximum);
		delays.push(delay);
		total += delay;
	}
	return delays;
}
