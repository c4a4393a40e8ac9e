import type { Faults } from './graph/faults';
import type { MediaStore } from './media/store';
import type { RateLimiter } from './graph/rateLimit';
import type { Settings } from './settings';
import type { State } from './state';
import type { Webhooks } from './webhooks';

/** What every part of a running simulator can reach. */
export interface SimulatorContext {
	state: State;
	settings: Settings;
	faults: Faults;
	media: MediaStore;
	webhooks: Webhooks;
	throughput: RateLimiter;
	pairs: RateLimiter;
	/** Where the simulator listens, e.g. `http://127.0.0.1:4010`. */
	url: string;
}
