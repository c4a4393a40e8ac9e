import { z } from 'zod';
import { appFields } from '../account/app';
import type { SimulatorContext } from '../context';
import { endpoint } from '../graph/endpoint';
import { invalidParameter, missingParameter } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { flag } from '../graph/flag';
import { newGraphId } from '../graph/id';
import { readForm } from '../graph/multipartForm';
import { pageOf } from '../graph/paging';
import { validate } from '../graph/validation';
import { newPreview, type Flow } from './flow';
import { flowJsonVersions, validateFlowJson } from './json';
import { metricOf } from './metrics';
import { changeStatus, checkPublishable, flowError } from './status';

const name = z.string().trim().min(1);
const categories = z
	.array(
		z.enum([
			'SIGN_UP',
			'SIGN_IN',
			'APPOINTMENT_BOOKING',
			'LEAD_GENERATION',
			'CONTACT_US',
			'CUSTOMER_SUPPORT',
			'SURVEY',
			'OTHER',
		]),
	)
	.min(1);
const createSchema = z.object({
	name,
	categories,
	clone_flow_id: z.string().optional(),
	endpoint_uri: z.string().optional(),
	flow_json: z
		.union([
			z.string(),
			z.record(z.string(), z.unknown()).transform((json) => JSON.stringify(json)),
		])
		.optional(),
	publish: flag.default(false),
});
const updateSchema = z.object({
	name: name.optional(),
	categories: categories.optional(),
	endpoint_uri: z.string().optional(),
	application_id: z.union([z.string(), z.number()]).transform(String).optional(),
});
const assetSchema = z.object({
	name: z.literal('flow.json'),
	asset_type: z.literal('FLOW_JSON'),
});

const defaultFields = ['id', 'name', 'status', 'categories', 'validation_errors'];

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi */
export const listFlows = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'flows',
	handle: ({ simulator, query, url }) =>
		pageOf(
			simulator.state.flows.map((flow) => select(simulator, flow, query)),
			url,
		),
});

export const createFlow = endpoint({
	method: 'POST',
	on: 'waba',
	edge: 'flows',
	handle: async ({ simulator, raw, body }) => {
		const { state } = simulator;
		const { fields } = await readForm(raw, body);
		const input = validate(createSchema, fields);
		checkName(simulator, input.name);
		const cloned = state.flows.find(({ id }) => id === input.clone_flow_id);
		if (input.clone_flow_id !== undefined && !cloned) {
			throw flowError(
				100,
				'Flow with specified ID does not exist',
				`The Flow with the ID ${input.clone_flow_id} does not exist, or you have no access to it.`,
			);
		}
		const json = input.flow_json ?? cloned?.json;
		const flow: Flow = {
			id: newGraphId(),
			name: input.name,
			status: 'DRAFT',
			categories: input.categories,
			endpointUri: checkedEndpoint(input.endpoint_uri) ?? cloned?.endpointUri,
			applicationId: cloned?.applicationId,
			json,
			validationErrors: json === undefined ? [] : validateFlowJson(json),
			preview: newPreview(),
		};
		if (input.publish) checkPublishable(simulator, flow);
		state.flows.push(flow);
		if (input.publish) changeStatus(simulator, flow, 'PUBLISHED');
		return { id: flow.id, success: true, validation_errors: flow.validationErrors };
	},
});

/** `preview.invalidate(true)` creates a new preview link. */
export const getFlow = endpoint({
	method: 'GET',
	on: 'flow',
	handle: ({ simulator, node, query }) => {
		const metric = metricOf(node, query.get('fields'));
		if (metric) return { id: node.id, metric };
		if (query.get('fields')?.includes('preview.invalidate(true)')) node.preview = newPreview();
		return select(simulator, node, query);
	},
});

export const updateFlow = endpoint({
	method: 'POST',
	on: 'flow',
	handle: async ({ simulator, node, raw, body }) => {
		const { fields } = await readForm(raw, body);
		const changes = validate(updateSchema, fields);
		if (Object.values<unknown>(changes).every((value) => value === undefined)) {
			throw missingParameter('name');
		}
		checkDraft(node);
		if (changes.name !== undefined && changes.name !== node.name) {
			checkName(simulator, changes.name);
		}
		const { app } = simulator.state;
		if (changes.application_id !== undefined && changes.application_id !== app.id) {
			throw invalidParameter('Param application_id must be the ID of an app you have access to.');
		}
		node.endpointUri = checkedEndpoint(changes.endpoint_uri) ?? node.endpointUri;
		node.name = changes.name ?? node.name;
		node.categories = changes.categories ?? node.categories;
		node.applicationId = changes.application_id ?? node.applicationId;
		return { success: true };
	},
});

export const deleteFlow = endpoint({
	method: 'DELETE',
	on: 'flow',
	handle: ({ simulator, node }) => {
		if (node.status !== 'DRAFT') {
			throw flowError(
				139004,
				"Can't delete published Flow",
				'You attempted to delete an already published Flow. Deprecate it instead.',
			);
		}
		simulator.state.flows.splice(simulator.state.flows.indexOf(node), 1);
		return { success: true };
	},
});

export const uploadAsset = endpoint({
	method: 'POST',
	on: 'flow',
	edge: 'assets',
	handle: async ({ node, raw, body }) => {
		const { fields, files } = await readForm(raw, body);
		validate(assetSchema, fields);
		if (!files.file) throw missingParameter('file');
		if (files.file.mimeType !== 'application/json') {
			throw invalidParameter('Param file must be a file of the type application/json.');
		}
		checkDraft(node);
		const json = files.file.content.toString();
		const errors = validateFlowJson(json);
		// Invalid JSON is not stored.
		if (!errors.some(({ error }) => error === 'INVALID_FLOW_JSON')) {
			node.json = json;
			node.validationErrors = errors;
		}
		return { success: true, validation_errors: errors };
	},
});

export const listAssets = endpoint({
	method: 'GET',
	on: 'flow',
	edge: 'assets',
	handle: ({ simulator, node, url }) => {
		const asset = {
			name: 'flow.json',
			asset_type: 'FLOW_JSON',
			download_url: `${simulator.url}/flow-assets/${node.preview.token}/flow.json`,
		};
		return pageOf(node.json === undefined ? [] : [asset], url);
	},
});

export const publishFlow = endpoint({
	method: 'POST',
	on: 'flow',
	edge: 'publish',
	handle: ({ simulator, node }) => {
		checkPublishable(simulator, node);
		changeStatus(simulator, node, 'PUBLISHED');
		return { success: true };
	},
});

export const deprecateFlow = endpoint({
	method: 'POST',
	on: 'flow',
	edge: 'deprecate',
	handle: ({ simulator, node }) => {
		if (node.status === 'DRAFT') {
			throw flowError(
				139003,
				"Can't deprecate unpublished flow",
				'You attempted to deprecate a Flow that was never published.',
			);
		}
		if (node.status === 'DEPRECATED') {
			throw flowError(139003, 'Flow is already deprecated', 'The Flow is deprecated already.');
		}
		changeStatus(simulator, node, 'DEPRECATED');
		return { success: true };
	},
});

function select(
	{ state }: SimulatorContext,
	flow: Flow,
	query: URLSearchParams,
): Record<string, unknown> {
	const { waba, app } = state;
	return selectFields(
		{
			id: flow.id,
			name: flow.name,
			status: flow.status,
			categories: flow.categories,
			validation_errors: flow.validationErrors,
			...{ json_version: undefined, data_api_version: undefined },
			...flowJsonVersions(flow.json),
			endpoint_uri: flow.endpointUri,
			preview: {
				preview_url: `https://business.facebook.com/wa/manage/flows/${flow.id}/preview/?token=${flow.preview.token}`,
				expires_at: new Date(flow.preview.expiresAt).toISOString().replace(/\.\d+Z$/, '+0000'),
			},
			whatsapp_business_account: {
				id: waba.id,
				name: waba.name,
				currency: waba.currency,
				timezone_id: waba.timezoneId,
				message_template_namespace: waba.messageTemplateNamespace,
			},
			application: flow.applicationId === undefined ? undefined : appFields(app),
			health_status: healthOf(flow, waba.id),
		},
		query.get('fields'),
		defaultFields,
		'WhatsAppBusinessFlow',
	);
}

function healthOf(flow: Flow, wabaId: string): Record<string, unknown> {
	const can_send_message =
		flow.status === 'DEPRECATED' || flow.validationErrors.length > 0 ? 'BLOCKED' : 'AVAILABLE';
	return {
		can_send_message,
		entities: [
			{ entity_type: 'FLOW', id: flow.id, can_send_message },
			{ entity_type: 'WABA', id: wabaId, can_send_message: 'AVAILABLE' },
		],
	};
}

function checkName({ state }: SimulatorContext, name: string): void {
	if (!state.flows.some((flow) => flow.name === name)) return;
	throw flowError(
		100,
		'Flow name is not unique',
		'You may be trying to create a Flow with a name already used by another Flow.',
	);
}

function checkDraft({ status }: Flow): void {
	if (status === 'DRAFT') return;
	throw flowError(
		139001,
		"Flow can't be updated",
		'You attempted to update a Flow that has already been published.',
	);
}

function checkedEndpoint(uri: string | undefined): string | undefined {
	if (uri === undefined) return undefined;
	if (URL.canParse(uri) && new URL(uri).protocol === 'https:') return uri;
	throw flowError(
		100,
		'Invalid Endpoint URI',
		'Please provide a valid URL that begins with https.',
	);
}
