import { concurrencyLayer } from '../../../nodes/graphApi/concurrency';
import type { GraphRequest, Layer } from '../../../nodes/graphApi/types';

/** A layer over requests that are answered by hand; `started` are those that got through, by path. */
function underTest(layer: Layer) {
	const started: string[] = [];
	const answers = new Map<string, { succeed(): void; fail(): void }>();
	const send = layer(
		(request) =>
			new Promise((resolve, reject) => {
				started.push(request.path);
				answers.set(request.path, {
					succeed: () => resolve({ body: {} }),
					fail: () => reject(new Error(request.path)),
				});
			}),
	);
	const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
	return { send, started, answers, settle };
}

const message = (path: string): GraphRequest => ({ method: 'POST', path });

it('lets so many go at once, and the next when one has ended, also badly', async () => {
	const { send, started, answers, settle } = underTest(concurrencyLayer(2));
	const sent = ['1', '2', '3', '4'].map((path) => send(message(path)).catch(() => undefined));
	await settle();
	expect(started).toEqual(['1', '2']);
	answers.get('2')?.fail();
	await settle();
	expect(started).toEqual(['1', '2', '3']);
	answers.get('1')?.succeed();
	answers.get('3')?.succeed();
	await settle();
	answers.get('4')?.succeed();
	await Promise.all(sent);
	expect(started).toEqual(['1', '2', '3', '4']);
});

it('lets none go that still waits when the run is to send no more', async () => {
	const controller = new AbortController();
	const { send, started, answers, settle } = underTest(concurrencyLayer(1, controller.signal));
	const first = send(message('1'));
	const second = send(message('2')).catch((error: unknown) => error);
	controller.abort();
	answers.get('1')?.succeed();
	await settle();
	expect(started).toEqual(['1']);
	expect(await first).toEqual({ body: {} });
	expect(await second).toMatchObject({ facts: { outcome: 'notAccepted' } });
});
