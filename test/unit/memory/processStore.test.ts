import { ProcessStore } from '../../../nodes/memory/processStore';
import { storeContract } from '../../support/stores/contract';
import { long } from '../../support/stores/place';
import * as opener from '../../support/stores/process';

storeContract('ProcessStore', opener, () => ({ at: '', remove: () => undefined }));

describe('ProcessStore', () => {
	it('drops what was written longest ago when it is full', async () => {
		const store = new ProcessStore(3);
		for (const key of ['a', 'b', 'c']) await store.set(key, 'old', long);
		await store.set('a', 'new', long);
		await store.push('d', 'value', long, 10);
		expect([...(await store.entries('')).keys()]).toEqual(['c', 'a']);
		expect(await store.list('d')).toEqual(['value']);
	});
});
