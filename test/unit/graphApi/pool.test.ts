import type { Dispatcher } from 'undici';

import { pool } from '../../../nodes/graphApi/pool';
import type { StartOption } from '../../../nodes/graphApi/pool';
import { respondJson, startServer } from '../../support/server';

describe('pool', () => {
	// undici's `request` has an old-style handler, which all other tests use.
	it.each([true, false])(
		'calls onStart before a request of a new-style handler is sent; it may start: %s',
		async (mayStart) => {
			const server = await startServer((_request, response) => respondJson(response, 200, {}));
			let startedBefore = -1;
			const options: Dispatcher.DispatchOptions & StartOption = {
				origin: server.url,
				path: '/',
				method: 'POST',
				onStart() {
					startedBefore = server.received.length;
					if (!mayStart) throw new Error('It may not start');
				},
			};
			const ended = await new Promise((resolve) => {
				pool().dispatch(options, {
					onRequestStart: () => undefined,
					onResponseEnd: () => resolve('responded'),
					onResponseError: (_controller, error) => resolve(error.message),
				});
			});
			expect(ended).toBe(mayStart ? 'responded' : 'It may not start');
			expect(startedBefore).toBe(0);
			expect(server.received).toHaveLength(mayStart ? 1 : 0);
			await server.stop();
		},
	);
});
