import { randomInt } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SimulatorContext } from '../../context';
import { newGraphId } from '../../graph/id';
import { newPhoneNumber } from '../../phoneNumbers/phoneNumber';
import { statusOfLink, type SetupLink } from './setupLinks';
import { kapsoState } from './state';
import { reportToProject } from './webhooks/projectEvents';

/** What the failure URL is told. @see https://docs.kapso.ai/docs/platform/detecting-whatsapp-connection */
const errorCodes = {
	used: 'already_used',
	expired: 'link_expired',
	revoked: 'link_expired',
} as const;

const redirects = z.object({
	success_redirect_url: z.string().optional(),
	failure_redirect_url: z.string().optional(),
});

/**
 * Opens a setup link as the customer, who connects a new number at once and is sent on. `?error=` with an error code
 * plays a failure.
 */
export function openSetupLink(
	simulator: SimulatorContext,
	request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	const { token } = request.params as { token: string };
	const { error } = request.query as { error?: string };
	const link = kapsoState(simulator.state).setupLinks.find((one) => one.token === token);
	if (!link) return reply.code(404).send({ error: 'Setup link not found' });
	const status = statusOfLink(link);
	const failure = status === 'active' ? error : errorCodes[status];
	const { success_redirect_url, failure_redirect_url } = redirects.parse(link.options);
	const [url, told] =
		failure === undefined
			? [success_redirect_url, connected(simulator, link)]
			: [failure_redirect_url, { setup_link_id: link.id, error_code: failure }];
	if (url === undefined) return reply.send(told);
	const target = new URL(url);
	for (const [name, value] of Object.entries(told)) target.searchParams.set(name, value);
	return reply.redirect(target.toString());
}

/** Connects a number of the customer's own, and says so to the project. */
function connected(simulator: SimulatorContext, link: SetupLink): Record<string, string> {
	const { state } = simulator;
	const kapso = kapsoState(state);
	const customer = kapso.customers.find(({ id }) => id === link.customerId);
	const phoneNumber = {
		...newPhoneNumber({
			id: newGraphId(),
			wabaId: state.waba.id,
			displayPhoneNumber: `+1 555-${randomInt(200, 999)}-${randomInt(1000, 9999)}`,
			verifiedName: customer?.name ?? 'Customer',
		}),
		registered: true,
	};
	state.phoneNumbers.push(phoneNumber);
	kapso.add(phoneNumber.id, { customerId: link.customerId });
	link.phoneNumberId = phoneNumber.id;
	reportToProject(simulator, 'whatsapp.phone_number.created', {
		phoneNumberId: phoneNumber.id,
		customerId: link.customerId,
	});
	return {
		setup_link_id: link.id,
		status: 'completed',
		phone_number_id: phoneNumber.id,
		business_account_id: phoneNumber.wabaId,
		display_phone_number: phoneNumber.displayPhoneNumber,
	};
}
