import { z } from 'zod';
import { newPreview, type Flow } from '../../../flows/flow';
import { validateFlowJson } from '../../../flows/json';
import { changeStatus, checkPublishable } from '../../../flows/status';
import { newGraphId } from '../../../graph/id';
import { kapsoEndpoint } from '../endpoint';
import { filtered } from '../filters';
import { known } from '../lookup';
import { iso } from '../messageJson';
import { numberedPage } from '../paging';
import { read } from '../read';
import { invalid } from '../refusal';
import { allFlows, flowJson, versionJson, versionOf, type KapsoFlow } from './flow';
import { flowOf } from './lookup';
import { responsesTo } from './responses';

const path = '/whatsapp/flows';

export const listFlows = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path,
	handle({ simulator, query }) {
		const flows = filtered(allFlows(simulator), query, {
			status: ({ flow }, value) => flow.status.toLowerCase() === value,
			business_account_id: (_flow, value) => simulator.state.waba.id === value,
			phone_number_id: ({ kept }, value) => kept.phoneNumberId === value,
			name_contains: ({ flow }, value) => flow.name.toLowerCase().includes(value.toLowerCase()),
			created_after: ({ kept }, value) => kept.createdAt >= Date.parse(value),
			created_before: ({ kept }, value) => kept.createdAt <= Date.parse(value),
		});
		const page = numberedPage(flows, query);
		return { ...page, data: page.data.map((flow) => flowJson(simulator, flow)) };
	},
});

const json = z.record(z.string(), z.unknown());
const createSchema = z.object({
	phone_number_id: z.string(),
	name: z.string().min(1),
	flow_json: json.optional(),
	publish: z.boolean().default(false),
});

/** What a Flow has that is created without a JSON. */
const welcome = {
	version: '7.3',
	screens: [
		{
			id: 'WELCOME',
			title: 'Welcome',
			terminal: true,
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{ type: 'TextHeading', text: 'Welcome' },
					{
						type: 'Footer',
						label: 'Complete',
						'on-click-action': { name: 'complete', payload: {} },
					},
				],
			},
		},
	],
};

/**
 * Not under the name of the resource, as elsewhere.
 *
 * @see https://docs.kapso.ai/api/platform/v1/whatsapp-flows/create-flow
 */
export const createFlow = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path,
	status: 201,
	handle({ simulator, kapso, body }) {
		const given = read(createSchema, body);
		if (!kapso.number(given.phone_number_id)) throw invalid('Phone number must exist');
		if (simulator.state.flows.some(({ name }) => name === given.name)) {
			throw invalid('Flow name is not unique');
		}
		checkJson(given.flow_json);
		const text = JSON.stringify(given.flow_json ?? welcome);
		const flow: Flow = {
			id: newGraphId(),
			name: given.name,
			status: 'DRAFT',
			categories: ['OTHER'],
			json: text,
			validationErrors: validateFlowJson(text),
			preview: newPreview(),
		};
		if (given.publish) checkPublishable(simulator, flow);
		simulator.state.flows.push(flow);
		const found = known(
			allFlows(simulator).find((one) => one.flow === flow),
			'Flow',
		);
		found.kept.phoneNumberId = given.phone_number_id;
		if (given.publish) {
			changeStatus(simulator, flow, 'PUBLISHED');
			markPublished(found.kept);
		}
		return { data: flowJson(simulator, found) };
	},
});

export const getFlow = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:id`,
	handle: (call) => ({ data: flowJson(call.simulator, flowOf(call)) }),
});

/** The newest first. */
export const listVersions = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:id/versions`,
	handle(call) {
		const { kept } = flowOf(call);
		const page = numberedPage([...kept.versions].reverse(), call.query);
		return { ...page, data: page.data.map((version) => versionJson(version, kept)) };
	},
});

export const getVersion = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:id/versions/:version`,
	handle(call) {
		const { kept } = flowOf(call);
		const version = known(
			kept.versions.find(({ id }) => id === call.params.version),
			'Flow version',
		);
		const flow_json: unknown = JSON.parse(version.json);
		return { data: { ...versionJson(version, kept), flow_json } };
	},
});

/** @see https://docs.kapso.ai/api/platform/v1/whatsapp-flows/create-flow-version */
export const createVersion = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/:id/versions`,
	status: 201,
	handle(call) {
		const { flow, kept } = flowOf(call);
		const { flow_json } = read(z.object({ flow_json: json }), call.body);
		checkJson(flow_json);
		if (flow.status !== 'DRAFT') throw invalid('Flow has already been published');
		flow.json = JSON.stringify(flow_json);
		flow.validationErrors = validateFlowJson(flow.json);
		const version = versionOf(flow);
		kept.versions.push(version);
		kept.updatedAt = Date.now();
		return { data: { ...versionJson(version, kept), flow_json } };
	},
});

export const publishFlow = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/:id/publish`,
	handle(call) {
		const found = flowOf(call);
		checkPublishable(call.simulator, found.flow);
		changeStatus(call.simulator, found.flow, 'PUBLISHED');
		markPublished(found.kept);
		return { data: flowJson(call.simulator, found) };
	},
});

/** What customers sent back. */
export const listResponses = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:id/responses`,
	handle(call) {
		const page = numberedPage(responsesTo(call, flowOf(call).flow), call.query);
		return {
			...page,
			data: page.data.map(({ message, response, token }) => ({
				id: message.id,
				whatsapp_message_id: message.id,
				phone_number: message.conversation.customer.waId ?? null,
				contact_name: message.conversation.customer.profileName,
				whatsapp_conversation_id: message.conversation.id,
				flow_token: token ?? null,
				response_data: response,
				created_at: iso(message.at),
			})),
		};
	},
});

/** Kapso puts its own address in. */
function checkJson(given: Record<string, unknown> | undefined): void {
	const named = ['endpoint_uri', 'data_channel_uri'].find((name) => given && name in given);
	if (named !== undefined) throw invalid(`Flow JSON must not contain ${named}`);
}

function markPublished(kept: KapsoFlow): void {
	kept.publishedAt = Date.now();
	kept.updatedAt = Date.now();
	const newest = kept.versions.at(-1);
	if (newest) newest.publishedAt = Date.now();
}
