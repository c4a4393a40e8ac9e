import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch } from 'undici';
import type { AcceptedMessage } from '../../simulator/messages/message';
import type { RequestRecord } from '../../simulator/graph/requestRecord';
import type { SimulatorSettings } from '../../simulator/settings';
import { freePort } from '../n8n/ports';
import { startProgram, stopProgram } from '../n8n/processes';

const startTimeoutMs = 30_000;
const projectFolder = join(__dirname, '..', '..');

/** The simulator in a separate process, so that it and n8n do not take each other's time. */
export class SimulatorProcess {
	private constructor(
		/** Its base URL. */
		readonly url: string,
		/** Stops it. */
		readonly stop: () => Promise<void>,
		private readonly certificateFile?: string,
	) {}

	/**
	 * @param certificateFile the file for its certificate; given, it uses HTTPS.
	 * @throws Error when it does not respond in time
	 */
	static async start(certificateFile?: string): Promise<SimulatorProcess> {
		const port = await freePort();
		const cli = join(projectFolder, 'simulator', 'cli.ts');
		const secure = certificateFile === undefined ? [] : ['--https', certificateFile];
		const child = startProgram(
			process.execPath,
			['--import', 'tsx', cli, '--port', String(port), ...secure],
			{ cwd: projectFolder, env: process.env, stdio: ['ignore', 'ignore', 'inherit'] },
		);
		const url = `${certificateFile === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
		const simulator = new SimulatorProcess(url, () => stopProgram(child, 5000), certificateFile);
		const deadline = Date.now() + startTimeoutMs;
		while (Date.now() < deadline) {
			if (await simulator.call('GET', 'settings').catch(() => undefined)) return simulator;
			await sleep(100);
		}
		await simulator.stop();
		throw new Error(`The simulator did not respond within ${startTimeoutMs / 1000} s.`);
	}

	/** Resets the simulator, applies the given settings, and switches everything automatic off. */
	async restart(settings: Partial<SimulatorSettings>): Promise<void> {
		await this.call('POST', 'reset', { keepCallbacks: true });
		await this.call('PATCH', 'settings', {
			latencyMs: 0,
			messagesPerSecond: null,
			pairLimit: null,
			enforceCustomerServiceWindow: false,
			statusDelaysMs: { sent: null, delivered: null, read: null },
			...settings,
		});
	}

	async messages(): Promise<AcceptedMessage[]> {
		return (await this.call('GET', 'messages')) as AcceptedMessage[];
	}

	async requests(): Promise<RequestRecord[]> {
		return (await this.call('GET', 'requests')) as RequestRecord[];
	}

	async call(method: string, path: string, body?: unknown): Promise<unknown> {
		const response = await fetch(`${this.url}/control/${path}`, {
			method,
			dispatcher: await this.dispatcher(),
			...(body !== undefined && {
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			}),
		});
		const result: unknown = await response.json();
		if (!response.ok) throw new Error(`The simulator: ${JSON.stringify(result)}`);
		return result;
	}

	private async dispatcher(): Promise<Agent> {
		if (this.certificateFile === undefined) return (this.agent ??= new Agent());
		const ca = await readFile(this.certificateFile);
		return (this.agent ??= new Agent({ connect: { ca } }));
	}

	private agent: Agent | undefined;
}
