import { createHash, randomUUID } from 'node:crypto';
import type { SimulatorContext } from '../../../context';
import type { Flow } from '../../../flows/flow';
import { flowJsonVersions } from '../../../flows/json';
import { iso, isoOrNull } from '../messageJson';
import { kapsoState } from '../state';
import type { KapsoFunction } from './function';

/** What Kapso keeps of a Flow beside what Meta does. */
export interface KapsoFlow {
	/** Kapso's own ID. */
	id: string;
	metaFlowId: string;
	phoneNumberId?: string;
	/** Oldest first. */
	versions: FlowVersion[];
	/** What answers its data requests. */
	dataEndpoint?: KapsoFunction;
	/** Whether Meta knows the endpoint. */
	endpointRegistered: boolean;
	createdAt: number;
	updatedAt: number;
	publishedAt?: number;
}

export interface FlowVersion {
	id: string;
	json: string;
	validationErrors: Flow['validationErrors'];
	createdAt: number;
	publishedAt?: number;
}

/** A version of the Flow as it is now. */
export function versionOf({ json = '{}', validationErrors }: Flow): FlowVersion {
	return { id: randomUUID(), json, validationErrors, createdAt: Date.now() };
}

/** Every Flow of the account: Kapso has them all. */
export function allFlows({ state }: SimulatorContext): Array<{ flow: Flow; kept: KapsoFlow }> {
	const { flows } = kapsoState(state);
	return state.flows.map((flow) => {
		const at = Date.now();
		const kept: KapsoFlow = flows.get(flow.id) ?? {
			id: randomUUID(),
			metaFlowId: flow.id,
			versions: flow.json === undefined ? [] : [versionOf(flow)],
			endpointRegistered: false,
			createdAt: at,
			updatedAt: at,
			...(flow.status === 'PUBLISHED' && { publishedAt: at }),
		};
		flows.set(flow.id, kept);
		return { flow, kept };
	});
}

export function flowJson(
	{ state, url }: SimulatorContext,
	{ flow, kept }: { flow: Flow; kept: KapsoFlow },
) {
	const kapso = kapsoState(state);
	const number = kapso.number(kept.phoneNumberId) ?? kapso.numbers()[0];
	return {
		id: kept.id,
		meta_flow_id: flow.id,
		name: flow.name,
		status: flow.status.toLowerCase(),
		json_version: null,
		data_api_version: null,
		...flowJsonVersions(flow.json),
		business_account_id: state.waba.id,
		phone_number_id: kept.phoneNumberId ?? null,
		preview_url: `https://business.facebook.com/wa/manage/flows/${flow.id}/preview/?token=${flow.preview.token}`,
		published_at: isoOrNull(kept.publishedAt),
		last_synced_at: iso(kept.updatedAt),
		has_data_endpoint: kept.dataEndpoint !== undefined,
		data_endpoint_function_id: kept.dataEndpoint?.id ?? null,
		data_endpoint_url: kept.dataEndpoint ? endpointUrl(url, kept) : null,
		flows_encryption_configured: number?.flowsEncryption ?? false,
		created_at: iso(kept.createdAt),
		updated_at: iso(kept.updatedAt),
	};
}

/** Where Meta sends the data requests of a Flow, to which Kapso responds. */
export function endpointUrl(url: string, { id }: KapsoFlow): string {
	return `${url}/kapso/whatsapp_flows/${id}/data_endpoint`;
}

export function versionJson(version: FlowVersion, { versions }: KapsoFlow) {
	return {
		id: version.id,
		version_label: `v${versions.indexOf(version) + 1}`,
		status: version.publishedAt === undefined ? 'draft' : 'published',
		flow_json_sha: createHash('sha256').update(version.json).digest('hex'),
		validation_errors: version.validationErrors,
		published_at: isoOrNull(version.publishedAt),
		created_at: iso(version.createdAt),
		updated_at: iso(version.createdAt),
	};
}
