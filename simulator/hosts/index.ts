import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../context';
import { exportsOf } from '../exportsOf';
import type { State } from '../state';
import type { OutgoingWebhook } from '../webhooks';
import type { WebhookChange } from '../webhooks/payload';
import type { ForgedProof, SimulatedHost } from './host';
import { hostNames, hosts, type HostName } from './names';

/** Every host whose folder has a file `host.ts`. */
const playable = exportsOf<SimulatedHost>(__dirname, 'host').map(({ value }) => value);

/** Serves the other hosts, each under its path, while the setting `hosts` names it. */
export async function registerHosts(
	server: FastifyInstance,
	simulator: SimulatorContext,
): Promise<void> {
	for (const name of hostNames) {
		await server.register(
			async (scope) => {
				scope.addHook('onRequest', async (_request, reply) =>
					isOn(simulator, name) ? undefined : await reply.code(404).send({ error: offText(name) }),
				);
				const host = hostOf(name);
				await host?.register?.(scope, simulator);
				scope.all('/*', (request, reply) =>
					host?.handleOther
						? host.handleOther(simulator, request, reply)
						: reply.code(404).send({ error: 'Not found' }),
				);
			},
			{ prefix: hosts[name].path },
		);
	}
	simulator.webhooks.onEmit((change, body) => {
		for (const host of playable) {
			if (isOn(simulator, host.name)) host.receive?.(simulator, change, body);
		}
	});
}

/** A webhook of this host with a wrong proof or none, or undefined if it sends none. */
export function forgedBy(
	name: HostName,
	simulator: SimulatorContext,
	change: WebhookChange,
	body: Record<string, unknown>,
	proof: ForgedProof,
): OutgoingWebhook | undefined {
	return isOn(simulator, name) ? hostOf(name)?.forged?.(simulator, change, body, proof) : undefined;
}

/** Keeps where the hosts deliver. */
export function keepHostCallbacks(before: State, after: State): void {
	for (const host of playable) host.keepCallbacks?.(before, after);
}

function hostOf(name: HostName): SimulatedHost | undefined {
	return playable.find((host) => host.name === name);
}

function isOn({ settings }: SimulatorContext, name: HostName): boolean {
	return settings.hosts.includes(name);
}

function offText(name: HostName): string {
	return `The simulator does not play ${hosts[name].title} now. Start it with --host ${name}, add '${name}' to the setting hosts (PATCH /control/settings), or switch it on beside the chats of the phone page.`;
}
