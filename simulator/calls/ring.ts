import type { SimulatorContext } from '../context';
import { SimulatedGraphError } from '../graph/errors';
import type { Call } from './call';
import { endCall } from './events';

/** Ends a call that nobody accepts in time. Until then nothing is pending: it just rings. */
export function ring(simulator: SimulatorContext, call: Call): void {
	const { callRingMs } = simulator.settings;
	simulator.webhooks.inBackground(callRingMs, () => {
		if (call.state !== 'ringing') return;
		const details = 'Call was unable to connect due to a timeout';
		endCall(simulator, call, new SimulatedGraphError(138007, { details }));
	});
}
