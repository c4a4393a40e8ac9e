import type { Faults } from './graph/faults';
import type { SimulatedRateLimiter } from './graph/rateLimit';
import type { MediaStore } from './media/store';
import type { SimulatorSettings } from './settings';
import type { State } from './state';
import type { Webhooks } from './webhooks';

/** The parts of a running simulator, passed to every endpoint. */
export interface SimulatorContext {
	state: State;
	settings: SimulatorSettings;
	faults: Faults;
	media: MediaStore;
	webhooks: Webhooks;
	throughput: SimulatedRateLimiter;
	pairs: SimulatedRateLimiter;
	/** URL of the simulator, e.g. `http://127.0.0.1:4010`. */
	url: string;
	/** The certificate of the simulator in PEM, if it uses HTTPS. */
	certificate?: string;
}
