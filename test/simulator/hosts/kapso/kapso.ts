import type { Simulator, SimulatorSettings } from '../../../../simulator';
import { business } from '../../../../simulator';
import { start } from '../../support';

/** A response of Kapso. */
export interface KapsoResponse {
	status: number;
	headers: Headers;
	/** Trusted by the tests, which say what they expect of it. */
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	body: any;
}

/** Starts a simulator that plays Kapso, whose waits last a thousandth. */
export function startKapso(settings: Partial<SimulatorSettings> = {}): Promise<Simulator> {
	return start({ hosts: ['kapso'], kapsoTimeScale: 0.001, ...settings });
}

/** Calls the simulated Kapso, below `/kapso`. */
export async function callKapso(
	simulator: Simulator,
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = { 'x-api-key': business.kapsoApiKey },
): Promise<KapsoResponse> {
	const isForm = body instanceof FormData;
	const response = await fetch(`${simulator.url}/kapso${path}`, {
		method,
		headers: {
			...headers,
			...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
		},
		body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	return {
		status: response.status,
		headers: response.headers,
		body: text.startsWith('{') ? JSON.parse(text) : text,
	};
}

export const proxy = '/meta/whatsapp/v24.0';
export const platform = '/platform/v1';
