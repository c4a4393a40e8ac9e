import { storeContract } from '../../support/stores/contract';
import { sharedStoreContract } from '../../support/stores/processes';
import * as opener from '../../support/stores/sqlite';

storeContract('SqliteStore', opener, opener.createPlace);
sharedStoreContract(
	'SqliteStore',
	require.resolve('../../support/stores/sqlite'),
	opener.createPlace,
);
