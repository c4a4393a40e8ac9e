import type { Faults } from './graph/faults';
import type { SimulatedRateLimiter } from './graph/rateLimit';
import type { MediaStore } from './media/store';
import type { SimulatorSettings } from './settings';
import type { State } from './state';
import type { Webhooks } from './webhooks';

/** What every part of a running simulator can reach. */
export interface SimulatorContext {
	state: State;
	settings: SimulatorSettings;
	faults: Faults;
	media: MediaStore;
	webhooks: Webhooks;
	throughput: SimulatedRateLimiter;
	pairs: SimulatedRateLimiter;
	/** Where the simulator listens, e.g. `http://127.0.0.1:4010`. */
	url: string;
}
