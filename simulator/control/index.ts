import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z, ZodError } from 'zod';
import { callActionSchema, customerCallSchema } from '../calls/customerCalls';
import { CustomerMessageError } from '../customers/choices';
import { customerJson } from '../customers/customer';
import { marketingChoiceSchema } from '../customers/marketing';
import { customerMessageSchema, customerMessagesSchema } from '../customers/message';
import { replySchema } from '../echoes/reply';
import { SimulatedGraphError } from '../graph/errors';
import { faultSchema } from '../graph/faults';
import { GroupError } from '../groups/membership';
import { hostNames } from '../hosts/names';
import type { SimulatorSettings } from '../settings';
import type { Simulator } from '../simulator';
import { CallbackError } from '../webhooks';

/** A file of 100 MB, the largest WhatsApp accepts, in base64. */
const bodyLimit = 140 * 1024 * 1024;

const messageFilter = z.object({
	phoneNumberId: z.string().optional(),
	to: z.string().optional(),
	since: z.coerce.number().optional(),
});
const customerInput = z.strictObject({
	waId: z.string().regex(/^\d+$/).optional(),
	userId: z.string().optional(),
	username: z.string().optional(),
	profileName: z.string().optional(),
	identityKeyHash: z.string().optional(),
});
const severalMessages = z.object({ messages: z.unknown() });
const customerKey = z.object({ customer: z.string() });
const idParameter = z.object({ id: z.string() });
const statusInput = z.strictObject({ status: z.enum(['sent', 'delivered', 'read', 'failed']) });
const verdictInput = z.strictObject({
	status: z.enum(['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED', 'ARCHIVED']),
	reason: z.string().optional(),
});
const forgedInput = z.union([
	z.strictObject({ url: z.string().optional() }),
	z.strictObject({ host: z.enum(hostNames), proof: z.enum(['wrong', 'missing']).default('wrong') }),
]);
const sampleInput = z.strictObject({
	field: z.string().default('messages'),
	value: z.record(z.string(), z.unknown()).optional(),
});
const emitInput = z.strictObject({
	field: z.string(),
	value: z.record(z.string(), z.unknown()),
	phoneNumberId: z.string().optional(),
});
const resetInput = z.strictObject({ keepCallbacks: z.boolean().optional() });

/** Registers the control interface: `/control/…`, JSON, no token. See simulator/README.md. */
export function registerControl(server: FastifyInstance, simulator: Simulator): void {
	const routes: Array<
		[
			method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
			path: string,
			handle: (r: FastifyRequest) => unknown,
		]
	> = [
		['GET', 'business', () => simulator.business],
		['GET', 'messages', ({ query }) => simulator.messages(messageFilter.parse(query))],
		['GET', 'received', () => simulator.state.received],
		['GET', 'requests', () => simulator.requests()],
		['GET', 'webhooks', () => simulator.webhooks()],
		[
			'POST',
			'webhooks/forged',
			({ body }) => {
				const input = forgedInput.parse(body ?? {});
				return 'host' in input
					? simulator.forgeHostWebhook(input.host, input.proof)
					: simulator.forgeWebhook(input.url);
			},
		],
		[
			'POST',
			'webhooks/sample',
			({ body }) => {
				const { field, value } = sampleInput.parse(body ?? {});
				return simulator.sendSample(field, value);
			},
		],
		[
			'POST',
			'webhooks/emit',
			({ body }) => {
				const { field, value, phoneNumberId } = emitInput.parse(body);
				return simulator.emitWebhook(field, value, phoneNumberId);
			},
		],
		[
			'POST',
			'webhooks/:id/redeliver',
			({ params }) => found(simulator.redeliverWebhook(idParameter.parse(params).id)),
		],
		[
			'POST',
			'messages/:id/status',
			({ params, body }) => {
				const { status } = statusInput.parse(body);
				found(simulator.reportStatus(idParameter.parse(params).id, status) || undefined);
				return { success: true };
			},
		],
		[
			'POST',
			'templates/:id/status',
			({ params, body }) => {
				const verdict = verdictInput.parse(body);
				found(simulator.setTemplateStatus(idParameter.parse(params).id, verdict) || undefined);
				return { success: true };
			},
		],
		['GET', 'customers', () => simulator.state.allCustomers().map(customerJson)],
		[
			'POST',
			'customers',
			({ body }) => customerJson(simulator.setCustomer(customerInput.parse(body))),
		],
		[
			'POST',
			'customers/:customer/messages',
			({ params, body }) => {
				const { customer } = customerKey.parse(params);
				return severalMessages.safeParse(body).success
					? simulator.writeAllAs(customer, customerMessagesSchema.parse(body))
					: simulator.writeAs(customer, customerMessageSchema.parse(body));
			},
		],
		[
			'POST',
			'customers/:customer/business-app',
			({ params, body }) =>
				simulator.replyInBusinessApp(customerKey.parse(params).customer, replySchema.parse(body)),
		],
		[
			'POST',
			'customers/:customer/other-app',
			({ params, body }) =>
				simulator.replyAsOtherApp(customerKey.parse(params).customer, replySchema.parse(body)),
		],
		[
			'POST',
			'customers/:customer/marketing',
			({ params, body }) =>
				customerJson(
					simulator.chooseMarketing(
						customerKey.parse(params).customer,
						marketingChoiceSchema.parse(body),
					),
				),
		],
		[
			'POST',
			'customers/:customer/calls',
			({ params, body }) =>
				simulator.callAs(customerKey.parse(params).customer, customerCallSchema.parse(body ?? {})),
		],
		['GET', 'calls', () => simulator.state.calls],
		[
			'POST',
			'calls/:id',
			({ params, body }) => {
				const { action } = callActionSchema.parse(body);
				found(simulator.actOnCall(idParameter.parse(params).id, action) || undefined);
				return { success: true };
			},
		],
		[
			'POST',
			'customers/:customer/close-window',
			({ params }) => {
				simulator.closeWindow(customerKey.parse(params).customer);
				return { success: true };
			},
		],
		['GET', 'groups', () => simulator.state.groups],
		[
			'POST',
			'groups/:id/join',
			({ params, body }) =>
				simulator.joinGroup(idParameter.parse(params).id, customerKey.parse(body).customer),
		],
		[
			'POST',
			'groups/:id/leave',
			({ params, body }) =>
				simulator.leaveGroup(idParameter.parse(params).id, customerKey.parse(body).customer),
		],
		['GET', 'settings', () => simulator.settings],
		['PATCH', 'settings', ({ body }) => simulator.updateSettings(settingsChanges.parse(body))],
		['GET', 'faults', () => simulator.faults()],
		[
			'POST',
			'faults',
			({ body }) => {
				simulator.addFaults(...z.array(faultSchema).parse(Array.isArray(body) ? body : [body]));
				return simulator.faults();
			},
		],
		[
			'DELETE',
			'faults',
			() => {
				simulator.clearFaults();
				return { success: true };
			},
		],
		[
			'POST',
			'reset',
			async ({ body }) => {
				await simulator.reset(resetInput.parse(body ?? {}));
				return { success: true };
			},
		],
	];
	for (const [method, path, handle] of routes) {
		server.route({
			method,
			bodyLimit,
			url: `/control/${path}`,
			handler: (request, reply) => respond(reply, () => handle(request)),
		});
	}
	server.all('/control/*', (_request, reply) =>
		reply.code(404).send({
			error: 'No such control path',
			paths: routes.map(([method, path]) => `${method} /control/${path}`),
		}),
	);
}

/** Validated when merged with the current settings. */
const settingsChanges = z
	.record(z.string(), z.unknown())
	.transform((changes) => changes as Partial<SimulatorSettings>);

class NotFound extends Error {}

function found<Value>(value: Value | undefined): Value {
	if (value === undefined) throw new NotFound('Nothing has this ID');
	return value;
}

async function respond(reply: FastifyReply, handle: () => unknown): Promise<unknown> {
	try {
		return await handle();
	} catch (error) {
		if (error instanceof ZodError) {
			return await reply.code(400).send({ error: z.prettifyError(error) });
		}
		if (
			error instanceof CustomerMessageError ||
			error instanceof GroupError ||
			error instanceof CallbackError ||
			error instanceof SimulatedGraphError ||
			error instanceof SyntaxError
		) {
			return await reply.code(400).send({ error: error.message });
		}
		if (error instanceof NotFound) return await reply.code(404).send({ error: error.message });
		throw error;
	}
}
