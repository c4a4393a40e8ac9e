import { randomUUID } from 'node:crypto';
import { business } from '../business';
import type { FlowValidationError } from './json';

const previewLifetimeMs = 30 * 86_400_000;

/** A WhatsApp Flow. */
export interface Flow {
	id: string;
	name: string;
	status: 'DRAFT' | 'PUBLISHED' | 'DEPRECATED';
	categories: string[];
	endpointUri?: string;
	/** The connected Meta app. */
	applicationId?: string;
	/** The Flow JSON as uploaded. */
	json?: string;
	validationErrors: FlowValidationError[];
	/** Requests to its data endpoint per day. */
	dailyRequests?: number;
	/** `expiresAt` in milliseconds since 1970. */
	preview: { token: string; expiresAt: number };
}

/** A new preview link, which shows the Flow to anyone. */
export function newPreview(): { token: string; expiresAt: number } {
	return { token: randomUUID(), expiresAt: Date.now() + previewLifetimeMs };
}

/** The Flows a new simulator has. */
export function seededFlows(): Flow[] {
	return business.flows.map(({ id, name, status, json }) => ({
		id,
		name,
		status,
		categories: ['OTHER'],
		json,
		validationErrors: [],
		dailyRequests: status === 'PUBLISHED' ? 300 : 0,
		preview: newPreview(),
	}));
}
