import { business } from '../business';
import { SimulatedGraphError, invalidParameter } from '../graph/errors';
import type { MediaFile } from '../media/mediaFile';
import { mediaRules, uploadOnlyTypes, type MediaKind } from '../media/store';
import type { State } from '../state';
import type { OutgoingMessage } from '.';
import type { Interactive } from './interactive';

/** Media in a message, by ID. */
export interface MediaUse {
	kind: MediaKind;
	media: MediaFile;
}

/**
 * Looks up every media ID in a message.
 *
 * @throws SimulatedGraphError 100 for an unknown or deleted ID
 */
export function mediaUsedBy(message: OutgoingMessage, state: State): MediaUse[] {
	if (message.type === 'text') return [];
	const uses: MediaUse[] = [];
	collectMedia(message, '', state, uses);
	return uses;
}

function collectMedia(value: unknown, path: string, state: State, uses: MediaUse[]): void {
	if (typeof value !== 'object' || value === null) return;
	for (const [key, child] of Object.entries(value)) {
		const childPath =
			path === '' ? key : Array.isArray(value) ? `${path}[${key}]` : `${path}['${key}']`;
		const id = key in mediaRules ? (child as { id?: unknown } | undefined)?.id : undefined;
		if (typeof id === 'string') {
			const media = state.media.get(id);
			if (!media) {
				throw invalidParameter(
					`Param ${childPath}['id'] is not a valid whatsapp business account media attachment ID`,
				);
			}
			uses.push({ kind: key as MediaKind, media });
		}
		collectMedia(child, childPath, state, uses);
	}
}

/** The failure caused by unsupported or too large media: 131053, reported by webhook. */
export function mediaFailure(uses: MediaUse[]): SimulatedGraphError | undefined {
	for (const { kind, media } of uses) {
		const rule = mediaRules[kind];
		const name = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
		const isUploadOnly = uploadOnlyTypes.includes(media.mimeType);
		if (kind !== 'document' && (isUploadOnly || !rule.types.includes(media.mimeType))) {
			const types = rule.types.filter((type) => !uploadOnlyTypes.includes(type));
			return new SimulatedGraphError(131053, {
				details: `Unsupported ${name} mime type ${media.mimeType}. Please use one of ${types.join(', ')}.`,
			});
		}
		if (kind === 'audio' && media.processedAs !== undefined) {
			return new SimulatedGraphError(131053, {
				details: `${name} file uploaded with mimetype as ${media.mimeType}, however on processing it is of type ${media.processedAs}. Please upload a file of a supported type.`,
			});
		}
		if (media.size > rule.maximumSize) {
			return new SimulatedGraphError(131053, {
				details: `Media file size too big. Max file size we currently support: ${rule.maximumSize} bytes.`,
			});
		}
	}
	return undefined;
}

/**
 * Checks that the Flow, catalog and products of an interactive message belong to this business.
 *
 * @throws SimulatedGraphError 131009
 */
export function checkBusinessObjects(interactive: Interactive, { flows }: State): void {
	if (interactive.type === 'flow') {
		const { flow_id, flow_name, mode } = interactive.action.parameters;
		const flow = flows.find(({ id, name }) => id === flow_id || name === flow_name);
		if (!flow) {
			throw new SimulatedGraphError(131009, {
				details: 'Flow does not exist: check flow_id or flow_name',
			});
		}
		if (flow.status === 'DEPRECATED') {
			throw new SimulatedGraphError(131009, {
				details: 'Flow is deprecated and can no longer be sent',
			});
		}
		if (flow.status === 'DRAFT' && mode !== 'draft') {
			throw new SimulatedGraphError(131009, {
				details: 'Flow is not published: send it with mode draft',
			});
		}
	}
	if (interactive.type === 'product') {
		const { catalog_id, product_retailer_id } = interactive.action;
		checkProducts(catalog_id, [product_retailer_id]);
	}
	if (interactive.type === 'product_list') {
		const { catalog_id, sections } = interactive.action;
		checkProducts(
			catalog_id,
			sections.flatMap(({ product_items }) =>
				product_items.map(({ product_retailer_id }) => product_retailer_id),
			),
		);
	}
}

function checkProducts(catalogId: string, retailerIds: string[]): void {
	const products: readonly string[] = business.catalog.productRetailerIds;
	const missing = retailerIds.filter((id) => !products.includes(id));
	if (catalogId !== business.catalog.id || missing.length > 0) {
		throw new SimulatedGraphError(131009, {
			details: `Products not found in FB Catalog: ${(missing.length > 0 ? missing : retailerIds).join(', ')} in catalog_id ${catalogId}`,
		});
	}
}
