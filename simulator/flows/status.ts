import type { SimulatorContext } from '../context';
import { SimulatedGraphError } from '../graph/errors';
import type { Flow } from './flow';
import { flowJsonVersions } from './json';

/**
 * An error of the Flows API. Meta explains it in the title and message for the user.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/error-codes
 */
export function flowError(
	code: number,
	userTitle: string,
	userMessage: string,
): SimulatedGraphError {
	const message = code === 100 ? 'Invalid parameter' : undefined;
	return new SimulatedGraphError(code, { message, userTitle, userMessage });
}

/**
 * Changes the status and sends its webhook.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowswebhooks
 */
export function changeStatus(
	{ webhooks }: SimulatorContext,
	flow: Flow,
	status: Flow['status'],
): void {
	const old_status = flow.status;
	flow.status = status;
	const value = {
		event: 'FLOW_STATUS_CHANGE',
		message: `Flow ${flow.name} changed status from ${old_status} to ${status}`,
		flow_id: flow.id,
		old_status,
		new_status: status,
	};
	webhooks.later(0, () => webhooks.emit({ field: 'flows', value }));
}

/**
 * Checks whether a Flow can be published.
 *
 * @throws SimulatedGraphError 139002 if not
 */
export function checkPublishable({ state }: SimulatorContext, flow: Flow): void {
	if (flow.status !== 'DRAFT') {
		throw flowError(
			139002,
			'Publishing Flow in invalid state',
			'You attempted to publish a Flow that is no longer a draft.',
		);
	}
	const [first] = flow.validationErrors;
	if (flow.json === undefined || first) {
		throw flowError(
			139002,
			'Publishing Flow with validation errors',
			first
				? `You attempted to publish a Flow with validation errors: ${first.message} (line ${first.line_start}, column ${first.column_start})`
				: 'You attempted to publish a Flow without a Flow JSON.',
		);
	}
	if (flowJsonVersions(flow.json).data_api_version === undefined) return;
	if (flow.endpointUri === undefined) {
		throw flowError(
			139002,
			'Publishing without specifying endpoint_uri is forbidden',
			'Starting from Flow JSON version 3.0, endpoint_uri should be specified via API.',
		);
	}
	if (!state.phoneNumbers.some(({ businessPublicKey }) => businessPublicKey)) {
		throw flowError(
			139002,
			'Missing Flows Signed Public Key',
			'You need to upload and sign a public key to a phone number before publishing.',
		);
	}
	if (flow.applicationId === undefined) {
		throw flowError(
			139002,
			'No Application Connected to the Flow',
			'You need to connect a Meta app to the Flow before publishing.',
		);
	}
}
