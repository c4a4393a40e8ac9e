import type { IDataObject } from 'n8n-workflow';
import type { Credential, N8nClient } from '../n8n/client';
import type { Simulator } from '../../simulator';
import type { Checks } from './checks';

/** What every check can reach. */
export interface World {
	checks: Checks;
	n8n: N8nClient;
	simulator: Simulator;
	credential: Credential;
	/** Ends n8n and starts it again with its data, at the same address; `n8n` is a new client then. */
	restartN8n(): Promise<void>;
	/** What was typed into the credential. */
	credentialData: IDataObject;
}
