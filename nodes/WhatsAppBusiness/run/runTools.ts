import type { CredentialData } from '../../graphApi/connection';
import type { GraphApi } from '../../graphApi/graphApi';
import type { MediaUploads } from '../files/mediaUploads';
import type { KnownAccount } from '../../shared/account/knownAccount';
import type { BinaryHelpers } from '../files/openFile';
import type { NoteSent } from './noteSentMessages';
import type { OptOuts } from './optOuts';
import type { Pauses } from './pauses';
import type { SendOnce } from './sendOnce';

/** What the items of a run share. */
export interface RunTools {
	api: GraphApi;
	account: KnownAccount;
	credential: CredentialData;
	/** Connects with another credential, by the same rules. */
	connect(credential: CredentialData): GraphApi;
	/** URLs of this n8n, as far as it tells. */
	n8nUrls(): string[];
	uploads: MediaUploads;
	/** For messages with a Send Once Key. */
	sendOnce(): SendOnce;
	/** For messages. */
	optOuts: OptOuts;
	noteSent: NoteSent;
	/** Between the messages of an item. */
	pauses: Pauses;
	helpers: BinaryHelpers;
	/** Results of `FollowUp.oncePerRun`. */
	found: Map<string, Promise<unknown>>;
}
