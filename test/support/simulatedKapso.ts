import type { CredentialData } from '../../nodes/graphApi/connection';
import { startSimulator } from '../../simulator';
import type { Simulator, SimulatorSettings } from '../../simulator';
import { kapsoCredentialFor } from './credential';
import { nodeRuns } from './nodeRuns';

interface SimulatedKapsoOptions {
	settings?: Partial<SimulatorSettings>;
	/** Changes of the usual credential. */
	credential?: Partial<CredentialData>;
	/** Whether a test finds what an earlier one left. */
	keepsObjects?: boolean;
}

/** Plays Kapso for the tests of a file, and runs operations there. */
export function simulatedKapso(options: SimulatedKapsoOptions = {}) {
	let simulator: Simulator;
	const settings: Partial<SimulatorSettings> = { hosts: ['kapso'], ...options.settings };
	const credential = () => ({ ...kapsoCredentialFor(simulator.url), ...options.credential });
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0, settings });
	});
	afterAll(() => simulator.stop());
	beforeEach(async () => {
		if (options.keepsObjects) return;
		await simulator.reset();
		simulator.updateSettings(settings);
	});
	return {
		get simulator() {
			return simulator;
		},
		credential,
		...nodeRuns(credential),
	};
}
