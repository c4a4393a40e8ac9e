import type { GraphApi } from '../../graphApi/graphApi';
import type { MediaUploads } from '../files/mediaUploads';
import type { BinaryHelpers } from '../files/openFile';

/** What the items of a run share. */
export interface RunTools {
	api: GraphApi;
	uploads: MediaUploads;
	helpers: BinaryHelpers;
	/** Results of `FollowUp.oncePerRun`. */
	found: Map<string, Promise<unknown>>;
}
